// The 200 of a webhook with 12,000 and 100,000 stored orders: real apps take turns, one of them with 1,000.
import { setTimeout as sleep } from 'node:timers/promises';
import { startDesktop, type Desktop } from '../desktop/session.ts';
import { prepareShop, startReceiving, type Receiving } from './bench-shop.ts';
import { orderBody } from './order-body.ts';
import { printRow, quantile } from './row.ts';
import { sendOver } from './webhook-load.ts';

const FEWEST = 1_000;
const STORED = [FEWEST, 12_000, 100_000] as const;
const LOADS = [
  { connections: 1, requests: 40 },
  { connections: 32, requests: 160 },
] as const;
const ROUNDS = 6;
const SETTLE_MS = 5_000;

const desktop = await startDesktop();
try {
  await main(desktop);
} finally {
  await desktop.stop();
}

async function main(desktop: Desktop): Promise<void> {
  const apps = new Map<number, Receiving>();
  try {
    for (const stored of STORED) {
      const shop = await prepareShop(desktop, `stored-${String(stored)}`, { stored });
      apps.set(stored, await startReceiving(desktop, shop));
    }
    await sleep(SETTLE_MS);
    for (const load of LOADS) printRows(load.connections, await takeTurns([...apps], load));
  } finally {
    for (const app of apps.values()) await app.stop();
  }
}

type Times = ReadonlyMap<number, number[]>;

async function takeTurns(
  apps: readonly (readonly [number, Receiving])[],
  { connections, requests }: (typeof LOADS)[number],
): Promise<Times> {
  const times = new Map(apps.map(([stored]) => [stored, [] as number[]]));
  // The first round warms up and does not count. Each begins with another app.
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const at of apps.keys()) {
      const app = apps[(at + round) % apps.length];
      if (app === undefined) continue;
      // Of orders that are on their way: nobody has to see them.
      const bodies = Array.from({ length: requests }, (_, index) => orderBody(index, { isPickedUp: true }));
      const taken = await sendOver(app[1].port, connections, bodies);
      if (round > 0) times.get(app[0])?.push(...taken);
    }
  return times;
}

function printRows(connections: number, times: Times): void {
  const fewest = times.get(FEWEST) ?? [];
  for (const [stored, own] of times) {
    if (stored === FEWEST) continue;
    for (const share of [0.5, 0.99])
      printRow({
        what: `webhook's 200, ${String(stored)} stored, ${String(connections)} connection(s), p${String(share * 100)}`,
        unit: 'ms',
        value: quantile(own, share),
        baseline: quantile(fewest, share),
        against: `same app, ${String(FEWEST)} stored`,
        aim: share === 0.5 ? { of: 'ratio', bound: 'at most', limit: 1.25 } : null,
      });
  }
}
