import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SETUP_CASES } from '../../src/shared/setup.ts';
import { readStoredFacts } from '../chaos/support/stored-facts.ts';
import { within } from '../desktop/within.ts';
import { startSshd, type Sshd } from '../services/sshd.ts';
import { freePort } from '../services/free-port.ts';
import { es, LIMIT_MS, type Shop } from './main-job/open-shop.ts';
import { openNewShop, startWalk, type Walk } from './setup/walk.ts';

/** The server notices a lost session and lets go of its port only after a while. */
const TAKE_OVER_MS = 60_000;
const { setup, tunnelForm } = es;
let shop: Shop;
let walk: Walk;
let sshd: Sshd;
let publicPort: number;
let authorizedKeys: string;

beforeAll(async () => {
  shop = await openNewShop({ desktop: { sound: true } });
  walk = await startWalk(shop);
  const dir = fs.mkdtempSync(path.join(shop.desktop.folder, 'sshd-'));
  sshd = await startSshd(dir, { authorizedKeys: [] });
  authorizedKeys = path.join(dir, 'authorized_keys');
  publicPort = await freePort();
});
afterAll(async () => {
  sshd?.kill();
  await shop?.stop();
});

const ready = () => shop.simulator.orders.ready(shop.simulator.orders.create().id);
/** Cases that nothing has shown yet. */
const missingCases = async (): Promise<readonly string[]> => {
  const { cases } = await walk.page.evaluate(() => window.mostrador['setup:read']());
  return SETUP_CASES.filter((id) => cases[id] === null);
};
const toastsOf = (code: string): number =>
  shop.desktop.notifications.toasts().filter(({ title }) => title === es.alerts.readyTitle(code)).length;

test('a new profile goes through the whole assistant by keyboard, with a tunnel over OpenSSH', async () => {
  await walk.at('shop');
  const beganMs = performance.now();
  await walk.enterShop();
  await walk.choose(tunnelForm.providers.ssh.name);
  await walk.tabTo('button', tunnelForm.makeKey);
  await walk.enter();
  const publicKey = await walk.copy(tunnelForm.key);
  // What whoever looks after the server does with it.
  fs.writeFileSync(authorizedKeys, `${publicKey}\n`, { mode: 0o600 });
  await walk.paste(tunnelForm.host, `${sshd.user}@127.0.0.1:${String(sshd.port)}`);
  await walk.paste(tunnelForm.remoteBind, `127.0.0.1:${String(publicPort)}`);
  await walk.paste(tunnelForm.publicUrl, `http://127.0.0.1:${String(publicPort)}`);
  await walk.enter();
  await walk.until('address', 'proven');
  await walk.pictures('4-address-ssh');
  await walk.enter();
  await walk.at('secret');
  const url = await walk.copy(setup.address.urlBox);
  const secret = await walk.copy(setup.secret.box);
  // What the owner does with both in the portal.
  shop.simulator.setWebhook({ url, secret });
  await walk.tabTo('button', setup.next);
  await walk.enter();
  await walk.at('test');
  await walk.enter();
  await walk.until('test', 'proven');
  const greenMs = performance.now() - beganMs;
  await walk.tabTo('button', setup.next);
  await walk.enter();
  await walk.at('cases');
  for (const name of ['T1', 'T2', 'T4', 'T5', 'T6'] as const) await shop.simulator.runScenario(name);
  await within(shop.simulator.webhooks.idle(), LIMIT_MS, 'The webhooks of the cases');
  // All that comes by itself; the last one is asked for.
  await expect.poll(missingCases, { timeout: LIMIT_MS }).toEqual(['get-single']);
  await walk.tabTo('button', setup.cases.askSingle);
  await walk.enter();
  await walk.until('cases', 'proven');
  await walk.until('secret', 'proven');
  const allMs = performance.now() - beganMs;
  const { steps, fields, copies, keys } = walk.counts;
  console.log(
    `own server by SSH: ${String(steps)} steps, ${String(fields)} fields, ${String(copies)} copies, ` +
      `${String(keys)} keys, ${(greenMs / 1000).toFixed(1)} s to the green lines, ` +
      `${(allMs / 1000).toFixed(1)} s to the last case`,
  );
  expect({ steps, fields, copies }).toEqual({ steps: 5, fields: 6, copies: 3 });
  expect(keys).toBeLessThan(55);
  const { tunnel } = (await walk.page.evaluate(() => window.mostrador['settings:read']())).settings;
  expect(tunnel.ssh.hostKey).toBe(sshd.hostFingerprint());
});

test('the server dies and comes back: the light follows, and what was sent meanwhile rings once by whichever way it comes', async () => {
  const status = () => walk.page.evaluate(() => window.mostrador['tunnel:status']());
  const health = () => walk.page.evaluate(() => window.mostrador['health:read']());
  // For a minute the platform repeats what it could not deliver.
  shop.simulator.switches.set({ webhookMaxTries: 20, webhookPausesMs: [3_000] });
  sshd.kill();
  await expect.poll(async () => (await health()).tunnel.state, { timeout: LIMIT_MS }).toBe('degraded');
  const lost = ready();
  const triesOf = () => shop.simulator.webhooks.log.findLast(({ orderId }) => orderId === lost.id)?.tries;
  await expect.poll(() => triesOf()?.length ?? 0, { timeout: LIMIT_MS }).toBeGreaterThan(0);
  expect(triesOf()?.[0]?.status).not.toBe(200);
  await sshd.start();
  await expect.poll(async () => (await status()).state, { timeout: TAKE_OVER_MS }).toBe('online');
  await expect.poll(() => toastsOf(lost.code), { timeout: LIMIT_MS }).toBe(1);
  // Found by asking and sent again: both have come once this is answered.
  expect(await shop.answerTo(lost)).toBe(200);
  const after = ready();
  expect(await shop.answerTo(after)).toBe(200);
  await expect.poll(() => toastsOf(after.code), { timeout: LIMIT_MS }).toBe(1);
  const { alerts } = readStoredFacts(path.join(shop.profileDir, 'orders.db'));
  for (const { id, code } of [lost, after]) {
    const kinds = [...alerts.values()].filter(({ subject }) => subject === id).map(({ kind }) => kind);
    expect([kinds, toastsOf(code)]).toEqual([['ready'], 1]);
  }
  expect((await health()).tunnel.state).toBe('ok');
}, 120_000);
