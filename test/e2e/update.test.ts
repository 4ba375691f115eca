/// <reference path="../../src/renderer/vite-env.d.ts" />
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startUpdateServer, type UpdateServer } from './support/update-server.ts';
import { within } from '../desktop/within.ts';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { readyOrder } from './support/news.ts';

const words = es.computer.update;
const OLD = '#!/bin/sh\nexit 0\n';
let server: UpdateServer;
let shop: Shop;
let settings: Page;
/** What stands for the installed AppImage, and what the new one leaves behind when it is run. */
let installed: string;
let mark: string;

beforeAll(async () => {
  server = await startUpdateServer();
});
afterAll(() => server?.stop());

beforeEach(async () => {
  server.reset();
  shop = await openShop({ launch: { args: ['--hidden'], env: {} } });
  await shop.app().stop();
  // As releases name it: electron-builder's own pattern, with the version.
  installed = path.join(shop.desktop.folder, 'Mostrador-0.1.0.AppImage');
  mark = path.join(shop.desktop.folder, 'new-one-ran');
  fs.writeFileSync(installed, OLD, { mode: 0o755 });
  const config = path.join(shop.desktop.folder, 'app-update.yml');
  fs.writeFileSync(config, `provider: generic\nurl: ${server.url}\nupdaterCacheDirName: mostrador-updater\n`);
  await shop.launch({ env: { APPIMAGE: installed, MOSTRADOR_UPDATE_CONFIG: config } });
  await untilReceiving(shop);
  const counter = await shop.openCounter();
  await counter.evaluate(() => window.mostrador['window:open-settings']());
  settings = await shop.window('view=settings');
  await settings.getByRole('button', { name: words.check }).waitFor({ timeout: LIMIT_MS });
});
afterEach(() => shop?.stop());

/** A new version: a program that says that it ran. */
function newVersion(): Buffer {
  return Buffer.from(`#!/bin/sh\necho "$APPIMAGE_EXIT_AFTER_INSTALL" "$@" >> '${mark}'\n`);
}

async function check(): Promise<void> {
  await settings.getByRole('button', { name: words.check }).click();
}

test('an entry at login whose program was renamed by hand is entered anew at the next start', async () => {
  const entry = path.join(shop.desktop.env['XDG_CONFIG_HOME'] ?? '', 'autostart/mostrador.desktop');
  await settings.getByRole('checkbox', { name: es.computer.login }).click();
  await settings.getByText(es.computer.loginOn).waitFor({ timeout: LIMIT_MS });
  await shop.app().stop();
  const renamed = path.join(shop.desktop.folder, 'Mostrador-0.2.0.AppImage');
  fs.renameSync(installed, renamed);
  await shop.launch({ env: { APPIMAGE: renamed } });
  await untilReceiving(shop);
  expect(fs.readFileSync(entry, 'utf8')).toContain(`\nExec=${renamed} `);
});

describe('a new version on the update server', () => {
  test('is found, fetched, proven and said to be ready; it is installed when the app ends', async () => {
    const content = newVersion();
    server.publish({ version: '9.0.0', content });
    await check();
    await settings.getByText(words.ready('9.0.0')).waitFor({ timeout: LIMIT_MS });
    await settings.getByText(words.title, { exact: true }).scrollIntoViewIfNeeded();
    await picture(settings, 'update-ready');
    await settings.emulateMedia({ colorScheme: 'dark' });
    await picture(settings, 'update-ready-dark');
    expect(server.requests()).toEqual(['/latest-linux.yml', '/Mostrador-9.0.0.AppImage']);
    expect(fs.readFileSync(installed, 'utf8')).toBe(OLD);

    await shop.desktop.tray.choose(es.tray.quit);
    expect(await within(shop.app().exited, LIMIT_MS, 'The end of the app')).toBe(0);
    expect(fs.readFileSync(installed)).toEqual(content);
    expect(fs.readFileSync(mark, 'utf8').trim()).toBe('true');
  });

  test('is back at once under the name that everything remembers, and at the next login', async () => {
    const entry = path.join(shop.desktop.env['XDG_CONFIG_HOME'] ?? '', 'autostart/mostrador.desktop');
    await settings.getByRole('checkbox', { name: es.computer.login }).click();
    await settings.getByText(es.computer.loginOn).waitFor({ timeout: LIMIT_MS });
    const content = newVersion();
    server.publish({ version: '9.0.0', content });
    await check();
    await settings.getByText(words.ready('9.0.0')).waitFor({ timeout: LIMIT_MS });
    await settings.getByRole('button', { name: words.install }).click();
    expect(await within(shop.app().exited, LIMIT_MS, 'The end of the app')).toBe(0);
    const ran = (): readonly string[] => fs.readFileSync(mark, 'utf8').trim().split('\n');
    await expect.poll(() => ran().length, { timeout: LIMIT_MS }).toBe(2);
    expect(ran()[1]).toContain(`--profile=${shop.profileDir}`);
    expect(fs.readFileSync(installed)).toEqual(content);
    expect(fs.readdirSync(shop.desktop.folder).filter((name) => name.includes('.AppImage'))).toEqual([
      path.basename(installed),
    ]);
    expect(fs.readFileSync(entry, 'utf8')).toContain(`\nExec=${installed} `);
  });

  test('is not installed while an alert waits, neither on demand nor when the app ends', async () => {
    server.publish({ version: '9.0.0', content: newVersion() });
    await check();
    await settings.getByText(words.ready('9.0.0')).waitFor({ timeout: LIMIT_MS });
    await readyOrder(shop);
    await settings.reload();
    await settings.getByText(words.blocks.alerts).waitFor({ timeout: LIMIT_MS });
    expect(await settings.getByRole('button', { name: words.install }).isDisabled()).toBe(true);
    await settings.evaluate(() => window.mostrador['update:install']());
    await shop.desktop.tray.choose(es.tray.quit);
    expect(await within(shop.app().exited, LIMIT_MS, 'The end of the app')).toBe(0);
    expect(fs.readFileSync(installed, 'utf8')).toBe(OLD);
    expect(fs.existsSync(mark)).toBe(false);
  });

  test('that was tampered with is thrown away: its SHA-512 is not the published one', async () => {
    const published = newVersion();
    const tampered = Buffer.concat([published.subarray(0, -1), Buffer.from('#')]);
    server.publish({ version: '9.0.0', content: tampered, sha512: sha512(published) });
    await check();
    await settings.getByText(words.failures.tampered).waitFor({ timeout: LIMIT_MS });
    await picture(settings, 'update-tampered');
    expect(server.requests()).toContain('/Mostrador-9.0.0.AppImage');
    await shop.desktop.tray.choose(es.tray.quit);
    expect(await within(shop.app().exited, LIMIT_MS, 'The end of the app')).toBe(0);
    expect(fs.readFileSync(installed, 'utf8')).toBe(OLD);
    const left = fs
      .readdirSync(shop.desktop.env['XDG_CACHE_HOME'] ?? '', { recursive: true })
      .filter((name) => String(name).endsWith('.AppImage'));
    expect(left).toEqual([]);
  });

  test('that is changed on the disk after it was fetched is not installed', async () => {
    server.publish({ version: '9.0.0', content: newVersion() });
    await check();
    await settings.getByText(words.ready('9.0.0')).waitFor({ timeout: LIMIT_MS });
    const cache = shop.desktop.env['XDG_CACHE_HOME'] ?? '';
    const fetched = fs
      .readdirSync(cache, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.AppImage'));
    expect(fetched).toHaveLength(1);
    for (const name of fetched) fs.appendFileSync(path.join(cache, name), '# and something else\n');
    await shop.desktop.tray.choose(es.tray.quit);
    expect(await within(shop.app().exited, LIMIT_MS, 'The end of the app')).toBe(0);
    expect(fs.readFileSync(installed, 'utf8')).toBe(OLD);
    expect(fs.existsSync(mark)).toBe(false);
  });

  test('is not installed in the place of an AppImage that was moved away: it is said, and the app goes on', async () => {
    server.publish({ version: '9.0.0', content: newVersion() });
    await check();
    await settings.getByText(words.ready('9.0.0')).waitFor({ timeout: LIMIT_MS });
    const moved = `${installed}.moved`;
    fs.renameSync(installed, moved);
    await settings.getByRole('button', { name: words.install }).click();
    await settings.getByText(words.failures.install).waitFor({ timeout: LIMIT_MS });
    await readyOrder(shop);
    fs.renameSync(moved, installed);
    await check();
    await settings.getByText(words.ready('9.0.0')).waitFor({ timeout: LIMIT_MS });
    expect(fs.readFileSync(installed, 'utf8')).toBe(OLD);
  });

  test('that is still being fetched when the app quits holds up nothing, and nobody asks a closed store', async () => {
    const content = Buffer.concat([newVersion(), Buffer.alloc(4 * 1024 * 1024)]);
    server.publish({ version: '9.0.0', content, pauseMs: 150 });
    await check();
    const [fetching = ''] = words.downloading('9.0.0', 0).split(':');
    await settings.getByText(fetching).waitFor({ timeout: LIMIT_MS });
    await shop.desktop.tray.choose(es.tray.quit);
    expect(await within(shop.app().exited, LIMIT_MS, 'The end of the app')).toBe(0);
    expect(shop.app().output()).not.toMatch(
      /Nothing can be stored|finalized|could not be (asked|broken off)/,
    );
    expect(fs.readFileSync(installed, 'utf8')).toBe(OLD);
  });

  test('meant for no computer yet is not taken, and meant for all is', async () => {
    server.publish({ version: '9.0.0', content: newVersion(), stagingPercentage: 0 });
    await check();
    await settings.getByText(/^Es la última versión/).waitFor({ timeout: LIMIT_MS });
    server.publish({ version: '9.0.0', content: newVersion(), stagingPercentage: 100 });
    await check();
    await settings.getByText(words.ready('9.0.0')).waitFor({ timeout: LIMIT_MS });
  });
});

test('a description that would come over http from elsewhere is not asked for', async () => {
  await shop.app().stop();
  const config = path.join(shop.desktop.folder, 'app-update.yml');
  const { port } = new URL(server.url);
  fs.writeFileSync(config, `provider: generic\nurl: http://updates.mostrador.test:${port}/\n`);
  server.publish({ version: '9.0.0', content: newVersion() });
  await shop.launch({
    args: ['--hidden', '--host-resolver-rules=MAP updates.mostrador.test 127.0.0.1'],
    env: { APPIMAGE: installed, MOSTRADOR_UPDATE_CONFIG: config },
  });
  await untilReceiving(shop);
  const counter = await shop.openCounter();
  await counter.evaluate(() => window.mostrador['window:open-settings']());
  settings = await shop.window('view=settings');
  await check();
  await settings.getByText(words.failures.insecure).waitFor({ timeout: LIMIT_MS });
  expect(server.requests()).toEqual([]);
});

test('an older version, no server and a description without sense leave everything as it is', async () => {
  server.publish({ version: '0.0.1', content: newVersion() });
  await check();
  await settings.getByText(/^Es la última versión/).waitFor({ timeout: LIMIT_MS });
  server.publishText('<html>Not here</html>');
  await check();
  await settings.getByText(words.failures.server).waitFor({ timeout: LIMIT_MS });
  await server.stop();
  await check();
  await settings.getByText(words.failures.offline).waitFor({ timeout: LIMIT_MS });
  expect(fs.readFileSync(installed, 'utf8')).toBe(OLD);
});

function sha512(content: Buffer): string {
  return createHash('sha512').update(content).digest('base64');
}
