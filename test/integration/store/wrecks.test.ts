import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../src/main/store/database/database.ts';
import { type Database } from '../../../src/main/store/database/types.ts';
import { fileVersion, MIGRATIONS, type Migration } from '../../../src/main/store/database/migrations.ts';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import { createOrderStore } from '../../../src/main/store/orders/order-store.ts';
import { NOON } from '../../fakes/fixed-clock.ts';
import { tempDir } from '../../fakes/temp-store.ts';
import { news } from '../../fixtures/news.ts';

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

describe('a file that does not hold what its version says', () => {
  const odd: Readonly<Record<string, string>> = {
    'the version of a new file': 'PRAGMA user_version = 0',
    'an older version': 'PRAGMA user_version = 5',
    'the version before this one': `PRAGMA user_version = ${String(MIGRATIONS.length - 1)}`,
    'a version that is none': 'PRAGMA user_version = -3',
    'a table that is missing': 'DROP TABLE outbox',
    'a column that is missing': 'ALTER TABLE orders DROP COLUMN handed_over_by',
  };
  test.for(Object.entries(odd))('(%s) is set aside as it is, and its alerts and marks go on', ([, sql]) => {
    const { db } = open();
    const store = createOrderStore(db);
    createIngest({ store, now: () => NOON })([news({ id: 'a' }), news({ id: 'b' })], 'webhook');
    store.acknowledge(['a:ready'], 'Ana', NOON);
    db.exec(sql);
    closeAll();
    const before = fs.readFileSync(file);
    const { db: next, setAside } = open();
    expect(setAside).toMatchObject({ why: 'damaged' });
    expect(fs.readFileSync(path.join(folder.dir, setAside?.name ?? '')).equals(before)).toBe(true);
    const saved = createOrderStore(next);
    expect(saved.openAlerts().map(({ id }) => id)).toEqual(['b:ready']);
    expect(saved.alertsOf('a')).toMatchObject([{ acknowledgedBy: 'Ana' }]);
    closeAll();
    expect(open().setAside).toBeNull();
  });

  test('(no table of orders at all) is set aside, and the app works', () => {
    const { db } = open();
    addOrder(db, 'kept');
    db.exec('PRAGMA foreign_keys = OFF; DROP TABLE orders; DROP TABLE alerts');
    closeAll();
    const { db: next, setAside } = open();
    expect(setAside).toMatchObject({ why: 'damaged' });
    expect(createOrderStore(next).openAlerts()).toEqual([]);
  });

  test('(one of another program) is set aside', () => {
    const other = new DatabaseSync(file);
    other.exec('CREATE TABLE orders (number INTEGER, total REAL); INSERT INTO orders VALUES (1, 2.5)');
    other.close();
    const { db, setAside } = open();
    expect(setAside).toMatchObject({ why: 'damaged' });
    expect(createOrderStore(db).listOrders()).toEqual([]);
  });
});

test.for(['-wal', '-shm', '-journal', '-copy', '-copy-journal', '-new', '-ready', '-ready-newer', '-check'])(
  'a folder in the place of orders.db%s keeps no orders file closed, and is not removed',
  (suffix) => {
    createIngest({ store: createOrderStore(open().db), now: () => NOON })([news({ id: 'a' })], 'webhook');
    closeAll();
    fs.mkdirSync(file + suffix);
    fs.writeFileSync(path.join(file + suffix, 'mine'), 'x');
    const { db, setAside } = open();
    expect(setAside).toBeNull();
    const store = createOrderStore(db);
    expect(store.openAlerts()).toHaveLength(1);
    createIngest({ store, now: () => NOON })([news({ id: 'b' })], 'webhook');
    closeAll();
    // Also when a new file has to be made.
    fs.writeFileSync(file, 'x'.repeat(5_000));
    expect(open().setAside).toMatchObject({ why: 'damaged' });
    const left = fs.readdirSync(folder.dir, { recursive: true, encoding: 'utf8' });
    expect(left.filter((name) => path.basename(name) === 'mine')).toHaveLength(1);
  },
);

test.for(['-ready', '-ready-newer'])('an empty orders.db%s replaces nothing', (suffix) => {
  createIngest({ store: createOrderStore(open().db), now: () => NOON })([news({ id: 'a' })], 'webhook');
  closeAll();
  fs.writeFileSync(file + suffix, '');
  const { db, setAside } = open();
  expect(setAside).toBeNull();
  expect(createOrderStore(db).openAlerts()).toHaveLength(1);
});
