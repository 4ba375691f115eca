import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tempDir } from '../../fakes/temp-store.ts';

let chosen = '';
vi.mock('electron', () => ({
  app: { getPath: () => '' },
  BrowserWindow: { getFocusedWindow: () => null },
  dialog: { showSaveDialog: () => Promise.resolve({ filePath: chosen }) },
}));
const { saveFile, writeWhole } = await import('../../../src/main/shell/files.ts');

let dir: string;
let remove: () => void;
beforeEach(() => {
  ({ dir, remove } = tempDir());
  chosen = path.join(dir, 'copia.mostrador');
});
afterEach(() => remove());

const ask = { title: '', kind: '', extension: 'mostrador', name: 'copia' };
const save = (write: (file: string) => void) => saveFile({ ask, write, log: { error: () => undefined } });

test('a file stands where it was wanted, over an earlier one, and nothing beside it', async () => {
  fs.writeFileSync(chosen, 'earlier');
  const outcome = await save((file) => {
    fs.writeFileSync(file, 'whole');
    fs.writeFileSync(`${file}-shm`, '');
  });
  expect(outcome).toEqual({ kind: 'saved', file: chosen });
  expect(fs.readFileSync(chosen, 'utf8')).toBe('whole');
  expect(fs.readdirSync(dir)).toEqual(['copia.mostrador']);
});

test('of a file that could not be written nothing is left, nor of what was begun beside it', async () => {
  const outcome = await save((file) => {
    for (const suffix of ['', '-wal', '-shm']) fs.writeFileSync(file + suffix, 'half');
    throw new Error('ENOSPC');
  });
  expect(outcome).toEqual({ kind: 'disk-failed' });
  expect(fs.readdirSync(dir)).toEqual([]);
});

test('without a place nothing is written', async () => {
  chosen = '';
  const outcome = await save(() => {
    throw new Error('must not be called');
  });
  expect(outcome).toEqual({ kind: 'cancelled' });
});

test('an earlier file stays whole when a later one of its name cannot be written', async () => {
  fs.writeFileSync(chosen, 'earlier');
  const failing = (half: string): never => {
    fs.writeFileSync(half, 'ha');
    throw new Error('ENOSPC');
  };
  expect(await save(failing)).toEqual({ kind: 'disk-failed' });
  await expect(writeWhole(chosen, failing)).rejects.toThrow('ENOSPC');
  expect(fs.readFileSync(chosen, 'utf8')).toBe('earlier');
  expect(fs.readdirSync(dir)).toEqual(['copia.mostrador']);
});
