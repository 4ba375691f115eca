import fs from 'node:fs';
import path from 'node:path';
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
  ['a view', 'CREATE VIEW v AS SELECT 1'],
])('one with %s is refused as damaged, and nothing changes', (_what, sql) => {
  const { db } = openDatabase({ file: backup, now });
  db.exec(sql);
  db.close();
  const before = fs.readdirSync(root).toSorted();
  expect(stageRestore({ profileDir: root, now }, backup)).toEqual({ ok: false, error: 'damaged' });
  expect(fs.readdirSync(root).toSorted()).toEqual(before);
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
