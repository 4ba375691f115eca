/// <reference path="../../src/renderer/vite-env.d.ts" />
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { DEFAULT_ALERT_SETTINGS } from '../../src/shared/settings/alert-settings.ts';
import { SETUP_PAGES } from '../../src/shared/setup.ts';
import { es, LIMIT_MS, openShop, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { violationsInBothThemes } from './support/axe.ts';
import { tell as tellShop } from './support/tell.ts';
import { typeCode } from './support/type-code.ts';

const { check } = es.orders;
const MANY = 30;

let shop: Shop;
let counter: Page;
let card: Page;
let found: string[] = [];
beforeAll(async () => {
  const alerts = { ...DEFAULT_ALERT_SETTINGS, connectionAfterMinutes: 0.05 };
  shop = await openShop({ settings: { alerts } });
  await untilReceiving(shop);
  counter = await shop.openCounter();
  counter.setDefaultTimeout(LIMIT_MS);
});
afterAll(() => shop?.stop());
afterEach(() => {
  found = [];
});

async function look(page: Page, state: string): Promise<void> {
  found.push(...(await violationsInBothThemes(page, state)));
}

const tell = (code: string, name: string, status = 'READY_FOR_PICKUP'): Promise<string> =>
  tellShop(shop, code, {
    name,
    status,
    collect: 454.7,
    // Two orders here have the same code.
    more: { external_order_id: `9${code}-${name}-1` },
  });

async function judge(code: string, word: string): Promise<void> {
  await typeCode(counter, code);
  await counter.getByRole('region', { name: check.label }).getByText(word, { exact: true }).waitFor();
}
async function clear(): Promise<void> {
  await counter.keyboard.press('Escape');
  await counter.keyboard.press('Escape');
  await counter.getByRole('region', { name: check.label }).waitFor({ state: 'detached' });
}

test('the verdicts that name two, that say not yet and already gone, and the one after handing over', async () => {
  await tell('7311', 'Lucía');
  await tell('7311', 'Mateo');
  await tell('7312', 'Inés', 'ACCEPTED');
  await tell('7313', 'Ana');
  await tell('7314', 'Vera', 'PICKED_UP');
  await tell('7315', 'Eva', 'CANCELLED');
  await counter.getByRole('row').filter({ hasText: '7313' }).waitFor();
  await judge('7311', check.several);
  await look(counter, 'verdict, several');
  await counter.getByRole('button', { name: /Mateo/ }).click();
  await counter.getByRole('region', { name: check.label }).getByText(check.give, { exact: true }).waitFor();
  await look(counter, 'verdict, one of several');
  await clear();
  await judge('7312', check['not-ready']);
  await look(counter, 'verdict, not ready');
  await clear();
  await judge('7314', check.gone);
  await look(counter, 'verdict, gone');
  await clear();
  await judge('7315', check.cancelled);
  await look(counter, 'verdict, cancelled');
  await clear();
  await judge('7313', check.give);
  await counter.locator('[data-verdict] [data-hand-over]').click();
  await counter.locator('[data-verdict="handed-over"]').waitFor();
  await look(counter, 'verdict, handed over');
  await clear();
  expect(found).toEqual([]);
});

test('the card with a cancellation, with an undo, and the full counter beside it', async () => {
  for (let index = 0; index < MANY; index += 1)
    shop.simulator.orders.ready(shop.simulator.orders.create().id);
  await shop.simulator.webhooks.idle();
  await counter.getByRole('row').nth(8).waitFor();
  await look(counter, 'counter, full');
  // The card is large only while the counter has not the focus.
  await shop.app().app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows().forEach((one) => one.blur());
  });
  card = await shop.window('card.html');
  await card.getByRole('button', { name: es.card.openCounter }).waitFor({ timeout: LIMIT_MS });
  await look(card, 'card, cancelled');
  await card.getByRole('button', { name: /^Marcar los/ }).click();
  await card.getByRole('button', { name: es.card.undo }).waitFor({ timeout: LIMIT_MS });
  await look(card, 'card, undo');
  expect(found).toEqual([]);
});

test('an outage in the counter and on the card', async () => {
  shop.simulator.faults.add({ kind: 'close' });
  await shop.desktop.tray.choose('Actualizar pedidos');
  await card.getByText('Sin conexión con PedidosYa').waitFor({ timeout: LIMIT_MS });
  await look(card, 'card, outage');
  await counter.getByText('Sin conexión con PedidosYa').first().waitFor();
  await look(counter, 'counter, outage');
  shop.simulator.faults.clear();
  expect(found).toEqual([]);
});

test('each step of the setup, and the test of the day', async () => {
  await counter.evaluate(() => window.mostrador['window:open-setup']());
  const setup = await shop.window('view=setup');
  for (const id of SETUP_PAGES) {
    const step = setup.getByRole('navigation').getByRole('button', { name: es.setup.steps[id] });
    await step.click({ timeout: LIMIT_MS });
    await setup.getByRole('heading', { level: 1, name: es.setup.steps[id], exact: true }).waitFor();
    await look(setup, `setup, ${id}`);
  }
  await counter.evaluate(() => window.mostrador['window:open-day-test']());
  const day = await shop.window('view=day-test');
  await day.getByRole('heading', { level: 1 }).waitFor();
  await look(day, 'test of the day');
  expect(found).toEqual([]);
});

test('the counter and the settings in English', async () => {
  await counter.evaluate(() => window.mostrador['window:open-settings']());
  const settings = await shop.window('view=settings');
  await settings.getByRole('heading', { level: 1 }).waitFor();
  await settings.evaluate(async () => {
    const view = await window.mostrador['settings:read']();
    await window.mostrador['settings:save']({ settings: { ...view.settings, language: 'en' } });
  });
  await counter.getByRole('tab', { name: /^Ready/ }).waitFor();
  await look(counter, 'counter, English');
  await look(settings, 'settings, English');
  expect(found).toEqual([]);
});
