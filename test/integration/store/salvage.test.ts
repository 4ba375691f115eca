import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createHandOver } from '../../../src/main/core/orders/hand-over.ts';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import { openDatabase } from '../../../src/main/store/database/database.ts';
import { type Database } from '../../../src/main/store/database/types.ts';
import { isRow } from '../../../src/main/store/orders/rows.ts';
import { createOrderStore } from '../../../src/main/store/orders/order-store.ts';
import { createShopScope } from '../../../src/main/store/orders/shop-scope.ts';
import { createSyncNotes } from '../../../src/main/store/orders/sync-notes.ts';
import { createFixedClock } from '../../fakes/fixed-clock.ts';
import { tempDir } from '../../fakes/temp-store.ts';
import { news } from '../../fixtures/news.ts';

const SHOP = { chainId: 'cadena-1', vendorId: '0042' };
const PAGE = 4096;
const COUNT = 120;

let folder: ReturnType<typeof tempDir>;
let file: string;
let opened: Database[] = [];
const clock = createFixedClock();

beforeEach(() => {
  folder = tempDir();
  file = path.join(folder.dir, 'orders.db');
});
afterEach(() => {
  closeAll();
  folder.remove();
});
function closeAll(): void {
  for (const db of opened) db.close();
  opened = [];
}

function open() {
  const { db, setAside } = openDatabase({ file, now: clock.now });
  opened.push(db);
  const scope = createShopScope({ db, now: clock.now });
  scope.follow(SHOP);
  const store = createOrderStore(db, undefined, scope.key);
  return { db, setAside, store, notes: createSyncNotes(db, scope.key) };
}

/** A shop in the middle of its day: of every four orders one is open, one seen, one handed over, one cancelled. */
function fill(): void {
  const { store, notes } = open();
  const receive = createIngest({ store, now: clock.now });
  for (let index = 0; index < COUNT; index += 1) {
    const id = `order-${String(index).padStart(3, '0')}`;
    clock.move(1_000);
    receive([news({ id, code: String(index), version: clock.now() })], 'webhook');
    if (index % 4 === 1) store.acknowledge([`${id}:ready`], 'Ana', clock.now());
    if (index % 4 === 2) createHandOver({ store, now: clock.now })(id, true);
    if (index % 4 === 3) receive([news({ id, status: 'CANCELLED', version: clock.now() })], 'webhook');
  }
  store.saveCompleteSync('2026-03-02T15:00:01.000Z');
  notes.save('last-full-sweep', '2026-03-02T15:00:02.000Z');
  notes.save('outage-since', '2026-03-02T15:00:03.000Z');
}

const facts = ({ store }: ReturnType<typeof open>) => ({
  open: store.openAlerts().map(({ id, kind }) => `${id} ${kind}`),
  handed: store.listOrders().filter(({ handedOverAt }) => handedOverAt !== null).length,
  seen: store.listOrders().filter(({ id }) => store.alertsOf(id)[0]?.acknowledgedBy === 'Ana').length,
});

/** Pages of a table, by number from 1. */
function pagesOf(table: string): readonly number[] {
  const raw = new DatabaseSync(file, { readOnly: true });
  const rows = raw.prepare('SELECT pageno FROM dbstat WHERE name = ? ORDER BY pageno').all(table);
  raw.close();
  return rows.filter(isRow).map((row) => Number(row['pageno']));
}

function spoil(pages: readonly number[]): void {
  const handle = fs.openSync(file, 'r+');
  for (const page of pages) fs.writeSync(handle, Buffer.alloc(PAGE, 0xa5), 0, PAGE, (page - 1) * PAGE);
  fs.closeSync(handle);
  fs.writeFileSync(`${file}-check`, '');
}

test('of a file that a newer app has written everything is saved, and it stays as it is', () => {
  fill();
  const before = facts(open());
  closeAll();
  const raw = new DatabaseSync(file);
  raw.exec('PRAGMA user_version = 99; ALTER TABLE alerts ADD COLUMN later TEXT; CREATE TABLE later (a TEXT)');
  raw.close();
  const bytes = fs.readFileSync(file);
  const after = open();
  expect(after.setAside?.why).toBe('newer');
  expect(fs.readFileSync(path.join(folder.dir, after.setAside?.name ?? '')).equals(bytes)).toBe(true);
  expect(facts(after)).toEqual(before);
  expect(before).toMatchObject({ handed: COUNT / 4, seen: COUNT / 4 });
  expect(before.open).toHaveLength(COUNT / 2);
  expect(after.store.lastCompleteSync()).toBe('2026-03-02T15:00:01.000Z');
  expect(after.notes.read('last-full-sweep')).toBe('2026-03-02T15:00:02.000Z');
});

describe('of a damaged file', () => {
  test.each(['events', 'order_bodies', 'sqlite_autoindex_orders_1', 'orders_waiting'])(
    'with damage in %s, alerts, marks and what is known about asking are saved, and nothing rings again',
    (table) => {
      fill();
      const before = facts(open());
      closeAll();
      const pages = pagesOf(table);
      spoil(pages.slice(Math.min(1, pages.length - 1)));
      const after = open();
      expect(after.setAside?.why).toBe('damaged');
      expect(facts(after)).toEqual(before);
      expect(after.store.lastCompleteSync()).toBe('2026-03-02T15:00:01.000Z');
      expect(after.notes.read('outage-since')).toBe('2026-03-02T15:00:03.000Z');
      // The platform tells everything once more.
      const receive = createIngest({ store: after.store, now: clock.now });
      const again = after.store.listOrders().map(({ id, code, status }) => {
        const version = after.store.findOrder(id)?.order.version ?? null;
        return news({ id, code, status, version });
      });
      expect(again).toHaveLength(COUNT);
      const raised = receive(again, 'catch-up').flatMap((one) =>
        one.kind === 'changed' ? one.change.raised : [],
      );
      expect(raised).toEqual([]);
      expect(facts(after)).toEqual(before);
      expect(after.store.findOrder('order-002')?.order.lines).toHaveLength(1);
    },
  );

  test('with one bad page of alerts the others are saved, and the past is swept again', () => {
    fill();
    closeAll();
    const pages = pagesOf('alerts');
    expect(pages.length).toBeGreaterThan(4);
    spoil(pages.slice(3, 4));
    const after = open();
    const count = Number(after.db.prepare('SELECT count(*) AS count FROM alerts').get()?.['count']);
    expect(count).toBeGreaterThan(COUNT / 2);
    expect(after.store.openAlerts().length).toBeGreaterThan(COUNT / 4);
    expect(after.store.listOrders()).toHaveLength(COUNT);
    expect(after.notes.read('last-full-sweep')).toBeNull();
    expect(after.store.lastCompleteSync()).toBe('2026-03-02T15:00:01.000Z');
  });

  test('that is cut, what stands before the cut is saved', () => {
    fill();
    closeAll();
    fs.truncateSync(file, Math.floor((fs.statSync(file).size * 0.9) / PAGE) * PAGE);
    const after = open();
    expect(after.setAside?.why).toBe('damaged');
    expect(after.store.listOrders().length).toBeGreaterThan(COUNT / 4);
    expect(after.store.openAlerts().length).toBeGreaterThan(COUNT / 8);
  });

  test.each([
    ['no database at all', (): void => fs.writeFileSync(file, 'esto no es una base')],
    ['without its beginning', (): void => spoil([1])],
  ])('%s, a new one begins', (_what, wreck) => {
    fill();
    closeAll();
    wreck();
    const after = open();
    expect(after.setAside?.why).toBe('damaged');
    expect(after.store.listOrders()).toEqual([]);
  });
});
