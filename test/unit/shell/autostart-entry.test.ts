import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  autostartEntry,
  judgeAutostart,
  quoteForWindows,
} from '../../../src/main/shell/process/autostart-entry.ts';

const COMMAND = ['/opt/Mostrador/mostrador', '--hidden'];
const FACTS = { command: COMMAND, isProgram: () => true, desktops: ['GNOME'] };
const ENTRY = autostartEntry({ name: 'Mostrador', command: COMMAND });

describe('the entry that starts the app at login', () => {
  test('is written as desktops read it', () => {
    expect(ENTRY).toContain('[Desktop Entry]\nType=Application\nName=Mostrador\n');
    expect(ENTRY).toContain('\nExec=/opt/Mostrador/mostrador --hidden\n');
    expect(judgeAutostart(ENTRY, FACTS)).toEqual({ kind: 'on' });
  });

  test.each([
    ['/home/ana/Mis cosas/Mostrador.AppImage', 'Exec="/home/ana/Mis cosas/Mostrador.AppImage"'],
    ['/opt/50%/x', 'Exec=/opt/50%%/x'],
    ['/opt/a"b', String.raw`Exec="/opt/a\\"b"`],
    ['/opt/a$b', String.raw`Exec="/opt/a\\$b"`],
    ['/opt/a\\b', String.raw`Exec="/opt/a\\\\b"`],
  ])('quotes %s', (program, line) => {
    expect(autostartEntry({ name: 'x', command: [program] }).split('\n')).toContain(line);
  });

  test('whatever is in the command, what is written is what is read back, and nothing else', () => {
    const word = fc
      .string({ minLength: 1, maxLength: 20, unit: 'binary' })
      .filter((text) => !text.includes('\0'));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), word, (command, other) => {
        const text = autostartEntry({ name: 'Mostrador', command });
        expect(judgeAutostart(text, { ...FACTS, command })).toEqual({ kind: 'on' });
        const longer = [...command, other];
        expect(judgeAutostart(text, { ...FACTS, command: longer })).toEqual({
          kind: 'blocked',
          why: 'other-program',
        });
      }),
    );
  });

  test('without a file, or with one that says it is deleted, nothing starts', () => {
    expect(judgeAutostart(null, FACTS)).toEqual({ kind: 'off' });
    expect(judgeAutostart(`${ENTRY}Hidden=true\n`, FACTS)).toEqual({ kind: 'off' });
  });

  test.each([
    ['X-GNOME-Autostart-enabled=false', 'switched-off'],
    ['NotShowIn=KDE;GNOME;', 'switched-off'],
    ['OnlyShowIn=KDE;', 'switched-off'],
    ['TryExec=/gone', 'program-missing'],
    ['Exec=/other/mostrador --hidden', 'other-program'],
    ['Exec=/opt/Mostrador/mostrador', 'other-program'],
    ['Exec="/opt/unended', 'program-missing'],
    ['Exec=', 'program-missing'],
  ] as const)('%s is found out', (line, why) => {
    const isProgram = (program: string): boolean => program !== '/gone';
    // The last of equal keys counts.
    expect(judgeAutostart(`${ENTRY}${line}\n`, { ...FACTS, isProgram })).toEqual({ kind: 'blocked', why });
  });

  test.each(['OnlyShowIn=GNOME;', 'NotShowIn=KDE;', '[Other]\nHidden=true', '# Hidden=true'])(
    '%s does no harm',
    (line) => {
      expect(judgeAutostart(`${ENTRY}${line}\n`, FACTS)).toEqual({ kind: 'on' });
    },
  );

  test('a program that is gone would not start', () => {
    expect(judgeAutostart(ENTRY, { ...FACTS, isProgram: () => false })).toEqual({
      kind: 'blocked',
      why: 'program-missing',
    });
  });
});

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
