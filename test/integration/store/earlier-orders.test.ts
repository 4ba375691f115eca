import { expect, onTestFinished, test } from 'vitest';
import { orderDetail } from '../../../src/main/core/orders/summary.ts';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import { CHANNELS } from '../../../src/main/ipc/channels.ts';
import { createFixedClock } from '../../fakes/fixed-clock.ts';
import { openTempStore } from '../../fakes/temp-store.ts';
import { news } from '../../fixtures/news.ts';

const { order } = news({ status: 'READY_FOR_PICKUP' });

/** The order as it opens after its body was written over. */
function openWith(body: unknown) {
  const clock = createFixedClock();
  const { store, db, close } = openTempStore(clock.now);
  onTestFinished(close);
  createIngest({ store, now: clock.now })([{ ...news(), order }], 'webhook');
  db.prepare('UPDATE order_bodies SET body = ?').run(JSON.stringify(body));
  return orderDetail(store, order.id);
}

function without(value: object, key: string): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}

const inside = { shop: order.shop, totals: order.totals, customer: order.customer ?? {} };
const earlier: readonly (readonly [string, unknown])[] = [
  ...Object.keys(order)
    .filter((key) => key !== 'lines')
    .map((key) => [key, without(order, key)] as const),
  ...Object.entries(inside).flatMap(([part, value]) =>
    Object.keys(value).map((key) => [`${part}.${key}`, { ...order, [part]: without(value, key) }] as const),
  ),
  ...Object.keys(order.lines[0] ?? {}).map(
    (key) => [`lines.${key}`, { ...order, lines: order.lines.map((line) => without(line, key)) }] as const,
  ),
  ...['unit', 'amount', 'pieces', 'unitPriceMinor', 'totalMinor'].map(
    (key) =>
      [
        `lines.ordered.${key}`,
        {
          ...order,
          lines: order.lines.map((line) => ({ ...line, ordered: without(line.ordered ?? {}, key) })),
        },
      ] as const,
  ),
  ['everything but the lines', { lines: order.lines }],
  ['everything, with values of other types', { ...order, shop: 5, totals: null, currency: 'XXX', code: 4 }],
];

test.each(earlier)('an order that an earlier version wrote without %s opens', (_, body) => {
  const detail = openWith(body);
  expect(detail).toMatchObject({ order: { id: order.id, status: 'READY_FOR_PICKUP' } });
  expect(detail?.order.lines).toHaveLength(order.lines.length);
  expect(CHANNELS['orders:detail'].answer.safeParse(detail).error).toBeUndefined();
});

test('what the body lacks is taken from the columns that were written with it', () => {
  const { code, statusText, promisedFor, currency } = order;
  expect(openWith({ lines: order.lines })?.order).toMatchObject({ code, statusText, promisedFor, currency });
});

test('a body that has no lines is no order', () => {
  expect(openWith(without(order, 'lines'))).toBeNull();
});
