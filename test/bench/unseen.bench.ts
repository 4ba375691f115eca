// The 200 of a webhook while many alerts wait for somebody: two real apps take turns, one of them with none unseen.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDesktop, type Desktop } from '../desktop/session.ts';
import { prepareShop, startReceiving, type Receiving } from './bench-shop.ts';
import { orderBody } from './order-body.ts';
import { printRow, quantile } from './row.ts';
import { sendOver } from './webhook-load.ts';

const UNSEEN = [100, 1_000, 3_000] as const;
/** Connections, and how many orders are sent over them in each round. */
const LOADS = [
  { connections: 1, requests: 30 },
  { connections: 32, requests: 128 },
] as const;
const ROUNDS = 6;
const FILLING = 32;
const SETTLE_MS = 3_000;

let code = 0;

const desktop = await startDesktop();
try {
  await main(desktop);
} finally {
  await desktop.stop();
}

async function main(desktop: Desktop): Promise<void> {
  const none = await startReceiving(desktop, await prepareShop(desktop, 'none'));
  try {
    for (const unseen of UNSEEN) {
      const many = await startReceiving(desktop, await prepareShop(desktop, `unseen-${String(unseen)}`));
      try {
        await sleep(SETTLE_MS);
        await sendOver(many.port, FILLING, bodies(newIds(unseen)));
        await sleep(SETTLE_MS);
        for (const load of LOADS) printRows(unseen, load.connections, await takeTurns(none, many, load));
      } finally {
        await many.stop();
      }
    }
  } finally {
    await none.stop();
  }
}

type Times = { readonly none: readonly number[]; readonly many: readonly number[] };

async function takeTurns(none: Receiving, many: Receiving, load: (typeof LOADS)[number]): Promise<Times> {
  const times = { none: [] as number[], many: [] as number[] };
  // The first round warms up and does not count.
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const side of round % 2 === 0 ? (['none', 'many'] as const) : (['many', 'none'] as const)) {
      const { port } = side === 'none' ? none : many;
      const ids = newIds(load.requests);
      const taken = await sendOver(port, load.connections, bodies(ids));
      if (round > 0) times[side].push(...taken);
      // Their riders take them along: as many are unseen as before.
      await sendOver(port, load.connections, bodies(ids, true));
    }
  return times;
}

function printRows(unseen: number, connections: number, { none, many }: Times): void {
  const what = `webhook's 200, ${String(unseen)} unseen, ${String(connections)} connection(s)`;
  const row = (name: string, share: number) => ({
    what: `${what}, ${name}`,
    unit: 'ms',
    value: quantile(many, share),
    baseline: quantile(none, share),
    against: 'same app, none unseen',
  });
  printRow({ ...row('p50', 0.5), aim: { of: 'ratio', bound: 'at most', limit: 1.25 } });
  printRow({ ...row('p99', 0.99), aim: { of: 'value', bound: 'at most', limit: 250 } });
}

function newIds(count: number): readonly string[] {
  return Array.from({ length: count }, () => randomUUID());
}

function bodies(ids: readonly string[], isPickedUp = false): readonly string[] {
  return ids.map((id) => {
    code += 1;
    const order = JSON.parse(orderBody(code, { id, isPickedUp })) as object;
    return JSON.stringify({ ...order, sys: { updated_at: new Date().toISOString() } });
  });
}
