import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { licencesPlugin } from '../../../scripts/package/rules/licences-plugin.ts';
import { packageFolderOf, readLicence, withDependencies } from '../../../scripts/package/rules/licences.ts';

let root: string;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'mostrador-licences-'));
});
afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

function install(name: string, manifest: object, licence: string | null = `Text of ${name}`): string {
  const folder = path.join(root, 'node_modules', name);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name, version: '1.0.0', ...manifest }),
  );
  if (licence !== null) fs.writeFileSync(path.join(folder, 'LICENSE.md'), licence);
  return folder;
}

test('a bundled module belongs to the innermost package of its path', () => {
  expect(packageFolderOf('/r/node_modules/a/node_modules/@b/c/lib/x.js')).toBe(
    '/r/node_modules/a/node_modules/@b/c',
  );
  expect(packageFolderOf('\0/r/node_modules/a/index.js?commonjs-module')).toBe('/r/node_modules/a');
  expect(packageFolderOf(String.raw`C:\r\node_modules\a\index.js`)).toBe('C:/r/node_modules/a');
  expect(packageFolderOf('/r/src/main/index.ts')).toBeNull();
});

test('a licence without a text is written out where that is known, and refused where not', () => {
  const known = install('quick', { license: 'MIT', author: { name: 'Ana' } }, null);
  expect(readLicence(known, false).text).toMatch(/^Copyright \(c\) Ana\n\nPermission is hereby granted/);
  expect(() => readLicence(install('odd', { license: 'Odd-1.0' }, null), false)).toThrow(/carries no text/);
  expect(() => readLicence(install('none', {}), false)).toThrow(/names no licence/);
});

test('an old way of naming the licence is understood', () => {
  const folder = install('old', { licenses: [{ type: 'MIT' }, { type: 'ISC' }] });
  expect(readLicence(folder, false).licence).toBe('MIT OR ISC');
});

test('what is loaded at run time brings all it needs, once, and nothing that is not shipped', () => {
  const folder = install('native', {
    license: 'MIT',
    dependencies: { helper: '1', 'node-addon-api': '1' },
    optionalDependencies: { absent: '1' },
  });
  install('helper', { license: 'MIT', dependencies: { native: '1' } });
  install('node-addon-api', { license: 'MIT' });
  const names = withDependencies(folder).map((one) => path.basename(one));
  expect(names).toEqual(['native', 'helper']);
});

test('a bundle is listed with what is in it, what it loads and what is named beside', () => {
  const bundled = install('bundled', { license: 'ISC' });
  install('dropped', { license: 'MIT' });
  install('native', { license: 'MIT' });
  install('beside', { license: 'MIT' });
  const written: string[] = [];
  const plugin = licencesPlugin({ root, also: ['beside'] });
  const chunk = {
    type: 'chunk',
    modules: {
      [`${bundled}/index.js`]: { renderedLength: 10 },
      [`${root}/node_modules/dropped/index.js`]: { renderedLength: 0 },
      [`${root}/src/main.ts`]: { renderedLength: 10 },
    },
    imports: ['electron', 'node:fs', 'app.js'],
    dynamicImports: ['native'],
  };
  const emitter = { emitFile: ({ source }: { source: string }) => String(written.push(source)) };
  plugin.generateBundle.call(emitter, {}, { 'index.js': chunk, 'app.js': { type: 'chunk' } });
  const listed: unknown = JSON.parse(written[0] ?? '');
  expect(listed).toMatchObject([
    { name: 'beside', loadedFrom: null },
    { name: 'bundled', licence: 'ISC', text: 'Text of bundled', loadedFrom: null },
    { name: 'native', loadedFrom: 'native' },
  ]);
  expect(listed).toHaveLength(3);
});
