import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { textsFor } from '../../../src/shared/texts/texts.ts';
import { DEFAULT_SETTINGS, SECRET_NAMES } from '../../../src/shared/settings/settings.ts';
import { repository } from '../../desktop/runtime.ts';
import { anchors, documents, innerLinks, namedPaths, readDocument, section, strings } from './markdown.ts';

type Manifest = {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};
const manifest = JSON.parse(readDocument('package.json')) as Manifest;
const SAID = new Set(strings(textsFor('es')));
const { dependencies, optionalDependencies, devDependencies } = manifest;

describe.each(documents())('%s', (file) => {
  test('links to nothing that is not there', () => {
    const missing = innerLinks(file)
      .filter(({ target }) => !fs.existsSync(path.join(repository, target)))
      .map(({ target }) => target);
    expect(missing).toEqual([]);
  });

  test('links to headings that are there', () => {
    const missing = innerLinks(file)
      .filter(({ target, anchor }) => anchor !== '' && !anchors(target).includes(anchor))
      .map(({ target, anchor }) => `${target}#${anchor}`);
    expect(missing).toEqual([]);
  });

  test('names no file or folder that is not there', () => {
    const missing = namedPaths(file).filter((name) => !fs.existsSync(path.join(repository, name)));
    expect(missing).toEqual([]);
  });

  test('leads to no place in the settings that is not there', () => {
    const ways = [...readDocument(file).matchAll(/(?<![\w`])_(Ajustes →[^_`|]+)_(?!\w)/g)];
    const places = ways.flatMap(([, way = '']) => way.replaceAll(/\s+/g, ' ').split(' → '));
    expect(places.filter((place) => !SAID.has(place))).toEqual([]);
  });

  test('names no npm script that is not there', () => {
    const named = [...readDocument(file).matchAll(/npm run ([a-z]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => manifest.scripts[name] === undefined)).toEqual([]);
  });
});

test('the README gives a reason for every direct dependency, and for no other', () => {
  const rows = section('README.md', 'Dependencies and why')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const named = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').replaceAll(/\([^)]*\)/g, '').matchAll(/`([^`]+)`/g)].map(
      ([, name = '']) => name,
    ),
  );
  const direct = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies }).map((name) =>
    name.replace(/^@types\/.+/, '@types/*'),
  );
  expect(named.toSorted()).toEqual([...new Set(direct)].toSorted());
});

test('what it is, how to try it and where a webhook is handled stand on the README’s first screen', () => {
  const screen = readDocument('README.md').split('\n').slice(0, 40).join('\n');
  for (const wanted of ['PedidosYa order', '.png)', 'npm start', 'npm test', 'src/main/webhook/route.ts']) {
    expect(screen).toContain(wanted);
  }
});

test.each(['src/main', 'src/main/core', 'src/renderer', 'src/shared', 'src/simulator'])(
  'the architecture names every room of %s, and every file that stands beside them in main',
  (folder) => {
    const text = readDocument('docs/architecture.md');
    const rooms = fs
      .readdirSync(path.join(repository, folder), { withFileTypes: true })
      .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
    const files = folder === 'src/main' ? fs.readdirSync(path.join(repository, folder)) : [];
    const beside = files.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
    const isNamed = (name: string): boolean =>
      text.includes(`\`${name}\``) || text.includes(`\`${folder}/${name}`);
    expect([...rooms, ...beside].filter((name) => !isNamed(name))).toEqual([]);
  },
);

test('the worked first change begins with what stands in the files that it names', () => {
  let named: readonly string[] = [];
  const missing: string[] = [];
  for (const part of readDocument('CONTRIBUTING.md').split(/^(?=```|\*\*\d)/m)) {
    if (!part.startsWith('```diff')) {
      const files = [...part.matchAll(/`(src\/[^`]+)`/g)].map(([, name = '']) => name);
      if (files.length > 0) named = files;
      continue;
    }
    const lines = part.split('\n').slice(1);
    const before = lines.filter((line) => /^[- ]/.test(line)).map((line) => line.slice(1));
    const isThere = named.some((file) => readDocument(file).includes(before.join('\n')));
    if (!isThere) missing.push(before.join('\n'));
  }
  expect(named).not.toEqual([]);
  expect(missing).toEqual([]);
});

test('what a script can rely on names every section of the settings and every entry of the keychain', () => {
  const text = readDocument('docs/automation.md');
  const isNamed = (name: string): boolean => new RegExp(`\`${name}[\`: ]`).test(text);
  const names = [...Object.keys(DEFAULT_SETTINGS), ...SECRET_NAMES];
  expect(names.filter((name) => !isNamed(name))).toEqual([]);
});

test('the changelog tells of this version', () => {
  expect(readDocument('CHANGELOG.md')).toContain(`\n## [${manifest.version}]`);
});
