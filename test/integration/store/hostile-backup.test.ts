import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import { openDatabase } from '../../../src/main/store/database/database.ts';
import { createOrderStore } from '../../../src/main/store/orders/order-store.ts';
import { readBackup, stageRestore, writeBackup } from '../../../src/main/store/profile/profile-backup.ts';
import { DEFAULT_SETTINGS } from '../../../src/shared/settings/settings.ts';
import { createFixedClock } from '../../fakes/fixed-clock.ts';
import { tempDir } from '../../fakes/temp-store.ts';
import { news } from '../../fixtures/news.ts';

const { now } = createFixedClock();
let root: string;
let remove: () => void;
let backup: string;

beforeEach(() => {
  ({ dir: root, remove } = tempDir());
  backup = path.join(root, 'copia.db');
  const { db } = openDatabase({ file: path.join(root, 'old', 'orders.db'), now });
  createIngest({ store: createOrderStore(db), now })([news()], 'webhook');
  writeBackup({ db, settings: DEFAULT_SETTINGS, now }, backup);
  db.close();
});
afterEach(() => remove());

test('a backup of the app’s own is accepted, with its order and its alert', () => {
  expect(readBackup({ profileDir: root, now }, backup)).toMatchObject({ ok: true, value: { orders: 1 } });
});

test.each([
  ['an alert raised at a time that is none', "UPDATE alerts SET raised_at = 'soon'"],
  ['an alert of a day that does not exist', "UPDATE alerts SET since = '2026-13-45T00:00:00.000Z'"],
  ['an alert seen at no time', "UPDATE alerts SET shown_at = ''"],
  ['an order of no time', "UPDATE orders SET at = '0'"],
  ['an order that is ready in words', "UPDATE orders SET ready_at = 'ayer'"],
  ['an event of no time', "UPDATE events SET at = 'x'"],
  ['SQL that takes alerts away', 'CREATE TRIGGER t AFTER INSERT ON alerts BEGIN DELETE FROM alerts; END'],
  ['an order left at no time', "UPDATE orders SET left_at = 'ayer'"],
  ['an order cancelled at no time', "UPDATE orders SET cancelled_at = '9'"],
  ['a view', 'CREATE VIEW v AS SELECT 1'],
  ['a table of its own', 'CREATE TABLE more (x)'],
  ['a virtual table', 'CREATE VIRTUAL TABLE v USING fts5(x)'],
  ['a computed column', 'ALTER TABLE orders ADD COLUMN x INT AS (length(zeroblob(900000000)))'],
  ['an index on an expression', 'CREATE INDEX x ON orders (hex(zeroblob(1000000)) || code)'],
  ['an index that refuses orders', 'CREATE UNIQUE INDEX x ON orders (status)'],
  ['an amount that no number here can be', 'UPDATE orders SET total_minor = 9223372036854775807'],
  ['the least of all amounts', 'UPDATE orders SET collect_minor = -9223372036854775807 - 1'],
  ['lines beyond counting', 'UPDATE orders SET line_count = 1 << 60'],
  [
    'a delivery that took for ever',
    "INSERT INTO deliveries VALUES (1, '2026-03-02T15:00:00.000Z', 'stored', 200, 9e999, 1, NULL, NULL, 1)",
  ],
  ['a code of a mebibyte', 'UPDATE orders SET code = hex(zeroblob(524288))'],
  ['a code of a mebibyte behind a zero', "UPDATE orders SET code = 'x' || char(0) || hex(zeroblob(524288))"],
  ['a body of a hundred mebibytes', 'UPDATE order_bodies SET body = hex(zeroblob(52428800))'],
])('one with %s is refused as damaged, and nothing changes', (_what, sql) => {
  const { db } = openDatabase({ file: backup, now });
  db.exec(sql);
  db.close();
  const before = fs.readdirSync(root).toSorted();
  expect(stageRestore({ profileDir: root, now }, backup)).toEqual({ ok: false, error: 'damaged' });
  expect(fs.readdirSync(root).toSorted()).toEqual(before);
});

const ENDLESS = 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)';

test.each([
  [
    'a view without an end in the place of the orders',
    `DROP TABLE orders; CREATE VIEW orders AS ${ENDLESS} SELECT i AS id FROM n`,
  ],
  [
    'a view without an end in the place of the notes',
    `DROP TABLE meta; CREATE VIEW meta AS ${ENDLESS} SELECT 'k' AS key, i AS value FROM n`,
  ],
  [
    'a trigger without an end',
    `CREATE TRIGGER t BEFORE DELETE ON meta BEGIN INSERT INTO meta ${ENDLESS} SELECT 'k' || i, 'v' FROM n; END`,
  ],
  [
    'the same in a file of an older version',
    `CREATE TRIGGER t BEFORE UPDATE ON orders BEGIN INSERT INTO meta ${ENDLESS} SELECT 'k' || i, 'v' FROM n; END; PRAGMA user_version = 10`,
  ],
  [
    'the same in a file of a newer version',
    `DROP TABLE meta; CREATE VIEW meta AS ${ENDLESS} SELECT 'k' AS key, i AS value FROM n; PRAGMA user_version = 999`,
  ],
])('%s does not hold up the app', (_what, sql) => {
  const raw = new DatabaseSync(backup);
  raw.exec(`PRAGMA foreign_keys = OFF; ${sql}`);
  raw.close();
  // In a process of its own, which can be stopped.
  const module = pathToFileURL(
    path.resolve(import.meta.dirname, '../../../src/main/store/profile/profile-backup.ts'),
  );
  const script = `import { stageRestore } from ${JSON.stringify(module.href)};
    const place = { profileDir: ${JSON.stringify(root)}, now: () => ${JSON.stringify(now())} };
    console.log(JSON.stringify(stageRestore(place, ${JSON.stringify(backup)})));`;
  const run = spawnSync(process.execPath, ['--input-type=module', '--no-warnings', '-e', script], {
    timeout: 30_000,
    encoding: 'utf8',
  });
  expect(run.error).toBeUndefined();
  expect(run.stdout).toMatch(/"error":"(?:damaged|newer)"/);
});

test('a table whose definition is not what it says is refused', () => {
  const raw = new DatabaseSync(backup);
  raw.enableDefensive(false);
  raw.exec(`PRAGMA writable_schema = ON;
    UPDATE sqlite_schema SET sql = replace(sql, 'code TEXT NOT NULL', 'code TEXT NOT NULL DEFAULT (hex(zeroblob(9)))') WHERE name = 'orders'`);
  raw.close();
  expect(stageRestore({ profileDir: root, now }, backup)).toEqual({ ok: false, error: 'damaged' });
});

test.runIf(process.platform !== 'win32')('a folder, a device and a link to one are no backups', () => {
  const link = path.join(root, 'link.db');
  fs.symlinkSync('/dev/zero', link);
  for (const file of ['/dev/zero', link, root])
    expect(readBackup({ profileDir: root, now }, file)).toEqual({ ok: false, error: 'not-a-backup' });
});

test('what does not begin as a backup is not copied, however large it is', () => {
  fs.writeFileSync(backup, 'a film');
  fs.truncateSync(backup, 3 * 1024 ** 3);
  const { copyFileSync } = fs;
  let copied = 0;
  fs.copyFileSync = () => (copied += 1);
  try {
    expect(readBackup({ profileDir: root, now }, backup)).toEqual({ ok: false, error: 'damaged' });
  } finally {
    fs.copyFileSync = copyFileSync;
  }
  expect(copied).toBe(0);
});

test('one that is larger than any shop’s is not copied', () => {
  fs.truncateSync(backup, 5 * 1024 ** 3);
  expect(readBackup({ profileDir: root, now }, backup)).toEqual({ ok: false, error: 'not-a-backup' });
});

test('settings in a backup with `__proto__` and names of everything are only what settings are', () => {
  const { db } = openDatabase({ file: backup, now });
  const note =
    '{"madeAt":"2026-03-02T15:00:00.000Z","settings":{"__proto__":{"language":"en"},"constructor":{"prototype":{"x":1}},"shop":{"__proto__":{"name":"x"},"name":["x"]},"tunnel":{"cloudflared":{"executable":"/bin/sh"}},"receiver":{"port":1e99}}}';
  db.prepare("UPDATE meta SET value = ? WHERE key = 'backup'").run(note);
  db.close();
  const read = readBackup({ profileDir: root, now }, backup);
  expect(read).toEqual({
    ok: true,
    value: { madeAt: '2026-03-02T15:00:00.000Z', orders: 1, settings: DEFAULT_SETTINGS, program: '/bin/sh' },
  });
  expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
});

test('one that was made at no time is none', () => {
  const { db } = openDatabase({ file: backup, now });
  db.exec(`UPDATE meta SET value = '{"madeAt":"x","settings":{}}' WHERE key = 'backup'`);
  db.close();
  expect(readBackup({ profileDir: root, now }, backup)).toEqual({ ok: false, error: 'not-a-backup' });
});

test('a kept order with a time that is none is read without it', () => {
  const { db } = openDatabase({ file: backup, now });
  const store = createOrderStore(db);
  const { id } = news().order;
  db.exec("UPDATE order_bodies SET body = json_set(body, '$.promisedFor', 'soon', '$.acceptedFor', '')");
  expect(store.findOrder(id)?.order).toMatchObject({ code: '4821', promisedFor: null, acceptedFor: null });
  db.close();
});
