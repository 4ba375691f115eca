// Start, memory and the way of a webhook to the desktop, of the real app on a virtual desktop.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDesktop, type Desktop } from '../desktop/session.ts';
import { BARE_APP, inTray, LIMIT_MS, prepareShop, sendWebhook } from './bench-shop.ts';
import { orderBody } from './order-body.ts';
import { proportionalMemoryMb } from './process-memory.ts';
import { median, printRow, quantile } from './row.ts';

const STORED_BEFORE = 12_000;
const ROUNDS = 5;
const WEBHOOKS = 60;
/** A counter has a few orders on it; the others have left with their riders. */
const WAITING = 5;
const PAUSE_MS = 250;
/** The self-test of the sound has ended by then, and what it started has gone. */
const SETTLE_MS = 20_000;

const desktop = await startDesktop();
try {
  await main(desktop);
} finally {
  await desktop.stop();
}

async function main(desktop: Desktop): Promise<void> {
  const shop = await prepareShop(desktop, 'shop', { stored: STORED_BEFORE });
  const bareProfile = path.join(desktop.folder, 'bare-profile');
  const product: Round[] = [];
  const bare: Round[] = [];
  const toToast: number[] = [];
  // The first round warms the caches and does not count.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const bareRound = await measure({ appDir: BARE_APP, profileDir: bareProfile });
    const ours = await measure(shop, async () => {
      if (round === ROUNDS) toToast.push(...(await sendWebhooks(shop.port)));
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

function measure(
  app: { readonly appDir?: string; readonly profileDir: string },
  work: () => Promise<void> = () => Promise.resolve(),
): Promise<Round> {
  return inTray(desktop, app, async ({ pid }, startMs) => {
    await sleep(SETTLE_MS);
    const memoryMb = proportionalMemoryMb(pid);
    await work();
    return { startMs, memoryMb };
  });
}

/** Milliseconds from the first byte sent to the notification on the bus, one webhook at a time. */
async function sendWebhooks(port: number): Promise<number[]> {
  const times: number[] = [];
  const ids: string[] = [];
  for (let index = 0; index < WEBHOOKS; index += 1) {
    const code = String(20_000 + index);
    const id = randomUUID();
    ids.push(id);
    const sentAt = performance.now();
    await send(port, { id, code, isPickedUp: false });
    const toast = await desktop.notifications.waitFor(({ title }) => title.includes(code), LIMIT_MS);
    times.push(toast.arrivedAt - sentAt);
    const left = index - WAITING;
    const gone = ids[left];
    if (gone !== undefined) await send(port, { id: gone, code: String(20_000 + left), isPickedUp: true });
    await sleep(PAUSE_MS);
  }
  return times;
}

function send(
  port: number,
  order: { readonly id: string; readonly code: string; readonly isPickedUp: boolean },
): Promise<void> {
  const body: unknown = { ...(JSON.parse(orderBody(0, order)) as object), order_code: order.code };
  return sendWebhook(port, JSON.stringify(body));
}
