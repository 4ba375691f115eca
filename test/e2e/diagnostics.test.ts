/// <reference path="../../src/renderer/vite-env.d.ts" />
import fs from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toMessage } from '../../src/simulator/control/announcer.ts';
import { es, LIMIT_MS, openShop, picture, SECRET, untilReceiving, type Shop } from './main-job/open-shop.ts';

const CUSTOMER = {
  first_name: 'Zulmira',
  last_name: 'Quintanilla',
  phone_number: '+59899123456',
  delivery_address: { street: 'Camino Perdido', number: '7718' },
};
const PEOPLE = ['zulmira', 'quintanilla', '99123456', '099 123 456', 'camino perdido', '7718'];
let shop: Shop;
let page: Page;

beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
});
afterAll(() => shop?.stop());

/** Every way in which somebody could have written it into a log. */
function shapes(secret: string): string[] {
  return [
    secret,
    Buffer.from(secret).toString('base64'),
    `Basic ${Buffer.from(`user:${secret}`).toString('base64')}`,
    encodeURIComponent(secret),
    JSON.stringify(JSON.stringify({ secret })),
  ];
}

async function openReport(): Promise<Page> {
  const counter = await shop.openCounter();
  await counter.evaluate(() => window.mostrador['window:open-diagnostics']());
  const opened = await shop.window('view=diagnostics');
  await opened.getByRole('button', { name: es.diagnostics.save }).waitFor({ timeout: LIMIT_MS });
  return opened;
}

/** The save dialog is the system's: its answer is put in its place. */
async function chooseFile(file: string | null): Promise<void> {
  await shop.app().app.evaluate(({ dialog }, filePath) => {
    const chosen = { canceled: filePath === null, filePath: filePath ?? '' };
    dialog.showSaveDialog = () => Promise.resolve(chosen);
  }, file);
}

function readZip(file: string): Record<string, string> {
  const entries = Object.entries(unzipSync(fs.readFileSync(file)));
  return Object.fromEntries(entries.map(([name, bytes]) => [name, strFromU8(bytes)]));
}

test('planted secrets and customers, which do lie in the log before, are in no file of the report', async () => {
  const order = shop.simulator.orders.create();
  const ready = shop.simulator.orders.ready(order.id);
  await shop.toast(es.alerts.readyTitle(ready.code));
  const { body } = toMessage(ready, shop.simulator.switches.get());
  const json = JSON.parse(body) as Record<string, unknown>;
  const planted = { ...json, order_id: crypto.randomUUID(), customer: CUSTOMER };
  expect(await shop.post(planted)).toBe(200);
  expect(await shop.post({ ...planted, order_id: '' })).toBe(400);
  expect(await shop.post(planted, 'a wrong secret')).toBe(401);

  const tokens = shop.simulator.connection().tokens.slice(0, 1);
  const log = path.join(shop.profileDir, 'logs/main.log');
  const lines = [SECRET, ...tokens].flatMap(shapes);
  fs.appendFileSync(
    log,
    `${[...lines, JSON.stringify(CUSTOMER), 'call 099 123 456'].join('\n')}\nThe last line.\n`,
  );
  fs.writeFileSync(path.join(shop.profileDir, 'logs/main.old.log'), `${lines.join('\n')}\nZulmira\n`);

  page = await openReport();
  await picture(page, 'diagnostics');
  const file = path.join(shop.desktop.folder, 'report.zip');
  await chooseFile(file);
  await page.getByRole('button', { name: es.diagnostics.save }).click();
  await page.getByText(es.diagnostics.saved(file)).waitFor({ timeout: LIMIT_MS });

  const files = readZip(file);
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining([
      'about.txt',
      'versions.json',
      'settings.json',
      'health.json',
      'health-history.csv',
      'deliveries.csv',
      'database.json',
      'logs/main.log',
      'logs/main.old.log',
    ]),
  );
  const all = Object.values(files).join('\n');
  for (const secret of [SECRET, ...tokens]) {
    for (const shape of [...shapes(secret), secret.slice(-8), JSON.stringify(secret).slice(1, -1)]) {
      expect(all.includes(shape), `A secret is in the report: ${shape}`).toBe(false);
    }
  }
  for (const person of PEOPLE) expect(all.toLowerCase()).not.toContain(person);
  // What a technician needs is there.
  expect(files['logs/main.log']).toContain('The last line.');
  expect(files['deliveries.csv']).toMatch(/,stored,200,/);
  expect(files['deliveries.csv']).toMatch(/,not-an-order,400,/);
  expect(files['deliveries.csv']).toMatch(/,wrong-secret,401,/);
  expect(files['health-history.csv']).toMatch(/,app,started,/);
  expect(files['health-history.csv']).toMatch(/,receiver,ok,ok,/);
  expect(JSON.parse(files['settings.json'] ?? '')).toMatchObject({ receiver: { port: shop.port } });
});

test('what is shown is what is saved, file by file', async () => {
  const file = path.join(shop.desktop.folder, 'again.zip');
  await chooseFile(file);
  await page.getByRole('button', { name: es.diagnostics.again }).click();
  await page.getByRole('button', { name: es.diagnostics.save }).click();
  await page.getByText(es.diagnostics.saved(file)).waitFor({ timeout: LIMIT_MS });
  const files = readZip(file);
  const entries = page.getByRole('navigation').getByRole('button');
  const shown: Record<string, string | null> = {};
  for (let index = 0; index < (await entries.count()); index += 1) {
    await entries.nth(index).click();
    const label = await page.locator('pre').getAttribute('aria-label');
    shown[label?.replace(es.diagnostics.contentLabel(''), '') ?? ''] = await page
      .locator('pre')
      .textContent();
  }
  expect(shown).toEqual(files);
  await page.getByRole('button', { name: es.diagnostics.files.log.title, exact: false }).first().click();
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, 'diagnostics-dark');
});

test('nothing is written when no place is chosen, and a place that refuses is told', async () => {
  await chooseFile(null);
  await page.getByRole('button', { name: es.diagnostics.save }).click();
  await page.getByText(es.diagnostics.cancelled).waitFor({ timeout: LIMIT_MS });
  const folder = path.join(shop.desktop.folder, 'not-there');
  await chooseFile(path.join(folder, 'report.zip'));
  await page.getByRole('button', { name: es.diagnostics.save }).click();
  await page.getByText(es.diagnostics.diskFailed).waitFor({ timeout: LIMIT_MS });
  expect(fs.existsSync(folder)).toBe(false);
});
