import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { createAmountsToCollect } from '../../../src/main/core/orders/summary.ts';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import { openDatabase } from '../../../src/main/store/database/database.ts';
import { createOrderStore } from '../../../src/main/store/orders/order-store.ts';
import { NOON } from '../../fakes/fixed-clock.ts';
import { openTempStore, tempDir } from '../../fakes/temp-store.ts';
import { news } from '../../fixtures/news.ts';

const SQL = path.resolve(import.meta.dirname, '../../fixtures/store/orders-v2.sql');
const now = (): string => NOON;

/** What the list says of an order that an older version kept with this in its body. */
function afterUpdate(collectAtPickupMinor: unknown, broken = false): number | null | undefined {
  const { dir, remove } = tempDir();
  onTestFinished(remove);
  const file = path.join(dir, 'orders.db');
  const raw = new DatabaseSync(file);
  raw.exec(`BEGIN; ${fs.readFileSync(SQL, 'utf8')} COMMIT;`);
  const { totals } = news().order;
  const order = { ...news().order, totals: { ...totals, collectAtPickupMinor } };
  const body = JSON.stringify(order);
  raw
    .prepare('UPDATE order_bodies SET body = ? WHERE order_id = ?')
    .run(broken ? body.slice(1) : body, order.id);
  raw.close();
  const { db } = openDatabase({ file, now });
  const list = createOrderStore(db).listOrders();
  db.close();
  expect(list).toHaveLength(4);
  return list.find(({ id }) => id === order.id)?.collectMinor;
}

test('a kept order of before says what is to be collected', () => {
  expect(afterUpdate(45_470)).toBe(45_470);
});

test.each([[0], [null], [undefined], [-45_470], ['45470'], [454.7], [{}], [1e300], [true]])(
  'a kept order of before with %j to collect says nothing',
  (amount) => {
    expect(afterUpdate(amount)).toBeNull();
  },
);

test('a kept order that cannot be read says nothing and costs no other one', () => {
  expect(afterUpdate(45_470, true)).toBeNull();
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

test('the amounts for the card are written as the shop writes them, and only of orders that have one', () => {
  const opened = openTempStore(now);
  onTestFinished(opened.close);
  const { totals } = news().order;
  createIngest({ store: opened.store, now })(
    [
      news({ id: 'cash', totals: { ...totals, collectAtPickupMinor: 145_470 } }),
      news({ id: 'paid', code: '4822' }),
    ],
    'webhook',
  );
  const amounts = (language: 'es' | 'en', country: 'uy' | 'cl') =>
    createAmountsToCollect(opened.store, () => ({ language, shop: { country } }))(['cash', 'paid', 'gone']);
  expect(amounts('es', 'uy')).toEqual([['cash', '$\u00a01.454,70']]);
  expect(amounts('en', 'uy')).toEqual([['cash', '$1,454.70']]);
});
