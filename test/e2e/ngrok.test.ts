import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { NgrokOrder } from '../../src/main/tunnel/ngrok-messages.ts';
import { launchApp, spawnApp, type AppOptions } from '../desktop/launch-app.ts';
import { repository } from '../desktop/runtime.ts';
import { startDesktop, type Desktop } from '../desktop/session.ts';
import { within } from '../desktop/within.ts';
import { GOOD_TOKEN, startNgrokEdge, type NgrokEdge } from '../fixtures/ngrok-edge.ts';
import { CA } from '../services/front.ts';

const LIMIT_MS = 15_000;
const URL = 'https://shop.loopback.test';
let desktop: Desktop;
let edge: NgrokEdge;
let port: number;

beforeAll(async () => {
  desktop = await startDesktop();
  edge = await startNgrokEdge(() => URL);
  const receiver = http.createServer((_, response) => response.end('from this computer'));
  await new Promise<void>((listening) => receiver.listen(0, '127.0.0.1', listening));
  ({ port } = receiver.address() as AddressInfo);
});

afterAll(async () => {
  await edge?.down();
  await desktop?.stop();
});

function optionsFor(token: string): AppOptions {
  const order: NgrokOrder = {
    token,
    domain: 'shop.loopback.test',
    port,
    ingress: { address: edge.address, ca: CA },
  };
  return {
    desktop,
    appDir: path.join(repository, 'test/fixtures/ngrok-app'),
    args: [
      `--process=${path.join(repository, 'out/main/ngrok-process.js')}`,
      `--order=${Buffer.from(JSON.stringify(order)).toString('base64')}`,
    ],
  };
}

type Told = { readonly profileDir: string };

function linesOf({ profileDir }: Told): readonly string[] {
  const file = path.join(profileDir, 'news.log');
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trimEnd().split('\n') : [];
}

function newsOf(app: Told, type: string): Readonly<Record<string, unknown>> | undefined {
  return linesOf(app)
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
    .find((news) => news['type'] === type);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Waits for news of a kind. */
async function hear(app: Told, type: string): Promise<Readonly<Record<string, unknown>>> {
  await expect.poll(() => newsOf(app, type), { timeout: LIMIT_MS }).toBeDefined();
  return newsOf(app, type) ?? {};
}

test("ngrok's client runs in Electron's utility process, and the app quits in order beside it", async () => {
  const app = await spawnApp(optionsFor(GOOD_TOKEN));
  await hear(app, 'up');
  expect(await hear(app, 'url')).toEqual({ type: 'url', url: URL });
  const answer = await fetch(`http://127.0.0.1:${String(edge.publicPort)}/`);
  expect(await answer.text()).toBe('from this computer');
  app.kill('SIGUSR2');
  expect(await within(app.exited, LIMIT_MS, 'End of the app', app.output)).toBe(0);
});

test('a refused token is told without the token', async () => {
  const token = 'a_token_that_nobody_may_see';
  const app = await spawnApp(optionsFor(token));
  expect(await hear(app, 'fatal')).toEqual({
    type: 'fatal',
    error: { code: 'auth_failed', detail: 'ERR_NGROK_105' },
  });
  const told = linesOf(app).join() + app.output();
  expect(told).toContain('Your authtoken: ***');
  expect(told).not.toContain(token);
  app.kill('SIGKILL');
  await app.exited;
});

test('the process that holds the token ends by itself when the app is killed', async () => {
  // Not spawnApp: that one clears away what an app leaves behind.
  const app = await launchApp(optionsFor(GOOD_TOKEN));
  onTestFinished(app.stop);
  const pid = Number((await hear(app, 'spawned'))['pid']);
  await hear(app, 'up');
  process.kill(app.pid, 'SIGKILL');
  await expect.poll(() => isAlive(pid), { timeout: LIMIT_MS }).toBe(false);
});
