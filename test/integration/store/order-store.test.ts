import { afterEach, beforeEach, expect, test } from 'vitest';
import { toSummary } from '../../../src/main/core/orders/summary.ts';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import type { Database } from '../../../src/main/store/database/types.ts';
import { createOrderStore } from '../../../src/main/store/orders/order-store.ts';
import { createRecords } from '../../../src/main/store/orders/records.ts';
import { createSlipStore } from '../../../src/main/store/orders/slip-store.ts';
import { createSetupRecords } from '../../../src/main/store/settings/setup-records.ts';
import type { Order } from '../../../src/shared/orders/order.ts';
import { shiftIso } from '../../../src/shared/time.ts';
import { createFixedClock, NOON } from '../../fakes/fixed-clock.ts';
import { openTempStore } from '../../fakes/temp-store.ts';
import { news } from '../../fixtures/news.ts';

const DAY_MS = 86_400_000;
let clock: ReturnType<typeof createFixedClock>;
let opened: ReturnType<typeof openTempStore>;

beforeEach(() => {
  clock = createFixedClock();
  opened = openTempStore(clock.now);
});
afterEach(() => opened.close());

function arrive(...orders: readonly Partial<Order>[]): void {
  clock.move(1_000);
  createIngest({ store: opened.store, now: clock.now })(
    orders.map((changes) => news(changes)),
    'webhook',
  );
}

test('an order is found again exactly as it was saved', () => {
  const cancellation = { by: 'LOGISTICS', reason: 'Ñandú «raro» 🦤', afterPickUp: true };
  arrive({ status: 'CANCELLED', cancellation, customer: null, externalId: null, isPreorder: true });
  const stored = opened.store.findOrder(news().order.id);
  expect(stored?.order).toEqual(
    news({ status: 'CANCELLED', cancellation, customer: null, externalId: null, isPreorder: true }).order,
  );
  expect(opened.store.findOrder('nobody')).toBeNull();
});

test('the list has the newest first, each row as a summary of its order', () => {
  const cancellation = { by: null, reason: 'ITEM_UNAVAILABLE', afterPickUp: null };
  arrive(
    { id: 'b', version: '2026-03-02T14:00:00.000Z' },
    { id: 'c', version: '2026-03-02T14:30:00.000Z', isPreorder: true },
    { id: 'a', version: '2026-03-02T14:30:00.000Z' },
    { id: 'x', status: 'CANCELLED', cancellation, createdAt: '2026-03-02T12:00:00.000Z' },
    { id: 'u', status: 'UNKNOWN', statusText: 'ON_THE_MOON', createdAt: '2026-03-02T11:00:00.000Z' },
    { id: 'n', status: 'CANCELLED', cancellation: null, createdAt: null, customer: null },
  );
  const list = opened.store.listOrders();
  expect(list.map((row) => row.id)).toEqual(['n', 'a', 'c', 'b', 'x', 'u']);
  for (const row of list) {
    const stored = opened.store.findOrder(row.id);
    expect(row).toEqual(stored === null ? null : toSummary(stored));
  }
  expect(opened.store.countOrders()).toBe(6);
});

test('summaries of given orders are those of the list', () => {
  arrive({ id: 'a' }, { id: 'b' }, { id: 'c' });
  const wanted = opened.store.listOrders().filter((row) => row.id !== 'b');
  const given = opened.store.summariesOf(['a', 'nobody', 'c']);
  expect(given.toSorted((one, other) => one.id.localeCompare(other.id))).toEqual(wanted);
});

test('what waits is what is ready, and what has an open alert', () => {
  arrive({ id: 'ready' }, { id: 'gone', status: 'PICKED_UP' }, { id: 'off', status: 'CANCELLED' });
  expect(
    opened.store
      .listWaiting('2000-01-01T00:00:00.000Z')
      .map((row) => row.id)
      .toSorted(),
  ).toEqual(['off', 'ready']);
  opened.store.acknowledge(['off:cancelled', 'ready:ready'], 'counter', clock.now());
  expect(opened.store.listWaiting('2000-01-01T00:00:00.000Z').map((row) => row.id)).toEqual(['ready']);
});

test('open alerts come oldest first, and those of one moment in the order of their news', () => {
  arrive({ id: 'b' }, { id: 'a' });
  arrive({ id: '0', status: 'CANCELLED' });
  expect(opened.store.openAlerts().map((alert) => alert.subject)).toEqual(['b', 'a', '0']);
});

test('acknowledging answers what was open and passes over the rest', () => {
  arrive({ id: 'a' }, { id: 'b' });
  const at = clock.now();
  const done = opened.store.acknowledge(['a:ready', 'nobody:ready'], 'counter', at);
  expect(done).toEqual([
    expect.objectContaining({ id: 'a:ready', acknowledgedAt: at, acknowledgedBy: 'counter' }),
  ]);
  expect(opened.store.acknowledge(['a:ready'], 'other', at)).toEqual([]);
  expect(opened.store.alertsOf('a')[0]?.acknowledgedBy).toBe('counter');
  expect(opened.store.openAlerts().map((alert) => alert.id)).toEqual(['b:ready']);
});

test('the first time an alert was shown is kept', () => {
  arrive({ id: 'a' });
  opened.store.markShown(['a:ready', 'nobody:ready'], NOON);
  opened.store.markShown(['a:ready'], shiftIso(NOON, 5_000));
  expect(opened.store.alertsOf('a')[0]?.shownAt).toBe(NOON);
});

test('the start of the last complete sync is kept', () => {
  expect(opened.store.lastCompleteSync()).toBeNull();
  opened.store.saveCompleteSync(NOON);
  opened.store.saveCompleteSync(shiftIso(NOON, 1));
  expect(opened.store.lastCompleteSync()).toBe('2026-03-02T15:00:00.001Z');
});

test('a transaction that fails half-way keeps no order, no event and no alert of it', () => {
  const receive = createIngest({
    now: clock.now,
    store: {
      transact: (work) =>
        opened.store.transact((tx) =>
          work({
            ...tx,
            saveAlert: (alert) => {
              if (alert.subject === 'b') throw new Error('stop');
              tx.saveAlert(alert);
            },
          }),
        ),
    },
  });
  expect(() => receive([news({ id: 'a' }), news({ id: 'b' })], 'webhook')).toThrow('stop');
  expect(opened.store.countOrders()).toBe(0);
  expect(opened.store.openAlerts()).toEqual([]);
  const fresh = createIngest({ store: opened.store, now: clock.now });
  expect(fresh([news({ id: 'a' }), news({ id: 'b' })], 'webhook').map((one) => one.kind)).toEqual([
    'changed',
    'changed',
  ]);
});

test('purging removes old orders with all that hangs on them, and nothing of the younger', () => {
  arrive({ id: 'old' }, { id: 'lively' });
  opened.store.acknowledge(['old:ready'], 'counter', clock.now());
  clock.move(30 * DAY_MS);
  arrive({ id: 'lively', status: 'PICKED_UP', version: clock.now() }, { id: 'young' });
  clock.move(40 * DAY_MS);
  const rows = (table: string): number => opened.db.prepare(`SELECT * FROM ${table}`).all().length;
  expect([rows('orders'), rows('order_bodies'), rows('events'), rows('alerts')]).toEqual([3, 3, 4, 3]);
  expect(opened.store.purge(shiftIso(clock.now(), -60 * DAY_MS))).toBe(1);
  expect([rows('orders'), rows('order_bodies'), rows('events'), rows('alerts')]).toEqual([2, 2, 3, 2]);
  expect(opened.store.findOrder('old')).toBeNull();
  expect(opened.store.purge(shiftIso(clock.now(), -60 * DAY_MS))).toBe(0);
});

test('purging leaves an order that still waits for somebody, and an outage that nobody has seen', () => {
  arrive({ id: 'unseen' }, { id: 'seen' });
  const [unseen, seen] = opened.store.openAlerts();
  if (unseen === undefined || seen === undefined) throw new Error('Nothing rang');
  opened.store.transact((tx) =>
    tx.saveAlert({ ...unseen, id: 'x:connection', subject: 'x', kind: 'connection', cause: 'offline' }),
  );
  opened.store.acknowledge([seen.id], 'counter', clock.now());
  expect(opened.store.purge(shiftIso(clock.now(), 90 * DAY_MS))).toBe(1);
  expect(opened.store.listOrders().map(({ id }) => id)).toEqual(['unseen']);
  expect(opened.store.openAlerts().map(({ id }) => id)).toEqual(['unseen:ready', 'x:connection']);
});

test.each([
  ['no JSON', '{"id":'],
  ['no order', '"poison"'],
  ['an order without its lines', '{"id":"a","lines":null}'],
])('a kept order whose body is %s counts as none, so that its news is taken again', (_, poison) => {
  const logged: string[] = [];
  const store = createOrderStore(opened.db, { error: (message) => logged.push(message) });
  const receive = createIngest({ store, now: clock.now });
  receive([news({ id: 'a' }), news({ id: 'b' })], 'webhook');
  opened.db.prepare("UPDATE order_bodies SET body = ? WHERE order_id = 'a'").run(poison);
  expect([store.findOrder('a'), store.findOrder('a')]).toEqual([null, null]);
  expect(logged).toEqual(['The kept order a cannot be read; it counts as none']);
  expect(store.findOrder('b')).not.toBeNull();
  const records = createRecords({ db: opened.db, flush: () => undefined });
  expect(records.ordersWithCode(news().order.code).map(({ order }) => order.id)).toEqual(['b']);
  expect(createSetupRecords({ db: opened.db, flush: () => undefined }).caseOrders()).toHaveLength(1);

  clock.move(60_000);
  const [outcome] = receive([news({ id: 'a', status: 'PICKED_UP', version: clock.now() })], 'catch-up');
  expect(outcome?.kind).toBe('changed');
  expect(store.findOrder('a')?.order.status).toBe('PICKED_UP');
  expect(store.openAlerts().map(({ subject }) => subject)).toEqual(['b']);
});

test('nothing that is read or written for a piece of news walks through all kept orders', () => {
  const asked = new Set<string>();
  const db: Database = {
    ...opened.db,
    prepare: (sql) => {
      asked.add(sql);
      return opened.db.prepare(sql);
    },
  };
  const store = createOrderStore(db);
  createIngest({ store, now: clock.now })([news({ status: 'READY_FOR_PICKUP' })], 'webhook');
  const { id } = news().order;
  const ids = store.openAlerts().map((alert) => alert.id);
  expect(store.listWaiting(shiftIso(NOON, -DAY_MS)).map((row) => row.id)).toEqual([id]);
  store.summariesOf([id]);
  store.markShown(ids, NOON);
  store.acknowledge(ids, 'counter', NOON);
  store.unacknowledge(ids);
  store.alertsOf(id);
  store.findOrder(id);
  const walks = [...asked].flatMap((sql) =>
    opened.db
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map((step) => String(step['detail']))
      // Those that are open are few.
      .filter(
        (step) => /^SCAN (orders|order_bodies|events|alerts)\b/.test(step) && !step.endsWith(' alerts_open'),
      ),
  );
  expect(walks).toEqual([]);
});

test('what is asked at each look reads the few rows that wait, not all that the shop has', () => {
  const asked: string[] = [];
  const db: Database = {
    ...opened.db,
    prepare: (sql) => {
      asked.push(sql);
      return opened.db.prepare(sql);
    },
  };
  const store = createOrderStore(db);
  store.openAlerts();
  store.listWaiting(NOON);
  store.listSeenReady(NOON);
  const slips = createSlipStore({ db, shop: () => '' });
  slips.wanted(['ready'], NOON, 1);
  slips.doubtful();
  const steps = asked.flatMap((sql) => opened.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all());
  const walks = steps.map((step) => String(step['detail'])).filter((step) => step.includes('_by_time'));
  expect(walks).toEqual([]);
});
