import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readAsarIndex, type AsarFile } from '../../../scripts/package/rules/asar-index.ts';
import {
  contentsTable,
  missingFiles,
  strayFiles,
  wrongNativeModules,
} from '../../../scripts/package/rules/contents.ts';

const PACKAGES = ['keytar', '@photostructure/sqlite', '@ngrok/ngrok-linux-x64-gnu'];
const file = (name: string, unpacked = false): AsarFile => ({ path: name, bytes: 10, unpacked });
const native = (system: string, unpacked = true): AsarFile =>
  file(`node_modules/keytar/prebuilds/${system}/keytar.node`, unpacked);

test('sources, tests, maps, typings, documents and other packages are not to be shipped', () => {
  const strays = [
    'src/main/index.ts',
    'test/unit/package/contents.test.ts',
    'out/main/app.js.map',
    'node_modules/@photostructure/sqlite/src/upstream/sqlite3.c',
    'node_modules/@photostructure/sqlite/dist/index.d.mts',
    'node_modules/keytar/README.md',
    'node_modules/axios/index.js',
    '.env',
    'assets/icon.svg',
    'out/main/sheet-48.png',
    'out/renderer/assets/picture.svg',
  ];
  expect(
    strayFiles(
      strays.map((name) => file(name)),
      PACKAGES,
    ),
  ).toEqual(strays);
});

test('what the app loads at run time may be shipped', () => {
  const wanted = [
    'package.json',
    'out/main/index.js',
    'out/renderer/assets/index-UytmfbLc.js',
    'out/renderer/assets/sheet-48-RB6cHjU1.png',
    'out/renderer/assets/sheet-48--_b6cHjU.png',
    'assets/sounds/bell.wav',
    'node_modules/@photostructure/sqlite/dist/chunk-23QWDHXE.mjs',
    'node_modules/@photostructure/sqlite/prebuilds/linux-x64/@photostructure+sqlite.glibc.node',
    'node_modules/@ngrok/ngrok-linux-x64-gnu/ngrok.linux-x64-gnu.node',
  ];
  expect(
    strayFiles(
      wanted.map((name) => file(name)),
      PACKAGES,
    ),
  ).toEqual([]);
});

test('an archive without the app, its tones or a package that it loads is refused', () => {
  expect(missingFiles([file('package.json')], PACKAGES)).toContain('out/main/index.js');
  expect(missingFiles([file('package.json')], PACKAGES)).toContain('assets/sounds/bell.wav');
  expect(missingFiles([], PACKAGES)).toContain('node_modules/@photostructure/sqlite/package.json');
});

test('a native module is loaded from beside the archive, and there is one build of it', () => {
  expect(wrongNativeModules([native('win32-x64')])).toEqual([]);
  expect(wrongNativeModules([native('win32-x64', false)])).toHaveLength(1);
  expect(wrongNativeModules([native('win32-x64'), native('linux-x64')])).toHaveLength(2);
});

test('the table counts the archive and what lies beside it as ours, the rest as Electron', () => {
  const disk = [
    { path: 'mostrador', bytes: 3_000_000 },
    { path: 'resources/app.asar', bytes: 2_000_000 },
    { path: 'resources/app.asar.unpacked/node_modules/keytar/prebuilds/x/keytar.node', bytes: 1_000_000 },
  ];
  const { summary, full } = contentsTable(disk, [file('out/main/index.js')]);
  expect(summary).toMatch(/of it Electron\s+3\.00 MB/);
  expect(summary).toMatch(/of it Mostrador\s+3\.00 MB/);
  expect(full).toContain('app.asar: out/main/index.js');
});

test('the index of an archive is read with folders, sizes and what was unpacked', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mostrador-asar-'));
  try {
    const index = JSON.stringify({
      files: { a: { files: { 'b.js': { size: 7, offset: '0' } } }, 'c.node': { size: 9, unpacked: true } },
    });
    const head = Buffer.alloc(16);
    head.writeUInt32LE(4, 0);
    head.writeUInt32LE(index.length + 8, 4);
    head.writeUInt32LE(index.length + 4, 8);
    head.writeUInt32LE(index.length, 12);
    const archive = path.join(folder, 'app.asar');
    fs.writeFileSync(archive, Buffer.concat([head, Buffer.from(index), Buffer.from('0123456')]));
    const read = readAsarIndex(archive);
    expect(read.files).toEqual([
      { path: 'a/b.js', bytes: 7, unpacked: false },
      { path: 'c.node', bytes: 9, unpacked: true },
    ]);
    expect(read.hash).toMatch(/^[0-9a-f]{64}$/);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
