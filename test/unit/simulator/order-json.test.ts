import { expect, test } from 'vitest';
import { findProduct } from '../../../src/simulator/orders/catalogue.ts';
import { toOrderJson } from '../../../src/simulator/orders/order-json.ts';
import { DEFAULT_SWITCHES } from '../../../src/simulator/api/switches.ts';
import { dig } from './dig.ts';
import { BASKET, makeOrders } from './make-order.ts';
import type { SwitchChanges } from '../../../src/simulator/api/switches.ts';

function finished() {
  const { orders } = makeOrders();
  const { id } = orders.create({ lines: BASKET });
  orders.pick(id, { line: 0, action: 'not-found' }, { line: 2, action: 'replace', withSku: 'CAFE-MOL-250' });
  orders.ready(id);
  orders.pickUp(id);
  return orders.cancel(id, { by: 'LOGISTICS', reason: 'CUSTOMER_REQUEST' });
}

function written(changes: SwitchChanges = {}): unknown {
  return JSON.parse(JSON.stringify(toOrderJson(finished(), { ...DEFAULT_SWITCHES, ...changes })));
}

test('by default the order looks as the platform writes it', () => {
  const order = written();
  expect(order).toMatchObject({
    order_code: '4821',
    status: 'CANCELLED',
    isPreorder: false,
    client: { store_id: '77', country_code: 'uy', external_partner_config_id: 'SUC-01' },
    cancellation: { cancelled_by: 'LOGISTICS', reason: 'CUSTOMER_REQUEST', post_picked_up: true },
    payment: { type: 'PAID', sub_total: 499, order_total: 563 },
    sys: { created_at: '2026-03-02T15:00:00.000Z' },
    items: [
      {
        status: 'NOT_FOUND',
        pricing: { quantity: 0, total_price: 0 },
        original_pricing: { quantity: 3, total_price: 145.5 },
      },
      { pricing: { pricing_type: 'KG', weight: 0.5, unit_price: 420, total_price: 210 } },
      { _id: 'l-3', status: 'REPLACED', replaced_id: null },
      { status: 'ADDITION', replaced_id: 'l-3', original_pricing: null },
    ],
  });
});

test.each<[string, SwitchChanges, string, unknown]>([
  ['money as text', { moneyAs: 'string' }, 'payment.order_total', '563.00'],
  ['ordered amounts on missing lines', { missingLineAmounts: 'ordered' }, 'items.0.pricing.quantity', 3],
  ['replaced_id on the replaced line', { replacedIdOn: 'replaced' }, 'items.2.replaced_id', 'l-a1'],
  ['no replaced_id on the added line', { replacedIdOn: 'replaced' }, 'items.3.replaced_id', null],
  ['replaced_id on both ends', { replacedIdOn: 'both' }, 'items.2.replaced_id', 'l-a1'],
  ['cancellation as text', { cancellationAs: 'string' }, 'cancellation', 'CUSTOMER_REQUEST'],
  ['no cancellation', { cancellationAs: 'absent' }, 'cancellation', undefined],
  ['silence about pick-up', { cancellationSaysPickedUp: false }, 'cancellation.post_picked_up', undefined],
  ['one L', { cancelledSpelling: 'CANCELED' }, 'status', 'CANCELED'],
  ['null customer', { customerAs: 'null' }, 'customer', null],
  ['empty customer', { customerAs: 'empty' }, 'customer.first_name', ''],
  ['no barcode', { barcodeAs: 'empty' }, 'items.0.barcode', []],
  ['barcode as text', { barcodeAs: 'string' }, 'items.0.barcode', findProduct('LECHE-ENT-1L')?.barcode],
  ['code with dashes', { orderCodeAs: 'dashed' }, 'order_code', 'wxfr-4821-rtbs'],
  ['external id with dashes', { externalOrderIdAs: 'dashed' }, 'external_order_id', 'mxuv-0571-9sa5'],
  ['no external id', { externalOrderIdAs: 'null' }, 'external_order_id', null],
  ['no id of the shop', { externalPartnerConfigId: 'null' }, 'client.external_partner_config_id', null],
  ['times without milliseconds', { sysMilliseconds: false }, 'sys.created_at', '2026-03-02T15:00:00Z'],
  ['totals as ordered', { totalsRecomputed: false }, 'payment.sub_total', 614.5],
  ['cash', { paymentType: 'CASH' }, 'payment.type', 'CASH'],
  ['an unknown kind of payment', { paymentType: 'unknown' }, 'payment.type', 'SPLIT_WALLET'],
  ['a null kind of payment', { paymentType: 'null' }, 'payment.type', null],
  ['no kind of payment', { paymentType: 'absent' }, 'payment.type', undefined],
  ['a wish', { replacementPreference: 'order' }, 'replacement_preference', 'CONTACT_CUSTOMER'],
  ['wishes', { replacementPreference: 'lines' }, 'items.0.replacement_preference', 'CONTACT_CUSTOMER'],
  ['webhook_status in sys', { webhookStatus: 'sys' }, 'sys.webhook_status', 'SENT'],
  ['webhook_status in the order', { webhookStatus: 'order' }, 'webhook_status', 'SENT'],
  ['unknown fields', { extraFields: true }, 'flags', ['novedad']],
])('a switch gives %s', (_name, changes, path, expected) => {
  expect(dig(written(), path)).not.toEqual(expected);
  expect(dig(written(changes), path)).toEqual(expected);
});

test('the discount has the sign that is switched', () => {
  const { orders } = makeOrders();
  const made = orders.create({ lines: BASKET });
  const [first, ...rest] = made.lines;
  if (first === undefined) throw new Error('no line');
  const order = { ...made, lines: [{ ...first, discountCents: 1000 }, ...rest] };
  const discountOf = (discountSign: 'negative' | 'positive'): unknown =>
    dig(toOrderJson(order, { ...DEFAULT_SWITCHES, discountSign }), 'payment.discount');
  expect(discountOf('negative')).toBe(-10);
  expect(discountOf('positive')).toBe(10);
  // 145.50 + 210 + 259 of goods, 49 + 15 of fees, 10 off: whatever the sign is.
  expect(dig(toOrderJson(order, DEFAULT_SWITCHES), 'payment.order_total')).toBe(668.5);
});

test('an order with a look of its own keeps it whatever is switched', () => {
  const { orders } = makeOrders();
  const order = orders.create({ lines: BASKET, look: { moneyAs: 'string' }, extra: { courier: 1 } });
  const json = toOrderJson(order, DEFAULT_SWITCHES);
  expect(json).toMatchObject({ courier: 1, payment: { delivery_fee: '49.00' } });
});

test('webhook_status is another one while the webhook is on its way', () => {
  const order = finished();
  const switches = { ...DEFAULT_SWITCHES, webhookStatus: 'sys' } as const;
  const statuses = (['webhook', 'api'] as const).map((source) =>
    dig(toOrderJson(order, switches, source), 'sys.webhook_status'),
  );
  expect(statuses).toEqual(['PENDING', 'SENT']);
});
