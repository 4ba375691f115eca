import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { spawnApp, type SpawnedApp } from '../desktop/launch-app.ts';
import { es, openShop, SECRET, type Shop } from './main-job/open-shop.ts';
import { within } from '../desktop/within.ts';
import { runtimeWithCookieKey } from './support/packaged-runtime.ts';

/** Ten seconds from one look at the keyring to the next, five for one that does not answer, and a busy computer. */
const OPENS_MS = 40_000;
/** Ninety seconds of patience, and a look. */
const RINGS_MS = 130_000;

/** A program that waits for the keyring waits for 25 seconds. */
const ANSWERS_MS = 20_000;

let shop: Shop | null = null;
let spawned: SpawnedApp | null = null;

afterEach(async () => {
  shop?.desktop.keyring.freeze(false);
  spawned?.kill('SIGKILL');
  await spawned?.exited;
  spawned = null;
  await shop?.stop();
  shop = null;
});

async function readyArrives(of: Shop): Promise<void> {
  const order = of.simulator.orders.create({});
  of.simulator.orders.ready(order.id);
  expect(await of.answerTo(order)).toBe(200);
  await of.toast(es.alerts.readyTitle(order.code));
}

async function healthz({ port }: Shop): Promise<number> {
  return (await fetch(`http://127.0.0.1:${String(port)}/healthz`)).status;
}

// The moments of a start: before the first question, in the middle of it, after it was given up, while pages read.
test.each([0, 300, 1_500, 6_000, 14_000])(
  'a keyring that is frozen at login and wakes after %i ms opens everything by itself',
  async (wakesAfterMs) => {
    const opened = await openShop({ launch: { args: [] } });
    shop = opened;
    await opened.app().stop();
    opened.desktop.keyring.freeze(true);
    const starts = opened.launch({ args: [] });
    await sleep(wakesAfterMs);
    await starts;
    if (wakesAfterMs >= 6_000) {
      expect(await healthz(opened)).toBe(503);
      expect(await opened.post({}, SECRET)).toBe(503);
      // A page that reads the settings just when the keyring wakes takes the news from nobody.
      const page = await opened.window('view=');
      opened.desktop.keyring.freeze(false);
      await page.evaluate(() => window.mostrador['settings:read']());
    }
    opened.desktop.keyring.freeze(false);
    await expect.poll(() => healthz(opened), { timeout: OPENS_MS, interval: 250 }).toBe(200);
    await readyArrives(opened);
    await expect
      .poll(() => opened.simulator.requests.length, { timeout: OPENS_MS, interval: 250 })
      .toBeGreaterThan(0);
  },
  150_000,
);

test('a keyring that is frozen at login does not hold up Chromium, which has a key for cookies of its own', async () => {
  const opened = await openShop();
  shop = opened;
  await opened.app().stop();
  const runtime = await runtimeWithCookieKey(opened.desktop.folder);
  opened.desktop.keyring.freeze(true);
  // It would keep that key in the keyring of a desktop that it knows.
  const env = { XDG_CURRENT_DESKTOP: 'GNOME' };
  spawned = await spawnApp({ desktop: opened.desktop, profileDir: opened.profileDir, runtime, env });
  await expect
    .poll(() => healthz(opened).catch(() => null), { timeout: ANSWERS_MS, interval: 100 })
    .toBe(503);
  opened.desktop.keyring.freeze(false);
  await expect.poll(() => healthz(opened), { timeout: OPENS_MS, interval: 250 }).toBe(200);
  await readyArrives(opened);
}, 150_000);

test('keys that are gone from the keyring of a shop that worked ring, and those that are back are used', async () => {
  const opened = await openShop();
  shop = opened;
  await readyArrives(opened);
  await opened.app().stop();
  const token = (await opened.desktop.keyring.read('Mostrador', 'partner-token')) ?? '';
  await opened.desktop.keyring.forget('Mostrador', 'partner-token');
  await opened.desktop.keyring.forget('Mostrador', 'webhook-secret');
  await opened.launch();
  await opened.desktop.tray.waitForItemWhere(
    ({ tooltip }) => tooltip.includes(es.health['keys-gone'](null).sentence),
    OPENS_MS,
  );
  await opened.desktop.notifications.waitFor(
    ({ title }) => title === es.connection.title('keys-gone'),
    RINGS_MS,
    'the alert that the keys are gone',
  );
  // One by one, with a look at the keyring in between: the receiver is open by then, and knows no secret.
  await opened.desktop.keyring.store('Mostrador', 'partner-token', token);
  const answer = (): Promise<number | null> => opened.post({}, SECRET).catch(() => null);
  await expect.poll(answer, { timeout: OPENS_MS, interval: 250 }).toBe(401);
  await opened.desktop.keyring.store('Mostrador', 'webhook-secret', SECRET);
  // The secret is right, the body no order.
  await expect.poll(answer, { timeout: OPENS_MS, interval: 250 }).toBe(400);
  // What the first question finds is told together with the end of the outage, and not by a toast of its own.
  await opened.toast(es.connection.backTitle);
  await readyArrives(opened);
}, 300_000);

test('an app that is quit while a question to the frozen keyring is open does not wait for its answer', async () => {
  const opened = await openShop();
  shop = opened;
  await readyArrives(opened);
  const counter = await opened.openCounter();
  opened.desktop.keyring.freeze(true);
  counter
    .evaluate(() => window.mostrador['secrets:save']({ name: 'partner-token', value: 'otra-clave-12345' }))
    .catch(() => undefined);
  // Main has begun with the first by the time that it answers the second.
  await counter.evaluate(() => window.mostrador['app:info']());
  await opened.desktop.tray.choose(es.tray.quit);
  await within(opened.app().exited, ANSWERS_MS, 'The end of the app');
}, 90_000);
