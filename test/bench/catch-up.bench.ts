// The longest time in which main does nothing else while it reads 12,000 orders from the platform, beside a bare app meanwhile.
import { setTimeout as sleep } from 'node:timers/promises';
import { launchApp, type LaunchedApp } from '../desktop/launch-app.ts';
import { startDesktop, type Desktop } from '../desktop/session.ts';
import { startOddPlatform, type OddAnswer } from '../services/odd-platform.ts';
import { BARE_APP, prepareShop } from './bench-shop.ts';
import { orderBody } from './order-body.ts';
import { median, printRow, quantile } from './row.ts';

const ORDERS = 12_000;
const DAYS = 50;
const POLL_MS = 250;
/** A few pages are read by then. */
const START_MS = 5_000;
/** At one request a second, as the platform allows. */
const CATCH_UP_LIMIT_MS = 6 * 60_000;
const PAGE = 100;
const STORED_BY_MS = 5_000;

// A desktop each: both have a tray.
const desktops = [await startDesktop(), await startDesktop({ keyring: false })] as const;
try {
  await main(...desktops);
} finally {
  for (const desktop of desktops) await desktop.stop();
}

async function main(ours: Desktop, other: Desktop): Promise<void> {
  const platform = await startOddPlatform();
  const orders = Array.from({ length: ORDERS }, (_, index) =>
    orderBody(index, { isPickedUp: true, daysAgo: Math.floor((index * DAYS) / ORDERS) }),
  ).map((text) => ({ text, atMs: changedMs(text) }));
  platform.answerAlways(({ path: asked, query, page }) =>
    asked.endsWith('/orders') ? list(orders, query, page) : { status: 404, body: '' },
  );
  const settings = { partner: { baseUrl: platform.baseUrl } };
  const shop = await prepareShop(ours, 'shop', { settings });
  const bare = await launchApp({ desktop: other, appDir: BARE_APP });
  const product = await launchApp({ desktop: ours, profileDir: shop.profileDir, args: ['--hidden'] });
  try {
    // What the start takes is told by another part.
    while (platform.asked.length === 0) await sleep(POLL_MS);
    await sleep(START_MS);
    await Promise.all([watchMain(product), watchMain(bare)]);
    const isRead = (): boolean =>
      platform.asked.some(({ page }) => page >= ORDERS / PAGE) ||
      platform.asked.length >= (2 * ORDERS) / PAGE;
    const endAt = performance.now() + CATCH_UP_LIMIT_MS;
    while (!isRead()) {
      if (performance.now() > endAt)
        throw new Error(`Only ${String(platform.asked.length)} pages were asked for`);
      await sleep(POLL_MS);
    }
    // The last page is stored too.
    await sleep(STORED_BY_MS);
    const [main, idle] = await Promise.all([blocksOf(product), blocksOf(bare)]);
    printRows(main, idle);
  } finally {
    await product.stop();
    await bare.stop();
    await platform.stop();
  }
}

type Stored = { readonly text: string; readonly atMs: number };

function changedMs(text: string): number {
  const { sys } = JSON.parse(text) as { readonly sys: { readonly updated_at: string } };
  return Date.parse(sys.updated_at);
}

function list(orders: readonly Stored[], query: URLSearchParams, page: number): OddAnswer {
  const [from = 0, to = 0] = ['start_time', 'end_time'].map((name) =>
    Date.parse(`${query.get(name) ?? ''}Z`),
  );
  const found = orders.filter(({ atMs }) => atMs >= from && atMs <= to);
  const entries = found.slice((page - 1) * PAGE, page * PAGE).map(({ text }) => text);
  const totals = `"page":${String(page)},"page_size":${String(PAGE)},"total_pages":${String(Math.ceil(found.length / PAGE))}`;
  return {
    headers: { 'content-type': 'application/json' },
    body: `{"orders":[${entries.join(',')}],${totals}}`,
  };
}

type Blocks = { readonly wallMs: readonly number[]; readonly processorMs: readonly number[] };

/** Has main note each time how late a timer comes, and how much processor time its thread used until then. */
function watchMain({ app }: LaunchedApp): Promise<void> {
  return app.evaluate(() => {
    const { readFileSync } = process.getBuiltinModule('node:fs');
    const EVERY_MS = 5;
    // Nanoseconds that this thread ran. Source: Documentation/scheduler/sched-stats.rst.
    const ranMs = (): number =>
      Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1_000_000;
    const blocks = { wallMs: [] as number[], processorMs: [] as number[] };
    let [lastMs, lastRanMs] = [performance.now(), ranMs()];
    setInterval(() => {
      const [nowMs, nowRanMs] = [performance.now(), ranMs()];
      blocks.wallMs.push(nowMs - lastMs - EVERY_MS);
      blocks.processorMs.push(nowRanMs - lastRanMs);
      [lastMs, lastRanMs] = [nowMs, nowRanMs];
    }, EVERY_MS);
    Reflect.set(globalThis, 'benchBlocks', blocks);
  });
}

function blocksOf({ app }: LaunchedApp): Promise<Blocks> {
  return app.evaluate(() => Reflect.get(globalThis, 'benchBlocks') as Blocks);
}

function printRows(main: Blocks, idle: Blocks): void {
  const row = (what: string, of: keyof Blocks) => ({
    what: `catch-up of ${String(ORDERS)} orders: ${what}`,
    unit: 'ms',
    value: quantile(main[of], 1),
    baseline: quantile(idle[of], 1),
    against: 'bare Electron app meanwhile',
    aim: { of: 'value', bound: 'at most', limit: 50 } as const,
  });
  printRow(row('longest block of main', 'wallMs'));
  // What a busy computer does to a thread is no work of the app.
  printRow(row('longest block of main, in processor time', 'processorMs'));
  printRow({
    ...row('99th of a hundred turns of main, in processor time', 'processorMs'),
    value: quantile(main.processorMs, 0.99),
    baseline: median(idle.processorMs),
    aim: null,
  });
}
