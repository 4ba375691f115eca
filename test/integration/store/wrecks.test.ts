import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../src/main/store/database/database.ts';
import { type Database } from '../../../src/main/store/database/types.ts';
import { fileVersion, MIGRATIONS, type Migration } from '../../../src/main/store/database/migrations.ts';
import { NOON } from '../../fakes/fixed-clock.ts';
import { tempDir } from '../../fakes/temp-store.ts';

const NEXT: Migration = { version: MIGRATIONS.length + 1, sql: 'CREATE TABLE later (a TEXT) STRICT' };

let folder: ReturnType<typeof tempDir>;
let file: string;
const opened: Database[] = [];

beforeEach(() => {
  folder = tempDir();
  file = path.join(folder.dir, 'orders.db');
});
afterEach(() => {
  closeAll();
  folder.remove();
});

function open(options: { readonly migrations?: readonly Migration[] } = {}) {
  const result = openDatabase({ file, now: () => NOON, ...options });
  opened.push(result.db);
  return result;
}

function closeAll(): void {
  for (const db of opened.splice(0)) db.close();
}

function addOrder(db: Database, key: string): void {
  db.transact(() => db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)').run(key, 'x'));
}

test('a file of a newer app is set aside as it is, and another one is made', () => {
  open({ migrations: [...MIGRATIONS, NEXT] });
  closeAll();
  const before = fs.readFileSync(file);
  const { db, setAside } = open();
  expect(setAside).toEqual({ name: 'orders.newer-2026-03-02T15-00-00-000Z.db', why: 'newer' });
  expect(fs.readFileSync(path.join(folder.dir, setAside?.name ?? '')).equals(before)).toBe(true);
  expect(fileVersion(db)).toBe(MIGRATIONS.length);
});

describe('in the place of the file', () => {
  const wrecks: Readonly<Record<string, () => void>> = {
    'an empty file': () => fs.writeFileSync(file, ''),
    'an empty file with a log': () => {
      fs.writeFileSync(file, '');
      fs.writeFileSync(`${file}-wal`, 'x'.repeat(5_000));
      fs.writeFileSync(`${file}-shm`, 'x'.repeat(5_000));
    },
    'a folder': () => {
      fs.mkdirSync(file);
      fs.writeFileSync(path.join(file, 'something'), 'x');
    },
    'half of a file': () => {
      addOrder(open().db, 'kept');
      closeAll();
      fs.truncateSync(file, Math.floor(fs.statSync(file).size / 2 / 4096) * 4096);
    },
    'the beginning of a file': () => {
      addOrder(open().db, 'kept');
      closeAll();
      fs.truncateSync(file, 60);
    },
  };
  test.for(Object.entries(wrecks))('%s is set aside with all that goes with it', ([, wreck]) => {
    wreck();
    const names = fs.readdirSync(folder.dir);
    const { db, setAside } = open();
    const aside = 'orders.damaged-2026-03-02T15-00-00-000Z.db';
    expect(setAside).toEqual({ name: aside, why: 'damaged' });
    const found = fs.readdirSync(folder.dir);
    for (const name of names) expect(found).toContain(name.replace('orders.db', aside));
    addOrder(db, 'works');
    closeAll();
    expect(open().setAside).toBeNull();
  });
});

test('a log full of garbage beside a sound file costs nothing that is in the file', () => {
  addOrder(open().db, 'kept');
  closeAll();
  fs.writeFileSync(`${file}-wal`, Buffer.alloc(100_000, 0xa5));
  fs.writeFileSync(`${file}-shm`, Buffer.alloc(32_768, 0xa5));
  const { db, setAside } = open();
  expect(setAside).toBeNull();
  expect(db.prepare('SELECT key FROM meta').all()).toEqual([{ key: 'kept' }]);
  addOrder(db, 'more');
});
