import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnApp, type SpawnedApp } from '../desktop/launch-app.ts';
import { repository } from '../desktop/runtime.ts';
import type { Desktop } from '../desktop/session.ts';
import { freePort } from '../services/free-port.ts';
import { CHAIN_ID, VENDOR_ID } from './order-body.ts';
import { storeOrders } from './stored-orders.ts';
import { SECRET } from './webhook-servers.ts';

export const LIMIT_MS = 60_000;
const POLL_MS = 50;
/** The least that a tray app can be. */
export const BARE_APP = path.join(repository, 'test/fixtures/bare-app');
/** The same, with the product's program loaded. */
export const LOADED_APP = path.join(repository, 'test/fixtures/loaded-app');

export type BenchShop = { readonly profileDir: string; readonly port: number };

/** Makes the profile of a shop that is set up, with so many orders of the past, on a port of its own. */
export async function prepareShop(
  { keyring, folder }: Desktop,
  name: string,
  { stored = 0, settings = {} }: { readonly stored?: number; readonly settings?: object } = {},
): Promise<BenchShop> {
  const profileDir = path.join(folder, name);
  const port = await freePort();
  fs.mkdirSync(profileDir);
  if (stored > 0) storeOrders(path.join(profileDir, 'orders.db'), stored);
  fs.writeFileSync(
    path.join(profileDir, 'settings.json'),
    JSON.stringify({
      shop: { name: 'Banco de pruebas', chainId: CHAIN_ID, vendorId: VENDOR_ID, country: 'uy' },
      // Nobody answers there: the figures are the app's own.
      partner: { baseUrl: 'http://127.0.0.1:9' },
      receiver: { port },
      ...settings,
    }),
  );
  await keyring.store('Mostrador', 'partner-token', 'a-token-for-nobody');
  await keyring.store('Mostrador', 'webhook-secret', SECRET);
  return { profileDir, port };
}

/** Starts an app in the tray, and ends it once `work` is done. `startMs`: from its spawn to its icon in the tray. */
export async function inTray<T>(
  desktop: Desktop,
  { appDir = repository, profileDir }: { readonly appDir?: string; readonly profileDir: string },
  work: (app: SpawnedApp, startMs: number) => Promise<T>,
): Promise<T> {
  const app = await spawnApp({ desktop, appDir, profileDir, args: ['--hidden'] });
  // It was spawned the moment before.
  const startedAt = performance.now();
  try {
    const startMs = (await desktop.tray.waitForItem(LIMIT_MS)) - startedAt;
    return await work(app, startMs);
  } finally {
    app.kill('SIGTERM');
    await app.exited;
    await desktop.tray.waitUntilEmpty(LIMIT_MS);
  }
}

export type Receiving = {
  readonly app: SpawnedApp;
  readonly port: number;
  readonly stop: () => Promise<void>;
};

/** Starts the app in the tray and waits until it takes webhooks. Several may run on one desktop. */
export async function startReceiving(desktop: Desktop, { profileDir, port }: BenchShop): Promise<Receiving> {
  const app = await spawnApp({ desktop, appDir: repository, profileDir, args: ['--hidden'] });
  const stop = async (): Promise<void> => {
    app.kill('SIGTERM');
    await app.exited;
  };
  const endAt = performance.now() + LIMIT_MS;
  while (!(await isReceiving(port))) {
    if (performance.now() > endAt) {
      await stop();
      throw new Error(`The app takes no webhooks:\n${app.output()}`);
    }
    await sleep(POLL_MS);
  }
  return { app, port, stop };
}

async function isReceiving(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${String(port)}/healthz`).catch(() => null);
  return answer?.status === 200;
}

/** Sends a webhook as the platform does. Throws on any answer but 200. */
export async function sendWebhook(port: number, body: string): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${String(port)}/webhooks/orders`, {
    method: 'POST',
    headers: { authorization: SECRET, 'content-type': 'application/json' },
    body,
  });
  if (answer.status !== 200) throw new Error(`The webhook was answered ${String(answer.status)}`);
}
