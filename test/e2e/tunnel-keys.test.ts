/// <reference path="../../src/renderer/vite-env.d.ts" />
import fs from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startDesktop } from '../desktop/session.ts';
import { installDouble } from '../integration/tunnel/cloudflared-rig.ts';
import { LIMIT_MS, openShop } from './main-job/open-shop.ts';

const OLD_KEY = 'clave-de-cloudflare-1234';

test('the one key of before goes to the provider that the settings name, and to no other', async () => {
  const desktop = await startDesktop();
  await desktop.keyring.store('Mostrador', 'tunnel-token', OLD_KEY);
  const executable = installDouble(desktop.folder, { token: OLD_KEY });
  const tunnel = {
    provider: 'cloudflared',
    publicUrl: 'https://pedidos.example',
    cloudflared: { executable },
  };
  const shop = await openShop({ on: desktop, settings: { tunnel } });
  onTestFinished(shop.stop);

  const seen = path.join(desktop.folder, 'seen.json');
  await expect
    .poll(() => (fs.existsSync(seen) ? fs.readFileSync(seen, 'utf8') : ''), { timeout: LIMIT_MS })
    .toContain(`"TUNNEL_TOKEN":"${OLD_KEY}"`);
  expect(await desktop.keyring.read('Mostrador', 'cloudflared-token')).toBe(OLD_KEY);
  expect(await desktop.keyring.read('Mostrador', 'tunnel-token')).toBeNull();

  const page = await shop.openCounter();
  await page.evaluate(async () => {
    const { settings } = await window.mostrador['settings:read']();
    const ngrok = { domain: 'mi-tienda.ngrok-free.app' };
    const next = { ...settings.tunnel, provider: 'ngrok' as const, ngrok };
    await window.mostrador['settings:save']({ settings: { ...settings, tunnel: next } });
  });
  await expect
    .poll(() => page.evaluate(async () => (await window.mostrador['tunnel:status']()).error), {
      timeout: LIMIT_MS,
    })
    .toEqual({ code: 'secret_missing', detail: 'ngrok-token' });
  expect(await desktop.keyring.read('Mostrador', 'ngrok-token')).toBeNull();
});
