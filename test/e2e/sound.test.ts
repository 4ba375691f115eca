import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HealthEntry } from '../../src/shared/health/health.ts';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { expectHeard, loudness } from './support/loudness.ts';

let shop: Shop;
let counter: Page;

const soundOf = (page: Page): Promise<HealthEntry> =>
  page.evaluate(async () => (await window.mostrador['health:read']()).sound);
const expectSound = async (page: Page, entry: Partial<HealthEntry>): Promise<void> => {
  await expect.poll(() => soundOf(page), { timeout: LIMIT_MS }).toMatchObject(entry);
};
/** Sets the loudspeaker of the desktop, as its user would. */
const loudspeaker = (...args: readonly string[]) =>
  promisify(execFile)('pactl', [...args], { env: shop.desktop.env });
const tryIt = (page: Page) => page.evaluate(() => window.mostrador['sound:test']());

describe('on a computer with a loudspeaker', () => {
  beforeAll(async () => {
    shop = await openShop();
    await untilReceiving(shop);
    counter = await shop.openCounter();
  });
  afterAll(() => shop?.stop());

  test('the light is proven soon after the start, and nobody hears it', async () => {
    expect(await loudness(shop, 1_500)).toBe(0);
    await expectSound(counter, { state: 'ok', code: 'ok' });
  });

  test('a test on demand is heard once and says that all is well', async () => {
    const heard = loudness(shop, 3_000);
    expect(await tryIt(counter)).toEqual({ state: 'ok', code: 'ok', detail: null, isSystemKnown: true });
    expect(await heard).toBeGreaterThan(100);
    expect(await loudness(shop, 2_000)).toBe(0);
  });

  test.each([
    {
      what: 'muted',
      off: ['set-sink-mute', 'counter', '1'],
      on: ['set-sink-mute', 'counter', '0'],
      code: 'sound-computer-muted',
    },
    {
      what: 'at volume 0',
      off: ['set-sink-volume', 'counter', '0%'],
      on: ['set-sink-volume', 'counter', '100%'],
      code: 'sound-computer-volume-zero',
    },
  ] as const)('a computer that is $what is found out by the test and said in the window', async (how) => {
    await loudspeaker(...how.off);
    expect(await tryIt(counter)).toMatchObject({ state: 'degraded', code: how.code });
    await expectSound(counter, { state: 'degraded', code: how.code });
    const { sentence, remedy } = es.health[how.code](null);
    await counter
      .getByRole('status')
      .filter({ hasText: `${sentence} ${remedy}` })
      .first()
      .waitFor();
    await picture(counter, how.code);
    await loudspeaker(...how.on);
    expect(await tryIt(counter)).toMatchObject({ state: 'ok', code: 'ok' });
    await expectSound(counter, { state: 'ok' });
  });

  test('a computer muted while an alert rings is found out without anybody asking', async () => {
    const order = shop.simulator.orders.create();
    shop.simulator.orders.ready(order.id);
    await shop.toast(es.alerts.readyTitle(order.code));
    await loudspeaker('set-sink-mute', 'counter', '1');
    await expectSound(counter, { state: 'degraded', code: 'sound-computer-muted' });
    await loudspeaker('set-sink-mute', 'counter', '0');
    await expectSound(counter, { state: 'ok' });
    await counter.getByRole('button', { name: es.card.seenOrder(order.code) }).click();
    await shop.trayCount(0);
  });

  test('the tray menu tries the sound and says what came of it', async () => {
    const heard = loudness(shop, 2_500);
    await shop.desktop.tray.choose(es.sound.test);
    const toast = await shop.toast(es.sound.testTitle);
    expect(toast.body).toBe('Se hizo sonar un tono.');
    expect(await heard).toBeGreaterThan(100);
  });

  test('a mute silences a ready order, never one that must not be handed over, and ends in the window', async () => {
    const { orders } = shop.simulator;
    const { tray } = shop.desktop;
    await tray.choose(es.sound.minutes(15));
    const isMuted = ({ label }: { readonly label: string }): boolean =>
      /^Silenciado hasta \d\d:\d\d · Activar sonido$/.test(label);
    await tray.waitForMenu((items) => items.some(isMuted), LIMIT_MS);
    const ready = orders.create();
    orders.ready(ready.id);
    await shop.toast(es.alerts.readyTitle(ready.code));
    const { tooltip } = await tray.item();
    expect(tooltip).toMatch(/^1 aviso sin ver · Silenciado hasta \d\d:\d\d · /);
    expect(await loudness(shop, 2_000)).toBe(0);
    await picture(counter, 'muted');
    const card = await shop.window('card.html');
    await card.getByText(es.card.muted(15)).waitFor();
    await picture(card, 'card-muted');

    const cancelled = orders.create();
    orders.cancel(cancelled.id);
    await shop.toast(es.alerts.cancelledTitle(cancelled.code));
    await expectHeard(shop, 3_000);
    await card.getByRole('button', { name: es.card.seenOrder(cancelled.code) }).click();
    await shop.trayCount(1);

    await counter.getByRole('button', { name: es.sound.unmute }).click();
    await expect.poll(() => loudness(shop, 1_000), { timeout: LIMIT_MS }).toBeGreaterThan(100);
    await card.getByRole('button', { name: es.card.seenOrder(ready.code) }).click();
    await shop.trayCount(0);
  });

  test('a volume of 0 in the settings is known at once', async () => {
    const setVolume = (volume: number): Promise<void> =>
      counter.evaluate(async (wanted) => {
        const { settings } = await window.mostrador['settings:read']();
        const alerts = { ...settings.alerts, volume: wanted };
        await window.mostrador['settings:save']({ settings: { ...settings, alerts } });
      }, volume);
    await setVolume(0);
    expect(await soundOf(counter)).toMatchObject({ state: 'degraded', code: 'sound-volume-zero' });
    expect(await tryIt(counter)).toMatchObject({ code: 'sound-volume-zero' });
    await setVolume(80);
    expect(await soundOf(counter)).toMatchObject({ state: 'ok' });
  });
});

describe('on a computer without a loudspeaker', () => {
  beforeAll(async () => {
    shop = await openShop({ desktop: { sound: false } });
    await untilReceiving(shop);
    counter = await shop.openCounter();
  });
  afterAll(() => shop?.stop());

  test('the light is red and says so before any alert has to be heard', async () => {
    await expectSound(counter, { state: 'down', code: 'sound-no-device' });
    expect(await tryIt(counter)).toMatchObject({ state: 'down', code: 'sound-no-device' });
    const { sentence } = es.health['sound-no-device'](null);
    await counter.getByRole('status').filter({ hasText: sentence }).first().waitFor();
    await picture(counter, 'sound-no-device');
  });
});
