/// <reference path="../../src/renderer/vite-env.d.ts" />
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DemoStep } from '../../src/shared/demo.ts';
import type { HealthState } from '../../src/shared/health/health.ts';
import { launchApp, type LaunchedApp } from '../desktop/launch-app.ts';
import { leaveCounter } from '../desktop/leave-counter.ts';
import type { Toast } from '../desktop/notification-server.ts';
import { startDesktop, type Desktop } from '../desktop/session.ts';
import { within } from '../desktop/within.ts';
import { freePort } from '../services/free-port.ts';
import { es, LIMIT_MS, picture } from './main-job/open-shop.ts';
import { filesWith, processesWith } from './support/search.ts';
import { demoProcess, fingerprint, isRunning, makeRealShop, REAL_TOKEN } from './support/demo.ts';

const { demo } = es;
const DEMO_SERVICE = 'Mostrador Demo';
const POLL_MS = 30;

let desktop: Desktop;
let app: LaunchedApp;
let shopDir: string;
let shopPort: number;
let before: ReadonlyMap<string, string>;
let counter: Page;

const pageOf = async (name: string): Promise<Page> => {
  const isWanted = (page: Page): boolean => page.url().includes(name);
  const opened = app.app.waitForEvent('window', { predicate: isWanted, timeout: LIMIT_MS });
  opened.catch(() => undefined);
  const page = app.app.windows().find(isWanted) ?? (await opened);
  page.setDefaultTimeout(LIMIT_MS);
  return page;
};
type Scene = { readonly step: DemoStep; readonly codes: readonly string[] };
/** The scene that is on, as soon as it is the wanted one. */
const sceneWhere = async (isWanted: (scene: Scene) => boolean): Promise<Scene> => {
  for (;;) {
    const state = await counter.evaluate(() => window.mostrador['demo:read']());
    if (state?.phase === 'playing' && isWanted(state.scene)) return state.scene;
    await sleep(POLL_MS);
  }
};
/** Waits for the words of a scene in the window; answers its codes. */
const caption = async (step: DemoStep): Promise<readonly string[]> => {
  const { codes } = await within(
    sceneWhere((scene) => scene.step === step),
    LIMIT_MS,
    `Scene ${step}`,
  );
  await counter.getByRole('status').getByText(demo.captions[step](codes).what).waitFor();
  return codes;
};
const toast = (title: string): Promise<Toast> =>
  desktop.notifications.waitFor((one) => one.title === `Demo · ${title}`, LIMIT_MS, title);
const press = (name: string): Promise<void> => counter.getByRole('button', { name, exact: true }).click();
const row = (code = ''): Promise<void> =>
  counter.getByRole('gridcell').getByText(code, { exact: true }).waitFor();
const tunnelLight = (state: HealthState): Promise<void> => {
  const look = async (): Promise<void> => {
    for (;;) {
      const { tunnel } = await counter.evaluate(() => window.mostrador['health:read']());
      if (tunnel.state === state) return;
      await sleep(POLL_MS);
    }
  };
  return within(look(), LIMIT_MS, `The light of the tunnel: ${state}`);
};

beforeAll(async () => {
  desktop = await startDesktop();
  shopDir = path.join(desktop.folder, 'shop');
  shopPort = await freePort();
  await makeRealShop(desktop, shopDir, shopPort);
  before = fingerprint(shopDir);
  app = await launchApp({
    desktop,
    profileDir: path.join(shopDir, 'demo'),
    args: ['--demo', `--shop-profile=${shopDir}`],
  });
  await desktop.tray.waitForItem(LIMIT_MS);
  counter = await pageOf('view=counter');
});

afterAll(async () => {
  await app?.stop();
  await desktop?.stop();
});

test('the invented shop says everywhere that it is one, and what there is to see', async () => {
  await caption('welcome');
  await press(demo.pause);
  await counter.getByText(demo.watermark, { exact: true }).waitFor();
  expect(await counter.title()).toMatch(/^Demo · /);
  await desktop.tray.waitForItemWhere(({ tooltip }) => tooltip.startsWith(demo.watermark), LIMIT_MS);
  await tunnelLight('ok');
  for (const [view, open] of [
    ['settings', 'window:open-settings'],
    ['deliveries', 'window:open-deliveries'],
    ['tour', 'window:open-tour'],
  ] as const) {
    await counter.evaluate((channel) => window.mostrador[channel](), open);
    const page = await pageOf(`view=${view}`);
    await page.getByText(demo.watermark, { exact: true }).waitFor();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await picture(page, `demo-${view}`);
    await page.close();
  }
});

test('its keys are in a keychain entry of their own and in no file, argument or environment', async () => {
  for (const name of ['partner-token', 'webhook-secret']) {
    const secret = await desktop.keyring.read(DEMO_SERVICE, name);
    if (secret === null) throw new Error(`No ${name}`);
    expect(filesWith(desktop.folder, secret)).toEqual([]);
    expect(processesWith(app.pid, secret)).toEqual([]);
  }
});

test('it uses free ports and never the shop’s', async () => {
  const { receiver } = await counter.evaluate(
    async () => (await window.mostrador['settings:read']()).settings,
  );
  expect(receiver.port).not.toBe(shopPort);
  expect((await fetch(`http://127.0.0.1:${String(receiver.port)}/healthz`)).status).toBe(200);
  await expect(fetch(`http://127.0.0.1:${String(shopPort)}/healthz`)).rejects.toThrow();
});

test('orders become ready and wait; one is cancelled, one after the rider took it', async () => {
  await press(demo.next);
  const [first] = await caption('ready');
  await toast(es.alerts.readyTitle(first ?? ''));
  await row(first);
  // Beside the counter the card hides.
  await app.app.evaluate(leaveCounter);
  const card = await pageOf('card.html');
  await card.getByText(demo.watermark, { exact: true }).waitFor();
  await picture(card, 'demo-card');

  await press(demo.next);
  const [late, gone] = await caption('waiting');
  await toast(es.alerts.readyTitle(late ?? ''));
  await toast(es.alerts.readyTitle(gone ?? ''));
  await row(late);
  await picture(counter, 'demo-waiting');

  await press(demo.next);
  expect(await caption('cancelled')).toEqual([late]);
  expect((await toast(es.alerts.cancelledTitle(late ?? ''))).urgency).toBe('critical');
  await picture(counter, 'demo-cancelled');

  await press(demo.next);
  expect(await caption('cancelled-after')).toEqual([gone]);
  await toast(es.alerts.cancelledAfterTitle(gone ?? ''));
});

test('an order whose webhook is lost is found by asking', async () => {
  await press(demo.next);
  const [lost] = await caption('webhook-lost');
  await press(demo.pause);
  const title = `Demo · ${es.alerts.readyTitle(lost ?? '')}`;
  expect(desktop.notifications.toasts().map((one) => one.title)).not.toContain(title);
  await press(demo.next);
  expect(await caption('found')).toEqual([lost]);
  await toast(es.alerts.readyTitle(lost ?? ''));
  await row(lost);
});

test('the tunnel and the connection are lost, the light says so; back, one digest tells what was missed', async () => {
  await press(demo.next);
  await caption('tunnel-lost');
  await tunnelLight('degraded');
  const { codes: hidden } = await within(
    sceneWhere(({ codes }) => codes.length === 2),
    LIMIT_MS,
    'The orders that nobody tells of',
  );
  await press(demo.pause);
  await toast('Sin conexión con PedidosYa');
  await picture(counter, 'demo-tunnel-lost');
  await press(demo.next);
  await caption('tunnel-back');
  await tunnelLight('ok');
  const back = await toast('Conexión recuperada');
  for (const code of hidden) {
    expect(back.body).toContain(code);
    await row(code);
  }
  await picture(counter, 'demo-tunnel-back');
});

test('every notification says Demo, and the shop’s folder and keychain are as they were', async () => {
  const titles = desktop.notifications.toasts().map(({ title }) => title);
  expect(titles.filter((title) => !title.startsWith('Demo · '))).toEqual([]);
  expect(fingerprint(shopDir)).toEqual(before);
  expect(await desktop.keyring.read('Mostrador', 'partner-token')).toBe(REAL_TOKEN);
  expect(await desktop.keyring.read('Mostrador', 'webhook-secret')).toBeNull();
});

test('one click leaves it: its process, keys and folder go, and the shop opens', async () => {
  const simulator = demoProcess(app.pid);
  expect(isRunning(simulator)).toBe(true);
  await press(demo.leave);
  expect(await within(app.exited, LIMIT_MS, 'The end of the demonstration', app.output)).toBe(0);
  expect(isRunning(simulator)).toBe(false);
  await desktop.tray.waitForItem(LIMIT_MS);
  const item = await desktop.tray.waitForItemWhere(({ tooltip }) => tooltip !== '', LIMIT_MS);
  expect(item.tooltip).not.toContain(demo.watermark);
  for (const name of ['partner-token', 'webhook-secret']) {
    expect(await desktop.keyring.read(DEMO_SERVICE, name)).toBeNull();
  }
  expect(fs.existsSync(path.join(shopDir, 'demo'))).toBe(false);
  expect(fs.readFileSync(path.join(shopDir, 'settings.json'), 'utf8')).toContain(String(shopPort));
  await desktop.tray.choose(es.tray.quit);
  await desktop.tray.waitUntilEmpty(LIMIT_MS);
});
