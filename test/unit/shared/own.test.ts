import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { notesInWords } from '../../../src/renderer/deliveries/delivery-model.ts';
import { keyAction } from '../../../src/renderer/counter/keys/keys.ts';
import { CHANNELS } from '../../../src/main/ipc/channels.ts';
import { own } from '../../../src/shared/own.ts';
import { textsFor } from '../../../src/shared/texts/texts.ts';
import { parseNotesLine } from '../../../src/shared/health/delivery-note.ts';

const WORDS = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf'];

it('finds what a table holds, and nothing that every object has', () => {
  expect(own({ a: 1 }, 'a')).toBe(1);
  expect(own({ a: 1 }, 'b')).toBeUndefined();
  for (const word of WORDS) expect(own({ a: 1 }, word)).toBeUndefined();
  expect(own(JSON.parse('{"__proto__":1}') as Readonly<Record<string, number>>, '__proto__')).toBe(1);
});

it.each(WORDS)('%s stays a word wherever a text is looked up by it', (word) => {
  for (const language of ['es', 'en'] as const) {
    const texts = textsFor(language);
    expect(texts.alerts.reason(word)).toBe(word);
    expect(texts.card.reason(word)).toContain(word);
    for (const body of [
      texts.alerts.cancelledBody(word),
      texts.alerts.cancelledAfterBody(word),
      texts.orderDetail.cancelledBy(word),
    ]) {
      expect(body).toContain(word);
      expect(body).not.toMatch(/function|\[object/);
    }
    expect(notesInWords(parseNotesLine(word), texts)).toBe(word);
    expect(notesInWords(parseNotesLine(`agent ${word}`), texts)).toContain(word);
    for (const shown of [texts.connection.title(word), texts.connection.help(word).sentence])
      expect(typeof shown).toBe('string');
  }
  for (const refused of [
    { what: 'setting', field: word, fault: 'too-long' },
    { what: 'setting', field: 'shop.name', fault: word },
    { what: 'secret', name: 'partner-token', fault: word },
    { what: 'secret', name: word, fault: 'empty' },
  ])
    expect(CHANNELS['settings:save'].answer.safeParse({ ok: false, code: 'invalid', refused }).success).toBe(
      false,
    );
  expect(keyAction({ key: word, ctrl: false, alt: false }, 'page')).toBeNull();
});

const SRC = path.resolve(import.meta.dirname, '../../../src');
/** A table of texts by any name, as it is declared: `const NAMES: Readonly<Record<string, string>> = {`. */
const TABLE = /(?:const|readonly)? *(\w+)\??: (?:Readonly<)?Record<string, (?!unknown)/g;
/** Only ever asked for names that are its own, or written there and nowhere read by a name from outside. */
const OWN_NAMES = new Set([
  'src/shared/own.ts: table',
  'src/main/config.ts: env',
  'src/simulator/control/control-state.ts: counts',
  'src/simulator/control/control-state.ts: choiceLabels',
  'src/simulator/api/api-handler.ts: headers',
  'src/simulator/api/http-answer.ts: headers',
]);

it('no table in the code is asked for a name from outside but through it', () => {
  const found = fs
    .readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) =>
      lookups(fs.readFileSync(path.join(SRC, file), 'utf8')).map(
        (name) => `src/${file.replaceAll(path.sep, '/')}: ${name}`,
      ),
    );
  expect(found.filter((one) => !OWN_NAMES.has(one))).toEqual([]);
});

it('would be found: a table asked by brackets, or with `in`', () => {
  expect(lookups('const NAMES: Readonly<Record<string, string>> = {};\nNAMES[word] ?? word;')).toEqual([
    'NAMES',
  ]);
  expect(lookups('const NAMES: Record<string, number> = {};\nif (word in NAMES) go();')).toEqual(['NAMES']);
  expect(
    lookups("const NAMES: Readonly<Record<string, string>> = {};\nNAMES['a']; own(NAMES, word);"),
  ).toEqual([]);
});

/** The names of tables that a text looks into by something else than a written name. */
function lookups(text: string): readonly string[] {
  const tables = new Set([...text.matchAll(TABLE)].map(([, name = '']) => name));
  return [...tables].filter((name) =>
    new RegExp(`\\b${name}\\[(?!['"\`\\]])|\\bin ${name}\\b(?!.* of )`).test(text),
  );
}
