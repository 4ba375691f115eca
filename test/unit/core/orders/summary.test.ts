import { describe, expect, onTestFinished, test } from 'vitest';
import { holdsProduct } from '../../../../src/shared/orders/search-words.ts';
import { createAmountsToCollect, orderDetail, toSummary } from '../../../../src/main/core/orders/summary.ts';
import { news } from '../../../fixtures/news.ts';
import { createReceiveRig, ID, V1, V2 } from './rig.ts';

const { totals } = news().order;

function rig() {
  const shop = createReceiveRig();
  onTestFinished(shop.close);
  return shop;
}

describe('the row of an order in the list', () => {
  test('says since when it is ready; else when it was made; else when it became known here', () => {
    const { arrive, stored } = rig();
    arrive();
    const order = stored();
    expect(toSummary(order).at).toBe(V1);
    expect(toSummary({ ...order, readyAt: null }).at).toBe(order.order.createdAt);
    const bare = { ...order, readyAt: null, order: { ...order.order, createdAt: null } };
    expect(toSummary(bare).at).toBe(order.firstSeenAt);
  });

  test('names the customer when there is one, and counts the lines that were too many to keep', () => {
    const { arrive, stored } = rig();
    arrive();
    const order = stored();
    expect(toSummary(order)).toMatchObject({ customerFirstName: 'Lucía', lineCount: 1 });
    const long = { ...order, order: { ...order.order, customer: null, moreLines: 600 } };
    expect(toSummary(long)).toMatchObject({ customerFirstName: null, lineCount: 601 });
  });

  test('says when the order left or was cancelled, only when that is known', () => {
    const { arrive, stored } = rig();
    arrive();
    expect(toSummary(stored())).not.toHaveProperty('leftAt');
    expect(toSummary(stored())).not.toHaveProperty('cancelledAt');
    arrive({ status: 'PICKED_UP', version: V2 });
    expect(toSummary(stored())).toMatchObject({ leftAt: V2 });
  });
});

test('what is kept of an order is the order and all of its alerts; of an unknown one it is nothing', () => {
  const { arrive, store, stored } = rig();
  arrive();
  expect(orderDetail(store, ID)).toEqual({
    stored: stored(),
    order: stored().order,
    alerts: store.alertsOf(ID),
  });
  expect(store.alertsOf(ID)).toHaveLength(1);
  expect(orderDetail(store, 'nobody')).toBeNull();
});

test('what riders pay is written as the shop writes it, only for orders that ask for it', () => {
  const { take, store } = rig();
  take(news({ id: 'cash', totals: { ...totals, collectAtPickupMinor: 145_470 } }), 'webhook');
  take(news({ id: 'paid', code: '4822' }), 'webhook');
  const amounts = createAmountsToCollect(store, () => ({ language: 'es', shop: { country: 'uy' } }));
  expect(amounts(['cash', 'paid', 'gone'])).toEqual([['cash', '$\u00a01.454,70']]);
});

describe('the search for a product', () => {
  test('finds the line that has all words, written with or without accents', () => {
    const lines = 'Jamón cocido 7790001234\nQueso fresco';
    expect(holdsProduct(lines, ['jamon', 'cocido'])).toBe(true);
    expect(holdsProduct(lines, ['queso'])).toBe(true);
    expect(holdsProduct(lines, ['jamon', 'queso'])).toBe(false);
    expect(holdsProduct(lines, ['fresco jamon'])).toBe(false);
  });

  test('for nothing finds nothing', () => {
    expect(holdsProduct('Queso', [])).toBe(false);
  });
});
