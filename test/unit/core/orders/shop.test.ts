import { describe, expect, test } from 'vitest';
import {
  createShopChange,
  createShopGuard,
  isOurs,
  matchShop,
  shopKey,
} from '../../../../src/main/core/orders/shop.ts';
import { createHealthBoard } from '../../../../src/main/core/health/board.ts';
import { createOrdersLight } from '../../../../src/main/core/health/orders-light.ts';
import { news } from '../../../fixtures/news.ts';

const shop = (storeId: string | null, externalPartnerConfigId: string | null = null) => ({
  storeId,
  externalPartnerConfigId,
});

describe('whose an order is', () => {
  test.each([
    ['the store id', shop('987654')],
    ['the own id', shop('1', '987654')],
    ['no store at all', shop(null)],
  ])('ours when it names %s', (_what, named) => {
    expect(matchShop(named, '987654')).toBe('exact');
  });

  test.each([
    ['leading zeros', shop('0987654'), '987654'],
    ['leading zeros in the settings', shop('42'), '0042'],
    ['only zeros', shop('0'), '000'],
    ['another case', shop('ab-12'), 'AB-12'],
    ['another case of the own id beside the store id', shop('55', 'ab-12'), 'AB-12'],
    ['blanks around it', shop(' 987654'), '987654 '],
    ['blanks that nobody sees', shop('987654'), '987\u200B654\u00A0'],
    ['direction marks and soft hyphens', shop('987654'), '\u202A987\u00AD654\u202C'],
    ['another dash', shop(null, 'suc-01'), 'suc–01'],
    ['wide digits', shop('９８７６５４'), '987654'],
    ['zeros of an own id alone', shop(null, '0042'), '42'],
  ])('ours, written otherwise: %s', (_what, named, vendorId) => {
    expect(matchShop(named, vendorId)).toBe('otherwise');
    expect(isOurs(named, vendorId)).toBe(true);
  });

  test.each([
    ['another number', shop('987655'), '987654'],
    ['a part of it', shop('98765'), '987654'],
    ['zeros at the end', shop('9876540'), '987654'],
    ['zeros within a word', shop('a007'), 'a7'],
    ['zeros of an own id beside another store id', shop('99', '0042'), '42'],
    ['nothing, while no shop is known here', shop('42'), ''],
    ['an empty id, while no shop is known here', shop(''), ''],
    ['another own id alone', shop(null, '43'), '42'],
    ['zeros before letters', shop('00a7'), 'a7'],
    ['zeros before a number with a letter', shop('007b'), '7b'],
    ['zeros in the middle', shop('1007'), '17'],
    ['no dash at all', shop(null, 'suc01'), 'suc-01'],
  ])('another shop: %s', (_what, named, vendorId) => {
    expect(matchShop(named, vendorId)).toBe('other');
    expect(isOurs(named, vendorId)).toBe(false);
  });
});

test('a shop has one key however its ids are written, and none while it is not named', () => {
  const key = shopKey({ chainId: 'ABC-1', vendorId: '0042' });
  expect(shopKey({ chainId: ' abc-1', vendorId: '42 ' })).toBe(key);
  expect(shopKey({ chainId: 'abc-2', vendorId: '42' })).not.toBe(key);
  expect(shopKey({ chainId: 'abc-1', vendorId: ' ' })).toBe('');
});

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
  expect(warned).toEqual(['77', '78'].map((id) => `Orders of another shop are left out: ${id}`));
  expect(orders()).toMatchObject({ state: 'off' });
});

describe('the shop in the settings', () => {
  const follow = (isOther: boolean): readonly string[] => {
    const done: string[] = [];
    createShopChange({
      isOtherShop: () => isOther,
      switchShop: ({ vendorId }) => {
        done.push(`switched to ${vendorId}`);
        return { raised: [], closed: [] };
      },
      onLeft: () => done.push('left the old one'),
      onSwitched: () => done.push('showed the new one'),
    })({ chainId: 'cadena-1', vendorId: '42' });
    return done;
  };

  test('is another one: what was under way for the old one is given up before its alerts close', () => {
    expect(follow(true)).toEqual(['left the old one', 'switched to 42', 'showed the new one']);
  });

  test('is the same one: nothing is given up, and nothing new is shown', () => {
    expect(follow(false)).toEqual(['switched to 42']);
  });
});
