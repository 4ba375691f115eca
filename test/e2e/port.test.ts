import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../services/free-port.ts';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { readyOrder, refresh } from './support/news.ts';

let shop: Shop;
let other: ChildProcess;
let counter: Page;
let port: number;

beforeAll(async () => {
  port = await freePort();
  other = await holdPort(port);
  shop = await openShop({ settings: { receiver: { port } } });
  counter = await shop.openCounter();
});

afterAll(async () => {
  other?.kill();
  await shop?.stop();
});

/** Another program that listens on the port that the app wants. */
async function holdPort(taken: number): Promise<ChildProcess> {
  const script = `require('net').createServer().listen(${taken}, '127.0.0.1', () => console.log('ready'))`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

const sentence = (): string => `El puerto ${port}, que recibe los avisos, está ocupado por node.`;

test('the light is red and names port and program; offers a port that is free; its list says it no second time', async () => {
  await counter.getByRole('status').getByText(sentence()).waitFor({ timeout: LIMIT_MS });
  const free = /otro puerto en Ajustes: el \d+ está libre/;
  await counter.getByRole('status').getByText(free).waitFor({ timeout: LIMIT_MS });
  await picture(counter, 'health-receiver-down');
  const light = counter.getByRole('button', { name: es.orders.healthStates.down });
  expect(await light.locator('svg').getAttribute('data-state')).toBe('down');
  await light.click();
  const parts = counter.getByRole('region', { name: es.orders.healthLabel });
  const receiver = parts.getByRole('listitem').filter({ hasText: es.orders.healthParts.receiver });
  await receiver.getByText(es.orders.healthStates.down).waitFor();
  expect(await receiver.getByText(sentence()).count()).toBe(0);
  await picture(counter, 'health-receiver-parts');
  await counter.keyboard.press('Escape');
});

test('orders are found all the same, by asking', async () => {
  const { id, code } = shop.simulator.orders.create({ quiet: true });
  shop.simulator.orders.ready(id, { quiet: true });
  await refresh(shop);
  await shop.toast(es.alerts.readyTitle(code));
});

test('a computer that went to sleep says so among the parts of the app', async () => {
  const emit = (event: 'suspend' | 'resume') =>
    shop.app().app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event);
  await counter.getByRole('button', { name: es.orders.healthStates.down }).click();
  const parts = counter.getByRole('region', { name: es.orders.healthLabel });
  await parts.waitFor({ timeout: LIMIT_MS });
  await emit('suspend');
  await parts.getByText(es.health['power-asleep'](null).sentence).waitFor({ timeout: LIMIT_MS });
  await picture(counter, 'health-power-asleep');
  await emit('resume');
  await parts
    .getByText(es.health['power-asleep'](null).sentence)
    .waitFor({ state: 'detached', timeout: LIMIT_MS });
  await counter.keyboard.press('Escape');
});

test('a free port typed into the settings window heals it, and webhooks come in', async () => {
  await counter.getByRole('button', { name: es.orders.settings, exact: true }).click();
  const settings = await shop.window('view=settings');
  await settings.getByRole('textbox', { name: es.settings.port }).fill(String(shop.port));
  await settings.getByRole('button', { name: es.settings.save, exact: true }).click();
  await settings.getByRole('status').getByText(es.settings.saved).waitFor({ timeout: LIMIT_MS });
  await untilReceiving(shop);
  await expect.poll(() => counter.getByText(sentence()).count(), { timeout: LIMIT_MS }).toBe(0);
  const { order } = await readyOrder(shop);
  expect(await shop.answerTo(order)).toBe(200);
});
