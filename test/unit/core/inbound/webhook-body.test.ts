import { assert, jsonValue, property } from 'fast-check';
import { expect, it } from 'vitest';
import { createTestTickets } from '../../../../src/main/core/inbound/test-tickets.ts';
import { readWebhook } from '../../../../src/main/core/inbound/webhook-body.ts';
import { parseWebhook } from '../../../../src/main/partner/schemas.ts';

const gate = createTestTickets({ newNonce: () => 'nonce-1' });
const shop = { vendorId: '987654', country: 'uy' } as const;
const read = (body: unknown) =>
  readWebhook(body, { readTest: gate.read, readOne: (one) => parseWebhook(one, shop) });

const order = (id: string, extra: object = {}) => ({ order_id: id, status: 'READY_FOR_PICKUP', ...extra });
const kinds = (body: unknown): readonly string[] => {
  const parsed = read(body);
  return (parsed.kind === 'several' ? parsed.parts : [parsed]).map((one) =>
    one.kind === 'order' ? one.order.order.id : one.kind,
  );
};

it.each([
  ['an order by itself', order('a'), ['a']],
  ['a list of one', [order('a')], ['a']],
  ['a list of several', [order('a'), order('b'), order('a')], ['a', 'b', 'a']],
  ['a wrapper', { order: order('a') }, ['a']],
  ['another wrapper, with a name of the event', { event: 'ORDER_READY', data: order('a') }, ['a']],
  ['a wrapper in a wrapper', { payload: { order: order('a') } }, ['a']],
  ['a wrapper with a list', { orders: [order('a'), order('b')] }, ['a', 'b']],
  ['a list of wrappers', [{ order: order('a') }, order('b')], ['a', 'b']],
  ['a wrapper whose first part is empty', { order: null, orders: [order('a')] }, ['a']],
  ['an order that has parts of such names', order('a', { data: order('b'), order: [1] }), ['a']],
  [
    'a list with one that is no order',
    [order('a'), { hola: 1 }, null],
    ['a', 'not-an-order', 'not-an-order'],
  ],
  [
    'a list with orders of others',
    [order('a', { client: { store_id: '1' } }), order('b', { client: { store_id: '987654' } })],
    ['other-shop', 'b'],
  ],
  ['a callback', { job_id: '1', status: 'DONE' }, ['catalogue-callback']],
  ['an empty list', [], ['not-an-order']],
  ['a wrapper with an empty list', { orders: [] }, ['not-an-order']],
  ['a wrapper around itself, too deep', { data: { data: { data: { data: order('a') } } } }, ['not-an-order']],
  ['a list longer than any day', Array.from({ length: 1_001 }, () => order('a')), ['not-an-order']],
])('reads %s', (_what, body, expected) => {
  expect(kinds(body)).toEqual(expected);
});

it.each([
  ['a mark that is an object', '{"mostrador_test":{"toString":0}}'],
  ['a mark that is a list', '{"mostrador_test":["nonce-1"]}'],
  ['a mark that is nobody’s', '{"mostrador_test":"nonce-2"}'],
  ['a mark with an odd value', '{"mostrador_test":{"valueOf":null,"toString":null}}'],
  ['what every object has', '{"__proto__":{"order_id":"a"},"constructor":1,"hasOwnProperty":0}'],
  [
    'a wrapper that is what every object has',
    '{"order":{"__proto__":{"order_id":"a","status":"READY_FOR_PICKUP"}}}',
  ],
  ['ids that are objects', '{"order_id":{"toString":0},"status":{"valueOf":0}}'],
])('%s is no order and no test, and nothing is thrown', (_what, json) => {
  expect(kinds(JSON.parse(json))).toEqual(['not-an-order']);
});

it('knows a test that is under way', () => {
  const ticket = gate.open('local');
  expect(read(JSON.parse(ticket.body))).toEqual({ kind: 'test', road: 'local' });
  expect(ticket.hasArrived()).toBe(true);
  ticket.end();
  expect(kinds(JSON.parse(ticket.body))).toEqual(['not-an-order']);
});

it('never throws, whatever JSON comes', () => {
  assert(
    property(jsonValue({ maxDepth: 6 }), (body) => {
      for (const one of [
        body,
        [body],
        { order: body },
        { mostrador_test: body },
        { ...order('a'), client: body },
      ]) {
        expect(kinds(one).length).toBeGreaterThan(0);
      }
    }),
  );
});
