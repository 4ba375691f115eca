import { describe, expect, it } from 'vitest';
import { parsePartnerOrder, parseWebhook } from '../../../src/main/partner/wire/schemas.ts';
import { isAmountChanged, isSumDifferent } from '../../../src/shared/orders/order-lines.ts';
import type { Order } from '../../../src/shared/orders/order.ts';
import { parseExactJson } from '../../../src/shared/parse-json.ts';
import { line, sampleOrder } from './sample-order.ts';

function read(body: unknown): Order {
  const parsed = parsePartnerOrder(body, { country: 'uy' });
  if (!parsed.ok) throw new Error(parsed.error.note.kind);
  return parsed.value.order;
}

const kg = (more: Record<string, unknown>): Record<string, unknown> => ({
  pricing_type: 'KG',
  unit_price: 89,
  ...more,
});
const one = (pricing: unknown, original: unknown, status = 'IN_CART') => {
  const order = read(
    sampleOrder({ items: [line('l-1', status, pricing, original)], payment: { sub_total: 250 } }),
  );
  const [first] = order.lines;
  if (first === undefined) throw new Error('No line');
  return {
    order,
    ...first,
    isChanged: isAmountChanged(first.ordered, first.picked),
    isSumShown: isSumDifferent(order.totals),
  };
};

describe('goods by weight', () => {
  it('that nobody weighed are shown in pieces, unchanged, at the price that is said', () => {
    const pricing = kg({ quantity: 3, weight: 0, weighted_pieces: 0, total_price: 267 });
    const { picked, ordered, isChanged, order } = one(pricing, kg({ quantity: 3, weight: 0 }));
    expect(picked).toMatchObject({ unit: 'UNIT', amount: 3, totalMinor: 26_700 });
    expect(ordered).toMatchObject({ unit: 'UNIT', amount: 3 });
    expect(isChanged).toBe(false);
    expect(order.totals.pickedMinor).toBe(26_700);
  });

  it('cost no zero that was reckoned from no weight', () => {
    const { picked, order } = one(kg({ quantity: 2, weight: 0, total_price: 0 }), null);
    expect(picked?.totalMinor).toBeNull();
    expect(order.totals.pickedMinor).toBe(17_800);
  });

  it('of which only the pieces were weighed say those', () => {
    expect(one(kg({ weight: 0, weighted_pieces: 4 }), null).picked).toMatchObject({
      unit: 'UNIT',
      amount: 4,
    });
  });

  it.each([
    [{ weight: '1,120' }, 1.12],
    [{ weight: '1.120' }, 1.12],
    [{ weight: '1,120 kg' }, 1.12],
    [{ weight: '1120 g' }, 1.12],
    [{ weight: { value: 1120, unit: 'g' } }, 1.12],
    [{ weight: 1120, weight_unit: 'GRAMS' }, 1.12],
    [{ weight: 1.12, pricing_type: ' kg ' }, 1.12],
    [{ weight: 1.12, pricing_type: 'KILOGRAM' }, 1.12],
    [{ weight: 1120, pricing_type: 'GRAM' }, 1.12],
    [{ weight: 1.12, pricing_type: null }, 1.12],
    [{ quantity: '1,12 kg', weight: 0 }, 1.12],
  ])('are read from %j', (more, kilograms) => {
    const { picked } = one({ ...kg({ quantity: '1', total_price: '99,68' }), ...more }, null);
    expect(picked).toMatchObject({ unit: 'KG', amount: kilograms, totalMinor: 9_968 });
  });

  it.each(['un kilo', '2 lb', -1, 'kg', '1e9'])(
    'whose weight %j cannot be read show it, and never a unit',
    (weight) => {
      const { picked, isChanged, isSumShown } = one(
        kg({ quantity: 1, weight }),
        kg({ quantity: 1, weight: 1 }),
      );
      expect(picked).toMatchObject({ unit: 'KG', amount: null, amountText: String(weight) });
      expect([isChanged, isSumShown]).toEqual([false, false]);
    },
  );

  it.each([
    [{ weight: 2, weight_unit: 'lb' }, '2 lb'],
    [{ weight: '1,5', weight_unit: 'OZ' }, '1.5 OZ'],
    [{ weight: { value: 2, unit: 'lb' } }, '2 lb'],
  ])('in a unit that nobody knows (%j) are shown as they came, and in no sum', (weighed, text) => {
    const { picked, order } = one(kg({ quantity: 1, ...weighed }), null);
    expect(picked).toMatchObject({ unit: 'KG', amount: null, amountText: text });
    expect(order.totals.pickedMinor).toBeNull();
  });

  it.each(['', 'null', 'N/A', 'kilogramos'])('in a unit that is %j are kilograms', (unit) => {
    expect(one(kg({ weight: 2, weight_unit: unit }), null).picked).toMatchObject({ unit: 'KG', amount: 2 });
  });

  it('are known as such by what was ordered when what was picked does not say it', () => {
    const pricing = { quantity: 1, weight: 0.535, total_price: 47.62 };
    expect(one(pricing, kg({ quantity: 1, weight: 0.5 })).picked).toMatchObject({
      unit: 'KG',
      amount: 0.535,
    });
  });
});

describe('a line without pricing', () => {
  const ordered = { pricing_type: 'UNIT', unit_price: 125, quantity: 2, total_price: 250 };

  it.each([undefined, null, {}, [], 'x', { quantity: null }])('was picked as ordered: %j', (pricing) => {
    const read = one(pricing, ordered);
    expect(read.picked).toEqual(read.ordered);
    expect(read.order.totals.pickedMinor).toBe(25_000);
    expect([read.isChanged, read.isSumShown]).toEqual([false, false]);
  });

  it('was not picked when it was not found', () => {
    const read = one(null, ordered, 'NOT_FOUND');
    expect(read.picked).toBeNull();
    expect(read.order.totals.pickedMinor).toBe(0);
  });

  it('that says only what it cost has the amount that was ordered', () => {
    expect(one({ total_price: 240 }, ordered).picked).toMatchObject({ amount: 2, totalMinor: 24_000 });
    expect(one({ total_price: 240 }, null).picked).toMatchObject({ amount: null, totalMinor: 24_000 });
  });

  it('and without an original either leads to no sum at all', () => {
    const { order, isSumShown } = one(null, null);
    expect(order.totals.pickedMinor).toBeNull();
    expect(isSumShown).toBe(false);
    expect(read(sampleOrder({ items: null })).totals.pickedMinor).toBeNull();
    expect(one(ordered, ordered, 'NOT_PROCESSED').order.totals.pickedMinor).toBeNull();
  });
});

it('shows an amount that may mean two things as it was sent', () => {
  const payment = { sub_total: '1.290,50', order_total: '1.290', delivery_fee: 'USD 2', discount: '(20,00)' };
  expect(read(sampleOrder({ payment })).totals).toMatchObject({
    goodsMinor: 129_050,
    totalMinor: null,
    deliveryFeeMinor: null,
    discountMinor: 2_000,
    texts: { total: '1.290', deliveryFee: 'USD 2' },
  });
  expect(one({ quantity: 1, unit_price: 1, total_price: '1.290' }, null)).toMatchObject({
    picked: { totalMinor: null, totalText: '1.290' },
    isSumShown: false,
  });
});

it('adds discounts up whatever they are called', () => {
  const discounts = [{ amount: '-3,00' }, { value: { amount: 4.5 } }];
  expect(read(sampleOrder({ payment: { discounts } })).totals.discountMinor).toBe(750);
});

describe('ids', () => {
  const text =
    '{"order_id":9007199254740993001,"status":"READY_FOR_PICKUP","order_code":1234567890123456789,"external_order_id":90071992547409931,"client":{"store_id":10000000000000000001}}';

  it('that are numbers beyond what JavaScript counts keep all their digits', () => {
    expect(read(parseExactJson(text))).toMatchObject({
      id: '9007199254740993001',
      code: '1234567890123456789',
      externalId: '90071992547409931',
      shop: { storeId: '10000000000000000001' },
    });
  });

  it('keep their zeros, and digits in texts and fractions are left alone', () => {
    const value = { a: '00412207', b: '12345678901234567890', c: 12.5, d: -7, e: 1e21, f: 0.1 + 0.2 };
    expect(parseExactJson(JSON.stringify(value))).toEqual(value);
    expect(() => parseExactJson('{"a":1234567890123456789')).toThrow(SyntaxError);
  });

  it('of a store are found at the root too', () => {
    const settings = { vendorId: '0412207', country: 'uy' } as const;
    for (const name of ['store_id', 'vendor_id']) {
      const ours = sampleOrder({ client: {}, [name]: '0412207' });
      expect(parseWebhook(ours, settings).kind).toBe('order');
      expect(parseWebhook({ ...ours, [name]: '999' }, settings).kind).toBe('other-shop');
    }
  });
});

it.each<readonly [unknown, string]>([
  [{ es: 'Pan', en: 'Bread' }, 'Pan'],
  [{ value: 'Pan' }, 'Pan'],
  [{ 'es-UY': 'Pan' }, 'Pan'],
  [[{ text: 'Pan' }], 'Pan'],
  ['Pan\n  de\tmolde', 'Pan de molde'],
  [779, '779'],
])('reads the name %j', (name, shown) => {
  expect(read(sampleOrder({ items: [line('l-1', 'IN_CART', null, null, { name })] })).lines[0]?.name).toBe(
    shown,
  );
});

it('reads lines that are one object, or stand under names, and flags written as words', () => {
  const alone = line('l-1', 'in cart', null, null);
  expect(read(sampleOrder({ items: alone })).lines.map(({ id, status }) => [id, status])).toEqual([
    ['l-1', 'IN_CART'],
  ]);
  expect(
    read(sampleOrder({ items: { a: alone, b: line('l-2', 'NOT-FOUND', null, null) } })).lines,
  ).toHaveLength(2);
  expect(
    [true, 'TRUE', '1', 1, 'yes'].map((isPreorder) => read(sampleOrder({ isPreorder })).isPreorder),
  ).not.toContain(false);
});
