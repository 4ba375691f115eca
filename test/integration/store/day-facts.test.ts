import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHandOver } from '../../../src/main/core/orders/hand-over.ts';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import { createDayReader } from '../../../src/main/core/day/read.ts';
import { createDayFacts } from '../../../src/main/store/orders/day-facts.ts';
import type { Order, OrderSource } from '../../../src/shared/orders/order.ts';
import { textsFor } from '../../../src/shared/texts/texts.ts';
import { shiftIso } from '../../../src/shared/time.ts';
import { createFixedClock, NOON } from '../../fakes/fixed-clock.ts';
import { openTempStore } from '../../fakes/temp-store.ts';
import { news } from '../../fixtures/news.ts';

const MINUTE_MS = 60_000;
let clock: ReturnType<typeof createFixedClock>;
let opened: ReturnType<typeof openTempStore>;

beforeEach(() => {
  clock = createFixedClock();
  opened = openTempStore(clock.now);
});
afterEach(() => opened.close());

const facts = () => createDayFacts({ db: opened.db, flush: () => undefined, shop: () => '' });
const reader = () =>
  createDayReader({
    store: facts(),
    now: clock.now,
    timeZone: () => 'UTC',
    texts: () => textsFor('es'),
    locale: () => 'es-UY',
    breathe: () => Promise.resolve(),
  });

function arrive(order: Partial<Order>, source: OrderSource = 'webhook'): void {
  createIngest({ store: opened.store, now: clock.now })([news(order)], source);
}

test('what happened to an order is read from its news, however a status is written', async () => {
  const ready = { status: 'READY_FOR_PICKUP', statusText: 'ready for-pickup' } as const;
  arrive({ id: 'a', ...ready, version: NOON });
  arrive({ id: 'b', ...ready, version: NOON }, 'catch-up');
  arrive({ id: 'c', ...ready, version: NOON });
  clock.move(4 * MINUTE_MS);
  createHandOver({ store: opened.store, now: clock.now })('a', true);
  const left = shiftIso(NOON, 3 * MINUTE_MS);
  arrive({ id: 'b', status: 'PICKED_UP', statusText: 'PICKED_UP', version: left }, 'catch-up');
  arrive({ id: 'c', status: 'CANCELLED', statusText: 'CANCELLED', version: left });
  const report = await reader().report({ kind: 'today' });
  expect(report).toMatchObject({
    ready: 3,
    left: 2,
    cancelledBefore: 1,
    cancelledAfter: 0,
    stillWaiting: 0,
    waiting: { count: 2, worstMs: 4 * MINUTE_MS },
    foundByAsking: { count: 1 },
  });
});

test('a webhook that came after the asking counts as one that came', async () => {
  arrive({ id: 'a', status: 'READY_FOR_PICKUP', version: NOON }, 'catch-up');
  opened.db
    .prepare('INSERT INTO deliveries (at, outcome, status, ms, bytes, order_id) VALUES (?, ?, 200, 1, 1, ?)')
    .run(NOON, 'duplicate', 'a');
  expect((await reader().report({ kind: 'today' })).foundByAsking.count).toBe(0);
});

test('another shop’s orders do not count', async () => {
  arrive({ id: 'a', status: 'READY_FOR_PICKUP', version: NOON });
  opened.db.prepare("UPDATE orders SET shop = 'other'").run();
  expect((await reader().report({ kind: 'today' })).ready).toBe(0);
});

test.each([12_000, 100_000])('a day among %i orders is looked up and not searched for', (count) => {
  const insert = opened.db
    .prepare(`INSERT INTO orders (id, at, code, status, status_text, first_seen_at, is_preorder,
    line_count, currency, is_cancellation_told, was_picked_up, last_changed_at, source, content_rank, content_digest,
    ready_at) VALUES (?1, ?2, ?1, 'READY_FOR_PICKUP', 'READY_FOR_PICKUP', ?2, 0, 1, 'UYU', 0, 0, ?2, 'webhook', 2, '', ?2)`);
  const event = opened.db.prepare(`INSERT INTO events (order_id, digest, source, at, status_text, body)
    VALUES (?1, '', 'webhook', ?2, 'READY_FOR_PICKUP', '')`);
  const stepMs = (60 * 24 * 60 * MINUTE_MS) / count;
  opened.db.transact(() => {
    for (let index = 0; index < count; index += 1) {
      const at = shiftIso(NOON, -Math.round(index * stepMs));
      insert.run(String(index), at);
      event.run(String(index), at);
    }
  });
  const asked: string[] = [];
  const db = {
    ...opened.db,
    prepare: (sql: string) => {
      asked.push(sql);
      return opened.db.prepare(sql);
    },
  };
  const store = createDayFacts({ db, flush: () => undefined, shop: () => '' });
  const from = shiftIso(NOON, -24 * 60 * MINUTE_MS);
  const span = { from, to: NOON };
  const begun = performance.now();
  expect(store.orders(span, from).length).toBeCloseTo(count / 60, -1);
  expect(performance.now() - begun).toBeLessThan(1_000);
  store.alerts(span);
  const steps = asked.flatMap((sql) =>
    opened.db
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map((step) => String(step['detail'])),
  );
  expect(steps.filter((step) => step.startsWith('SCAN'))).toEqual([]);
  expect(steps.join('\n')).toMatch(/SEARCH o USING INDEX orders_by_time/);
  expect(steps.join('\n')).toMatch(/SEARCH alerts USING INDEX alerts_by_time/);
});
