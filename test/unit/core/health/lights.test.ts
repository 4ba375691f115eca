import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const MAIN = path.resolve(import.meta.dirname, '../../../../src/main');
/** What shows the lights to people, in files or folders. Whoever decides asks the part itself. */
const SHOWS = [
  'core/health/',
  'core/setup/setup.ts',
  'compose/diagnostics.ts',
  'compose/pages.ts',
  'shell/presenter.ts',
];
const READS = /\b(health|board|lights)\w*(\(\))?\??\.read\b|\{[^}]*\bread\b[^}]*\}\s*=\s*(deps\.)?health\b/;

const sources = (folder: string): readonly string[] =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.split(path.sep).join('/'));

const readersIn = (files: readonly (readonly [name: string, text: string])[]): readonly string[] =>
  files
    .filter(([name, text]) => READS.test(text) && !SHOWS.some((one) => name.startsWith(one)))
    .map(([name]) => name);

test('only what shows the lights to people reads them', () => {
  const files = sources(MAIN).map((name) => [name, fs.readFileSync(path.join(MAIN, name), 'utf8')] as const);
  expect(files.length).toBeGreaterThan(100);
  expect(readersIn(files)).toEqual([]);
});

test('a decision that reads a light is found', () => {
  expect(
    readersIn([
      ['core/sync/polling.ts', "const isAlive = () => health.read().tunnel.state === 'ok';"],
      ['compose/tunnel.ts', 'lastInboundAt: deps.health.read().facts.lastWebhookAt,'],
      ['core/sync/a.ts', 'createA({ read: health.read });'],
      ['core/sync/b.ts', 'const { read } = deps.health;'],
      ['shell/presenter.ts', 'health: deps.health.read(),'],
      ['core/sync/c.ts', "health.set('partner', 'ok', 'ok'); notes.read('offset');"],
    ]),
  ).toEqual(['core/sync/polling.ts', 'compose/tunnel.ts', 'core/sync/a.ts', 'core/sync/b.ts']);
});
