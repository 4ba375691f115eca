// Start, memory and the way of a webhook to the desktop, of the real app on a virtual desktop.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDesktop, type Desktop } from '../desktop/session.ts';
import { BARE_APP, inTray, LIMIT_MS, LOADED_APP, prepareShop, sendWebhook } from './bench-shop.ts';
import { orderBody } from './order-body.ts';
import { memoryByProcess } from './process-memory.ts';
import { median, printRow, quantile } from './row.ts';

const STORED_BEFORE = 12_000;
const STARTS = 6;
/** Starts after which it is waited until all is quiet, to look at the memory. */
const LOOKS = 2;
/** One after the other with little rest, and singly, as in a shop. */
const STREAM = { count: 60, pauseMs: 250, firstCode: 20_000 } as const;
const SINGLY = { count: 30, pauseMs: 1_000, firstCode: 30_000 } as const;
/** A counter has a few orders on it; the others have left with their riders. */
const WAITING = 5;
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
  const bareApp = { appDir: BARE_APP, profileDir: path.join(desktop.folder, 'bare-profile') };
  const loadedApp = { appDir: LOADED_APP, profileDir: path.join(desktop.folder, 'loaded-profile') };
  const product = noFigures();
  const bare = noFigures();
  const loaded = noFigures();
  // The first round warms the caches and does not count.
  for (let round = 0; round <= STARTS; round += 1) {
    const isLook = round > STARTS - LOOKS;
    await measure(bareApp, isLook, round === 0 ? noFigures() : bare);
    await measure(loadedApp, isLook, round === 0 ? noFigures() : loaded);
    await measure(shop, isLook, round === 0 ? noFigures() : product, async () => {
      if (round !== STARTS) return;
      product.toToastSingly.push(...(await sendWebhooks(shop.port, SINGLY)));
      product.toToast.push(...(await sendWebhooks(shop.port, STREAM)));
    });
  }
  printRows(product, bare);
  printLoading(loaded, bare);
}

type Figures = {
  startMs: number[];
  memory: ReadonlyMap<string, number>[];
  toToast: number[];
  toToastSingly: number[];
};

function noFigures(): Figures {
  return { startMs: [], memory: [], toToast: [], toToastSingly: [] };
}

function measure(
  app: { readonly appDir?: string; readonly profileDir: string },
  isLook: boolean,
  figures: Figures,
  work: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  return inTray(desktop, app, async ({ pid }, startMs) => {
    figures.startMs.push(startMs);
    if (!isLook) return;
    await sleep(SETTLE_MS);
    figures.memory.push(memoryByProcess(pid));
    await work();
  });
}

/** Megabytes of the processes that are wanted. */
function memory(figures: Figures, isWanted: (kind: string) => boolean): number {
  return median(
    figures.memory.map((kinds) => [...kinds].reduce((sum, [kind, mb]) => sum + (isWanted(kind) ? mb : 0), 0)),
  );
}

/** What nothing but a smaller program could save. */
function printLoading(loaded: Figures, bare: Figures): void {
  const against = 'bare Electron app with one tray icon';
  const row = { against, aim: null };
  printRow({
    ...row,
    what: 'of the start: a bare app that only loads the program',
    unit: 'ms',
    value: median(loaded.startMs),
    baseline: median(bare.startMs),
  });
  printRow({
    ...row,
    what: 'of the memory: a bare app that only loads the program',
    unit: 'MB',
    value: memory(loaded, () => true),
    baseline: memory(bare, () => true),
  });
}

function printRows(product: Figures, bare: Figures): void {
  const against = 'bare Electron app with one tray icon';
  printRow({
    what: 'start to tray registered',
    unit: 'ms',
    value: median(product.startMs),
    baseline: median(bare.startMs),
    against,
    aim: { of: 'ratio', bound: 'at most', limit: 1.25 },
  });
  const memoryRow = (what: string, isWanted: (kind: string) => boolean) => ({
    what: `memory, tray only (PSS): ${what}`,
    unit: 'MB',
    value: memory(product, isWanted),
    baseline: memory(bare, isWanted),
    against,
  });
  const aim = { of: 'ratio', bound: 'at most', limit: 1.25 } as const;
  printRow({ ...memoryRow('all processes', () => true), aim });
  // A virtual screen draws without a graphics card, with some 60 MB of software that real ones do not need.
  printRow({ ...memoryRow('all but drawing', (kind) => kind !== 'gpu-process'), aim });
  const kinds = new Set([...product.memory, ...bare.memory].flatMap((one) => [...one.keys()]));
  for (const kind of kinds) printRow({ ...memoryRow(kind, (one) => one === kind), aim: null });
  const toToast = {
    unit: 'ms',
    aim: { of: 'value', bound: 'at most', limit: 30 },
  } as const;
  printRow({
    ...toToast,
    what: 'webhook sent to Notify on the bus, an order a second, p50',
    value: median(product.toToastSingly),
    baseline: quantile(product.toToastSingly, 0.99),
    against: 'its own p99',
  });
  printRow({
    ...toToast,
    what: 'webhook sent to Notify on the bus, orders and pickups in a stream, p50',
    value: median(product.toToast),
    baseline: median(product.toToastSingly),
    against: 'an order a second',
  });
}

/** Milliseconds from the first byte sent to the notification on the bus, one webhook at a time. */
async function sendWebhooks(
  port: number,
  { count, pauseMs, firstCode }: typeof STREAM | typeof SINGLY,
): Promise<number[]> {
  const times: number[] = [];
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const code = String(firstCode + index);
    const id = randomUUID();
    ids.push(id);
    const sentAt = performance.now();
    await send(port, { id, code, isPickedUp: false });
    const toast = await desktop.notifications.waitFor(({ title }) => title.includes(code), LIMIT_MS);
    times.push(toast.arrivedAt - sentAt);
    const left = index - WAITING;
    const gone = ids[left];
    if (gone !== undefined) await send(port, { id: gone, code: String(firstCode + left), isPickedUp: true });
    await sleep(pauseMs);
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
