/// <reference path="../../src/renderer/vite-env.d.ts" />
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { startDesktop } from '../desktop/session.ts';
import { installDouble } from '../integration/tunnel/cloudflared-rig.ts';
import { createSimulator } from '../../src/simulator/simulator.ts';
import { writeSettingsCopy } from '../../src/main/store/settings/settings-file.ts';
import { es, LIMIT_MS, openShop, type Shop } from './main-job/open-shop.ts';

let shop: Shop | null = null;

afterEach(async () => {
  await shop?.stop();
  shop = null;
});

test('a settings file changed by hand sends the key of the keyring to nobody: red, and good again with the old address', async () => {
  const opened = await openShop();
  shop = opened;
  await expect.poll(() => opened.simulator.requests.length, { timeout: LIMIT_MS }).toBeGreaterThan(0);
  await opened.app().stop();
  const foreign = createSimulator({});
  const { baseUrl } = await foreign.start();
  try {
    const file = path.join(opened.profileDir, 'settings.json');
    const before = fs.readFileSync(file, 'utf8');
    fs.writeFileSync(file, before.replace(opened.simulator.connection().baseUrl, baseUrl));
    await opened.launch();
    const { sentence } = es.errors.partner['key-elsewhere'];
    await opened.desktop.tray.waitForItemWhere(({ tooltip }) => tooltip.includes(sentence), LIMIT_MS);
    expect(foreign.requests).toEqual([]);

    await opened.app().stop();
    fs.writeFileSync(file, before);
    const asked = opened.simulator.requests.length;
    await opened.launch();
    await expect.poll(() => opened.simulator.requests.length, { timeout: LIMIT_MS }).toBeGreaterThan(asked);
    expect(foreign.requests).toEqual([]);
  } finally {
    await foreign.stop();
  }
}, 120_000);

test('a settings file changed by hand starts no other program for the tunnel, says so, and the key pasted again starts it', async () => {
  const desktop = await startDesktop();
  const token = 'clave-de-cloudflare-1234';
  const [own, other] = ['own', 'other'].map((name) => {
    const folder = path.join(desktop.folder, name);
    fs.mkdirSync(folder);
    return { executable: installDouble(folder, { token }), seen: path.join(folder, 'seen.json') };
  });
  const hasStarted = (program: typeof own): boolean => fs.existsSync(program?.seen ?? '');
  await desktop.keyring.store('Mostrador', 'cloudflared-token', token);
  const cloudflared = { executable: own?.executable ?? '' };
  const opened = await openShop({
    on: desktop,
    settings: { tunnel: { provider: 'cloudflared', publicUrl: 'https://pedidos.example', cloudflared } },
  });
  shop = opened;
  await expect.poll(() => hasStarted(own), { timeout: LIMIT_MS }).toBe(true);
  await opened.app().stop();

  const file = path.join(opened.profileDir, 'settings.json');
  const before = fs.readFileSync(file, 'utf8');
  fs.writeFileSync(file, before.replaceAll(cloudflared.executable, other?.executable ?? ''));
  await opened.launch();
  const page = await opened.openCounter();
  await expect
    .poll(() => page.evaluate(async () => (await window.mostrador['tunnel:status']()).error), {
      timeout: LIMIT_MS,
    })
    .toEqual({ code: 'program_untyped', detail: other?.executable });
  expect(hasStarted(other)).toBe(false);

  await page.evaluate(
    (value) => window.mostrador['secrets:save']({ name: 'cloudflared-token', value }),
    token,
  );
  await expect.poll(() => hasStarted(other), { timeout: LIMIT_MS }).toBe(true);
}, 120_000);

test('an import names no program and sends the key nowhere, the preview says so, and pasting it again is asked for', async () => {
  const opened = await openShop();
  shop = opened;
  const foreign = createSimulator({});
  const { baseUrl } = await foreign.start();
  try {
    await opened.openCounter();
    const counter = await opened.window('view=counter');
    await counter.evaluate(() => window.mostrador['window:open-settings']());
    const page = await opened.window('view=settings');
    const { settings } = await page.evaluate(() => window.mostrador['settings:read']());
    const file = path.join(opened.desktop.folder, 'ajustes.json');
    const partner = { ...settings.partner, baseUrl };
    const tunnel = { ...settings.tunnel, cloudflared: { executable: '/tmp/malo' } };
    fs.writeFileSync(file, writeSettingsCopy({ ...settings, partner, tunnel }, new Date().toISOString()));
    await opened.app().app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
    }, file);

    const { importLabel, previewProgram, previewElsewhere, apply } = es.preferences;
    await page.getByRole('button', { name: importLabel }).click();
    await page.getByText(previewProgram('/tmp/malo')).waitFor({ timeout: LIMIT_MS });
    await page.getByText(previewElsewhere).waitFor({ timeout: LIMIT_MS });
    await page.getByRole('button', { name: apply }).click();
    await page.getByText(es.settings.secretElsewhere).waitFor({ timeout: LIMIT_MS });
    const { sentence } = es.errors.partner['key-elsewhere'];
    await opened.desktop.tray.waitForItemWhere(({ tooltip }) => tooltip.includes(sentence), LIMIT_MS);
    const kept = fs.readFileSync(path.join(opened.profileDir, 'settings.json'), 'utf8');
    expect(kept).toContain(baseUrl);
    expect(kept).not.toContain('malo');
    expect(foreign.requests).toEqual([]);
  } finally {
    await foreign.stop();
  }
}, 120_000);
