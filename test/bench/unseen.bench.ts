// The 200 of a webhook while many alerts wait for somebody, in the real app on a virtual desktop.
import { setTimeout as sleep } from 'node:timers/promises';
import { startDesktop, type Desktop } from '../desktop/session.ts';
import { inTray, prepareShop } from './bench-shop.ts';
import { orderBody } from './order-body.ts';
import { printRow, quantile } from './row.ts';
import { dial, toRequest } from './webhook-load.ts';

const UNSEEN = [0, 100, 1_000, 3_000] as const;
/** Connections, and how many orders are sent over them. */
const LOADS = [
  { connections: 1, requests: 150 },
  { connections: 32, requests: 640 },
] as const;
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
  const atNone = new Map<number, number>();
  for (const unseen of UNSEEN) {
    for (const { connections, requests } of LOADS) {
      const shop = await prepareShop(desktop, `shop-${String(unseen)}-${String(connections)}`);
      const times = await inTray(desktop, shop, async () => {
        await sleep(SETTLE_MS);
        await send(shop.port, FILLING, unseen);
        await sleep(SETTLE_MS);
        return send(shop.port, connections, requests);
      });
      const p50 = quantile(times, 0.5);
      if (!atNone.has(connections)) atNone.set(connections, p50);
      const what = `webhook's 200, ${String(unseen)} unseen, ${String(connections)} connection(s)`;
      printRow({
        what: `${what}, p50`,
        unit: 'ms',
        value: p50,
        baseline: atNone.get(connections) ?? p50,
        against: 'with none unseen',
        aim: unseen === 0 ? null : { of: 'ratio', bound: 'at most', limit: 1.25 },
      });
      printRow({
        what: `${what}, p99`,
        unit: 'ms',
        value: quantile(times, 0.99),
        baseline: p50,
        against: 'its own p50',
        aim: { of: 'value', bound: 'at most', limit: 250 },
      });
    }
  }
}

/** Sends orders that have just become ready; returns how many milliseconds each answer took. */
async function send(port: number, connections: number, requests: number): Promise<readonly number[]> {
  const sockets = await Promise.all(Array.from({ length: connections }, () => dial(port)));
  const times: number[] = [];
  let left = requests;
  await Promise.all(
    sockets.map(async (socket) => {
      while (left > 0) {
        left -= 1;
        code += 1;
        const order = JSON.parse(orderBody(code)) as object;
        const updated = { updated_at: new Date().toISOString() };
        const request = toRequest(JSON.stringify({ ...order, sys: updated }));
        const began = performance.now();
        const answer = await socket.ask(request);
        times.push(performance.now() - began);
        if (!answer.startsWith('HTTP/1.1 200 ')) throw new Error(`Not accepted: ${answer.slice(0, 40)}`);
      }
    }),
  );
  for (const socket of sockets) socket.close();
  return times;
}
