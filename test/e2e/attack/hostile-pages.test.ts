/// <reference path="../../../src/renderer/vite-env.d.ts" />
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MenuItem } from '../../desktop/tray-menu.ts';
import { HOSTILE_TEXTS, hostileBody } from '../../fixtures/hostile-texts.ts';
import { es, LIMIT_MS, openShop, untilReceiving, type Shop } from '../main-job/open-shop.ts';

const texts = Object.entries(HOSTILE_TEXTS);
let shop: Shop;
let counter: Page;

beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
  counter = await shop.openCounter();
  await counter.evaluate(async () => {
    for (const open of ['deliveries', 'day', 'diagnostics'] as const)
      await window.mostrador[`window:open-${open}`]();
    await window.mostrador['riders:set']({ riders: { on: true, digits: 'all' } });
  });
});
afterAll(() => shop?.stop());

/** Runs in a page. Returns what an order has brought into it that is no text. */
function look(): readonly string[] {
  const found = Reflect.has(window, 'hacked') ? ['code ran'] : [];
  for (const element of Array.from(document.querySelectorAll('*'))) {
    const name = element.tagName.toLowerCase();
    if (['iframe', 'object', 'embed', 'base', 'audio', 'video', 'animate'].includes(name)) found.push(name);
    for (const { name: attribute, value } of Array.from(element.attributes)) {
      if (attribute.startsWith('on')) found.push(`${name} ${attribute}`);
      if (
        ['src', 'href', 'action', 'srcdoc'].includes(attribute) &&
        /evil|javascript:|^x$|passwd/.test(value)
      )
        found.push(`${name} ${value}`);
    }
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push('wider than its window');
  if (/hacked|evil|script/.test(document.title)) found.push(document.title);
  if (/\[object Object\]|undefined|NaN/.test(document.body.innerText)) found.push('a broken sentence');
  return found;
}

const labelsOf = (items: readonly MenuItem[]): readonly string[] =>
  items.flatMap(({ label, children }) => [label, ...labelsOf(children)]);

test('a code with access keys is shown in the menu of the tray as it is written', async () => {
  const code = HOSTILE_TEXTS['mnemonics'] ?? '';
  const { vendorId } = shop.simulator.connection();
  const client = { store_id: vendorId, country_code: 'uy' };
  const order = { order_id: randomUUID(), order_code: code, status: 'READY_FOR_PICKUP', client };
  expect(await shop.post(order)).toBe(200);
  const label = es.tray.waiting(code, 0);
  await shop.desktop.tray.waitForMenu((items) => labelsOf(items).includes(label), LIMIT_MS);
});

test(
  'orders made of hostile texts are words on every page, toast and menu, and are seen like any other',
  { timeout: 180_000 },
  async () => {
    const sys = { created_at: new Date().toISOString(), updated_at: new Date().toISOString() };
    const { vendorId } = shop.simulator.connection();
    const client = { store_id: vendorId, country_code: 'uy' };
    for (const [name, text] of texts) {
      const cancelled = { status: 'CANCELLED', cancellation: { reason: text, cancelled_by: text } };
      const changes = texts.findIndex(([other]) => other === name) % 2 === 0 ? cancelled : {};
      expect([
        name,
        await shop.post(
          hostileBody(randomUUID(), text, { sys, ...changes, client: { ...client, name: text } }),
        ),
      ]).toEqual([name, 200]);
    }
    await counter.getByText('sin ver').first().waitFor({ timeout: LIMIT_MS });
    const listed = await counter.evaluate(() => window.mostrador['orders:list']());
    expect(listed.length).toBeGreaterThanOrEqual(texts.length);
    const views = [
      'view=counter',
      'card.html',
      'view=deliveries',
      'view=day',
      'view=riders',
      'view=diagnostics',
    ];
    for (const view of views) {
      const page = await shop.window(view);
      expect([view, await page.evaluate(look)]).toEqual([view, []]);
    }
    for (const { title, body } of shop.desktop.notifications.toasts()) {
      expect(body).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
      expect(`${title}${body}`).not.toMatch(/[\u202A-\u202E\u200B]/);
    }
    expect(
      labelsOf(await shop.desktop.tray.menu()).filter((label) => /[\u202A-\u202E\u200B\n]/.test(label)),
    ).toEqual([]);
    // Each of them opens, with its items, its amounts and why it rang.
    for (const { id } of listed.slice(0, 60)) {
      await counter.evaluate((orderId) => window.mostrador['card:open-order']({ orderId }), id);
      await counter.getByRole('complementary').first().waitFor({ timeout: LIMIT_MS });
      expect([id, await counter.evaluate(look)]).toEqual([id, []]);
    }
    const detail = counter.getByRole('complementary').first();
    await detail.getByRole('button', { name: es.orders.seen }).click();
    expect(
      await counter.evaluate(() => window.mostrador['alerts:open']().then(({ length }) => length)),
    ).toBeLessThan(listed.length);
  },
);
