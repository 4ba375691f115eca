/// <reference path="../../src/renderer/vite-env.d.ts" />
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { launchApp, spawnApp, type LaunchedApp } from '../desktop/launch-app.ts';
import { startDesktop, type Desktop } from '../desktop/session.ts';
import { within } from '../desktop/within.ts';
import { es, LIMIT_MS, openShop } from './main-job/open-shop.ts';
import { demoProcess, fingerprint, isRunning, makeRealShop } from './support/demo.ts';
import { readyOrder } from './support/news.ts';

const { demo } = es;
const ends: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of ends.splice(0).toReversed()) await stop();
});

async function openDesktop(keyring = true): Promise<Desktop> {
  const desktop = await startDesktop({ keyring });
  ends.push(desktop.stop);
  return desktop;
}

async function launch(
  desktop: Desktop,
  profileDir: string,
  ...args: readonly string[]
): Promise<LaunchedApp> {
  const app = await launchApp({ desktop, profileDir, args: ['--hidden', ...args] });
  ends.push(app.stop);
  await desktop.tray.waitForItem(LIMIT_MS);
  return app;
}

const isDemo = ({ tooltip }: { readonly tooltip: string }): boolean => tooltip.startsWith(demo.watermark);

/** Chooses an entry of the newest item in the tray that ends its app, and waits for that. */
async function end({ tray }: Desktop, label: string): Promise<void> {
  const count = tray.count();
  await tray.choose(label);
  const fewer = async (): Promise<void> => {
    while (tray.count() >= count) await sleep(20);
  };
  await within(fewer(), LIMIT_MS, 'The end of the app');
}

test('a shop that is not set up becomes a demonstration with one click, and back with another', async () => {
  const desktop = await openDesktop();
  const shopDir = path.join(desktop.folder, 'shop');
  const shop = await spawnApp({ desktop, profileDir: shopDir, args: ['--hidden'] });
  ends.push(async () => {
    shop.kill('SIGKILL');
    await shop.exited;
  });
  await desktop.tray.waitForItem(LIMIT_MS);
  await desktop.tray.waitForMenu((items) => items.some(({ label }) => label === demo.enter), LIMIT_MS);
  await desktop.tray.choose(demo.enter);
  expect(await within(shop.exited, LIMIT_MS, 'The end of the shop', shop.output)).toBe(0);

  await desktop.tray.waitForItem(LIMIT_MS);
  await desktop.tray.waitForItemWhere(isDemo, LIMIT_MS);
  expect(desktop.tray.count()).toBe(1);
  expect(fs.existsSync(path.join(shopDir, 'demo/demo.json'))).toBe(true);
  await desktop.tray.waitForItemWhere(({ tooltip }) => tooltip.includes('Todo bien'), LIMIT_MS);

  await end(desktop, demo.leave);
  await desktop.tray.waitForItem(LIMIT_MS);
  await desktop.tray.waitForItemWhere((item) => item.tooltip !== '' && !isDemo(item), LIMIT_MS);
  expect(fs.existsSync(path.join(shopDir, 'demo'))).toBe(false);
  await end(desktop, es.tray.quit);
});

test('a shop at work goes on beside its demonstration, and nobody takes one for the other', async () => {
  const shop = await openShop();
  ends.push(shop.stop);
  const { desktop } = shop;
  await desktop.tray.waitForMenu((items) => items.every(({ label }) => label !== demo.enter), LIMIT_MS);
  const counter = await shop.openCounter();
  await counter.evaluate(() => window.mostrador['window:open-settings']());
  const settings = await shop.window('view=settings');
  await settings.getByText(demo.beside, { exact: false }).waitFor({ timeout: LIMIT_MS });
  await settings.getByRole('button', { name: demo.enter }).click();
  await shop.toast(demo.besideToast.title);
  await desktop.tray.waitForItemWhere(isDemo, LIMIT_MS);
  expect(desktop.tray.count()).toBe(2);
  const isInvented = (title: string): boolean => title.startsWith('Demo · ');
  await desktop.notifications.waitFor(({ title }) => isInvented(title), 30_000, 'An invented order');

  // The real shop rings as ever.
  const { toast } = await readyOrder(shop);
  expect(isInvented(toast.title)).toBe(false);
  expect(shop.simulator.requests.length).toBeGreaterThan(0);
  const known = await counter.evaluate(() => window.mostrador['orders:list']());
  expect(known.map(({ code }) => code)).toEqual(shop.simulator.orders.list().map(({ code }) => code));

  await end(desktop, demo.leave);
  expect(isDemo(await desktop.tray.item())).toBe(false);
  expect(await shop.app().app.evaluate(({ app }) => app.isReady())).toBe(true);
  await readyOrder(shop);
}, 120_000);

test('its PedidosYa ends with the app, also when that is killed', async () => {
  const desktop = await openDesktop();
  const app = await launch(desktop, path.join(desktop.folder, 'demo'), '--demo');
  await desktop.tray.waitForItemWhere(({ tooltip }) => tooltip.includes('Todo bien'), LIMIT_MS);
  const simulator = demoProcess(app.pid);
  process.kill(app.pid, 'SIGKILL');
  const gone = async (): Promise<void> => {
    while (isRunning(simulator)) await sleep(20);
  };
  await within(gone(), LIMIT_MS, 'The end of the process that plays PedidosYa');
});

test('when its PedidosYa crashes it says so, and starts over with one click', async () => {
  const desktop = await openDesktop();
  const app = await launch(desktop, path.join(desktop.folder, 'demo'), '--demo');
  await desktop.tray.waitForItemWhere(({ tooltip }) => tooltip.includes('Todo bien'), LIMIT_MS);
  await desktop.tray.activate();
  const counter = await app.app.waitForEvent('window', { timeout: LIMIT_MS });
  counter.setDefaultTimeout(LIMIT_MS);
  await counter.getByRole('button', { name: demo.next }).waitFor();
  process.kill(demoProcess(app.pid), 'SIGKILL');
  await counter.getByRole('alert').getByText(demo.trouble.simulator.title).waitFor();
  await counter.getByRole('button', { name: demo.restart }).click();
  await counter.getByText(demo.captions.welcome([]).what).waitFor();
  await counter.getByRole('button', { name: demo.next }).click();
  await desktop.notifications.waitFor(({ title }) => title.endsWith('listo para retirar'), LIMIT_MS);
});

test('without a keychain it is refused with what to do, and no key lies anywhere', async () => {
  const desktop = await openDesktop(false);
  const dir = path.join(desktop.folder, 'demo');
  const app = await launch(desktop, dir, '--demo');
  await desktop.tray.activate();
  const counter = await app.app.waitForEvent('window', { timeout: LIMIT_MS });
  await counter.getByText(demo.trouble.keychain.title).waitFor({ timeout: LIMIT_MS });
  await counter.getByText(demo.trouble.keychain.body).waitFor();
  const written = fs.readFileSync(path.join(dir, 'settings.json'), 'utf8');
  expect(written).not.toMatch(/"[\w-]{32}"/);
});

test.each([
  ['a demonstration', 'the folder of a shop', ['--demo'], demo.refused.demoOnShop],
  ['a shop', 'the folder of a demonstration', [], demo.refused.shopOnDemo],
])('%s does not start in %s, and changes nothing there', async (who, _where, args, sentence) => {
  const desktop = await openDesktop();
  const dir = path.join(desktop.folder, 'folder');
  if (who === 'a demonstration') await makeRealShop(desktop, dir, 4765);
  else {
    fs.mkdirSync(dir);
    fs.writeFileSync(path.join(dir, 'demo.json'), '{"isLeft":true}');
  }
  const before = fingerprint(dir);
  const app = await spawnApp({ desktop, profileDir: dir, args });
  expect(await within(app.exited, LIMIT_MS, 'The end of the app', app.output)).toBe(1);
  expect(app.output()).toContain(sentence);
  expect(fingerprint(dir)).toEqual(before);
});
