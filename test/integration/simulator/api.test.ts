import { afterEach, expect, test } from 'vitest';
import { CHAIN, lastDay, LIST, parse, startSimulator, TOKEN, VENDOR } from './rig.ts';
import type { Simulator, SimulatorOptions } from '../../../src/simulator/contract.ts';

let running: Simulator | null = null;
afterEach(async () => {
  await running?.stop();
  running = null;
});

async function start(options: SimulatorOptions = {}) {
  const rig = await startSimulator(options);
  running = rig.simulator;
  return rig;
}

const WITHOUT_ORDERS = `/v2/chains/${CHAIN}/vendors/${VENDOR}`;

test('the list comes in an envelope, in pages of 20', async () => {
  const { simulator, get } = await start();
  simulator.seed(45, { days: 0.5 });
  const pages = await Promise.all([1, 2, 3, 4].map((page) => get(`${LIST}?${lastDay()}&page=${page}`)));
  const read = pages.map((page) => parse(page.text));
  expect(
    read.map(({ page_number, page_size, total_pages }) => [page_number, page_size, total_pages]),
  ).toEqual([
    [1, 20, 3],
    [2, 20, 3],
    [3, 20, 3],
    [4, 20, 3],
  ]);
  const ids = read.map((page) => (page['orders'] as { order_id: string }[]).map((order) => order.order_id));
  expect(ids.map((page) => page.length)).toEqual([20, 20, 5, 0]);
  expect(new Set(ids.flat()).size).toBe(45);
});

test('page_number as a parameter gives page 1 for ever', async () => {
  const { simulator, get } = await start();
  simulator.seed(45, { days: 0.5 });
  const [first, second] = await Promise.all([
    get(`${LIST}?${lastDay()}`),
    get(`${LIST}?${lastDay()}&page_number=2`),
  ]);
  expect(second.text).toBe(first.text);
});

test('a vendor may be named by the id that the shop mapped', async () => {
  const { simulator, get } = await start();
  simulator.orders.create();
  const answer = await get(`/v2/chains/${CHAIN}/vendors/SUC-01/orders?${lastDay()}`);
  expect(parse(answer.text)['orders']).toHaveLength(1);
});

test('the documented list route is a mute 404, until it is switched on', async () => {
  const { simulator, get } = await start();
  const mute = await get(`${WITHOUT_ORDERS}?${lastDay()}`);
  expect([mute.status, mute.text]).toEqual([404, '']);
  simulator.switches.set({ routeListDocumented: true, routeListWithOrders: false });
  expect((await get(`${WITHOUT_ORDERS}?${lastDay()}`)).status).toBe(200);
  expect((await get(`${LIST}?${lastDay()}`)).text).toBe('');
});

test('one order is found with and without the chain; each route can be switched off', async () => {
  const { simulator, get } = await start();
  const { id } = simulator.orders.create();
  const [long, short] = [`/v2/chains/${CHAIN}/orders/${id}`, `/v2/orders/${id}`];
  expect(parse((await get(long)).text)['order_id']).toBe(id);
  expect((await get(short)).text).toBe((await get(long)).text);
  simulator.switches.set({ routeSingleShort: false });
  expect(await get(short)).toMatchObject({ status: 404, text: '' });
  expect((await get(long)).status).toBe(200);
  simulator.switches.set({ routeSingleShort: true, routeSingleChain: false });
  expect(await get(long)).toMatchObject({ status: 404, text: '' });
});

test('an order that does not exist is a 404 that speaks, an id that is no UUID a 400', async () => {
  const { get } = await start();
  const missing = await get('/v2/orders/807c225f-ac6d-445d-a074-ea960c892ca7');
  expect([missing.status, parse(missing.text)]).toEqual([404, { message: 'Order not found' }]);
  expect((await get('/v2/orders/4821')).status).toBe(400);
});

test('an order of 59 days ago can be read and one of 61 days ago cannot', async () => {
  const { simulator, get } = await start();
  const { id } = simulator.orders.create();
  simulator.orders.travel(id, 59 * 1440);
  expect((await get(`/v2/orders/${id}`)).status).toBe(200);
  simulator.orders.travel(id, 2 * 1440);
  expect((await get(`/v2/orders/${id}`)).status).toBe(404);
});

test('every other route is a mute 404, with or without a token', async () => {
  const { get } = await start();
  for (const path of [
    '/',
    '/v2',
    '/v1/orders/x',
    '/v2/chains',
    `/v2/chains/${CHAIN}/vendors/${VENDOR}/status`,
    '/v2/oauth/x',
  ]) {
    expect(await get(path)).toMatchObject({ status: 404, text: '' });
    expect(await get(path, null)).toMatchObject({ status: 404, text: '' });
  }
});

test('no token and a wrong one are 401, another chain or store 403', async () => {
  const { get } = await start();
  expect((await get(`${LIST}?${lastDay()}`, null)).status).toBe(401);
  expect((await get(`${LIST}?${lastDay()}`, 'other')).status).toBe(401);
  expect((await get(`/v2/chains/other/vendors/${VENDOR}/orders?${lastDay()}`)).status).toBe(403);
  expect((await get(`/v2/chains/${CHAIN}/vendors/9/orders?${lastDay()}`)).status).toBe(403);
  expect((await get('/v2/chains/other/orders/807c225f-ac6d-445d-a074-ea960c892ca7')).status).toBe(403);
  expect((await get(`${LIST}?${lastDay()}`)).status).toBe(200);
});

test('a PUT is forbidden and changes nothing', async () => {
  const { simulator, baseUrl } = await start();
  const { id } = simulator.orders.create();
  const url = `${baseUrl}/v2/chains/${CHAIN}/orders/${id}`;
  const put = (): Promise<Response> =>
    fetch(url, {
      method: 'PUT',
      headers: { authorization: `Bearer ${TOKEN}` },
      body: '{"status":"CANCELLED"}',
    });
  expect((await put()).status).toBe(403);
  simulator.switches.set({ putAnswers: '405' });
  expect((await put()).status).toBe(405);
  expect(simulator.orders.get(id).status).toBe('RECEIVED');
});

test('the 61st request of a minute is a 429, and Retry-After comes when it is switched', async () => {
  let now = Date.now();
  const { simulator, get } = await start({ now: () => now });
  const ask = () => get(`${LIST}?${lastDay(now - 7_200_000)}`);
  for (let request = 1; request <= 60; request++) expect((await ask()).status).toBe(200);
  const refused = await ask();
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, null]);
  simulator.switches.set({ retryAfter: 'seconds' });
  now += 50_000;
  expect((await ask()).headers.get('retry-after')).toBe('10');
  simulator.switches.set({ retryAfter: 'date' });
  expect(Date.parse((await ask()).headers.get('retry-after') ?? '')).toBeGreaterThan(now);
  now += 10_000;
  expect((await ask()).status).toBe(200);
});

test('orders that are still being picked are listed, unless switched off', async () => {
  const { simulator, get } = await start();
  simulator.orders.create();
  const count = async () => (parse((await get(`${LIST}?${lastDay()}`)).text)['orders'] as unknown[]).length;
  expect(await count()).toBe(1);
  simulator.switches.set({ listShowsReceived: false });
  expect(await count()).toBe(0);
});

test('the window is about creation or about the last change, as switched', async () => {
  const { simulator, get } = await start();
  const { id } = simulator.orders.create();
  simulator.orders.travel(id, 3 * 1440);
  simulator.orders.ready(id);
  const count = async () => (parse((await get(`${LIST}?${lastDay()}`)).text)['orders'] as unknown[]).length;
  expect(await count()).toBe(0);
  simulator.switches.set({ listFiltersBy: 'updated' });
  expect(await count()).toBe(1);
});

test('the list is sorted as switched', async () => {
  const { simulator, get } = await start();
  const made = simulator.seed(30, { days: 0.5 }).map((order) => order.id);
  const ids = async () =>
    (parse((await get(`${LIST}?${lastDay()}&page_size=30`)).text)['orders'] as { order_id: string }[]).map(
      (order) => order.order_id,
    );
  expect(await ids()).toEqual(made.toReversed());
  simulator.switches.set({ listOrder: 'oldest-first' });
  expect(await ids()).toEqual(made);
  simulator.switches.set({ listOrder: 'shuffled' });
  const shuffled = await ids();
  expect(shuffled).not.toEqual(made);
  expect(shuffled.toSorted()).toEqual(made.toSorted());
});

test.each([
  ['message', { message: 'Unauthorized' }],
  ['error', { error: 'Unauthorized' }],
  ['oauth', { error: 'request_failed', error_description: 'Unauthorized' }],
  ['errors', { errors: [{ code: '401', message: 'Unauthorized' }] }],
] as const)('errors are written as %s when so switched', async (errorBody, expected) => {
  const { get } = await start({ switches: { errorBody } });
  expect(parse((await get(`${LIST}?${lastDay()}`, null)).text)).toEqual(expected);
});

test('what clients asked is in the log, without their token', async () => {
  const { simulator, get } = await start();
  await get(`${LIST}?${lastDay()}&page=2`);
  await get('/v2/orders/x');
  expect(simulator.requests.map(({ method, path, status }) => [method, path, status])).toEqual([
    ['GET', LIST, 200],
    ['GET', '/v2/orders/x', 400],
  ]);
  expect(simulator.requests[0]?.query['page']).toBe('2');
  expect(JSON.stringify(simulator.requests)).not.toContain(TOKEN);
});

test('two simulators know nothing of each other', async () => {
  const one = await start();
  const other = await startSimulator();
  try {
    const { id } = one.simulator.orders.create();
    expect((await one.get(`/v2/orders/${id}`)).status).toBe(200);
    expect((await other.get(`/v2/orders/${id}`)).status).toBe(404);
  } finally {
    await other.simulator.stop();
  }
});

test('a port that is taken is said at the start', async () => {
  const { baseUrl } = await start();
  const second = startSimulator({ port: Number(new URL(baseUrl).port) });
  await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
