import { describe, expect, it } from 'vitest';
import type { Order } from '../../../src/shared/orders/order.ts';
import { parsePartnerOrder } from '../../../src/main/partner/wire/schemas.ts';
import { kilos, line, sampleOrder, unit } from './sample-order.ts';

function read(body: unknown, country: 'uy' | 'cl' = 'uy'): Order {
  const parsed = parsePartnerOrder(body, { country });
  if (!parsed.ok) throw new Error(parsed.error.note.kind);
  return parsed.value.order;
}

describe('parsePartnerOrder', () => {
  it('reads every part of an ordinary order', () => {
    const order = read(sampleOrder());
    expect(order).toMatchObject({
      id: '3f0d1c52-7a4e-4c0b-9b43-0d6f5a2e8c11',
      externalId: '1843920571',
      code: '4821',
      status: 'READY_FOR_PICKUP',
      statusText: 'READY_FOR_PICKUP',
      version: '2025-06-12T18:37:41.090Z',
      createdAt: '2025-06-12T18:20:04.512Z',
      promisedFor: '2025-06-12T18:55:00.000Z',
      acceptedFor: null,
      comment: 'Tocar timbre, gracias 🙂',
      currency: 'UYU',
      cancellation: null,
      shop: { storeId: '0412207', externalPartnerConfigId: 'SUC-03', countryCode: 'uy' },
      totals: { goodsMinor: 40070, totalMinor: 45470, discountMinor: 1000, pickedMinor: 40070 },
    });
    expect(order.customer).toEqual({ firstName: 'Ana', maskedPhone: '***451' });
  });

  it.each([
    ['no order_id', { order_id: undefined }, { kind: 'missing', text: 'order_id' }],
    ['an empty order_id', { order_id: ' ' }, { kind: 'missing', text: 'order_id' }],
    ['an order_id that is an object', { order_id: { $oid: '1' } }, { kind: 'missing', text: 'order_id' }],
    ['no status', { status: null }, { kind: 'missing', text: 'status' }],
    [
      'an order_id that no page could ask for',
      { order_id: 'x'.repeat(201) },
      { kind: 'too-long', text: 'order_id' },
    ],
    ['neither', { order_id: '', status: '' }, { kind: 'missing', text: 'order_id, status' }],
  ])('refuses a body with %s', (_, changes, note) => {
    expect(parsePartnerOrder(sampleOrder(changes), { country: 'uy' })).toEqual({
      ok: false,
      error: { note },
    });
  });

  it.each([null, 7, 'text', [], [sampleOrder()]])('refuses %j, which is not an object', (body) => {
    expect(parsePartnerOrder(body, { country: 'uy' }).ok).toBe(false);
  });

  it('accepts an order of which nothing but order_id and status can be read', () => {
    const wreck = Object.fromEntries(Object.keys(sampleOrder()).map((key) => [key, [{ broken: true }]]));
    const order = read({ ...wreck, order_id: 'abc', status: 'READY_FOR_PICKUP' });
    expect(order).toMatchObject({
      id: 'abc',
      code: 'abc',
      version: null,
      customer: null,
      cancellation: null,
    });
    expect(read({ order_id: 'abc', status: 'READY_FOR_PICKUP' }).lines).toEqual([]);
  });

  it('takes an order_id as long as one may be', () => {
    expect(read({ order_id: 'x'.repeat(200), status: 'READY_FOR_PICKUP' }).id).toHaveLength(200);
  });

  it.each([
    ['4821', '4821'],
    ['wxfr-4821-rtbs', 'wxfr-4821-rtbs'],
    [' 48\n21 ', '48 21'],
    ['7'.repeat(500), `${'7'.repeat(39)}…`],
    ['🛵'.repeat(50), `${'🛵'.repeat(19)}…`],
  ])('keeps a code fit for a title: %j', (code, shown) => {
    expect(read(sampleOrder({ order_code: code })).code).toBe(shown);
    expect(read(sampleOrder({ order_code: null, external_order_id: code })).code).toBe(shown);
  });

  it('drops a broken line and keeps its neighbours', () => {
    const items = [
      line('l-1', 'IN_CART', unit(1, 5, 5), null),
      'broken',
      null,
      line('l-2', 'IN_CART', {}, {}),
    ];
    expect(read(sampleOrder({ items })).lines.map((one) => one.id)).toEqual(['l-1', 'l-2']);
  });

  it('keeps ids as text, with their zeros, also when they come as numbers', () => {
    const order = read(
      sampleOrder({ order_code: 4821, external_order_id: 1843920571, client: { store_id: '007' } }),
    );
    expect(order).toMatchObject({ code: '4821', externalId: '1843920571', shop: { storeId: '007' } });
    expect(read(sampleOrder({ client: { store_id: 412207 } })).shop.storeId).toBe('412207');
  });

  it('takes the same UUID in capitals for the same order', () => {
    const id = '3F0D1C52-7A4E-4C0B-9B43-0D6F5A2E8C11';
    expect(read(sampleOrder({ order_id: id })).id).toBe(id.toLowerCase());
    for (const other of [`{${id}}`, `urn:uuid:${id}`, id.replaceAll('-', ''), ` ${id}\n`]) {
      expect(read(sampleOrder({ order_id: other })).id).toBe(id.toLowerCase());
    }
    expect(read(sampleOrder({ order_id: '1'.repeat(32) })).id).toBe('1'.repeat(32));
    expect(read(sampleOrder({ order_id: 'Not-A-UUID' })).id).toBe('Not-A-UUID');
  });

  it.each([
    ['CANCELED', 'CANCELLED'],
    ['CANCELLED', 'CANCELLED'],
    ['picked_up', 'PICKED_UP'],
    ['ON_THE_MOON', 'UNKNOWN'],
    ['constructor', 'UNKNOWN'],
  ])('reads the status %s as %s and keeps its text', (statusText, status) => {
    expect(read(sampleOrder({ status: statusText }))).toMatchObject({ status, statusText });
  });

  it.each([
    [{ cancelled_by: 'LOGISTICS', reason: 'X', post_picked_up: true }, ['LOGISTICS', 'X', true]],
    [{ cancelled_by: 'VENDOR', reason: 'TOO_BUSY' }, ['VENDOR', 'TOO_BUSY', null]],
    [{ post_picked_up: 'false' }, [null, null, false]],
    ['CUSTOMER_REQUEST', [null, 'CUSTOMER_REQUEST', null]],
  ])('reads the cancellation %j', (cancellation, [by, reason, afterPickUp]) => {
    const order = read(sampleOrder({ status: 'CANCELLED', cancellation }));
    expect(order.cancellation).toEqual({ by, reason, afterPickUp });
  });

  it.each([undefined, null, '', {}, [], 7, false])('finds no cancellation in %j', (cancellation) => {
    expect(read(sampleOrder({ status: 'CANCELLED', cancellation })).cancellation).toBeNull();
  });

  it.each([
    [null, null],
    [undefined, null],
    ['Ana', null],
    [{}, { firstName: null, maskedPhone: null }],
    [
      { first_name: '王**', phone_number: '09******12' },
      { firstName: '王**', maskedPhone: '09******12' },
    ],
    [
      { first_name: '', phone_number: 59899123451 },
      { firstName: null, maskedPhone: '***451' },
    ],
    [{ phone_number: '5989912345*' }, { firstName: null, maskedPhone: '***345' }],
    [{ phone_number: '911' }, { firstName: null, maskedPhone: '***' }],
  ])('reads the customer %j', (customer, expected) => {
    expect(read(sampleOrder({ customer })).customer).toEqual(expected);
  });
});

describe('money', () => {
  it('reads text like numbers', () => {
    const payment = { sub_total: '400.70', order_total: ' 454.7', discount: '10', delivery_fee: '.5' };
    expect(read(sampleOrder({ payment })).totals).toMatchObject({
      goodsMinor: 40070,
      totalMinor: 45470,
      discountMinor: 1000,
      deliveryFeeMinor: 50,
    });
  });

  it.each([-10, 10, '-10.00', '10'])('takes the discount %j as 10', (discount) => {
    expect(read(sampleOrder({ payment: { discount } })).totals.discountMinor).toBe(1000);
  });

  it('adds the discounts up when the sum of them is missing', () => {
    const discounts = [{ value: -3 }, 'broken', { value: '4.5' }];
    expect(read(sampleOrder({ payment: { discounts } })).totals.discountMinor).toBe(750);
  });

  it('says null, not zero, for an amount that cannot be read', () => {
    const payment = { sub_total: 'mucho', order_total: null, service_fee: { fee: 1 } };
    const { totals } = read(sampleOrder({ payment }));
    expect([totals.goodsMinor, totals.totalMinor, totals.serviceFeeMinor]).toEqual([null, null, null]);
  });

  it('takes the currency from the order, and from the shop when the order names no known country', () => {
    const pay = { payment: { order_total: 4990 } };
    expect(read(sampleOrder({ ...pay, client: { country_code: 'CL' } }))).toMatchObject({
      currency: 'CLP',
      totals: { totalMinor: 4990 },
    });
    expect(read(sampleOrder({ ...pay, client: { country_code: 'zz' } }), 'cl').currency).toBe('CLP');
    expect(read(sampleOrder({ ...pay, client: null }), 'uy')).toMatchObject({
      currency: 'UYU',
      totals: { totalMinor: 499000 },
    });
  });
});

describe('lines', () => {
  it('leaves lines not found or taken out of the sum by their status, whatever amounts they show', () => {
    expect(read(sampleOrder()).totals.pickedMinor).toBe(9700 + 22470 + 7900);
  });

  it('measures KG lines by weight and others by quantity', () => {
    const { lines } = read(sampleOrder());
    expect(lines[0]?.picked).toEqual({
      unit: 'UNIT',
      amount: 2,
      pieces: null,
      unitPriceMinor: 4850,
      totalMinor: 9700,
    });
    expect(lines[1]?.picked).toMatchObject({ unit: 'KG', amount: 0.535, pieces: 1 });
    expect(lines[1]?.ordered).toMatchObject({ unit: 'KG', amount: 0.5 });
  });

  it('shows a KG line without a weight in pieces', () => {
    const items = [line('l-1', 'IN_CART', kilos(undefined, 420, 210), null)];
    expect(read(sampleOrder({ items })).lines[0]?.picked).toMatchObject({ unit: 'UNIT', amount: 1 });
  });

  it('reckons the cost of a picked line that does not tell its total', () => {
    const items = [line('l-1', 'IN_CART', kilos('0.333', '100.00', null), null)];
    expect(read(sampleOrder({ items })).totals.pickedMinor).toBe(3330);
  });

  it.each(['added', 'replaced'])('ties a replacement when the %s line names the other', (end) => {
    const added = line('new', 'ADDITION', unit(1, 1, 1), null, end === 'added' ? { replaced_id: 'old' } : {});
    const taken = line('old', 'REPLACED', null, unit(1, 1, 1), end === 'added' ? {} : { replaced_id: 'new' });
    const { lines } = read(sampleOrder({ items: [taken, added] }));
    expect(lines.map((one) => [one.id, one.replacesId])).toEqual([
      ['old', 'new'],
      ['new', 'old'],
    ]);
  });

  it.each([
    [
      ['11', 12],
      ['11', '12'],
    ],
    [[], []],
    [[null, {}], []],
    ['7791', ['7791']],
    [7791, ['7791']],
    [null, []],
    [{ code: 1 }, []],
  ])('reads the barcode %j', (barcode, barcodes) => {
    const items = [line('l-1', 'IN_CART', null, null, { barcode })];
    expect(read(sampleOrder({ items })).lines[0]?.barcodes).toEqual(barcodes);
  });
});
