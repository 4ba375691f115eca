// Start, memory and the way of a webhook to the desktop, of the real app on a virtual desktop.
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnApp } from '../desktop/launch-app.ts';
import { repository } from '../desktop/runtime.ts';
import { startDesktop, type Desktop } from '../desktop/session.ts';
import { orderBody, VENDOR_ID } from './order-body.ts';
import { proportionalMemoryMb } from './process-memory.ts';
import { median, printRow, quantile } from './row.ts';
import { storeOrders } from './stored-orders.ts';

const STORED_BEFORE = 12_000;
const ROUNDS = 5;
const WEBHOOKS = 60;
/** A counter has a few orders on it; the others have left with their riders. */
const WAITING = 5;
const PAUSE_MS = 250;
/** The self-test of the sound has ended by then, and what it started has gone. */
const SETTLE_MS = 20_000;
const LIMIT_MS = 20_000;
const PORT = 47_650;
const SECRET = 'la clave del banco de pruebas';
const BARE = path.join(repository, 'test/fixtures/bare-app');

const desktop = await startDesktop();
try {
  await main(desktop);
} finally {
  await desktop.stop();
}

async function main({ keyring, folder }: Desktop): Promise<void> {
  const profileDir = path.join(folder, 'bench-profile');
  fs.mkdirSync(profileDir);
  storeOrders(path.join(profileDir, 'orders.db'), STORED_BEFORE);
  fs.writeFileSync(
    path.join(profileDir, 'settings.json'),
    JSON.stringify({
      shop: { name: 'Banco de pruebas', chainId: 'c', vendorId: VENDOR_ID, country: 'uy' },
      // Nobody answers there: the figures are the app's own.
      partner: { baseUrl: 'http://127.0.0.1:9' },
      receiver: { port: PORT },
    }),
  );
  await keyring.store('Mostrador', 'partner-token', 'a-token-for-nobody');
  await keyring.store('Mostrador', 'webhook-secret', SECRET);

  const product: Round[] = [];
  const bare: Round[] = [];
  const toToast: number[] = [];
  // The first round warms the caches and does not count.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const bareRound = await measure(BARE, path.join(folder, 'bare-profile'), () => Promise.resolve());
    const ours = await measure(repository, profileDir, async () => {
      if (round === ROUNDS) toToast.push(...(await sendWebhooks()));
    });
    if (round === 0) continue;
    bare.push(bareRound);
    product.push(ours);
  }
  const middle = (rounds: readonly Round[], of: keyof Round): number => median(rounds.map((one) => one[of]));
  const against = 'bare Electron app with one tray icon';
  printRow({
    what: 'start to tray registered',
    unit: 'ms',
    value: middle(product, 'startMs'),
    baseline: middle(bare, 'startMs'),
    against,
    aim: { of: 'ratio', bound: 'at most', limit: 1.25 },
  });
  printRow({
    what: 'memory of all processes, tray only (PSS)',
    unit: 'MB',
    value: middle(product, 'memoryMb'),
    baseline: middle(bare, 'memoryMb'),
    against,
    aim: { of: 'ratio', bound: 'at most', limit: 1.2 },
  });
  printRow({
    what: 'webhook sent to Notify on the bus, p50',
    unit: 'ms',
    value: median(toToast),
    baseline: quantile(toToast, 0.99),
    against: 'its own p99',
    aim: { of: 'value', bound: 'at most', limit: 30 },
  });
}

type Round = { readonly startMs: number; readonly memoryMb: number };

async function measure(appDir: string, profileDir: string, work: () => Promise<void>): Promise<Round> {
  const app = await spawnApp({ desktop, appDir, profileDir, args: ['--hidden'] });
  // It was spawned the moment before.
  const startedAt = performance.now();
  try {
    const startMs = (await desktop.tray.waitForItem(LIMIT_MS)) - startedAt;
    await sleep(SETTLE_MS);
    const memoryMb = proportionalMemoryMb(app.pid);
    await work();
    return { startMs, memoryMb };
  } finally {
    app.kill('SIGTERM');
    await app.exited;
    await desktop.tray.waitUntilEmpty(LIMIT_MS);
  }
}

/** Milliseconds from the first byte sent to the notification on the bus, one webhook at a time. */
async function sendWebhooks(): Promise<number[]> {
  const times: number[] = [];
  const ids: string[] = [];
  for (let index = 0; index < WEBHOOKS; index += 1) {
    const code = String(20_000 + index);
    const id = randomUUID();
    ids.push(id);
    const sentAt = performance.now();
    await send({ id, code, isPickedUp: false });
    const toast = await desktop.notifications.waitFor(({ title }) => title.includes(code), LIMIT_MS);
    times.push(toast.arrivedAt - sentAt);
    const left = index - WAITING;
    const gone = ids[left];
    if (gone !== undefined) await send({ id: gone, code: String(20_000 + left), isPickedUp: true });
    await sleep(PAUSE_MS);
  }
  return times;
}

async function send(order: {
  readonly id: string;
  readonly code: string;
  readonly isPickedUp: boolean;
}): Promise<void> {
  const body: unknown = { ...(JSON.parse(orderBody(0, order)) as object), order_code: order.code };
  const answer = await fetch(`http://127.0.0.1:${String(PORT)}/webhooks/orders`, {
    method: 'POST',
    headers: { authorization: SECRET, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (answer.status !== 200) throw new Error(`The webhook was answered ${String(answer.status)}`);
}
