import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import { openDatabase } from '../../../src/main/store/database/database.ts';
import { fileVersion, MIGRATIONS } from '../../../src/main/store/database/migrations.ts';
import { createOrderStore } from '../../../src/main/store/orders/order-store.ts';
import { createRecords } from '../../../src/main/store/orders/records.ts';
import { createShopScope } from '../../../src/main/store/orders/shop-scope.ts';
import { createSyncNotes } from '../../../src/main/store/orders/sync-notes.ts';
import { NOON } from '../../fakes/fixed-clock.ts';
import { tempDir } from '../../fakes/temp-store.ts';
import { news } from '../../fixtures/news.ts';
import { alertCode } from '../../../src/shared/orders/alert.ts';

const SQL = path.resolve(import.meta.dirname, '../../fixtures/store/orders-v2.sql');
const AGO = '2020-01-01T00:00:00.000Z';
const now = (): string => NOON;

function open() {
  const { dir, remove } = tempDir();
  onTestFinished(remove);
  const file = path.join(dir, 'orders.db');
  const raw = new DatabaseSync(file);
  raw.exec('PRAGMA journal_mode = WAL');
  raw.exec(`BEGIN; ${fs.readFileSync(SQL, 'utf8')} COMMIT;`);
  raw.close();
  const opened = openDatabase({ file, now });
  onTestFinished(opened.db.close);
  return { ...opened, dir, store: createOrderStore(opened.db) };
}

test('a file of the second version is brought up to date, after a copy of it was made', () => {
  const { db, setAside, dir } = open();
  expect(setAside).toBeNull();
  expect(fileVersion(db)).toBe(MIGRATIONS.length);
  expect(fs.readdirSync(dir)).toContain('orders.before-2-2026-03-02T15-00-00-000Z.db');
});

test('its orders, its alerts and what people did with them are there', () => {
  const { store, db } = open();
  expect(store.listOrders().map((row) => [row.code, row.status, row.handedOverAt !== null])).toEqual([
    ['4822', 'READY_FOR_PICKUP', true],
    ['4823', 'CANCELLED', false],
    ['4824', 'READY_FOR_PICKUP', false],
    ['4821', 'READY_FOR_PICKUP', false],
  ]);
  expect(store.openAlerts().map((alert) => [alertCode(alert), alert.kind])).toEqual([
    ['4824', 'ready'],
    ['4823', 'cancelled'],
  ]);
  expect(store.lastCompleteSync()).toBe('2026-03-02T14:00:00.000Z');
  expect(createSyncNotes(db).read('last-contact')).toBe('2026-03-02T14:01:00.000Z');
  const records = createRecords({ db, flush: () => undefined });
  const [stored] = records.ordersWithCode('4823');
  if (stored === undefined) throw new Error('The file has no order 4823');
  expect(records.recordsOf(stored)).toMatchObject({
    events: [{ source: 'webhook' }, { source: 'webhook', statusText: 'CANCELLED' }],
    alerts: [
      { kind: 'ready', circumstance: 'audible' },
      { kind: 'cancelled', circumstance: null },
    ],
    deliveries: [{ outcome: 'stored' }],
  });
  expect(records.presenceSince(AGO)).toHaveLength(1);
});

test('what the platform tells again is known, and what is new is stored', () => {
  const { store } = open();
  const receive = createIngest({ store, now });
  const before = store.openAlerts();
  const known = store.listOrders().map(({ id, code }) => news({ id, code }));
  expect(receive(known, 'catch-up').map(({ kind }) => kind)).toEqual(known.map(() => 'unchanged'));
  expect(store.openAlerts()).toEqual(before);
  const [outcome] = receive([news({ id: 'fresh', code: '4825' })], 'webhook');
  expect(outcome).toMatchObject({ kind: 'changed', change: { raised: [{ kind: 'ready' }] } });
});

test('all of it belongs to the shop of the settings from then on, and nothing of it to another', () => {
  const { db } = open();
  const scope = createShopScope({ db, now });
  const store = createOrderStore(db, undefined, scope.key);
  const notes = createSyncNotes(db, scope.key);
  expect(scope.follow({ chainId: 'cadena-1', vendorId: '0042' })).toEqual({ raised: [], closed: [] });
  expect(store.listOrders()).toHaveLength(4);
  expect(store.openAlerts()).toHaveLength(2);
  expect(store.lastCompleteSync()).toBe('2026-03-02T14:00:00.000Z');
  expect(notes.read('last-contact')).toBe('2026-03-02T14:01:00.000Z');
  expect(scope.follow({ chainId: 'cadena-1', vendorId: '77' }).closed).toHaveLength(2);
  expect([store.listOrders(), store.openAlerts(), store.lastCompleteSync()]).toEqual([[], [], null]);
});
