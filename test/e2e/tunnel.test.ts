/// <reference path="../../src/renderer/vite-env.d.ts" />
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { TunnelState } from '../../src/shared/tunnel.ts';
import { tempDir } from '../fakes/temp-store.ts';
import { startFront, type Front } from '../services/front.ts';
import { startSshd, type Sshd } from '../services/sshd.ts';
import { es, LIMIT_MS, openShop, picture, SECRET, untilReceiving, type Shop } from './main-job/open-shop.ts';

let shop: Shop;
let page: Page;
beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
  page = await shop.openCounter();
});
afterAll(() => shop?.stop());

const toastsOf = (code: string): number =>
  shop.desktop.notifications.toasts().filter(({ title }) => title === es.alerts.readyTitle(code)).length;

/** Waits until window and health light agree on it. */
async function reach(state: TunnelState, light: string): Promise<void> {
  const read = (): Promise<readonly string[]> =>
    page.evaluate(async () => [
      (await window.mostrador['tunnel:status']()).state,
      (await window.mostrador['health:read']()).tunnel.state,
    ]);
  await expect.poll(read, { timeout: LIMIT_MS }).toEqual([state, light]);
}

async function startFarEnd(): Promise<{ readonly sshd: Sshd; readonly front: Front }> {
  const { dir, remove } = tempDir();
  onTestFinished(remove);
  const sshd = await startSshd(dir);
  onTestFinished(sshd.kill);
  return { sshd, front: await startFront({ path: sshd.socketPath }, { certificate: null }) };
}

/** What the owner does: a key made by the app, its public half on the server, the server's data in the settings. */
async function chooseSsh({ sshd, front }: { readonly sshd: Sshd; readonly front: Front }): Promise<void> {
  const key = await page.evaluate(() => window.mostrador['tunnel:ssh-key']({ replace: false }));
  if (!key.ok) throw new Error(key.error.code);
  sshd.authorize(key.publicKey);
  const saved = await page.evaluate(
    async ({ url, port, user, socketPath }) => {
      const { settings } = await window.mostrador['settings:read']();
      const ssh = { ...settings.tunnel.ssh, host: '127.0.0.1', port, user, remoteBind: socketPath };
      const tunnel = { ...settings.tunnel, provider: 'ssh' as const, publicUrl: url, ssh };
      return window.mostrador['settings:save']({ settings: { ...settings, tunnel } });
    },
    { url: front.url, port: sshd.port, user: sshd.user, socketPath: sshd.socketPath },
  );
  expect(saved.ok).toBe(true);
}

test('a webhook comes in by SSH and rings; the server dies and comes back, and nothing is lost or rings twice', async () => {
  const { simulator } = shop;
  const far = await startFarEnd();
  await chooseSsh(far);
  await reach('online', 'ok');
  const settings = fs.readFileSync(path.join(shop.profileDir, 'settings.json'), 'utf8');
  expect(settings).toContain(far.sshd.hostFingerprint());
  const proof = await page.evaluate(() => window.mostrador['tunnel:test']());
  expect(proof).toEqual({ ok: true, ms: expect.any(Number) as number });

  simulator.setWebhook({ url: `${far.front.url}/webhooks/orders`, secret: SECRET });
  const before = far.front.connections();
  const first = simulator.orders.create();
  simulator.orders.ready(first.id);
  await shop.toast(es.alerts.readyTitle(first.code));
  expect(await shop.answerTo(first)).toBe(200);
  expect(far.front.connections()).toBeGreaterThan(before);

  far.sshd.kill();
  await reach('offline', 'degraded');
  await picture(page, 'counter-tunnel-offline');
  const meanwhile = simulator.orders.create();
  simulator.orders.ready(meanwhile.id);
  await expect
    .poll(() => simulator.webhooks.log.find((one) => one.orderId === meanwhile.id)?.tries[0]?.status, {
      timeout: LIMIT_MS,
    })
    .toBe(502);
  expect(toastsOf(meanwhile.code)).toBe(0);

  await far.sshd.start();
  await reach('online', 'ok');
  await shop.toast(es.alerts.readyTitle(meanwhile.code));
  // The platform's repeat comes after the catch-up has found the order.
  expect(await shop.answerTo(meanwhile)).toBe(200);
  const last = simulator.orders.create();
  simulator.orders.ready(last.id);
  await shop.toast(es.alerts.readyTitle(last.code));
  expect([first, meanwhile, last].map(({ code }) => toastsOf(code))).toEqual([1, 1, 1]);
});
