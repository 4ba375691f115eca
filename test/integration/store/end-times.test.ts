import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import { openDatabase } from '../../../src/main/store/database/database.ts';
import { createOrderStore } from '../../../src/main/store/orders/order-store.ts';
import type { OrderStatus, OrderSummary } from '../../../src/shared/orders/order.ts';
import { NOON } from '../../fakes/fixed-clock.ts';
import { openTempStore, tempDir } from '../../fakes/temp-store.ts';
import { news } from '../../fixtures/news.ts';

const SQL = path.resolve(import.meta.dirname, '../../fixtures/store/orders-v2.sql');
const now = (): string => NOON;
const READY = '2026-03-02T14:00:00.000Z';
const FIRST = '2026-03-02T14:10:00.000Z';
const LATER = '2026-03-02T14:20:00.000Z';
const { id } = news().order;

type Step = readonly [status: OrderStatus, version: string | null];

/** What the list says after these steps came, in this order; a page gets what the overview of one order gets. */
function after(...steps: readonly Step[]): OrderSummary | undefined {
  const opened = openTempStore(now);
  onTestFinished(opened.close);
  const receive = createIngest({ store: opened.store, now });
  for (const [status, version] of steps) receive([news({ status, statusText: status, version })], 'catch-up');
  const [row] = opened.store.listOrders();
  expect(opened.store.summariesOf([id])).toEqual([row]);
  const stored = opened.store.findOrder(id);
  expect([stored?.leftAt, stored?.cancelledAt]).toEqual([row?.leftAt, row?.cancelledAt]);
  return row;
}

test.each<[string | undefined, string | undefined, readonly Step[]]>([
  [undefined, undefined, [['READY_FOR_PICKUP', READY]]],
  [
    FIRST,
    undefined,
    [
      ['READY_FOR_PICKUP', READY],
      ['PICKED_UP', FIRST],
    ],
  ],
  [
    FIRST,
    undefined,
    [
      ['PICKED_UP', FIRST],
      ['DELIVERED', LATER],
    ],
  ],
  [
    FIRST,
    undefined,
    [
      ['DELIVERED', LATER],
      ['PICKED_UP', FIRST],
    ],
  ],
  [LATER, undefined, [['DELIVERED', LATER]]],
  [
    undefined,
    FIRST,
    [
      ['READY_FOR_PICKUP', READY],
      ['CANCELLED', FIRST],
    ],
  ],
  [
    undefined,
    FIRST,
    [
      ['CANCELLED', LATER],
      ['CANCELLED', FIRST],
      ['READY_FOR_PICKUP', READY],
    ],
  ],
  [
    FIRST,
    LATER,
    [
      ['CANCELLED', LATER],
      ['DISPATCHED', FIRST],
    ],
  ],
  // Without a time of the platform's, or with one that is none, it is when this computer first knew.
  [NOON, undefined, [['PICKED_UP', null]]],
  [NOON, undefined, [['PICKED_UP', '1970-01-01T00:00:00.000Z']]],
  [undefined, NOON, [['CANCELLED', null]]],
  [undefined, NOON, [['CANCELLED', '2031-03-02T14:00:00.000Z']]],
])('left at %s and cancelled at %s: %j', (leftAt, cancelledAt, steps) => {
  const row = after(...steps);
  expect([row?.leftAt, row?.cancelledAt]).toEqual([leftAt, cancelledAt]);
});

/** What the list says of an order that an older version kept, after these changes of its rows. */
function afterUpdate(change: string): readonly (string | undefined)[] {
  const { dir, remove } = tempDir();
  onTestFinished(remove);
  const file = path.join(dir, 'orders.db');
  const raw = new DatabaseSync(file);
  raw.exec(`BEGIN; ${fs.readFileSync(SQL, 'utf8')} COMMIT;`);
  raw.exec(
    `DELETE FROM events WHERE order_id = '${id}'; DELETE FROM alerts WHERE subject = '${id}'; ${change}`,
  );
  raw.close();
  const { db } = openDatabase({ file, now });
  const row = createOrderStore(db)
    .listOrders()
    .find((each) => each.id === id);
  db.close();
  return [row?.leftAt, row?.cancelledAt];
}

const set = (values: string): string => `UPDATE orders SET ${values} WHERE id = '${id}';`;
const event = (status: string, version: string): string =>
  `INSERT INTO events (order_id, digest, source, at, status_text, version, body)
   VALUES ('${id}', '${status}', 'webhook', '${LATER}', '${status}', ${version}, '{}');`;

test.each<[string, readonly (string | undefined)[]]>([
  [set(`status = 'READY_FOR_PICKUP', was_picked_up = 0`), [undefined, undefined]],
  [
    set(`status = 'DELIVERED', was_picked_up = 1`) +
      event('PICKED_UP', `'${FIRST}'`) +
      event('DELIVERED', 'NULL'),
    [FIRST, undefined],
  ],
  [set(`status = 'PICKED_UP', was_picked_up = 1`) + event('picked_up', 'NULL'), [LATER, undefined]],
  [set(`status = 'PICKED_UP', was_picked_up = 1, last_changed_at = '${LATER}'`), [LATER, undefined]],
  [set(`status = 'CANCELLED', was_picked_up = 0, cancelled_version = '${FIRST}'`), [undefined, FIRST]],
  [
    set(`status = 'CANCELLED', was_picked_up = 1, cancelled_version = NULL, last_changed_at = '${LATER}'`),
    [undefined, LATER],
  ],
  [
    set(`status = 'CANCELLED', was_picked_up = 0, cancelled_version = NULL`) +
      `INSERT INTO alerts (id, subject, kind, code, raised_at, since, source)
       VALUES ('${id}:cancelled', '${id}', 'cancelled', '4821', '${FIRST}', '${FIRST}', 'webhook');`,
    [undefined, FIRST],
  ],
])('a kept order of before tells when it ended: %s', (change, times) => {
  expect(afterUpdate(change)).toEqual(times);
});
