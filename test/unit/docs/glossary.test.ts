import fs from 'node:fs';
import path from 'node:path';
import { parseAst } from 'rolldown/parseAst';
import { describe, expect, test } from 'vitest';
import { repository } from '../../desktop/runtime.ts';
import { readDocument, section } from './markdown.ts';

type Language = 'es' | 'en';
type Sentence = { readonly where: string; readonly language: Language; readonly text: string };

const GLOSSARY = 'docs/glossary.md';
const TEXTS = path.join(repository, 'src/shared/texts');
/** The simulator's page speaks to people, too. */
const PAGE = path.join(repository, 'src/simulator/control-page');

const rows = readDocument(GLOSSARY)
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(1)
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  .filter(([first = '']) => !first.startsWith('---'));

const names = [...section(GLOSSARY, 'Names of others').matchAll(/«([^»]+)»/g)].map(([, name = '']) =>
  name.replaceAll(/\s+/g, ' '),
);

const forbidden: Readonly<Record<Language, readonly string[]>> = { es: notIn(3), en: notIn(4) };

const sentences = fs
  .readdirSync(TEXTS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => sentencesOf(file, fs.readFileSync(path.join(TEXTS, file), 'utf8')));
const practised = ['page-texts-es.ts', 'page-texts-en.ts'].flatMap((file) =>
  sentencesOf(file, fs.readFileSync(path.join(PAGE, file), 'utf8')),
);

test('the glossary has thirty words or more, each with its meaning in both languages and words not to use', () => {
  expect(rows.length).toBeGreaterThanOrEqual(30);
  expect(rows.filter((cells) => cells.length !== 5 || cells.includes(''))).toEqual([]);
});

test('the words of the glossary are those that the app says', () => {
  const said = (language: Language): string =>
    sentences
      .filter((one) => one.language === language)
      .map(({ text }) => text.toLowerCase())
      .join('\n');
  const all = { es: said('es'), en: said('en') };
  const unused = rows.flatMap(([es = '', en = '']) => [
    ...es.split(', ').filter((word) => !all.es.includes(word.toLowerCase())),
    ...en.split(', ').filter((word) => !all.en.includes(word.toLowerCase())),
  ]);
  expect(unused).toEqual([]);
});

describe.each(['es', 'en'] as const)('no text in %s', (language) => {
  test('says a word that the glossary does not want', () => {
    const found = [...sentences, ...practised]
      .filter((one) => one.language === language)
      .flatMap(({ where, text }) =>
        forbidden[language]
          .filter((word) => says(text, word))
          .map((word) => `${where}: “${word}” in “${text}”`),
      );
    expect(found).toEqual([]);
  });
});

test('nobody is addressed as tú or vos, neither by the app nor by its guide or its uninstaller', () => {
  const familiar =
    'tú|tus?|ti|vos|contigo|puedes|tienes|quieres|debes|instales|cierres|abras|podés|tenés|querés|copiá|pegá|elegí|hacé|poné|revisá|escribí|guardá|probá|cerrá';
  const found = [
    ...[...sentences, ...practised].filter(({ language }) => language === 'es').map(({ text }) => text),
    ...readDocument('docs/guia.md').split('\n'),
    ...readDocument('assets/installer.nsh')
      .split('\n')
      .filter((line) => line.includes('LANG_SPANISH')),
  ].filter((text) => new RegExp(`(?<!\\p{L})(?:${familiar})(?!\\p{L})`, 'iu').test(text));
  expect(found).toEqual([]);
});

test('a word that is not wanted is found in a sentence, a template and a note, and not in a name or a key', () => {
  const source = `
    import type { Secreto } from './secreto.ts';
    export const aEs = {
      'secreto-key': 'Copie el secreto.',
      b: (n: number) => \`Quedan \${n === 1 ? 'un secreto' : 'otros'} y un Secreto más\`,
      c: why === 'secreto' ? 'nada' : 'No secretos ni «Client Secret»',
      d: { e: 'Otro secreto.' } satisfies Partial<Record<'secreto', string>>,
      f: ['Y un secreto.'] as const,
    };
    export const aEn = { b: 'The webhook secret.', c: 'Client Secret' };`;
  const found = sentencesOf('a.ts', source).filter(({ language, text }) =>
    forbidden[language].some((word) => says(text, word)),
  );
  expect(found.map(({ language, text }) => [language, text])).toEqual([
    ['es', 'Copie el secreto.'],
    ['es', ' y un Secreto más'],
    ['es', 'un secreto'],
    ['es', 'Otro secreto.'],
    ['es', 'Y un secreto.'],
    ['en', 'The webhook secret.'],
  ]);
});

function notIn(column: number): readonly string[] {
  return rows.flatMap((cells) => (cells[column] ?? '').split(', '));
}

/** Whether a text has the word as a whole, in any case of letters; what stands in capitals in the glossary only so. */
function says(text: string, word: string): boolean {
  const plain = names.reduce((rest, name) => rest.replaceAll(name, ''), text);
  const isLoud = word === word.toUpperCase();
  return new RegExp(`(?<![\\p{L}\\p{N}-])${word}(?![\\p{L}\\p{N}-])`, isLoud ? 'u' : 'iu').test(plain);
}

/** Everything in quotes that people read; a declaration whose name ends with `En` or `_EN` is English. */
function sentencesOf(file: string, source: string): readonly Sentence[] {
  return parseAst(source, { lang: 'ts' }).body.flatMap((statement) => {
    const language = /^(?:export )?(?:const|function) \w+(?:En|_EN)\b/.test(source.slice(statement.start))
      ? 'en'
      : 'es';
    return quoted(statement).map((text) => ({ where: file, language, text }));
  });
}

/** The strings below a node, but for names: of imports, types and members, and what another value is compared with. */
function quoted(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(quoted);
  if (typeof node !== 'object' || node === null || !('type' in node)) return [];
  const { type } = node;
  if (type === 'Literal') return 'value' in node && typeof node.value === 'string' ? [node.value] : [];
  if (type === 'TemplateElement') return 'value' in node ? cooked(node.value) : [];
  // `… satisfies T` and `… as const` are values beside a type.
  if ((type === 'TSSatisfiesExpression' || type === 'TSAsExpression') && 'expression' in node) {
    return quoted(node.expression);
  }
  if (type === 'ImportDeclaration' || String(type).startsWith('TS')) return [];
  if (type === 'BinaryExpression' && 'operator' in node && node.operator !== '+') return [];
  return Object.entries(node)
    .filter(
      ([name]) => !(type === 'Property' && name === 'key') && !(type === 'SwitchCase' && name === 'test'),
    )
    .flatMap(([, below]) => quoted(below));
}

function cooked(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null && 'cooked' in value && typeof value.cooked === 'string'
    ? [value.cooked]
    : [];
}
