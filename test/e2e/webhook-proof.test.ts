/// <reference path="../../src/renderer/vite-env.d.ts" />
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { HealthCode } from '../../src/shared/health/health.ts';
import { toMessage } from '../../src/simulator/control/announcer.ts';
import { dial } from '../integration/webhook/rig.ts';
import { es, LIMIT_MS, openShop, picture, SECRET, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { slowdown } from '../processor-time.ts';

/** By asking alone, and what the rest of the way may take. */
const ASKED_MS = 60_000 + LIMIT_MS;
/** How long a call of the platform is waited for before its order counts as missed. */
const MISSED_MS = 2 * 60_000 + LIMIT_MS;
const CROWD_PROCESS = fileURLToPath(import.meta.resolve('../integration/webhook/crowd-process.ts'));

let shop: Shop;
let page: Page;
/** As good as a public one: what counts is that it leads to the receiver. */
const address = (): string => `http://127.0.0.1:${String(shop.port)}`;

beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
  page = await shop.openCounter();
});

afterAll(() => shop?.stop());

const receiver = (): Promise<string> =>
  page.evaluate(async () => {
    const { state, code } = (await window.mostrador['health:read']()).receiver;
    return `${state} ${code}`;
  });

/** What the owner saves, and the own probe proves. */
async function choosePublicAddress(): Promise<void> {
  const saved = await page.evaluate(async (publicUrl) => {
    const { settings } = await window.mostrador['settings:read']();
    const tunnel = { ...settings.tunnel, provider: 'own-url' as const, publicUrl };
    return window.mostrador['settings:save']({ settings: { ...settings, tunnel } });
  }, address());
  expect(saved.ok).toBe(true);
  await expect
    .poll(() => page.evaluate(async () => (await window.mostrador['tunnel:status']()).state), {
      timeout: LIMIT_MS,
    })
    .toBe('online');
}

/** The platform calls the public address with this secret from now on. */
const portal = (secret: string): void =>
  shop.simulator.setWebhook({ url: `${address()}/webhooks/orders`, secret });

async function shows(code: HealthCode, withinMs: number): Promise<void> {
  await expect.poll(receiver, { timeout: withinMs, interval: 500 }).toBe(`degraded ${code}`);
  const { sentence, remedy } = es.health[code](null);
  const banner = page.getByRole('status').filter({ hasText: sentence });
  await banner.getByText(remedy).waitFor({ timeout: LIMIT_MS });
  await page.getByRole('button', { name: es.orders.healthStates.degraded }).click();
  const parts = page.getByRole('region', { name: es.orders.healthLabel });
  await parts.getByText(es.orders.healthStates.degraded).first().waitFor({ timeout: LIMIT_MS });
  expect(await parts.getByText(remedy).count()).toBe(0);
  await picture(page, `health-${code}`);
  await page.keyboard.press('Escape');
}

test(
  'with no address in the portal an order rings within a minute, and the light says that PedidosYa does not call',
  async () => {
    await choosePublicAddress();
    expect(await receiver()).toBe('ok ok');
    const { id, code } = shop.simulator.orders.create({ quiet: true });
    shop.simulator.orders.ready(id, { quiet: true });
    const title = es.alerts.readyTitle(code);
    await shop.desktop.notifications.waitFor((one) => one.title === title, ASKED_MS, `"${title}"`);
    await shows('webhook-not-calling', MISSED_MS);
  },
  ASKED_MS + MISSED_MS + 3 * LIMIT_MS,
);

test(
  'with a wrong secret the light says so at once, the order rings by asking, and a call that is let in ends it',
  async () => {
    portal('otro secreto');
    const refused = shop.simulator.orders.create();
    shop.simulator.orders.ready(refused.id);
    await shows('webhook-wrong-secret', LIMIT_MS);
    const title = es.alerts.readyTitle(refused.code);
    await shop.desktop.notifications.waitFor((one) => one.title === title, ASKED_MS, `"${title}"`);
    portal(SECRET);
    const order = shop.simulator.orders.create();
    shop.simulator.orders.ready(order.id);
    await shop.toast(es.alerts.readyTitle(order.code));
    // The refused one may still be tried again.
    const tries = shop.simulator.webhooks.log.findLast((one) => one.orderId === order.id)?.tries;
    expect(tries?.at(-1)?.status).toBe(200);
    await expect.poll(receiver, { timeout: LIMIT_MS }).toBe('ok ok');
  },
  ASKED_MS + 4 * LIMIT_MS,
);

/** An order of the shop as JSON, ready, of which nobody was told. */
function quietOrder(): { readonly body: string; readonly code: string } {
  const { id } = shop.simulator.orders.create({ quiet: true });
  const order = shop.simulator.orders.ready(id, { quiet: true });
  return { body: toMessage(order, shop.simulator.switches.get()).body, code: order.code };
}

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const plain = Buffer.from(SECRET, 'utf8').toString('latin1');

async function send(sent: {
  readonly line?: string;
  readonly secret?: string;
  readonly type?: string;
  readonly body: string;
}): Promise<number> {
  const wire = dial(shop.port);
  const bytes = [
    sent.line ?? 'POST /webhooks/orders HTTP/1.1',
    'Host: shop.example',
    `Authorization: ${sent.secret ?? plain}`,
    `Content-Type: ${sent.type ?? 'application/json'}`,
    `Content-Length: ${String(Buffer.byteLength(sent.body))}`,
    'Connection: close',
    '',
    '',
  ].join('\r\n');
  wire.send(Buffer.concat([Buffer.from(bytes, 'latin1'), Buffer.from(sent.body, 'utf8')]));
  return Number(/^HTTP\/1\.1 (\d+)/.exec(await wire.closed)?.[1] ?? 0);
}

test.each([
  ['Bearer before the secret', { secret: `BEARER  ${plain}` }, '%s'],
  ['the secret as a password', { secret: `basic ${base64(`pedidosya:${SECRET}`)}` }, '%s'],
  ['a slash at the end', { line: 'POST /webhooks/orders/ HTTP/1.1' }, '%s'],
  ['a doubled slash and capitals', { line: 'POST //Webhooks/Orders?x=1 HTTP/1.1' }, '%s'],
  ['a charset in single quotes', { type: "application/json; charset='utf-8'" }, '%s'],
  ['a list', {}, '[%s]'],
  ['a wrapper', {}, '{"order":%s}'],
])('an order sent with %s rings', async (_what, how, shape) => {
  const { body, code } = quietOrder();
  expect(await send({ ...how, body: shape.replace('%s', () => body) })).toBe(200);
  await shop.toast(es.alerts.readyTitle(code));
});

test('what is no order is 400, and what comes to another address is in the list', async () => {
  expect(await send({ body: '{"mostrador_test":{"toString":0}}' })).toBe(400);
  expect(await send({ line: 'POST /webhook HTTP/1.1', body: '{}' })).toBe(404);
  await expect
    .poll(
      () =>
        page.evaluate(async () =>
          (await window.mostrador['deliveries:list']({ group: null, before: null })).entries
            .slice(0, 2)
            .map(({ outcome }) => outcome),
        ),
      { timeout: LIMIT_MS },
    )
    .toEqual(['wrong-path', 'not-an-order']);
  const order = quietOrder();
  expect(await send(order)).toBe(200);
  await expect.poll(receiver, { timeout: LIMIT_MS }).toBe('ok ok');
});

test.each([22, 0])('strangers with %i silent connections a second keep no order out', async (perSecond) => {
  const crowd = fork(CROWD_PROCESS, [String(shop.port), String(perSecond)]);
  onTestFinished(() => void crowd.kill('SIGKILL'));
  await once(crowd, 'message');
  const slowest = { ms: 0 };
  for (let count = 0; count < 20; count += 1) {
    const { body } = quietOrder();
    const began = performance.now();
    expect(await send({ body })).toBe(200);
    slowest.ms = Math.max(slowest.ms, performance.now() - began);
  }
  expect(slowest.ms / slowdown()).toBeLessThan(1_000);
  await expect.poll(receiver, { timeout: LIMIT_MS }).toBe('degraded receiver-crowded');
});
