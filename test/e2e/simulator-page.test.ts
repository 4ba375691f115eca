import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Simulator } from '../../src/simulator/contract.ts';
import { createSimulator } from '../../src/simulator/simulator.ts';
import { launchApp } from '../desktop/launch-app.ts';
import { repository } from '../desktop/runtime.ts';
import { startDesktop } from '../desktop/session.ts';
import { picture } from './main-job/open-shop.ts';
import { violationsInBothThemes } from './support/axe.ts';

const PANELS = ['Escenarios', 'Interruptores', 'Fallas', 'Avisos', 'Consultas'];
const WIDTHS = [480, 800, 1190, 1366, 1920];
const DEAR = Array.from({ length: 12 }, () => ({ sku: 'YERBA-1KG', pieces: 999 }));

let simulator: Simulator;
let page: Page;
const ends: (() => Promise<void>)[] = [];

beforeAll(async () => {
  simulator = createSimulator({
    webhook: { url: 'http://127.0.0.1:9/nobody', secret: 'clave' },
    switches: { webhookPausesMs: [1] },
  });
  ends.push(simulator.stop);
  await simulator.start();
  simulator.seed(20);
  simulator.orders.create({ lines: DEAR, customer: { firstName: 'María de los Ángeles Etcheverrigaray' } });
  await fetch(`${simulator.connection().baseUrl}/v2/orders/1`);
  const desktop = await startDesktop();
  ends.push(desktop.stop);
  const app = await launchApp({
    desktop,
    appDir: path.join(repository, 'test/fixtures/page-window'),
    args: [`--url=${simulator.connection().controlUrl}`],
  });
  ends.push(app.stop);
  page = await app.app.firstWindow();
  await page.locator('.order-row').first().click();
  await page.getByRole('button', { name: 'Listo para retirar' }).waitFor();
});
afterAll(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

const isInNoElement = (): Promise<boolean> =>
  page.evaluate(() => document.activeElement === null || document.activeElement === document.body);

test('axe-core finds nothing on any panel, in either theme', async () => {
  await picture(page, 'simulator');
  const found: string[] = [];
  for (const name of PANELS) {
    await page.getByRole('tab', { name }).click();
    found.push(...(await violationsInBothThemes(page, name)));
  }
  expect(found).toEqual([]);
});

test('axe-core finds nothing in what opens: a substitute, a cancellation, JSON, faults, a scenario, the address', async () => {
  const found: string[] = [];
  const check = async (state: string): Promise<void> => {
    found.push(...(await violationsInBothThemes(page, state)));
  };
  await page.locator('.line').first().getByRole('button', { name: 'Reemplazar' }).click();
  await check('a substitute');
  await page.locator('.line').first().getByRole('button', { name: 'Cerrar' }).click();
  await page.getByRole('button', { name: 'Cancelar…' }).click();
  await page.getByRole('button', { name: 'Ver JSON' }).click();
  await page.locator('pre').waitFor();
  await check('a cancellation and JSON');
  await page.locator('.cancel-form').getByRole('button', { name: 'Cerrar' }).click();
  await page.getByRole('button', { name: 'Ver JSON' }).click();
  await page.getByRole('button', { name: 'Automático' }).click();
  await page.locator('[aria-pressed="true"]', { hasText: 'Automático' }).waitFor();
  await page.getByRole('button', { name: 'Cambiar' }).click();
  await page.getByRole('tab', { name: 'Fallas' }).click();
  await page.getByRole('button', { name: 'Agregar' }).click();
  await page.getByRole('button', { name: 'Borrar fallas' }).waitFor();
  await check('faults, the address of the webhook, automatic orders');
  await page.locator('.setup').getByRole('button', { name: 'Cerrar' }).click();
  await page.getByRole('button', { name: 'Automático' }).click();
  await page.getByRole('button', { name: 'Borrar fallas' }).click();
  await page.getByRole('tab', { name: 'Escenarios' }).click();
  await page.getByRole('button', { name: 'Probar T3' }).click();
  await page.locator('.outcome').waitFor();
  await check('a scenario');
  expect(found).toEqual([]);
});

test('at every width prices are whole, buttons have one height, and nothing stands outside the window', async () => {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 768 });
    const seen = await page.evaluate(() => {
      const isCut = (one: Element): boolean => one.scrollWidth > one.clientWidth + 1;
      const boxes = [...document.querySelectorAll('button:not(.order-row, [role="tab"])')];
      return {
        cut: [
          ...document.querySelectorAll(
            '.order-row, .order-row *, .line-name, .totals, .detail-title, button',
          ),
        ]
          .filter((one) => getComputedStyle(one).display !== 'inline' && isCut(one))
          .map((one) => one.textContent),
        heights: [...new Set(boxes.map((one) => Math.round(one.getBoundingClientRect().height)))],
        sidewards: [document.documentElement, ...document.querySelectorAll('.page')].map(
          (one) => one.scrollWidth - one.clientWidth,
        ),
      };
    });
    expect({ width, ...seen }).toEqual({ width, cut: [], heights: [36], sidewards: [0, 0] });
  }
  await page.setViewportSize({ width: 1366, height: 768 });
});

test('a message covers no button and no order, at any width', async () => {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 768 });
    await page
      .locator('.setup')
      .getByRole('button', { name: /^Copiar/ })
      .first()
      .click();
    await page.locator('.toast').first().waitFor();
    found.push(
      ...(await page.evaluate(() => {
        const boxes = [...document.querySelectorAll('.toast')].map((one) => one.getBoundingClientRect());
        const seen = document.querySelector('.page')?.getBoundingClientRect();
        return boxes.filter(({ top }) => top < (seen?.bottom ?? Infinity)).map(({ top }) => String(top));
      })),
    );
    await page.locator('.toast').first().waitFor({ state: 'detached' });
  }
  await page.setViewportSize({ width: 1366, height: 768 });
  expect(found).toEqual([]);
});

test('the focus stays where the work is: on the next step, on the line, on the panel chosen by an arrow', async () => {
  await page.locator('.order-row', { hasText: 'Etcheverrigaray' }).click();
  await page.locator('.line').first().getByRole('button', { name: 'No hay' }).press('Enter');
  await page.locator('.line.gone').first().waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('No hay');
  await page.getByRole('button', { name: 'Listo para retirar' }).press('Enter');
  await page.getByRole('button', { name: 'Retirado', exact: true }).waitFor();
  expect(await isInNoElement()).toBe(false);
  await page.getByRole('tab', { name: 'Escenarios' }).press('ArrowRight');
  await page.getByRole('tab', { name: 'Interruptores', selected: true }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Interruptores');
  await page.getByRole('button', { name: 'Cambiar' }).press('Enter');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('url');
  await page.locator('.setup').getByRole('button', { name: 'Cerrar' }).press('Enter');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Cambiar');
});
