/// <reference path="../../src/renderer/vite-env.d.ts" />
import fs from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { repository } from '../desktop/runtime.ts';
import { es, openShop, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { readyOrder } from './support/news.ts';

type Printed = {
  readonly deviceName: string;
  readonly width: number;
  readonly height: number;
  readonly pdf: string;
};

let shop: Shop;

beforeAll(async () => {
  shop = await openShop({
    settings: { paper: { way: 'system', printer: 'Tickets', automatic: true, width: 58 } },
  });
  await untilReceiving(shop);
});
afterAll(() => shop?.stop());

/** Gives the app a printer that prints into PDF files, with the size that the app asks for. */
async function plugPrinterIn(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ app: electron }) => {
    const kept: Printed[] = [];
    Object.assign(globalThis, { kept });
    electron.on('web-contents-created', (_event, contents) => {
      contents.getPrintersAsync = () => Promise.resolve([{ name: 'Tickets' } as Electron.PrinterInfo]);
      contents.print = (options, done) => {
        const size = options?.pageSize;
        const { width, height } = typeof size === 'object' ? size : { width: 0, height: 0 };
        const printIt = async (): Promise<void> => {
          const pdf = await contents.printToPDF({
            pageSize: { width: width / 25_400, height: height / 25_400 },
            margins: { top: 0, bottom: 0, left: 0, right: 0 },
            printBackground: options?.printBackground === true,
          });
          kept.push({ deviceName: options?.deviceName ?? '', width, height, pdf: pdf.toString('base64') });
          done?.(true, '');
        };
        void printIt();
      };
    });
  });
}
function printed(): Promise<readonly Printed[]> {
  return shop.app().app.evaluate(() => (globalThis as unknown as { readonly kept: Printed[] }).kept);
}
async function health(): Promise<string> {
  const counter = await shop.openCounter();
  return counter.evaluate(async () => (await window.mostrador['health:read']()).printer.code);
}

test('a computer without that printer says so, and prints when it is there: on paper of its width, as long as the slip', async () => {
  const { order } = await readyOrder(shop);
  await expect.poll(health, { timeout: 20_000 }).toBe('printer-missing');
  await plugPrinterIn(shop.app().app);
  await expect.poll(async () => (await printed()).length, { timeout: 40_000 }).toBe(1);
  const [slip] = await printed();
  expect(slip).toMatchObject({ deviceName: 'Tickets', width: 58_000 });
  expect(slip?.height).toBeGreaterThan(58_000);
  expect(slip?.height).toBeLessThan(200_000);
  const pdf = Buffer.from(slip?.pdf ?? '', 'base64');
  // One page: nothing of the slip is left over.
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  const folder = path.join(repository, 'demo-output/e2e');
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'slip-58.pdf'), pdf);
  await expect.poll(health).toBe('ok');

  const counter = await shop.openCounter();
  await counter.locator(`[id="order-${order.id}"]`).click();
  await counter.getByRole('combobox', { name: es.paper.bags }).selectOption('2');
  await counter.getByRole('button', { name: es.paper.printCopy }).click();
  await counter.getByText(es.paper.printedCopy).waitFor();
  const copies = Buffer.from((await printed())[1]?.pdf ?? '', 'base64');
  expect(copies.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  fs.writeFileSync(path.join(folder, 'slip-58-copies.pdf'), copies);
  // The pages that were printed are gone.
  expect(
    shop
      .app()
      .app.windows()
      .filter((page) => page.url().startsWith('data:')),
  ).toEqual([]);
}, 90_000);
