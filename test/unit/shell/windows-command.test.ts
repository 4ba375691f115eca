import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoteForWindows } from '../../../src/main/shell/windows-command.ts';

test.each([
  [String.raw`C:\Users\Juan\Mostrador.exe`, String.raw`C:\Users\Juan\Mostrador.exe`],
  [String.raw`C:\Users\Juan Perez\Mostrador.exe`, String.raw`"C:\Users\Juan Perez\Mostrador.exe"`],
  ['--hidden', '--hidden'],
  [String.raw`--profile=D:\Mi tienda\ `.trim(), String.raw`"--profile=D:\Mi tienda\\"`],
  ['say "hi"', String.raw`"say \"hi\""`],
  ['', '""'],
])('%s is written as %s', (word, written) => {
  expect(quoteForWindows(word)).toBe(written);
});

test('whatever the words are, Windows reads them back as they were', () => {
  const word = fc.string({ unit: fc.constantFrom('a', ' ', '\\', '"', '-', '\t') });
  fc.assert(
    fc.property(fc.array(word), (words) => {
      expect(parseWindowsCommand(words.map(quoteForWindows).join(' '))).toEqual(words);
    }),
  );
});

/** CommandLineToArgvW, as its documentation has it. */
function parseWindowsCommand(line: string): readonly string[] {
  const words: string[] = [];
  let word: string | null = null;
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const backslashes = /^\\*/.exec(line.slice(at))?.[0].length ?? 0;
    const next = line[at + backslashes];
    if (backslashes > 0) {
      const isBeforeQuote = next === '"';
      word = (word ?? '') + '\\'.repeat(isBeforeQuote ? Math.floor(backslashes / 2) : backslashes);
      const isEscaped = isBeforeQuote && backslashes % 2 === 1;
      if (isEscaped) word += '"';
      at += backslashes - (isEscaped ? 0 : 1);
    } else if (next === '"') {
      isQuoted = !isQuoted;
      word ??= '';
    } else if (!isQuoted && (next === ' ' || next === '\t')) {
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? '') + (next ?? '');
  }
  return word === null ? words : [...words, word];
}
