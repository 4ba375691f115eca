import process from 'node:process';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startDesktop, type Desktop } from '../desktop/session.ts';
import { within } from '../desktop/within.ts';
import { GOOD_TOKEN, startNgrokEdge, type NgrokEdge } from '../fixtures/ngrok-edge.ts';
import { buildNgrokApp, launchNgrokApp } from './support/ngrok-app.ts';
import { slowdown } from '../processor-time.ts';

const LIMIT_MS = 15_000;
let desktop: Desktop;
let edge: NgrokEdge;
let appDir: string;
let app: Awaited<ReturnType<typeof launchNgrokApp>>;

beforeAll(async () => {
  desktop = await startDesktop();
  edge = await startNgrokEdge(() => `http://127.0.0.1:${String(edge.publicPort)}`);
  appDir = await buildNgrokApp(desktop.folder);
  app = await launchNgrokApp({ desktop, appDir }, edge);
});
beforeEach(async () => {
  await app.stop();
  await noneLeft();
});
afterAll(async () => {
  await app?.end();
  await edge?.down();
  await desktop?.stop();
});

const errorNow = async () => (await app.read()).status?.error;
function onlyClient(): number {
  const [client, ...others] = app.clients();
  expect(others).toEqual([]);
  return client ?? expect.fail('No client runs');
}
async function noneLeft(): Promise<void> {
  await expect.poll(app.clients, { timeout: LIMIT_MS }).toEqual([]);
}

test("ngrok's client runs in Electron's utility process and leads in what is sent to the public address", async () => {
  await app.begin(GOOD_TOKEN);
  await app.reach('online');
  expect(await (await fetch(app.url)).text()).toBe('from this computer');
  expect(app.clients()).toHaveLength(1);
});

test('a refused token needs a person, and is told without the token', async () => {
  const token = 'a_token_that_nobody_may_see';
  await app.begin(token);
  await app.reach('failed');
  expect(await errorNow()).toEqual({ code: 'auth_failed', detail: 'ERR_NGROK_105' });
  expect(edge.tokens).toContain(token);
  const told = JSON.stringify(await app.read()) + app.output();
  expect(told).toContain('Your authtoken: ***');
  expect(told).not.toContain(token);
  await noneLeft();
});

test('a domain that is online elsewhere is said, and taken when it is free', async () => {
  edge.setBusy(true);
  await app.begin(GOOD_TOKEN);
  await expect
    .poll(errorNow, { timeout: LIMIT_MS })
    .toEqual({ code: 'domain_in_use', detail: 'ERR_NGROK_334' });
  edge.setBusy(false);
  await app.reach('online');
});

test('an edge that goes away and comes back is found again within ten seconds', async () => {
  await app.begin(GOOD_TOKEN);
  await app.reach('online');
  await edge.down();
  await app.reach('offline');
  await edge.up();
  expect((await app.reach('online')) / slowdown()).toBeLessThan(10_000);
  expect((await app.read()).states).toEqual(['starting', 'online', 'degraded', 'offline', 'online']);
  expect(await (await fetch(app.url)).text()).toBe('from this computer');
  expect(app.clients()).toHaveLength(1);
});

test('a session that fell silent is noticed, left, and replaced', async () => {
  await app.begin(GOOD_TOKEN);
  await app.reach('online');
  edge.muteSessions();
  await app.reach('degraded');
  await app.reach('online');
  expect(await (await fetch(app.url)).text()).toBe('from this computer');
  expect(app.clients()).toHaveLength(1);
});

test('it is gone within two seconds, also when its session is silent', async () => {
  await app.begin(GOOD_TOKEN);
  await app.reach('online');
  edge.muteSessions();
  expect(await app.stop()).toBeLessThan(2_000);
  expect(app.clients()).toEqual([]);
});

test('begun and ended in one breath it leaves no process, and the domain free', async () => {
  for (let round = 0; round < 3; round += 1) {
    expect(await app.beginAndStop(GOOD_TOKEN)).toBeLessThan(2_000);
    await noneLeft();
  }
  await app.begin(GOOD_TOKEN);
  await app.reach('online');
  expect(app.clients()).toHaveLength(1);
});

test('the app quits in order beside it, and the process that holds the token ends with it', async () => {
  await app.begin(GOOD_TOKEN);
  await app.reach('online');
  const client = onlyClient();
  process.kill(app.pid, 'SIGUSR2');
  expect(await within(app.exited, LIMIT_MS, 'End of the app', app.output)).toBe(0);
  await expect.poll(() => isAlive(client), { timeout: LIMIT_MS }).toBe(false);
  app = await launchNgrokApp({ desktop, appDir }, edge);
});

test('the process that holds the token ends by itself when the app is killed', async () => {
  await app.begin(GOOD_TOKEN);
  await app.reach('online');
  const client = onlyClient();
  process.kill(app.pid, 'SIGKILL');
  await expect.poll(() => isAlive(client), { timeout: LIMIT_MS }).toBe(false);
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
