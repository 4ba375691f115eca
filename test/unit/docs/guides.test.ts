import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { textsFor, type Texts } from '../../../src/shared/texts/texts.ts';
import { repository } from '../../desktop/runtime.ts';
import { boldWords, documents, headings, pictures, strings } from './markdown.ts';

const GUIDES = [
  { language: 'es', file: 'docs/guia.md' },
  { language: 'en', file: 'docs/guide.md' },
] as const;
const PICTURES = path.join(repository, 'docs/pictures');
const MOST_BYTES = 150 * 1024;

describe.each(GUIDES)('$file', ({ language, file }) => {
  test('sets in bold only what the app says in that language', () => {
    const said = wordsOf(textsFor(language));
    const unknown = boldWords(file)
      .flatMap((words) => (said.has(words) ? [] : words.split(' → ')))
      .filter((words) => !said.has(words));
    expect(unknown).toEqual([]);
  });

  test('shows pictures of its own language, and none of them is too large', () => {
    const shown = pictures(file);
    expect(shown.length).toBeGreaterThan(15);
    expect(shown.filter((name) => !name.startsWith(`docs/pictures/${language}/`))).toEqual([]);
    expect(shown.filter((name) => fs.statSync(path.join(repository, name)).size > MOST_BYTES)).toEqual([]);
  });
});

test('both guides have the same parts and the same pictures, in the same order', () => {
  const [es, en] = GUIDES.map(({ file }) => ({
    levels: headings(file).map(({ level }) => level),
    names: pictures(file).map((name) => path.basename(name)),
  }));
  expect(es).toEqual(en);
});

test('no picture is kept that no document shows', () => {
  const kept = fs
    .readdirSync(PICTURES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.png'))
    .map((name) => `docs/pictures/${name.replaceAll(path.sep, '/')}`);
  const shown = new Set(documents().flatMap(pictures));
  expect(kept.filter((name) => !shown.has(name))).toEqual([]);
});

/** Everything that the app says as it stands, and the sentences with numbers that the guides quote. */
function wordsOf(texts: Texts): ReadonlySet<string> {
  const { card, sound } = texts;
  const counted = [
    card.digest({ minutes: 42, ready: 3, cancelled: 1 }),
    ...[15, 30, 60].map((minutes) => sound.minutes(minutes)),
  ];
  return new Set([...strings(texts), ...counted]);
}
