import { expect, test } from 'vitest';
import { createHealthBoard } from '../../../../src/main/core/health/board.ts';
import { createOrdersLight } from '../../../../src/main/core/health/orders-light.ts';
import { createShopGuard } from '../../../../src/main/core/orders/shop-guard.ts';
import { matchShop } from '../../../../src/main/core/orders/shop-match.ts';
import { news } from '../../../fixtures/news.ts';

function rig(vendorId: string) {
  const health = createHealthBoard({ now: () => '', onChange: () => undefined });
  const light = createOrdersLight({ health });
  const warned: string[] = [];
  light.follow(vendorId);
  const isOurs = createShopGuard({
    match: (shop) => matchShop(shop, vendorId),
    onSpelling: light.noteSpelling,
    log: { warn: (message) => warned.push(message) },
  });
  const of = (storeId: string) => ({ ...news().order.shop, storeId });
  return { light, warned, isOurs, of, orders: () => health.read().orders };
}

test('an order that writes the shop as the settings do is taken without a word', () => {
  const { isOurs, of, orders, warned } = rig('0042');
  expect(isOurs(of('0042'))).toBe(true);
  expect(orders()).toMatchObject({ state: 'off', code: 'not-used' });
  expect(warned).toEqual([]);
});

test('one that writes it otherwise is taken, and told until the settings write it anew', () => {
  const { isOurs, of, orders, light } = rig('42');
  expect(isOurs(of('0042'))).toBe(true);
  expect(orders()).toMatchObject({ state: 'degraded', code: 'shop-spelled', detail: '0042' });
  light.follow('42');
  expect(orders()).toMatchObject({ state: 'degraded' });
  light.follow('0042');
  expect(orders()).toMatchObject({ state: 'off' });
});

test('one of another shop is left out, and logged once', () => {
  const { isOurs, of, orders, warned } = rig('0042');
  expect([isOurs(of('77')), isOurs(of('77')), isOurs(of('78'))]).toEqual([false, false, false]);
  expect(warned).toHaveLength(2);
  expect(orders()).toMatchObject({ state: 'off' });
});
