import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { createAmountsToCollect } from '../../../src/main/core/orders/summary.ts';
import type { OrderSummary } from '../../../src/shared/orders/order.ts';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import { openDatabase } from '../../../src/main/store/database/database.ts';
import { createOrderStore } from '../../../src/main/store/orders/order-store.ts';
import { NOON } from '../../fakes/fixed-clock.ts';
import { openTempStore, tempDir } from '../../fakes/temp-store.ts';
import { news } from '../../fixtures/news.ts';

const SQL = path.resolve(import.meta.dirname, '../../fixtures/store/orders-v2.sql');
const now = (): string => NOON;

/** What the list says of an order that an older version kept with this in its body. */
function afterUpdate(
  collectAtPickupMinor: unknown,
  { broken = false, texts }: { readonly broken?: boolean; readonly texts?: unknown } = {},
): Pick<OrderSummary, 'collectMinor' | 'collectText'> {
  const { dir, remove } = tempDir();
  onTestFinished(remove);
  const file = path.join(dir, 'orders.db');
  const raw = new DatabaseSync(file);
  raw.exec(`BEGIN; ${fs.readFileSync(SQL, 'utf8')} COMMIT;`);
  const { totals } = news().order;
  const order = { ...news().order, totals: { ...totals, collectAtPickupMinor, texts } };
  const body = JSON.stringify(order);
  raw
    .prepare('UPDATE order_bodies SET body = ? WHERE order_id = ?')
    .run(broken ? body.slice(1) : body, order.id);
  raw.close();
  const { db } = openDatabase({ file, now });
  const list = createOrderStore(db).listOrders();
  db.close();
  expect(list).toHaveLength(4);
  const row = list.find(({ id }) => id === order.id);
  if (row === undefined) throw new Error('The order is not listed');
  return row;
}

test('a kept order of before says what is to be collected', () => {
  expect(afterUpdate(45_470).collectMinor).toBe(45_470);
});

test.each([[0], [null], [undefined], [-45_470], ['45470'], [454.7], [{}], [1e300], [true]])(
  'a kept order of before with %j to collect says nothing',
  (amount) => {
    expect(afterUpdate(amount).collectMinor).toBeNull();
  },
);

test('a kept order of before says as it was sent what cannot be read', () => {
  expect(afterUpdate(null, { texts: { collectAtPickup: 'USD 20' } }).collectText).toBe('USD 20');
});

test.each([
  [{ collectAtPickup: 'nada' }],
  [{ collectAtPickup: 20 }],
  [{ total: 'USD 20' }],
  ['20'],
  [[]],
  [null],
])('a kept order of before with the texts %j says nothing as it was sent', (texts) => {
  expect(afterUpdate(null, { texts })).not.toHaveProperty('collectText');
});

test('a kept order that cannot be read says nothing and costs no other one', () => {
  expect(afterUpdate(45_470, { broken: true }).collectMinor).toBeNull();
});

test.each([
  [45_470, 45_470],
  [0, null],
  [null, null],
  [-100, null],
])('an order that comes with %j to collect is listed with %j', (collectAtPickupMinor, listed) => {
  const opened = openTempStore(now);
  onTestFinished(opened.close);
  const { totals } = news().order;
  createIngest({ store: opened.store, now })(
    [news({ totals: { ...totals, collectAtPickupMinor } })],
    'webhook',
  );
  const [row] = opened.store.listOrders();
  expect(row?.collectMinor).toBe(listed);
  expect(opened.store.summariesOf([row?.id ?? ''])).toEqual([row]);
});

test.each([
  [{ collectAtPickup: '1.290' }, '1.290'],
  [{ collectAtPickup: 'gratis' }, undefined],
  [{ total: '1.290' }, undefined],
])('an order that comes with the texts %j is listed with %j', (texts, listed) => {
  const opened = openTempStore(now);
  onTestFinished(opened.close);
  const { totals } = news().order;
  createIngest({ store: opened.store, now })(
    [news({ totals: { ...totals, collectAtPickupMinor: null, texts } })],
    'webhook',
  );
  const [row] = opened.store.listOrders();
  expect(row?.collectText).toBe(listed);
  expect(opened.store.summariesOf([row?.id ?? ''])).toEqual([row]);
});

test('the amounts for the card are written as the shop writes them, and only of orders that have one', () => {
  const opened = openTempStore(now);
  onTestFinished(opened.close);
  const { totals } = news().order;
  createIngest({ store: opened.store, now })(
    [
      news({ id: 'cash', totals: { ...totals, collectAtPickupMinor: 145_470 } }),
      news({ id: 'paid', code: '4822' }),
      news({
        id: 'dollars',
        code: '4823',
        totals: { ...totals, collectAtPickupMinor: null, texts: { collectAtPickup: 'USD 20' } },
      }),
    ],
    'webhook',
  );
  const amounts = (language: 'es' | 'en', country: 'uy' | 'cl') =>
    createAmountsToCollect(opened.store, () => ({ language, shop: { country } }))([
      'cash',
      'paid',
      'dollars',
      'gone',
    ]);
  const asSent = ['dollars', 'USD 20'];
  expect(amounts('es', 'uy')).toEqual([['cash', '$\u00a01.454,70'], asSent]);
  expect(amounts('en', 'uy')).toEqual([['cash', '$1,454.70'], asSent]);
});
