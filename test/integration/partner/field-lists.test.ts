import type { ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import { processorMs } from '../../processor-time.ts';
import { sampleOrder } from '../../unit/partner/sample-order.ts';
import { json, lastDays, openClient, openOddServer } from './rig.ts';

const pages = { page_number: 1, page_size: 100, total_pages: 0 };

it.each<readonly [string, (response: ServerResponse) => void]>([
  ['null orders', (response) => json(response, 200, { ...pages, orders: null })],
  ['no orders at all', (response) => json(response, 200, pages)],
  ['an empty list', (response) => json(response, 200, { ...pages, orders: [] })],
  ['an empty object', (response) => json(response, 200, {})],
  ['a bare empty list', (response) => json(response, 200, [])],
  ['204', (response) => void response.writeHead(204).end()],
  ['an empty body', (response) => void response.writeHead(200).end()],
  ['the word null', (response) => json(response, 200, null)],
])('a shop without orders that is answered with %s is well, and can be set up', async (_, answer) => {
  const { baseUrl } = await openOddServer((_request, response) => answer(response));
  const { client } = openClient({ baseUrl });
  const page = await client.listOrders(lastDays(2));
  expect(page).toMatchObject({ ok: true, value: { orders: [], skipped: 0 } });
  expect(page.ok && page.value.totalPages).toBeLessThanOrEqual(1);
  expect(await client.check()).toMatchObject({ ok: true, orders: 0, shop: null });
});

it.each<readonly [string, string, string, string]>([
  ['a web page', 'text/html', '<html><body>Inicie sesión</body></html>', 'blocked'],
  ['a message', 'application/json', '{"message":"blocked"}', 'bad-response'],
  ['a word', 'application/json', '"ok"', 'bad-response'],
  ['a number', 'application/json', '7', 'bad-response'],
])('%s is no empty shop', async (_, type, body, code) => {
  const { baseUrl } = await openOddServer((_request, response) => {
    response.writeHead(200, { 'content-type': type }).end(body);
  });
  expect(await openClient({ baseUrl }).client.listOrders(lastDays(2))).toMatchObject({
    ok: false,
    error: { code },
  });
});

it('a list without an envelope is read order by order', async () => {
  const { baseUrl } = await openOddServer((_request, response) => json(response, 200, [sampleOrder(), 7]));
  expect(await openClient({ baseUrl }).client.listOrders(lastDays(2))).toMatchObject({
    ok: true,
    value: { orders: [{ order: { code: '4821' } }], skipped: 1 },
  });
});

/** For a computer that is busy otherwise: what counts is the processor time. */
const PATIENCE_MS = 120_000;

it(
  'an order of a million lines in the list is read within a moment',
  async () => {
    const line = JSON.stringify({ _id: 'l', sku: 's', name: 'Producto', status: 'IN_CART' });
    const head = JSON.stringify({ orders: [sampleOrder({ items: [] })] });
    const body = head.replace('"items":[]', `"items":[${Array(700_000).fill(line).join(',')}]`);
    const { baseUrl } = await openOddServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(body);
    });
    const parseMs = processorMs(() => JSON.parse(body));
    const { client } = openClient({ baseUrl, timeoutMs: PATIENCE_MS });
    const before = process.cpuUsage();
    const page = await client.listOrders(lastDays(2));
    const { user, system } = process.cpuUsage(before);
    const readMs = (user + system) / 1_000;
    if (!page.ok) throw new Error(JSON.stringify(page.error));
    const [first] = page.value.orders;
    expect(first?.order.lines).toHaveLength(300);
    expect(first?.order.moreLines).toBe(699_700);
    expect(first?.body.length).toBeLessThan(256 * 1024);
    // Nothing that is done for each line may cost much more than to parse it.
    expect(
      readMs /
        Math.max(
          parseMs,
          processorMs(() => JSON.parse(body)),
        ),
    ).toBeLessThan(15);
  },
  PATIENCE_MS,
);
