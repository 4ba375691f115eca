import { afterEach, expect, test } from 'vitest';
import { CHAIN, lastDay, LIST, parse, startSimulator, TOKEN } from './rig.ts';
import type { Simulator, SimulatorOptions } from '../../../src/simulator/contract.ts';

let running: Simulator | null = null;
afterEach(async () => {
  await running?.stop();
  running = null;
});

const CLIENT = { id: `tienda-${CHAIN}`, secret: 's3creto' };
const FORM = { grant_type: 'client_credentials', client_id: CLIENT.id, client_secret: CLIENT.secret };

async function start(options: SimulatorOptions = {}) {
  const rig = await startSimulator({ clients: [CLIENT], ...options });
  running = rig.simulator;
  const signIn = (body: BodyInit, type?: string): Promise<Response> =>
    fetch(`${rig.baseUrl}/v2/oauth/token`, {
      method: 'POST',
      body,
      headers: type === undefined ? {} : { 'content-type': type },
    });
  return { ...rig, signIn };
}

test('a form with the right credentials gets a token that works until its time is over', async () => {
  let now = Date.now();
  const { signIn, get } = await start({ now: () => now, switches: { tokenSeconds: 100 } });
  const answer = await signIn(new URLSearchParams(FORM));
  const token = (await answer.json()) as { access_token: string; token_type: string; expires_in: number };
  expect(answer.status).toBe(200);
  expect(token).toMatchObject({ token_type: 'Bearer', expires_in: 100 });
  const list = `${LIST}?${lastDay(now - 7_200_000)}`;
  expect((await get(list, token.access_token)).status).toBe(200);
  now += 100_001;
  expect((await get(list, token.access_token)).status).toBe(401);
});

test('a JSON body is refused as if client_id were missing', async () => {
  const { signIn } = await start();
  const answer = await signIn(JSON.stringify(FORM), 'application/json');
  expect([answer.status, await answer.json()]).toEqual([400, { message: 'client_id is required' }]);
});

test('the type decides and not the text: a form that calls itself JSON is not read', async () => {
  const { signIn } = await start();
  const form = new URLSearchParams(FORM).toString();
  expect((await signIn(form, 'application/json')).status).toBe(400);
  expect((await signIn(form, 'application/x-www-form-urlencoded; charset=utf-8')).status).toBe(200);
});

test('wrong credentials are refused', async () => {
  const { signIn } = await start();
  const answer = await signIn(new URLSearchParams({ ...FORM, client_secret: 'no' }));
  expect([answer.status, await answer.json()]).toEqual([401, { message: 'Invalid client credentials' }]);
  expect((await signIn(new URLSearchParams({ ...FORM, grant_type: 'password' }))).status).toBe(400);
});

test('the 51st token of a minute is refused', async () => {
  const { signIn } = await start();
  for (let request = 1; request <= 50; request++) {
    expect((await signIn(new URLSearchParams(FORM))).status).toBe(200);
  }
  expect((await signIn(new URLSearchParams(FORM))).status).toBe(429);
});

test('issued tokens can be ended before their time, static ones stay', async () => {
  const { simulator, signIn, get } = await start();
  const token = (await (await signIn(new URLSearchParams(FORM))).json()) as { access_token: string };
  simulator.access.revokeIssued();
  expect((await get(`${LIST}?${lastDay()}`, token.access_token)).status).toBe(401);
  expect((await get(`${LIST}?${lastDay()}`, TOKEN)).status).toBe(200);
});

test('the platform may accept only one of the two ways to sign in', async () => {
  const { simulator, signIn, get } = await start();
  const token = (await (await signIn(new URLSearchParams(FORM))).json()) as { access_token: string };
  const list = `${LIST}?${lastDay()}`;
  simulator.switches.set({ authAccepts: 'oauth' });
  expect([(await get(list)).status, (await get(list, token.access_token)).status]).toEqual([401, 200]);
  simulator.switches.set({ authAccepts: 'static' });
  expect([(await get(list)).status, (await get(list, token.access_token)).status]).toEqual([200, 401]);
});

test.each([
  ['unauthorized', 401],
  ['forbidden', 403],
  ['rate-limited', 429],
  ['server-error', 500],
  ['bad-gateway', 502],
] as const)('the fault %s answers %i for as many requests as told', async (kind, status) => {
  const { simulator, get } = await start();
  simulator.faults.add({ kind, times: 2 });
  const list = `${LIST}?${lastDay()}`;
  expect([(await get(list)).status, (await get(list)).status, (await get(list)).status]).toEqual([
    status,
    status,
    200,
  ]);
});

test('an empty 404, a broken answer and a closed connection can be played', async () => {
  const { simulator, get } = await start();
  const list = `${LIST}?${lastDay()}`;
  simulator.faults.add({ kind: 'empty-404', times: 1 });
  expect(await get(list)).toMatchObject({ status: 404, text: '' });
  simulator.faults.add({ kind: 'garbage', times: 1 });
  const garbage = await get(list);
  expect(garbage.status).toBe(200);
  expect(() => parse(garbage.text)).toThrow(SyntaxError);
  simulator.faults.add({ kind: 'close', times: 1 });
  await expect(get(list)).rejects.toThrow();
  expect(simulator.requests.at(-1)?.status).toBeNull();
  expect((await get(list)).status).toBe(200);
});

test('a slow answer comes late and is right', async () => {
  const { simulator, get } = await start();
  simulator.faults.add({ kind: 'slow', times: 1, delayMs: 150 });
  const startedAt = performance.now();
  expect((await get(`${LIST}?${lastDay()}`)).status).toBe(200);
  expect(performance.now() - startedAt).toBeGreaterThan(140);
});

test('a slow answer does not hold up the end of the simulator', async () => {
  const { simulator, get } = await start();
  simulator.faults.add({ kind: 'slow', times: 1, delayMs: 60_000 });
  const asked = new Promise<void>((resolve) => {
    simulator.onChange(() => {
      if (simulator.faults.list().length === 0) resolve();
    });
  });
  const refused = get(`${LIST}?${lastDay()}`).catch((error: unknown) => error);
  await asked;
  await simulator.stop();
  expect(await refused).toBeInstanceOf(Error);
  running = null;
});

test('a platform that repeats its first page never says that it is the last', async () => {
  const { simulator, get } = await start();
  simulator.seed(3, { days: 0.5 });
  simulator.faults.add({ kind: 'repeat-page' });
  const [one, five] = await Promise.all([1, 5].map((page) => get(`${LIST}?${lastDay()}&page=${page}`)));
  expect(parse(five?.text ?? '')['orders']).toEqual(parse(one?.text ?? '')['orders']);
  expect(parse(five?.text ?? '')['total_pages']).toBe(6);
});
