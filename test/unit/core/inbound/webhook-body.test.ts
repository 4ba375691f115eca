import { assert, jsonValue, property } from 'fast-check';
import { expect, it } from 'vitest';
import { createTestTickets } from '../../../../src/main/core/inbound/test-tickets.ts';
import { readWebhook } from '../../../../src/main/core/inbound/webhook-body.ts';
import { parseWebhook } from '../../../../src/main/partner/wire/schemas.ts';

const tickets = createTestTickets({ newNonce: () => 'nonce-1' });
const shop = { vendorId: '987654', country: 'uy' } as const;
const read = (body: unknown) =>
  readWebhook(body, { readTest: tickets.read, readOne: (one) => parseWebhook(one, shop) });

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
  ['a wrapper whose first part is an empty list', { order: [], orders: [order('a')] }, ['a']],
  ['a wrapper whose first part is none', { order: { id: 'zz' }, payload: { order: order('a') } }, ['a']],
  ['a wrapper with an id of its own', { order_id: null, job_id: null, id: 'x', order: order('a') }, ['a']],
  ['a wrapper of any name', { event: order('a') }, ['a']],
  ['a wrapper in capitals', { Order: order('a') }, ['a']],
  ['what queues put around it', { version: '0', source: 's', detail: { order: order('a') } }, ['a']],
  ['a list under any name', { type: 'batch', events: [{ order: order('a') }, order('b')] }, ['a', 'b']],
  ['an order that was put into a text', { Message: JSON.stringify(order('a')) }, ['a']],
  ['a wrapper that was put into a text', { body: JSON.stringify({ order: order('a') }) }, ['a']],
  ['a wrapper in a text in a text', { Body: JSON.stringify({ Message: JSON.stringify(order('a')) }) }, ['a']],
  [
    'a list of wrappers with lists',
    [{ data: { orders: [order('a'), order('b')] } }, order('c')],
    ['a', 'b', 'c'],
  ],
  ['a list of wrappers with lists, wrapped', { events: [{ orders: [order('a')] }, order('b')] }, ['a', 'b']],
  ['an event that says whose order it holds', { event: 'READY', order_id: 'a', order: order('a') }, ['a']],
  ['an event that says so of a text', { order_id: 'a', payload: JSON.stringify(order('a')) }, ['a']],
  [
    'an event about an order that it does not hold',
    { order_id: 'a', order: { items: [] } },
    ['not-an-order'],
  ],
  ['a text with nothing else around', JSON.stringify([order('a'), order('b')]), ['a', 'b']],
  ['a list of texts', [JSON.stringify(order('a'))], ['a']],
  ['a text that is cut', { body: JSON.stringify(order('a')).slice(0, -1) }, ['not-an-order']],
  ['two under names that say nothing', { before: order('a'), after: order('a') }, ['not-an-order']],
  ['the usual name beside another', { previous: order('a'), order: order('b') }, ['b']],
  ['a callback beside what it is about', { job_id: '1', order: order('a') }, ['catalogue-callback']],
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

it('reads a text nested without end for what it is, within a moment', () => {
  const deep = `${'['.repeat(100_000)}"order_id"${']'.repeat(100_000)}`;
  expect(kinds({ body: deep })).toEqual(['not-an-order']);
  expect(kinds(deep)).toEqual(['not-an-order']);
  const inside = `{"order_id":"a","status":"READY_FOR_PICKUP","client":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
  expect(kinds({ body: inside })).toEqual(['a']);
});

it('knows a test that is under way', () => {
  const ticket = tickets.open('local');
  expect(read(JSON.parse(ticket.body))).toEqual({ kind: 'test', path: 'local' });
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
