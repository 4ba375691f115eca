import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { es, LIMIT_MS, openShop, untilReceiving, type Shop } from '../main-job/open-shop.ts';
import { expectHeard } from '../support/loudness.ts';
import { readyOrder } from '../support/news.ts';
import { hang, logOf, processOf } from '../support/page-process.ts';

/** A page that hangs is noticed after five seconds of the processor, or half a minute of silence where it gets none. */
const REPLACED_MS = 45_000;

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
  await untilReceiving(shop);
});
afterEach(() => shop?.stop());

test(
  'a card whose page hangs is replaced, with what nobody has seen, though nobody clicks on it',
  async () => {
    const { order } = await readyOrder(shop);
    const card = await shop.window('card.html');
    await card.getByText(order.code).first().waitFor();
    const old = await processOf(shop, 'card.html');
    await hang(shop, 'card.html');
    await expect
      .poll(async () => ![0, old].includes(await processOf(shop, 'card.html')), { timeout: REPLACED_MS })
      .toBe(true);
    const next = await readyOrder(shop);
    expect(next.order.code).not.toBe(order.code);
    expect(logOf(shop)).toContain("The alert card's page does not answer");
  },
  REPLACED_MS + 3 * LIMIT_MS,
);

test('a card that a busy computer gives no time is only slow: it stays under the hand that wants to press Visto', async () => {
  const { order } = await readyOrder(shop);
  const card = await shop.window('card.html');
  const button = card.getByRole('button', { name: es.card.seenOrder(order.code) });
  await button.waitFor();
  const pid = await processOf(shop, 'card.html');
  await sleep(3_000);
  process.kill(pid, 'SIGSTOP');
  await sleep(15_000);
  process.kill(pid, 'SIGCONT');
  await button.click({ timeout: LIMIT_MS });
  await shop.trayCount(0);
  expect(logOf(shop)).not.toContain('does not answer; ending it');
});

test('card and sound page that die at every start are made anew ever later, and webhooks are answered meanwhile', async () => {
  await shop.app().app.evaluate(({ app }) => {
    app.on('web-contents-created', (_event, contents) => {
      contents.on('dom-ready', () => {
        if (/card|sound/.test(contents.getURL())) contents.forcefullyCrashRenderer();
      });
    });
  });
  await readyOrder(shop);
  await sleep(10_000);
  const ended = (what: string): number => logOf(shop).split(what).length - 1;
  await expect
    .poll(() => ended("The alert card's page ended"), { timeout: LIMIT_MS })
    .toBeGreaterThanOrEqual(2);
  expect(ended("The alert card's page ended")).toBeLessThanOrEqual(6);
  expect(ended('The sound page ended')).toBeLessThanOrEqual(6);
  const began = performance.now();
  await readyOrder(shop);
  expect(performance.now() - began).toBeLessThan(3_000);
});

test('a main process that stood still for long gives no page up for it, and rings', async () => {
  const { order } = await readyOrder(shop);
  await shop.window('sound.html');
  await sleep(2_000);
  const old = await processOf(shop, 'sound.html');
  await shop.app().app.evaluate(() => {
    const until = Date.now() + 12_000;
    while (Date.now() < until);
  });
  await sleep(3_000);
  expect(await processOf(shop, 'sound.html')).toBe(old);
  expect(logOf(shop)).not.toContain('gave no sign of life');
  await expectHeard(shop, 9_000);
  const card = await shop.window('card.html');
  await card.getByRole('button', { name: es.card.seenOrder(order.code) }).click({ timeout: LIMIT_MS });
});

test('a sound page that a busy computer gives little time is kept, and is heard as soon as it may go on', async () => {
  await readyOrder(shop);
  await shop.window('sound.html');
  await expectHeard(shop, 9_000);
  const pid = await processOf(shop, 'sound.html');
  for (let turns = 0; turns < 4; turns += 1) {
    process.kill(pid, 'SIGSTOP');
    await sleep(4_000);
    process.kill(pid, 'SIGCONT');
    await sleep(300);
  }
  expect(await processOf(shop, 'sound.html')).toBe(pid);
  expect(logOf(shop)).not.toContain('gave no sign of life');
  await expectHeard(shop, 9_000);
});
