import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_ALERT_SETTINGS } from '../../../src/shared/settings/alert-settings.ts';
import { LIMIT_MS, openShop, picture, untilReceiving, type Shop } from './open-shop.ts';

/** Three seconds without contact ring. */
const ALERTS = { ...DEFAULT_ALERT_SETTINGS, connectionAfterMinutes: 0.05 };
const ALL_WELL = /^Todo bien · consultado recién · /;

let shop: Shop;
let counter: Page;

beforeAll(async () => {
  shop = await openShop({ settings: { alerts: ALERTS } });
  await untilReceiving(shop);
  counter = await shop.openCounter();
  counter.setDefaultTimeout(LIMIT_MS);
});

afterAll(() => shop?.stop());

async function tooltip(part: string): Promise<string> {
  const item = await shop.desktop.tray.waitForItemWhere((one) => one.tooltip.includes(part), LIMIT_MS);
  return item.tooltip;
}

test('tray and window prove that all is well and name the last real webhook', async () => {
  expect(await tooltip('Todo bien')).toMatch(/^Todo bien · consultado recién · todavía ningún aviso real$/);
  const order = shop.simulator.orders.create();
  shop.simulator.orders.ready(order.id);
  expect(await tooltip('último aviso real')).toMatch(
    /^1 aviso sin ver · Todo bien · consultado recién · último aviso real \d\d:\d\d$/,
  );
  await counter.getByRole('button', { name: ALL_WELL }).waitFor();
  await picture(counter, 'health-ok');
  await counter
    .getByRole('button', { name: /^Visto/ })
    .first()
    .click();
  await shop.trayCount(0);
});

test('an outage rings, stands in tray, card and window, and its end says what it hid', async () => {
  shop.simulator.faults.add({ kind: 'close' });
  await shop.desktop.tray.choose('Actualizar pedidos');
  await counter.getByRole('status').filter({ hasText: 'No hay conexión con PedidosYa.' }).first().waitFor();
  await picture(counter, 'health-down');
  const lost = await shop.toast('Sin conexión con PedidosYa');
  expect(lost.body).toContain('Revise la conexión a internet.');
  await shop.trayCount(1);
  expect(await tooltip('No hay conexión')).toMatch(/^1 aviso sin ver · /);
  const card = await shop.window('card.html');
  await card.getByText('Sin conexión con PedidosYa').waitFor({ timeout: LIMIT_MS });
  await picture(card, 'card-outage');
  await counter.getByText('Sin conexión con PedidosYa').first().waitFor();
  await picture(counter, 'counter-outage');

  const missed = [0, 1].map(() => shop.simulator.orders.create({ quiet: true }));
  for (const { id } of missed) shop.simulator.orders.ready(id, { quiet: true });
  shop.simulator.faults.clear();
  await shop.desktop.tray.choose('Actualizar pedidos');
  const back = await shop.toast('Conexión recuperada');
  for (const { code } of missed) expect(back.body).toContain(code);
  await shop.trayCount(2);
  await counter.getByRole('button', { name: ALL_WELL }).waitFor();
});

test('a refused key rings at once, and a new one heals it without a restart', async () => {
  const known = shop.desktop.notifications.toasts().length;
  shop.simulator.access.setTokens(['clave-nueva-1']);
  await shop.desktop.tray.choose('Actualizar pedidos');
  await shop.toast('PedidosYa no acepta la clave');
  await picture(counter, 'counter-key-refused');
  await counter.evaluate(() =>
    window.mostrador['secrets:save']({ name: 'partner-token', value: 'clave-nueva-1' }),
  );
  const isBack = (title: string): boolean => title === 'Conexión recuperada';
  const back = await shop.desktop.notifications.waitFor(
    (toast) => isBack(toast.title) && shop.desktop.notifications.toasts().indexOf(toast) >= known,
    LIMIT_MS,
  );
  expect(back.body).toBe('Los pedidos están al día.');
  await counter.getByRole('button', { name: ALL_WELL }).waitFor();
});
