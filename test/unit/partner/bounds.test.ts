import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePartnerOrder, parseWebhook } from '../../../src/main/partner/wire/schemas.ts';
import type { IncomingOrder } from '../../../src/main/core/orders/types.ts';
import { line, sampleOrder, unit } from './sample-order.ts';

const MEBIBYTE = 1024 * 1024;

function incoming(body: unknown): IncomingOrder {
  const parsed = parsePartnerOrder(body, { country: 'uy' });
  if (!parsed.ok) throw new Error(parsed.error.note.kind);
  return parsed.value;
}

const reread = (body: string): IncomingOrder => incoming(JSON.parse(body));

describe('texts without what cannot be seen', () => {
  const hidden = [
    '\u202E',
    '\u202D',
    '\u2066',
    '\u2069',
    '\u200E',
    '\u200F',
    '\u061C',
    '\u200B',
    '\u200C',
    '\u200D',
    '\u2060',
    '\uFEFF',
    '\u00AD',
    '\u034F',
    '\u115F',
    '\u3164',
    '\u180E',
    '\uFE0F',
    '\u0000',
    '\u0007',
    '\u001B',
    '\u007F',
    '\u0085',
    '\uD800',
    '\uDC00',
    '\u{E0041}',
    '\u{1D173}',
    '\u2800',
  ];

  it.each(hidden.map((one) => [`U+${(one.codePointAt(0) ?? 0).toString(16)}`, one]))(
    'a code and a name lose %s',
    (_, mark) => {
      const [code, name] = [`${mark}48${mark}21${mark}`, `A${mark}na`];
      const { order } = incoming(sampleOrder({ order_code: code, customer: { first_name: name } }));
      expect([order.code.replace(' ', ''), order.customer?.firstName]).toEqual([
        '4821',
        mark === '\u0085' ? 'A' : 'Ana',
      ]);
      expect(order.code).not.toContain(mark);
    },
  );

  it('falls back to another code when one is nothing but that', () => {
    const hiddenCode = { order_code: '\u200B\u202E', external_order_id: '77' };
    expect(incoming(sampleOrder(hiddenCode)).order.code).toBe('77');
    expect(incoming(sampleOrder({ ...hiddenCode, external_order_id: '\u2800' })).order.code).toBe('3f0d1c52');
  });

  it('keeps accents, emoji of several characters and line breaks of a comment', () => {
    const comment = 'Peña 🥑 ❤️ 👩‍🍳 👨‍👩‍👧\r\nsegunda\u2028tercera';
    expect(incoming(sampleOrder({ comment })).order.comment).toBe('Peña 🥑 ❤️ 👩‍🍳 👨‍👩‍👧\nsegunda\ntercera');
  });

  it('stacks no more than three marks on a letter', () => {
    expect(incoming(sampleOrder({ comment: `a${'\u0301'.repeat(500)}` })).order.comment).toBe(
      `a${'\u0301'.repeat(3)}`,
    );
  });
});

describe('an order of any size', () => {
  it('keeps short what people read', () => {
    const long = 'x'.repeat(MEBIBYTE / 8);
    const items = [
      line(long, 'IN_CART', { pricing_type: long, weight: long, quantity: long, total_price: long }, null, {
        name: long,
        sku: long,
        instructions: long,
        image_url: long,
        barcode: Array(1000).fill(long),
      }),
    ];
    const body = sampleOrder({
      status: 'CANCELLED',
      order_code: long,
      external_order_id: long,
      comment: long,
      order_type: long,
      cancellation: { reason: long, cancelled_by: long },
      customer: { first_name: long },
      items,
      client: { name: long, store_id: long, chain_id: long },
      payment: { type: long, order_total: long },
    });
    const { order, body: kept } = incoming(body);
    expect(JSON.stringify(order).length).toBeLessThan(8_000);
    expect(order.cancellation?.reason?.length).toBeLessThanOrEqual(200);
    expect(order.code).toHaveLength(40);
    expect(kept.length).toBeLessThan(256 * 1024);
  });

  it('of 100,000 lines counts those that are not kept, and says no sum', () => {
    const items = Array.from({ length: 100_000 }, (_, index) =>
      line(`l-${String(index)}`, 'IN_CART', unit(1, 1, 1), null),
    );
    const { order, body } = incoming(sampleOrder({ items }));
    expect(order.lines.length + (order.moreLines ?? 0)).toBe(100_000);
    expect(order.lines).toHaveLength(300);
    expect(order.totals.pickedMinor).toBeNull();
    expect(body.length).toBeLessThan(256 * 1024);
    expect(reread(body)).toEqual({ order, body, digest: incoming(sampleOrder({ items })).digest });
  });

  it('whose lines are many or heavy is read again from what was kept as it was', () => {
    for (const [count, chars] of [
      [299, 2_000],
      [301, 10],
      [1_000, 900],
      [5, 60_000],
    ] as const) {
      const items = Array.from({ length: count }, (_, index) =>
        line(`l-${String(index)}`, 'IN_CART', unit(1, 1, 1), null, { note: 'é'.repeat(chars) }),
      );
      const first = incoming(sampleOrder({ items }));
      expect(reread(first.body)).toEqual(first);
      expect(first.order.lines.length + (first.order.moreLines ?? 0)).toBe(count);
    }
  });

  it('never loses what it is among thousands of names that nobody knows', () => {
    const junk = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, index) => [`never_seen_${String(index)}`, 'x'.repeat(20)]),
    );
    const numbered = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [String(index), index]));
    const body = {
      ...numbered,
      ...junk,
      ...sampleOrder({
        client: { ...junk, store_id: '0412207' },
        sys: { ...junk, updated_at: '2026-06-12T18:37:41.090Z' },
      }),
    };
    const { order, body: kept } = incoming(body);
    expect(order).toMatchObject({
      code: '4821',
      status: 'READY_FOR_PICKUP',
      version: '2026-06-12T18:37:41.090Z',
      shop: { storeId: '0412207' },
    });
    expect(order.lines).toHaveLength(5);
    expect(kept.length).toBeLessThan(256 * 1024);
    expect(reread(kept).order).toEqual(order);
  });

  it('has no more personal data in what is kept for being big', () => {
    const items = Array.from({ length: 400 }, (_, index) =>
      line(`l-${String(index)}`, 'IN_CART', null, null, { recipient_phone: '099 111 222' }),
    );
    expect(incoming(sampleOrder({ items })).body).not.toMatch(/Pereyra|Calle|99123451|099 111/);
  });

  it('is kept whole when it is of the usual size', () => {
    const items = Array.from({ length: 120 }, (_, index) =>
      line(`l-${String(index)}`, 'IN_CART', unit(1, 1, 1), unit(1, 1, 1), { instructions: 'x'.repeat(400) }),
    );
    const { order, body } = incoming(sampleOrder({ items }));
    expect([order.lines.length, order.moreLines]).toEqual([120, undefined]);
    expect(JSON.parse(body)).toMatchObject({ items });
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    'is read with %s for a name and for every text',
    (word) => {
      const text = `{"order_id":"x","status":"CANCELLED","${word}":{"a":1},"order_code":"${word}","cancellation":{"reason":"${word}","cancelled_by":"${word}","${word}":1},"items":[{"${word}":2,"status":"${word}","name":"${word}","pricing":{"pricing_type":"${word}","${word}":1}}],"client":{"country_code":"${word}"},"payment":{"order_total":{"${word}":1},"type":"${word}"}}`;
      const { order, body } = incoming(JSON.parse(text));
      expect(order).toMatchObject({
        code: word,
        status: 'CANCELLED',
        cancellation: { reason: word, by: word },
        currency: 'UYU',
      });
      expect(reread(body).order).toEqual(order);
    },
  );
});

it('of any JSON at all is an order that can be shown and stored, or none, and never a failure', () => {
  const value = fc.jsonValue({ maxDepth: 4 });
  const anyOrder = fc.record({
    order_id: fc.string({ minLength: 1 }),
    status: fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('READY_FOR_PICKUP', 'CANCELLED')),
    items: fc.oneof(
      value,
      fc.array(
        fc.record({
          status: value,
          name: value,
          barcode: value,
          pricing: fc.oneof(
            value,
            fc.record({
              pricing_type: value,
              quantity: value,
              weight: value,
              total_price: value,
              unit_price: value,
            }),
          ),
        }),
      ),
    ),
    ...Object.fromEntries(
      [
        'order_code',
        'comment',
        'client',
        'customer',
        'payment',
        'cancellation',
        'sys',
        'promised_for',
        'isPreorder',
      ].map((name) => [name, value]),
    ),
  });
  fc.assert(
    fc.property(fc.oneof(value, anyOrder), (body) => {
      const parsed = parsePartnerOrder(body, { country: 'uy' });
      parseWebhook(body, { vendorId: 'v', country: 'uy' });
      if (!parsed.ok) return;
      const { order, body: kept } = parsed.value;
      // JSON has no word for NaN or infinity: they would come back as null.
      expect(JSON.parse(JSON.stringify(order))).toEqual(order);
      expect(order.code).not.toBe('');
      const again = incoming(JSON.parse(kept));
      expect(again.digest).toBe(parsed.value.digest);
    }),
    { numRuns: 1000 },
  );
});
