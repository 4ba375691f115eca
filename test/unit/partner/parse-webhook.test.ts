import { assert, jsonValue, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePartnerOrder, parseWebhook } from '../../../src/main/partner/wire/schemas.ts';
import { sampleOrder } from './sample-order.ts';

const shop = { vendorId: '0412207', country: 'uy' } as const;

describe('parseWebhook', () => {
  it.each([
    ['the platform id', { store_id: '0412207' }],
    ['the id that the shop mapped', { store_id: '9', external_partner_config_id: '0412207' }],
    ['no store', { name: 'Súper' }],
    ['no client at all', null],
  ])('takes an order for ours that names %s', (_, client) => {
    expect(parseWebhook(sampleOrder({ client }), shop).kind).toBe('order');
  });

  it.each(['412207', '00412207', ' 0412207'])(
    'knows its own order though it is written otherwise: %s',
    (store) => {
      expect(parseWebhook(sampleOrder({ client: { store_id: store } }), shop).kind).toBe('order');
    },
  );

  it.each(['412208', '4122070', 'x'])('knows an order of another shop: %s', (store) => {
    expect(parseWebhook(sampleOrder({ client: { store_id: store } }), shop)).toEqual({
      kind: 'other-shop',
      orderId: '3f0d1c52-7a4e-4c0b-9b43-0d6f5a2e8c11',
      code: '4821',
    });
  });

  it('tells a catalogue job from an order', () => {
    expect(parseWebhook({ job_id: 'j-1', status: 'DONE' }, shop)).toEqual({ kind: 'catalogue-callback' });
    expect(parseWebhook(sampleOrder({ job_id: 'j-1' }), shop).kind).toBe('order');
  });

  it('names the missing fields of what is not an order, and none of its values', () => {
    expect(parseWebhook({ status: 'SECRETO', name: 'Ana' }, shop)).toEqual({
      kind: 'not-an-order',
      note: { kind: 'missing', text: 'order_id' },
    });
    expect(parseWebhook([], shop)).toEqual({ kind: 'not-an-order', note: { kind: 'not-an-object' } });
  });
});

describe('hostile bodies', () => {
  it('never throws, whatever JSON comes', () => {
    assert(
      property(jsonValue({ maxDepth: 6 }), (body) => {
        expect(typeof parseWebhook(body, shop).kind).toBe('string');
      }),
    );
  });

  it('reads every order whose order_id and status are there, whatever stands in the other fields', () => {
    const fields = Object.keys(sampleOrder()).filter((key) => key !== 'order_id' && key !== 'status');
    const odd = record(Object.fromEntries(fields.map((field) => [field, jsonValue()])), {
      requiredKeys: [],
    });
    assert(
      property(odd, (changes) => {
        const read = parsePartnerOrder(sampleOrder(changes), shop);
        expect(read.ok && JSON.parse(read.value.body)).toBeTruthy();
      }),
    );
  });

  it('survives any depth', () => {
    const deep = JSON.parse(`${'[{"a":'.repeat(50_000)}1${'}]'.repeat(50_000)}`) as unknown;
    const read = parsePartnerOrder(sampleOrder({ extra: deep, items: deep, customer: deep }), shop);
    expect(read.ok && read.value.body.length).toBeLessThan(10_000);
  });

  it('takes names that mean something to JavaScript for ordinary ones', () => {
    const body = JSON.parse(
      '{"order_id":"a","status":"READY_FOR_PICKUP","__proto__":{"order_code":"1"},"constructor":1,"toString":2}',
    ) as unknown;
    const read = parsePartnerOrder(body, shop);
    expect(read).toMatchObject({ ok: true, value: { order: { code: 'a' } } });
    expect(read.ok && read.value.body).toContain('"__proto__":{"order_code":"1"}');
  });

  it('leaves no character that a notification could not carry', () => {
    const read = parsePartnerOrder(
      sampleOrder({ order_code: '48\u000021\ud800', comment: 'uno\ndos' }),
      shop,
    );
    expect(read).toMatchObject({ ok: true, value: { order: { code: '4821', comment: 'uno\ndos' } } });
  });
});
