import { request } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { startSimulator } from './rig.ts';
import type { Simulator, SimulatorOptions } from '../../../src/simulator/contract.ts';

let running: Simulator | null = null;
afterEach(async () => {
  await running?.stop();
  running = null;
});

type State = {
  orderCount: number;
  orders: { id: string; status: string; lines: { status: string }[] }[];
} & Record<string, unknown>;

async function start(options: SimulatorOptions = {}) {
  const rig = await startSimulator(options);
  running = rig.simulator;
  const call = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${rig.baseUrl}/simulator/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const state = async (): Promise<State> =>
    (await (await fetch(`${rig.baseUrl}/simulator/api/state`)).json()) as State;
  return { ...rig, call, state };
}

/** A request with headers that fetch would not let through. */
function rawStatus(
  url: string,
  method: string,
  headers: Record<string, string>,
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject);
    sent.end(method === 'POST' ? '{}' : undefined);
  });
}

test('an order is made, picked, ready, picked up and cancelled through the control API', async () => {
  const { call, state } = await start();
  const made = (await (
    await call('orders', { lines: [{ sku: 'LECHE-ENT-1L', pieces: 2 }, { sku: 'YERBA-1KG' }] })
  ).json()) as {
    id: string;
  };
  expect(
    (
      await call(`orders/${made.id}/pick`, {
        steps: [
          { line: 0, pieces: 1 },
          { line: 1, action: 'not-found' },
        ],
      })
    ).status,
  ).toBe(200);
  expect((await call(`orders/${made.id}/ready`, {})).status).toBe(200);
  expect((await state()).orders[0]).toMatchObject({
    status: 'READY_FOR_PICKUP',
    lines: [{ status: 'IN_CART', picked: { pieces: 1 } }, { status: 'NOT_FOUND' }],
  });
  expect((await call(`orders/${made.id}/pick-up`, {})).status).toBe(200);
  expect((await call(`orders/${made.id}/cancel`, { by: 'LOGISTICS' })).status).toBe(200);
  expect((await state()).orders[0]).toMatchObject({
    status: 'CANCELLED',
    cancellation: { by: 'LOGISTICS', afterPickUp: true },
  });
});

test.each<[string, unknown, number]>([
  ['orders', { lines: [{ sku: 'NO-EXISTE' }] }, 400],
  ['orders', { lines: [] }, 400],
  ['orders', { surprise: 1 }, 400],
  ['orders', '{not json', 400],
  ['orders', [], 400],
  ['orders/807c225f-ac6d-445d-a074-ea960c892ca7/ready', {}, 404],
  ['switches', { noSuch: 1 }, 400],
  ['faults', { kind: 'meteor' }, 400],
  ['webhook', { url: 'file:///etc/passwd' }, 400],
  ['seed', { count: 1_000_000 }, 400],
  ['auto', { everySeconds: 0 }, 400],
  ['scenarios/T99', {}, 404],
  ['scenarios/T1/again', {}, 404],
  ['nonsense', {}, 404],
  ['constructor', {}, 404],
])('%s with %j is refused with %i', async (path, body, status) => {
  const { call, state } = await start();
  expect((await call(path, body)).status).toBe(status);
  expect((await state()).orderCount).toBe(0);
});

test('a step that does not fit the order is a 409 with the reason', async () => {
  const { simulator, call } = await start();
  const { id, code } = simulator.orders.create();
  const answer = await call(`orders/${id}/pick-up`, {});
  expect(answer.status).toBe(409);
  expect(((await answer.json()) as { message: string }).message).toContain(code);
});

test('switches, faults, the webhook, seeding and the automatic day are driven from outside', async () => {
  const { simulator, call, state } = await start();
  await call('switches', { moneyAs: 'string' });
  await call('faults', { kind: 'slow', times: 3 });
  await call('webhook', { url: 'http://127.0.0.1:9/x', secret: 'muy secreto' });
  await call('seed', { count: 30 });
  await call('auto', { everySeconds: 600 });
  expect(await state()).toMatchObject({
    orderCount: 31,
    switches: { moneyAs: 'string' },
    faults: [{ kind: 'slow', times: 3, on: 'orders' }],
    webhook: { url: 'http://127.0.0.1:9/x', hasSecret: true },
    autoEverySeconds: 600,
  });
  expect(JSON.stringify(await state())).not.toContain('muy secreto');
  // A new address keeps the secret; no address takes both away.
  await call('webhook', { url: 'http://127.0.0.1:9/y' });
  expect(simulator.webhooks.target()).toEqual({ url: 'http://127.0.0.1:9/y', secret: 'muy secreto' });
  await call('webhook', { url: null });
  await call('switches/reset', {});
  await call('faults/clear', {});
  await call('auto', { everySeconds: null });
  await call('orders/clear', {});
  expect(await state()).toMatchObject({
    orderCount: 0,
    switches: { moneyAs: 'number' },
    faults: [],
    webhook: null,
    autoEverySeconds: null,
  });
});

test('a scenario is played from outside and its outcome kept', async () => {
  const { call, state } = await start();
  const outcome = (await (await call('scenarios/T3', {})).json()) as { name: string };
  expect(outcome.name).toBe('T3');
  expect(await state()).toMatchObject({ orderCount: 1, outcomes: [{ name: 'T3' }] });
});

test('this computer under a loopback name may drive it', async () => {
  const { baseUrl } = await start();
  const { port } = new URL(baseUrl);
  const url = `${baseUrl}/simulator/api/orders`;
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]) {
    expect(
      await rawStatus(url, 'POST', { host, origin: `http://${host}`, 'content-type': 'application/json' }),
    ).toBe(200);
  }
});

test.each<[string, Record<string, string>]>([
  ['another name for this computer', { host: 'evil.example:80' }],
  ['a name that begins like loopback', { host: '127.0.0.1.evil.example' }],
  ["another site's page", { origin: 'https://evil.example' }],
  ['a page of another port', { origin: 'http://127.0.0.1:1' }],
  ['a page without an origin', { origin: 'null' }],
  ['what the browser calls cross-site', { 'sec-fetch-site': 'cross-site' }],
  ['a form', { 'content-type': 'text/plain' }],
  ['a form with fields', { 'content-type': 'application/x-www-form-urlencoded' }],
])('%s may not drive it', async (_who, headers) => {
  const { simulator, baseUrl } = await start();
  const sent = { 'content-type': 'application/json', ...headers };
  expect(await rawStatus(`${baseUrl}/simulator/api/orders`, 'POST', sent)).toBe(403);
  expect(simulator.orders.list()).toEqual([]);
});

test('the state and the events are kept from other names and sites too', async () => {
  const { baseUrl } = await start();
  for (const path of ['state', 'about', 'events']) {
    expect(await rawStatus(`${baseUrl}/simulator/api/${path}`, 'GET', { host: 'evil.example' })).toBe(403);
    expect(
      await rawStatus(`${baseUrl}/simulator/api/${path}`, 'GET', { origin: 'https://evil.example' }),
    ).toBe(403);
  }
});

test('a change is told by an event', async () => {
  const { simulator, baseUrl } = await start();
  const response = await fetch(`${baseUrl}/simulator/api/events`);
  const reader = response.body?.getReader();
  const next = async (): Promise<string> => new TextDecoder().decode((await reader?.read())?.value);
  expect(await next()).toContain('data: changed');
  simulator.orders.create();
  expect(await next()).toContain('data: changed');
  await reader?.cancel();
});

test('the page may run its own script only, and is not framed', async () => {
  const { baseUrl } = await start();
  const page = await fetch(`${baseUrl}/simulator`);
  expect(page.url).toBe(`${baseUrl}/simulator/`);
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  expect(await page.text()).not.toMatch(/<script>|style="|onclick=/);
  expect((await fetch(`${baseUrl}/simulator/nothing`)).status).toBe(404);
});
