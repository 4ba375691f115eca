import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../../src/main/store/database/database.ts';
import { type Database } from '../../../src/main/store/database/types.ts';
import { fileVersion, MIGRATIONS, type Migration } from '../../../src/main/store/database/migrations.ts';
import { createOrderStore } from '../../../src/main/store/orders/order-store.ts';
import { StoreError } from '../../../src/main/store/database/store-error.ts';
import { NOON } from '../../fakes/fixed-clock.ts';
import { tempDir } from '../../fakes/temp-store.ts';
import { alertCode } from '../../../src/shared/orders/alert.ts';

const now = (): string => NOON;
const FIXTURE = path.resolve(import.meta.dirname, '../../fixtures/store/orders-v1.db');
const NEXT: Migration = { version: MIGRATIONS.length + 1, sql: 'CREATE TABLE later (a TEXT) STRICT' };

let folder: ReturnType<typeof tempDir>;
let file: string;
const opened: Database[] = [];

beforeEach(() => {
  folder = tempDir();
  file = path.join(folder.dir, 'orders.db');
});
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
  folder.remove();
});

function open(options: { readonly migrations?: readonly Migration[]; readonly busyTimeoutMs?: number } = {}) {
  const result = openDatabase({ file, now, ...options });
  opened.push(result.db);
  return result;
}

function closeAll(): void {
  for (const db of opened.splice(0)) db.close();
}

function pragma(db: Database, name: string): unknown {
  return Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];
}

function failure(work: () => unknown): StoreError {
  try {
    work();
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
  throw new Error('It did not fail');
}

function addOrder(db: Database, version: string): void {
  db.transact(() => db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)').run(version, 'x'));
}

test('a new file is made, with its folder, durable and up to date', () => {
  file = path.join(folder.dir, 'deep', 'er', 'orders.db');
  const { db, setAside } = open();
  expect(setAside).toBeNull();
  expect(pragma(db, 'journal_mode')).toBe('wal');
  expect(pragma(db, 'synchronous')).toBe(2);
  expect(pragma(db, 'foreign_keys')).toBe(1);
  expect(pragma(db, 'busy_timeout')).toBe(2_000);
  expect(fileVersion(db)).toBe(MIGRATIONS.length);
});

test.skipIf(process.platform === 'win32')('only its owner may read the file and its log', () => {
  const { db } = open();
  addOrder(db, 'a');
  for (const suffix of ['', '-wal']) expect(fs.statSync(file + suffix).mode & 0o777).toBe(0o600);
});

test('it stays durable when it is opened a second time', () => {
  open();
  closeAll();
  const { db } = open();
  expect(pragma(db, 'journal_mode')).toBe('wal');
  expect(pragma(db, 'synchronous')).toBe(2);
});

test('a file of the first version is read and brought up to date', () => {
  fs.copyFileSync(FIXTURE, file);
  const { db, setAside } = open();
  const store = createOrderStore(db);
  expect(setAside).toBeNull();
  expect(store.listOrders().map((row) => [row.code, row.status])).toEqual([
    ['4823', 'CANCELLED'],
    ['4822', 'PICKED_UP'],
    ['4821', 'READY_FOR_PICKUP'],
  ]);
  expect(store.openAlerts().map((alert) => [alertCode(alert), alert.kind])).toEqual([
    ['4821', 'ready'],
    ['4823', 'cancelled'],
  ]);
  expect(store.lastCompleteSync()).toBe('2026-03-02T14:00:00.000Z');
});

test('before an older file is changed a copy of it is made', () => {
  addOrder(open().db, 'kept');
  closeAll();
  const { db } = open({ migrations: [...MIGRATIONS, NEXT] });
  expect(fileVersion(db)).toBe(NEXT.version);
  const copies = fs.readdirSync(folder.dir).filter((name) => name.startsWith('orders.before-'));
  expect(copies).toEqual([`orders.before-${String(MIGRATIONS.length)}-2026-03-02T15-00-00-000Z.db`]);
  const copy = new DatabaseSync(path.join(folder.dir, copies[0] ?? ''));
  expect(copy.prepare('SELECT key FROM meta').all()).toEqual([{ key: 'kept' }]);
  expect(copy.prepare('PRAGMA user_version').get()).toEqual({ user_version: MIGRATIONS.length });
  copy.close();
});

test('a migration that fails leaves the file at the version before', () => {
  open();
  closeAll();
  const broken = { version: NEXT.version, sql: `${NEXT.sql}; CREATE NONSENSE` };
  expect(() => open({ migrations: [...MIGRATIONS, broken] })).toThrow(StoreError);
  const { db } = open({ migrations: [...MIGRATIONS, NEXT] });
  expect(fileVersion(db)).toBe(NEXT.version);
});

test('who waits for another program once waits only briefly until it lets go', () => {
  const { db } = open({ busyTimeoutMs: 200 });
  const other = new DatabaseSync(file);
  other.exec('BEGIN EXCLUSIVE');
  expect(() => addOrder(db, 'a')).toThrow(/locked/);
  expect(pragma(db, 'busy_timeout')).toBe(50);
  other.exec('COMMIT');
  other.close();
  addOrder(db, 'b');
  expect(pragma(db, 'busy_timeout')).toBe(200);
});

test('a file that is no database is set aside and made anew', () => {
  fs.writeFileSync(file, 'esto no es una base de datos '.repeat(400));
  const { db, setAside } = open();
  expect(setAside).toEqual({ name: 'orders.damaged-2026-03-02T15-00-00-000Z.db', why: 'damaged' });
  expect(fs.readFileSync(path.join(folder.dir, setAside?.name ?? ''), 'utf8')).toMatch(/^esto no es/);
  expect(createOrderStore(db).countOrders()).toBe(0);
});

test('a second damaged file of the same moment does not replace the first', () => {
  for (const expected of [
    'orders.damaged-2026-03-02T15-00-00-000Z.db',
    'orders.damaged-2026-03-02T15-00-00-000Z-2.db',
  ]) {
    fs.writeFileSync(file, 'x'.repeat(5_000));
    expect(open().setAside?.name).toBe(expected);
    closeAll();
  }
});

test('pages damaged within a sound file are met while reading, and the next start sets it aside', () => {
  const { db } = open();
  db.transact(() => {
    const insert = db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)');
    for (let index = 0; index < 2_000; index += 1) insert.run(`key-${String(index)}`, 'x'.repeat(200));
  });
  closeAll();
  const bytes = fs.readFileSync(file);
  // Behind the pages that every start reads.
  bytes.fill(0xa5, 4096 * 40);
  fs.writeFileSync(file, bytes);

  const damaged = open();
  expect(damaged.setAside).toBeNull();
  expect(() => damaged.db.prepare('SELECT count(*), max(value) FROM meta').all()).toThrow(/malformed/);
  closeAll();
  expect(open().setAside?.name).toBe('orders.damaged-2026-03-02T15-00-00-000Z.db');
  closeAll();
  expect(open().setAside).toBeNull();
});

test('a file that another program is writing is refused by name', () => {
  open();
  const other = new DatabaseSync(file);
  closeAll();
  other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  expect(failure(() => open({ busyTimeoutMs: 50 })).code).toBe('locked');
  other.close();
  expect(open().setAside).toBeNull();
});

test('a place that cannot be used is refused', () => {
  fs.writeFileSync(path.join(folder.dir, 'plain'), '');
  file = path.join(folder.dir, 'plain', 'orders.db');
  expect(failure(() => open()).code).toBe('cannot-open');
});

test('a transaction that fails keeps nothing, and the next one works', () => {
  const { db } = open();
  expect(() =>
    db.transact(() => {
      db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)').run('half', 'x');
      throw new Error('stop');
    }),
  ).toThrow('stop');
  addOrder(db, 'whole');
  expect(db.prepare('SELECT key FROM meta').all()).toEqual([{ key: 'whole' }]);
});

test('a start removes no copy, because its clock is not confirmed yet', () => {
  const copy = path.join(folder.dir, 'orders.damaged-2025-12-01T00-00-00-000Z.db');
  fs.writeFileSync(copy, '');
  const time = new Date(Date.parse(NOON) - 61 * 86_400_000);
  fs.utimesSync(copy, time, time);
  open();
  expect(fs.existsSync(copy)).toBe(true);
});
