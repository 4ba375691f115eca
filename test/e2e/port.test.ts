import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersTo, readyOrder, refresh } from './support/news.ts';
import { freePort, LIMIT_MS, openShop, receives, type Shop } from './support/shop.ts';
import { openCounter, openSettings } from './support/windows.ts';

let shop: Shop;
let other: ChildProcess;
let counter: Page;

beforeAll(async () => {
  shop = await openShop();
  other = await holdPort(shop.port);
  await shop.start({ untilReceiving: false });
  counter = await openCounter(shop);
});

afterAll(async () => {
  other?.kill();
  await shop?.close();
});

/** Another program that listens on the port that the app wants. */
async function holdPort(taken: number): Promise<ChildProcess> {
  const script = `require('net').createServer().listen(${taken}, '127.0.0.1', () => console.log('ready'))`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

const sentence = (): string => `El puerto ${shop.port}, que recibe los avisos, está ocupado por node.`;

test('the light is red and names port and program; its list offers a port that is free', async () => {
  const light = counter.getByRole('button', { name: sentence() });
  await light.waitFor({ timeout: LIMIT_MS });
  expect(await light.locator('svg').first().getAttribute('data-state')).toBe('down');
  await light.click();
  const parts = counter.getByRole('region', { name: shop.texts.orders.healthLabel });
  const receiver = parts.getByRole('listitem').filter({ hasText: shop.texts.orders.healthParts.receiver });
  await receiver.getByText(shop.texts.orders.healthStates.down).waitFor();
  await receiver.getByText(/elegir otro puerto en Ajustes: el \d+ está libre/).waitFor();
  await counter.keyboard.press('Escape');
});

test('orders are found all the same, by asking', async () => {
  const { id, code } = shop.simulator.orders.create({ quiet: true });
  shop.simulator.orders.ready(id, { quiet: true });
  await refresh(shop);
  await counter.getByRole('grid').getByRole('row').filter({ hasText: code }).waitFor();
});

test('a free port typed into the settings window heals it, and webhooks come in', async () => {
  const settings = await openSettings(shop);
  const port = await freePort();
  await settings.getByLabel(shop.texts.settings.port).fill(String(port));
  await settings.getByRole('button', { name: shop.texts.settings.save, exact: true }).click();
  await settings.getByRole('status').getByText(shop.texts.settings.saved).waitFor();
  await receives(port, shop.app());
  await expect.poll(() => counter.getByText(sentence()).count(), { timeout: LIMIT_MS }).toBe(0);
  shop.simulator.setWebhook({
    url: `http://127.0.0.1:${port}/webhooks/orders`,
    secret: shop.webhookSecret,
  });
  const { order } = await readyOrder(shop);
  expect(await answersTo(shop, order.id)).toEqual([200]);
});
