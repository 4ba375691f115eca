/// <reference path="../../src/renderer/vite-env.d.ts" />
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { within } from '../desktop/within.ts';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { readyOrder } from './support/news.ts';

let shop: Shop;
let settings: Page;
let entry: string;

beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
  entry = path.join(shop.desktop.env['XDG_CONFIG_HOME'] ?? '', 'autostart/mostrador.desktop');
  settings = await openSettings();
});
afterAll(() => shop?.stop());

async function openSettings(): Promise<Page> {
  const counter = await shop.openCounter();
  await counter.evaluate(() => window.mostrador['window:open-settings']());
  const page = await shop.window('view=settings');
  await page.getByRole('heading', { name: es.computer.title }).waitFor({ timeout: LIMIT_MS });
  return page;
}

async function pictures(name: string): Promise<void> {
  await settings.getByRole('heading', { name: es.computer.title }).scrollIntoViewIfNeeded();
  for (const scheme of ['light', 'dark'] as const) {
    await settings.emulateMedia({ colorScheme: scheme });
    await picture(settings, `${name}-${scheme}`);
  }
  await settings.emulateMedia({ colorScheme: 'light' });
}

describe('starting at login', () => {
  const login = () => settings.getByRole('checkbox', { name: es.computer.login });

  test('writes the entry that the desktop reads, for this very app and profile, and says so', async () => {
    expect(fs.existsSync(entry)).toBe(false);
    await login().click();
    await settings.getByText(es.computer.loginOn).waitFor({ timeout: LIMIT_MS });
    const text = fs.readFileSync(entry, 'utf8');
    const started: string = await shop.app().app.evaluate(() => process.execPath);
    expect(text).toContain(`\nExec=${started} `);
    expect(text).toContain(` --hidden --profile=${shop.profileDir}\n`);
    await pictures('computer');
  });

  test('finds out that the system switched it off, and switches it on again', async () => {
    fs.appendFileSync(entry, 'X-GNOME-Autostart-enabled=false\n');
    await settings.reload();
    await settings.getByText(es.computer.loginBlocks['switched-off']).waitFor({ timeout: LIMIT_MS });
    await pictures('computer-blocked');
    await login().click();
    await settings.getByText(es.computer.loginOff).waitFor({ timeout: LIMIT_MS });
    expect(fs.existsSync(entry)).toBe(false);
    await login().click();
    await settings.getByText(es.computer.loginOn).waitFor({ timeout: LIMIT_MS });
  });
});

test('the computer is kept awake while orders are received, and not when that is switched off', async () => {
  const isKept = () => settings.evaluate(async () => (await window.mostrador['computer:read']()).isKeptAwake);
  expect(await isKept()).toBe(true);
  await settings.getByRole('checkbox', { name: es.computer.keepAwake }).click();
  await expect.poll(isKept, { timeout: LIMIT_MS }).toBe(false);
  await settings.getByRole('checkbox', { name: es.computer.keepAwake }).click();
  await expect.poll(isKept, { timeout: LIMIT_MS }).toBe(true);
});

test('a backup made here and restored on a new computer brings orders and settings, and no key', async () => {
  const { order } = await readyOrder(shop);
  const file = path.join(shop.desktop.folder, 'copia.mostrador');
  await shop.app().app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await settings.getByRole('button', { name: es.computer.backup.save }).click();
  await settings.getByText(es.computer.backup.saved(file)).waitFor({ timeout: LIMIT_MS });
  const [token = 'no token'] = shop.simulator.connection().tokens;
  expect(fs.readFileSync(file).includes(token)).toBe(false);

  const newPc = await openShop({ settings: { shop: {} }, secrets: false, launch: { args: [] } });
  try {
    const page = await newPc.window('view=setup');
    await newPc.app().app.evaluate(({ app, dialog }, filePath) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
      // The test starts it again by itself.
      app.relaunch = () => undefined;
    }, file);
    const before = fs.readFileSync(path.join(newPc.profileDir, 'settings.json'), 'utf8');
    const read = await page.evaluate(() => window.mostrador['backup:restore']());
    expect(read).toMatchObject({ kind: 'read', settings: { shop: { name: 'Almacén del Puerto' } } });
    expect(fs.readFileSync(path.join(newPc.profileDir, 'settings.json'), 'utf8')).toBe(before);
    const answer = page.evaluate(() => window.mostrador['backup:confirm']()).catch(() => null);
    expect(await within(newPc.app().exited, LIMIT_MS, 'The end of the app')).toBe(0);
    await answer;
    await newPc.app().stop();
    await newPc.launch({ args: [] });
    const setup = await newPc.window('view=');
    const orders = await setup.evaluate(() => window.mostrador['orders:list']());
    expect(orders.map(({ id }) => id)).toContain(order.id);
    const view = await setup.evaluate(() => window.mostrador['settings:read']());
    expect(view.settings.shop.name).toBe('Almacén del Puerto');
    expect(Object.values(view.secrets).some(({ present }) => present)).toBe(false);
    const kept = fs.readdirSync(newPc.profileDir).filter((name) => name.includes('.before-restore-'));
    expect(new Set(kept.map((name) => name.split('.')[0]))).toEqual(new Set(['orders', 'settings']));
  } finally {
    await newPc.stop();
  }
});

test('the end of the session ends the app in order, with everything stored and the end noted', async () => {
  const { order } = await readyOrder(shop);
  await shop.app().app.evaluate(({ powerMonitor }) => void powerMonitor.emit('shutdown'));
  expect(await within(shop.app().exited, LIMIT_MS, 'The end of the app')).toBe(0);
  const history = fs.readFileSync(path.join(shop.profileDir, 'health-history.jsonl'), 'utf8').trim();
  expect(JSON.parse(history.split('\n').at(-1) ?? '')).toMatchObject({ part: 'app', state: 'stopped' });
  expect(fs.existsSync(path.join(shop.profileDir, 'orders.db-wal'))).toBe(false);
  await shop.app().stop();
  await shop.launch();
  const counter = await shop.openCounter();
  const orders = await counter.evaluate(() => window.mostrador['orders:list']());
  expect(orders.map(({ id }) => id)).toContain(order.id);
});
