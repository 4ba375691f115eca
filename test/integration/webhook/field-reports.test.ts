import { expect, it } from 'vitest';
import { createTestTickets } from '../../../src/main/core/inbound/test-tickets.ts';
import { readWebhook } from '../../../src/main/core/inbound/webhook-body.ts';
import { parseWebhook } from '../../../src/main/partner/wire/schemas.ts';
import { dial, startReceiver } from './rig.ts';

const SECRET = 's3cr3t-demo-2026';
const SHOP = { vendorId: '987654', country: 'uy' } as const;
const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** The receiver with the real reading of a body behind it. */
function startReal() {
  const tickets = createTestTickets({ newNonce: () => 'n' });
  return startReceiver({
    secrets: () => [SECRET],
    parse: (body) => readWebhook(body, { readTest: tickets.read, readOne: (one) => parseWebhook(one, SHOP) }),
  });
}

const order = (id: string, storeId = '987654'): string =>
  JSON.stringify({
    order_id: id,
    order_code: '4851',
    status: 'READY_FOR_PICKUP',
    client: { store_id: storeId },
  });

type Sent = {
  readonly line?: string;
  readonly authorization?: string;
  readonly type?: string | null;
  readonly body?: string;
};

async function send(port: number, sent: Sent): Promise<number> {
  const { line = 'POST /webhooks/orders HTTP/1.1', authorization = SECRET, body = order('a') } = sent;
  const type = sent.type === undefined ? 'application/json' : sent.type;
  const wire = dial(port);
  wire.send(
    [
      line,
      'Host: shop.example',
      `Authorization: ${authorization}`,
      ...(type === null ? [] : [`Content-Type: ${type}`]),
      `Content-Length: ${String(Buffer.byteLength(body))}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
  return Number(/^HTTP\/1\.1 (\d+)/.exec(await wire.closed)?.[1]);
}

it.each<[string, Sent]>([
  ['Bearer', { authorization: `Bearer ${SECRET}` }],
  ['BEARER and blanks', { authorization: `BEARER   ${SECRET}  ` }],
  ['Basic with the secret as it is', { authorization: `Basic ${SECRET}` }],
  ['basic with a user', { authorization: `basic ${base64(`mostrador:${SECRET}`)}` }],
  ['BASIC with any user', { authorization: `BASIC ${base64(`pedidosya:${SECRET}`)}` }],
  ['a slash at the end', { line: 'POST /webhooks/orders/ HTTP/1.1' }],
  ['a doubled slash', { line: 'POST //webhooks/orders HTTP/1.1' }],
  ['capitals', { line: 'POST /Webhooks/Orders HTTP/1.1' }],
  ['a query', { line: 'POST /webhooks/orders?country=uy HTTP/1.1' }],
  ['an escaped slash', { line: 'POST /webhooks%2Forders HTTP/1.1' }],
  ['dots', { line: 'POST /x/../webhooks/./orders HTTP/1.1' }],
  ['the whole address', { line: 'POST http://shop.example/webhooks/orders HTTP/1.1' }],
  ['single quotes', { type: "application/json; charset='utf-8'" }],
  ['us-ascii', { type: 'application/json; charset=us-ascii' }],
  ['latin1, all ASCII', { type: 'application/json; charset=ISO-8859-1' }],
  ['the type twice', { type: 'application/json, application/json' }],
  ['no type', { type: null }],
  ['a list', { body: `[${order('a')}]` }],
  ['a wrapper', { body: `{"order":${order('a')}}` }],
])('%s: the order is stored', async (_what, sent) => {
  const { port, received, deliveries } = await startReal();
  expect(await send(port, sent)).toBe(200);
  expect(received.map(({ order: { id } }) => id)).toEqual(['a']);
  expect(deliveries).toMatchObject([{ outcome: 'stored', status: 200, orderId: 'a' }]);
});

it('a list is stored order by order, and says what it could not take', async () => {
  const { port, received, deliveries } = await startReal();
  const body = `[${order('a')},${order('b', '1')},{"hola":1},${order('c')}]`;
  expect(await send(port, { body })).toBe(200);
  expect(received.map(({ order: { id } }) => id)).toEqual(['a', 'c']);
  expect(deliveries).toMatchObject([
    {
      outcome: 'stored',
      notes: [
        { kind: 'several', count: 4 },
        { kind: 'left-out', count: 1 },
      ],
    },
  ]);
});

it('a list of which one could not be stored is sent again', async () => {
  const tickets = createTestTickets({ newNonce: () => 'n' });
  const { port, deliveries } = await startReceiver({
    secrets: () => [SECRET],
    parse: (body) => readWebhook(body, { readTest: tickets.read, readOne: (one) => parseWebhook(one, SHOP) }),
    receive: ({ order: { id } }) =>
      id === 'b' ? Promise.reject(new Error('EIO')) : Promise.resolve({ kind: 'unchanged', orderId: id }),
  });
  expect(await send(port, { body: `[${order('a')},${order('b')},${order('c')}]` })).toBe(500);
  expect(deliveries).toMatchObject([{ outcome: 'store-failed', status: 500, orderId: 'b' }]);
});

it.each([
  '{"mostrador_test":{"toString":0}}',
  '{"mostrador_test":null}',
  '{"__proto__":{"order_id":"a","status":"b"}}',
  '{"order":{"order":{"order":{"order":{}}}}}',
  '{"order_id":{"toString":0},"status":[]}',
  '[[],{},null,0,""]',
  `${'['.repeat(64)}${']'.repeat(64)}`,
  '"READY_FOR_PICKUP"',
  '1e999',
])('%s is 400', async (body) => {
  const { port, deliveries, errors } = await startReal();
  expect(await send(port, { body })).toBe(400);
  expect(deliveries).toMatchObject([{ outcome: 'not-an-order', status: 400 }]);
  expect(errors).toEqual([]);
});

it.each([
  ['POST /webhook/order HTTP/1.1', 404, 'wrong-path', 'POST /webhook/order'],
  ['POST / HTTP/1.1', 404, 'wrong-path', 'POST /'],
  ['POST /webhooks/orders/x?token=y HTTP/1.1', 404, 'wrong-path', 'POST /webhooks/orders/x'],
  ['PUT /webhooks/orders HTTP/1.1', 404, 'wrong-method', 'PUT /webhooks/orders'],
  ['PATCH /Webhooks/orders/ HTTP/1.1', 404, 'wrong-method', 'PATCH /webhooks/orders'],
  ['OPTIONS /webhooks/orders HTTP/1.1', 404, 'wrong-method', 'OPTIONS /webhooks/orders'],
  ['GET /webhooks/orders HTTP/1.1', 200, 'looked', 'GET /webhooks/orders'],
  ['GET /healthz HTTP/1.1', 200, 'looked', 'GET /healthz'],
  ['POST /%E0%A4%A HTTP/1.1', 404, 'wrong-path', 'POST /%E0%A4%A'],
])('%s with the right secret is recorded; a stranger’s is not', async (line, status, outcome, text) => {
  const { port, deliveries, received } = await startReal();
  expect(await send(port, { line, authorization: 'otra' })).toBe(status === 200 ? 200 : 404);
  expect(deliveries).toEqual([]);
  expect(await send(port, { line, authorization: `Bearer ${SECRET}` })).toBe(status);
  await expect.poll(() => deliveries).toMatchObject([{ outcome, status, notes: [{ kind: 'other', text }] }]);
  expect(received).toEqual([]);
});
