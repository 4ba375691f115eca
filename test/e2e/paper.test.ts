/// <reference path="../../src/renderer/vite-env.d.ts" />
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { within } from '../desktop/within.ts';
import { wordsOf } from '../services/escpos-decoder.ts';
import { startDesktop } from '../desktop/session.ts';
import { startListener, type Listener } from '../services/listener.ts';
import { startSlipPrinter, type SlipPrinter } from '../services/slip-printer.ts';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { readyOrder } from './support/news.ts';

/** A long run: `MOSTRADOR_SLIP_STARTS=200`. */
const STARTS = Number(process.env['MOSTRADOR_SLIP_STARTS'] ?? '3');
/** More than the longest pause between two tries would be on the way to it. */
const SLOW_MS = 40_000;

const SIGNING = `whsec_${Buffer.from('thirty-two bytes of test secret!').toString('base64')}`;

let printer: SlipPrinter;
let till: Listener;
let shop: Shop;

beforeAll(async () => {
  [printer, till] = await Promise.all([startSlipPrinter(), startListener()]);
  const desktop = await startDesktop();
  await desktop.keyring.store('Mostrador', 'till-secret', SIGNING);
  shop = await openShop({
    on: desktop,
    settings: {
      outgoing: { till: { post: true, address: `${till.url}/pedidos` } },
      paper: {
        way: 'network',
        host: '127.0.0.1',
        port: printer.port,
        automatic: true,
        cancelled: true,
        width: 58,
      },
    },
  });
  await untilReceiving(shop);
});
afterAll(async () => {
  await shop?.stop();
  await Promise.all([printer?.stop(), till?.stop()]);
});
beforeEach(() => {
  printer.mood = 'answers';
});
afterEach(() => {
  printer.mood = 'answers';
});

/** How often each code came out as a first slip, without those that say that they are copies. */
function printed(code: string): number {
  return printer
    .slips()
    .map(wordsOf)
    .filter((rows) => rows.includes(code) && !rows.includes(es.paper.slip.copy)).length;
}
function untilPrinted(code: string, times = 1): Promise<unknown> {
  return expect.poll(() => printed(code), { timeout: SLOW_MS }).toBe(times);
}
async function light(): Promise<string> {
  const counter = await shop.openCounter();
  const health = await counter.evaluate(() => window.mostrador['health:read']());
  return `${health.printer.code} ${JSON.stringify(health.printer.detail)}`;
}

test('a ready order prints its slip once, its cancellation another; the second time by hand is a copy', async () => {
  const { order } = await readyOrder(shop);
  await untilPrinted(order.code);
  const counter = await shop.openCounter();
  await counter.locator(`[id="order-${order.id}"]`).click();
  await counter.getByRole('button', { name: es.paper.printCopy }).click();
  await counter.getByText(es.paper.printedCopy).waitFor();
  await picture(counter, 'slip-printed');
  const copies = printer
    .slips()
    .map(wordsOf)
    .filter((rows) => rows.includes(es.paper.slip.copy));
  expect(copies).toHaveLength(1);
  shop.simulator.orders.cancel(order.id);
  await untilPrinted(order.code, 2);
  const last = printer.slips().map(wordsOf).at(-1) ?? [];
  expect(last).toEqual(expect.arrayContaining([es.paper.slip.cancelled, es.paper.slip.keep]));
});

test('a printer that hangs holds up neither the answer nor the toast nor the card', async () => {
  printer.mood = 'hangs';
  const beganMs = performance.now();
  const { order } = await readyOrder(shop);
  expect(performance.now() - beganMs).toBeLessThan(3_000);
  expect(await shop.answerTo(order)).toBe(200);
  const counter = await shop.openCounter();
  const open = await counter.evaluate(() => window.mostrador['alerts:open']());
  expect(open.map(({ subject }) => subject)).toContain(order.id);
  const card = await shop.window('card.html');
  // While the counter is open the card is small and counts.
  await card.getByText(es.card.title(open.length)).waitFor({ timeout: LIMIT_MS });
  await expect.poll(light, { timeout: SLOW_MS }).toContain('printer-stuck');
  expect(printed(order.code)).toBe(0);
  printer.mood = 'answers';
  await untilPrinted(order.code);
}, 120_000);

test('slips wait for a printer that is off, and come out once when it is back', async () => {
  await printer.unplug();
  const { order: one } = await readyOrder(shop);
  await expect.poll(light, { timeout: SLOW_MS }).toContain('printer-offline');
  const { order: two } = await readyOrder(shop);
  await printer.plugIn();
  await untilPrinted(one.code);
  await untilPrinted(two.code);
  await sleep(1_000);
  expect([printed(one.code), printed(two.code)]).toEqual([1, 1]);
}, 120_000);

test('killed in the middle of printing, it does not print that slip again by itself and says which it is', async () => {
  // It takes the slip and never says that it printed it.
  printer.mood = 'swallows';
  const before = printer.slips().length;
  const { order } = await readyOrder(shop);
  await expect.poll(() => printer.taken().includes(order.code), { timeout: SLOW_MS }).toBe(true);
  process.kill(shop.app().pid, 'SIGKILL');
  expect(await within(shop.app().exited, LIMIT_MS, 'The end of the app')).not.toBe(0);
  await shop.app().stop();
  await shop.desktop.tray.waitUntilEmpty(LIMIT_MS);
  printer.mood = 'answers';
  const taken = printer.slips().length;
  expect(taken).toBeGreaterThanOrEqual(before);
  await shop.launch();
  await untilReceiving(shop);
  const { order: next } = await readyOrder(shop);
  await untilPrinted(next.code);
  expect(printer.slips()).toHaveLength(taken + 1);
  expect(await light()).toBe(`printer-doubtful ${JSON.stringify(order.code)}`);
  const counter = await shop.openCounter();
  await counter.locator(`[id="order-${order.id}"]`).click();
  await counter.getByText(es.paper.cutShort).waitFor();
  await picture(counter, 'slip-cut-short');
  await counter.getByRole('button', { name: es.paper.printCopy }).click();
  await counter.getByText(es.paper.printedCopy).waitFor();
  await expect.poll(light).toContain('ok');
}, 120_000);

/** What the app knows of the slip of each order. */
async function states(ids: readonly string[]): Promise<readonly string[]> {
  const counter = await shop.openCounter();
  return counter.evaluate(
    (all) => Promise.all(all.map((orderId) => window.mostrador['paper:state']({ orderId }))),
    [...ids],
  );
}
/** The messages about an order that the till has heard: `webhook-id` → how often. */
function heardBy(code: string): ReadonlyMap<string, number> {
  const own = till.heard.filter(
    ({ body }) => (JSON.parse(body) as { data: { code: string } }).data.code === code,
  );
  const times = new Map<string, number>();
  for (const { headers } of own) {
    const id = String(headers['webhook-id']);
    times.set(id, (times.get(id) ?? 0) + 1);
  }
  return times;
}

test(
  `over ${String(STARTS)} starts, half of them after a kill, each slip comes out at most once and the till hears of each order`,
  async () => {
    const orders: { readonly id: string; readonly code: string }[] = [];
    let kills = 0;
    for (let start = 0; start < STARTS; start += 1) {
      const { order } = await readyOrder(shop);
      orders.push(order);
      if (start % 2 === 0) {
        await untilPrinted(order.code);
        await shop.desktop.tray.choose(es.tray.quit);
      } else {
        // Anywhere on the way of its slip and of its message.
        await sleep((start * 97) % 700);
        process.kill(shop.app().pid, 'SIGKILL');
        kills += 1;
      }
      await within(shop.app().exited, LIMIT_MS, 'The end of the app');
      await shop.app().stop();
      await shop.desktop.tray.waitUntilEmpty(LIMIT_MS);
      await shop.launch();
      await untilReceiving(shop);
    }
    const ids = orders.map(({ id }) => id);
    const isDone = async (): Promise<boolean> =>
      (await states(ids)).every((state) => state === 'printed' || state === 'doubtful');
    await expect.poll(isDone, { timeout: SLOW_MS }).toBe(true);
    const found = await states(ids);
    for (const [at, { code }] of orders.entries()) if (found[at] === 'printed') await untilPrinted(code);
    expect(orders.filter(({ code }) => printed(code) > 1)).toEqual([]);
    // Each order is told in one message; a kill between its answer and the note has it told again, under the same id.
    await till.until(() => orders.every(({ code }) => heardBy(code).size > 0), SLOW_MS);
    expect(orders.filter(({ code }) => heardBy(code).size !== 1)).toEqual([]);
    const repeated = orders.filter(({ code }) => [...heardBy(code).values()].some((times) => times > 1));
    const doubtful = found.filter((state) => state === 'doubtful').length;
    console.log(
      `${String(STARTS)} starts, ${String(kills)} kills: ${String(doubtful)} doubtful slips, ${String(repeated.length)} messages told again`,
    );
  },
  STARTS * 30_000 + 60_000,
);
