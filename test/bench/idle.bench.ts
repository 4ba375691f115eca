// What the app costs while nothing happens: processor and wake-ups of all its processes, beside a bare tray app meanwhile.
import { once } from 'node:events';
import fs from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnApp } from '../desktop/launch-app.ts';
import { startDesktop } from '../desktop/session.ts';
import { BARE_APP, LIMIT_MS, prepareShop, startReceiving } from './bench-shop.ts';
import { processTree, readProc } from './process-memory.ts';
import { printRow } from './row.ts';

const STORED = 12_000;
const IDLE_MS = 60_000;
/** What a start begins has ended by then: the first questions to the platform, the self-test of the sound, V8's tidying up. */
const SETTLE_MS = 90_000;
/** Of /proc: always a hundred on Linux. */
const TICKS_PER_SECOND = 100;
/** Those of Node have no name but the program's. They are what the timers of main wake beside it. */
const THREADS = [
  "main's own thread",
  "main's threads of Node and V8",
  "main's threads of Chromium",
  'all other processes',
] as const;

// A platform that is there and has nothing new: one that is away is asked again and again.
const quietPlatform = await startQuietPlatform();
// A desktop each: what one draws and asks for wakes nobody of the other.
const desktops = [await startDesktop(), await startDesktop({ keyring: false })] as const;
try {
  const [ours, other] = desktops;
  const shop = await prepareShop(ours, 'shop', {
    stored: STORED,
    settings: { partner: { baseUrl: quietPlatform.baseUrl } },
  });
  const product = await startReceiving(ours, shop);
  const bareProfile = path.join(other.folder, 'bare');
  const bare = await spawnApp({ desktop: other, appDir: BARE_APP, profileDir: bareProfile });
  await other.tray.waitForItem(LIMIT_MS);
  await sleep(SETTLE_MS);
  const pids = { product: product.app.pid, bare: bare.pid };
  const before = { product: used(pids.product), bare: used(pids.bare) };
  await sleep(IDLE_MS);
  const after = { product: used(pids.product), bare: used(pids.bare) };
  bare.kill('SIGTERM');
  await product.stop();
  await bare.exited;
  const perSecond = (side: keyof typeof pids, of: keyof Used): number =>
    (after[side][of] - before[side][of]) / (IDLE_MS / 1_000);
  const row = (what: string, unit: string, of: keyof Used) => ({
    what: `${what}, tray only, ${String(IDLE_MS / 1_000)} s`,
    unit,
    value: perSecond('product', of),
    baseline: perSecond('bare', of),
    against: 'bare Electron app meanwhile',
  });
  printRow({
    ...row('processor time', '% of a core', 'cpuPercent'),
    aim: { of: 'value', bound: 'at most', limit: 0.5 },
  });
  printRow({
    ...row('wake-ups of all threads', '/s', 'wakeUps'),
    aim: { of: 'value', bound: 'at most', limit: 5 },
  });
  for (const kind of THREADS) printRow({ ...row(`wake-ups of ${kind}`, '/s', kind), aim: null });
} finally {
  for (const desktop of desktops) await desktop.stop();
  quietPlatform.stop();
}

async function startQuietPlatform(): Promise<{ readonly baseUrl: string; readonly stop: () => void }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ orders: [], total_pages: 0 }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The platform has no port');
  return { baseUrl: `http://127.0.0.1:${String(address.port)}`, stop: () => void server.close() };
}

type Used = { readonly cpuPercent: number; readonly wakeUps: number } & Readonly<
  Record<(typeof THREADS)[number], number>
>;

/** Sums over every thread of a process and its descendants. Source: proc_pid_stat(5), proc_pid_status(5). */
function used(root: number): Used {
  let ticks = 0;
  const wakeUps = new Map<string, number>();
  const name = readProc(root, 'comm') ?? '';
  for (const pid of processTree(root)) {
    const stat = readProc(pid, 'stat') ?? '';
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    ticks += Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
    for (const thread of threadsOf(pid)) {
      const status = readProc(pid, `task/${thread}/status`) ?? '';
      const switches = Number(/^voluntary_ctxt_switches:\s+(\d+)/m.exec(status)?.[1] ?? 0);
      const isNode = readProc(pid, `task/${thread}/comm`) === name;
      const kind = pid !== root ? 3 : thread === String(pid) ? 0 : isNode ? 1 : 2;
      wakeUps.set(THREADS[kind], (wakeUps.get(THREADS[kind]) ?? 0) + switches);
    }
  }
  const [own, node, chromium, others] = THREADS;
  const of = (kind: string): number => wakeUps.get(kind) ?? 0;
  return {
    cpuPercent: (ticks * 100) / TICKS_PER_SECOND,
    wakeUps: [...wakeUps.values()].reduce((sum, one) => sum + one, 0),
    [own]: of(own),
    [node]: of(node),
    [chromium]: of(chromium),
    [others]: of(others),
  };
}

function threadsOf(pid: number): readonly string[] {
  try {
    return fs.readdirSync(`/proc/${String(pid)}/task`);
  } catch {
    return [];
  }
}
