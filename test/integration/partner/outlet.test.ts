import { expect, test } from 'vitest';
import { lastDays, openClient, openOddServer, openPlatform, json } from './rig.ts';

/** How often the simulator was asked for the state of the shop. */
const asked = ({ simulator }: Awaited<ReturnType<typeof openPlatform>>): number =>
  simulator.requests.filter(({ path }) => path.endsWith('/status')).length;

test.each([
  ['OPEN', 'open'],
  ['CLOSED', 'closed'],
  ['CLOSED_TODAY', 'closed-today'],
  ['CHECKIN', 'checkin'],
  ['unknown', 'unknown'],
] as const)('the simulated shop that is %s is read as %s', async (outletAnswers, state) => {
  const platform = await openPlatform({ switches: { outletAnswers } });
  expect(await platform.client.outletStatus()).toMatchObject({ ok: true, value: { state } });
  expect(asked(platform)).toBe(1);
  const used = platform.simulator.requests.find(({ path }) => path.endsWith('/status'));
  expect(used?.method).toBe('GET');
});

test('until when and why it is closed come along', async () => {
  const { client } = await openPlatform({ switches: { outletAnswers: 'CLOSED_UNTIL' } });
  const answer = await client.outletStatus();
  expect(answer).toMatchObject({ ok: true, value: { state: 'closed-until', reason: 'TOO_BUSY' } });
  expect(Date.parse((answer.ok && answer.value.until) || '')).toBeGreaterThan(Date.now());
});

test.each([
  ['no-route', 'not-found', 404],
  ['forbidden', 'forbidden', 403],
  ['unauthorized', 'unauthorized', 401],
  ['rate-limited', 'rate-limited', 429],
  ['garbage', 'bad-response', 200],
] as const)('a platform that answers %s fails as %s', async (outletAnswers, code, status) => {
  const { client } = await openPlatform({ switches: { outletAnswers } });
  expect(await client.outletStatus()).toMatchObject({ ok: false, error: { code, status } });
});

test('a platform that hangs ends with the time limit, and whoever stops waiting ends it before', async () => {
  const { client } = await openPlatform({ switches: { outletAnswers: 'hang' } }, { timeoutMs: 200 });
  expect(await client.outletStatus()).toMatchObject({ ok: false, error: { code: 'offline' } });
  const leave = new AbortController();
  const answer = client.outletStatus(leave.signal);
  leave.abort();
  await expect(answer).rejects.toThrow();
});

test('nothing that goes wrong here changes anything for the orders', async () => {
  const platform = await openPlatform(
    { switches: { outletAnswers: 'rate-limited', retryAfter: 'seconds' } },
    { auth: 'client-credentials' },
  );
  const { client, simulator } = platform;
  expect(await client.outletStatus()).toMatchObject({ ok: false, error: { retryAfterMs: 1000 } });
  expect(await client.listOrders(lastDays(1))).toMatchObject({ ok: true });
  simulator.switches.set({ outletAnswers: 'unauthorized' });
  expect(await client.outletStatus()).toMatchObject({ ok: false, error: { code: 'unauthorized' } });
  expect(await client.listOrders(lastDays(1))).toMatchObject({ ok: true });
  // The refused token serves the orders as before: no other was asked for.
  expect(simulator.requests.filter(({ path }) => path.endsWith('/oauth/token'))).toHaveLength(1);
});

test('while the platform asks everybody to wait, the shop is not asked about', async () => {
  const { baseUrl, seen } = await openOddServer((_request, response) => {
    response.writeHead(429, { 'retry-after': '60' }).end();
  });
  const { client } = openClient({ baseUrl });
  await client.listOrders(lastDays(1));
  const before = seen.length;
  expect(await client.outletStatus()).toMatchObject({ ok: false, error: { code: 'rate-limited' } });
  expect(seen).toHaveLength(before);
});

test.each<[string, (headers: Record<string, string>) => [number, Record<string, string>, string], string]>([
  ['a sign-in page', () => [200, { 'content-type': 'text/html' }, '<html>OPEN</html>'], 'blocked'],
  ['a page that forbids', () => [403, { 'content-type': 'text/html' }, '<html>no</html>'], 'blocked'],
  ['a redirect', () => [302, { location: 'https://other.example/' }, ''], 'blocked'],
  ['an error', () => [500, {}, ''], 'bad-response'],
])('%s is not an answer of the platform', async (_name, answer, code) => {
  const { baseUrl } = await openOddServer((_request, response) => {
    const [status, headers, body] = answer({});
    response.writeHead(status, headers).end(body);
  });
  expect(await openClient({ baseUrl }).client.outletStatus()).toMatchObject({ ok: false, error: { code } });
});

test('an empty answer is not known', async () => {
  const { baseUrl } = await openOddServer((_request, response) => void response.writeHead(204).end());
  expect(await openClient({ baseUrl }).client.outletStatus()).toMatchObject({
    ok: true,
    value: { state: 'unknown' },
  });
});

test('the shop and the chain stand in the address as they are, and the question carries nothing else', async () => {
  const { baseUrl, seen } = await openOddServer((_request, response) =>
    json(response, 200, { status: 'OPEN' }),
  );
  const { client } = openClient({ baseUrl, chainId: 'a/b', vendorId: 'ñ 1' });
  expect(await client.outletStatus()).toMatchObject({ ok: true });
  expect(seen.map(({ method, url, body }) => [method, url, body])).toEqual([
    ['GET', '/v2/chains/a%2Fb/vendors/%C3%B1%201/status', ''],
  ]);
});
