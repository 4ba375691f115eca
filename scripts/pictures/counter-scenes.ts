import type { Page } from 'playwright-core';
import type { NewLine } from '../../src/simulator/orders/new-order.ts';
import type { SimOrder } from '../../src/simulator/orders/order-model.ts';
import { delivered } from '../demo/stage.ts';
import { drawToast, drawTray } from './drawings.ts';
import type { Studio } from './studio.ts';

const LIMIT_MS = 30_000;

/** An hour at the counter: waiting orders, one with a replacement, one that must not be handed over. */
export async function counterScenes(studio: Studio): Promise<void> {
  const { stage, texts, take, takeDark, takeScreen, takeDrawn } = studio;
  const { simulator, desktop } = stage;
  const calmIcon = await stage.trayIcon();

  await desktop.tray.activate();
  const counter = await stage.window('view=counter');
  await counter.getByRole('tab').first().waitFor({ timeout: LIMIT_MS });
  await waiting(studio, 21, [{ sku: 'PAN-FLAUTA', pieces: 4 }, { sku: 'LECHE-ENT-1L' }], 'Joaquín');
  await waiting(studio, 6, [{ sku: 'CAFE-MOL-250' }, { sku: 'AGUA-MIN-225', pieces: 2 }], 'Verónica');
  await seenAll(studio);

  const ready = simulator.orders.create({
    lines: [
      { sku: 'YERBA-1KG', pieces: 2 },
      { sku: 'QUESO-COL-KG', grams: 350, instructions: 'En fetas finas' },
      { sku: 'GALL-DULCE-300' },
      { sku: 'JUGO-NAR-1L', pieces: 2 },
    ],
    customer: { firstName: 'Camila' },
    comment: 'Sin bolsas de plástico, por favor',
    quiet: true,
  });
  simulator.orders.pick(
    ready.id,
    { line: 1, grams: 340 },
    { line: 2, action: 'not-found' },
    { line: 3, action: 'replace', withSku: 'REFR-POM-15', pieces: 2 },
  );
  simulator.orders.ready(ready.id);
  await delivered(simulator, ready.id);
  const cancelled = simulator.orders.create({ customer: { firstName: 'Tomás' }, quiet: true });
  simulator.orders.ready(cancelled.id);
  await delivered(simulator, cancelled.id);
  simulator.orders.cancel(cancelled.id, { by: 'CUSTOMER', reason: 'CUSTOMER_REQUEST' });
  await delivered(simulator, cancelled.id);
  await counter.getByText(texts.orders.doNotHandOver).first().waitFor({ timeout: LIMIT_MS });

  await takeScreen('screen', async () => {
    const card = await stage.window('card');
    await card.getByText(ready.code).waitFor({ timeout: LIMIT_MS });
    await card.mouse.move(0, 0);
  });
  await take('card', async () => {
    const card = await stage.window('card');
    await card.getByText(cancelled.code).waitFor({ timeout: LIMIT_MS });
    return card;
  });
  await take('orders', () => Promise.resolve(counter));
  await takeDrawn('tray', async () =>
    drawTray({
      icons: [calmIcon, await stage.trayIcon()],
      tooltip: (await desktop.tray.item()).tooltip,
      menu: await desktop.tray.menu(),
    }),
  );
  await takeDrawn('toast', () => Promise.resolve(toasts(studio, ready, cancelled)));
  await takeDark('orders-dark', counter);
  await counter.getByRole('button', { name: texts.card.seenAll(2) }).click({ timeout: LIMIT_MS });
  await take('check-code', async () => {
    await search(counter, ready.code);
    await counter.getByText(texts.orderDetail.lineStatus.REPLACED).waitFor({ timeout: LIMIT_MS });
    return counter;
  });
  await take('do-not-hand-over', async () => {
    await search(counter, cancelled.code);
    await counter.getByText(texts.orderDetail.stillInShop).waitFor({ timeout: LIMIT_MS });
    return counter;
  });
  await take('keys', async () => {
    await counter.keyboard.press('Escape');
    await counter.keyboard.press('Escape');
    await counter.keyboard.press('?');
    const dialog = counter.getByRole('dialog');
    await dialog.waitFor({ timeout: LIMIT_MS });
    const part = await dialog.boundingBox();
    return part === null ? counter : { page: counter, part };
  });
  await counter.keyboard.press('Escape');
}

/** An order that has been ready for some minutes. */
async function waiting(
  { stage }: Studio,
  minutes: number,
  lines: readonly NewLine[],
  firstName: string,
): Promise<void> {
  const { orders } = stage.simulator;
  const { id } = orders.create({ lines, customer: { firstName }, comment: null, quiet: true });
  orders.ready(id, { quiet: true });
  orders.travel(id, minutes);
  stage.simulator.resend(id);
  await delivered(stage.simulator, id);
}

async function seenAll({ stage, texts }: Studio): Promise<void> {
  const card = await stage.window('card');
  await card.getByRole('button', { name: texts.card.seenAll(2) }).click({ timeout: LIMIT_MS });
  await card.getByText(texts.card.nothing).waitFor({ timeout: LIMIT_MS });
}

async function search(page: Page, code: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
}

function toasts({ stage, texts }: Studio, ready: SimOrder, cancelled: SimOrder) {
  const titles = [texts.alerts.readyTitle(ready.code), texts.alerts.cancelledTitle(cancelled.code)];
  const shown = stage.desktop.notifications.toasts();
  return drawToast(
    titles.map((title) => {
      const toast = shown.find((one) => one.title === title);
      if (toast === undefined) throw new Error(`The desktop was not asked to show "${title}".`);
      return toast;
    }),
  );
}
