// The 200 of a webhook while many alerts wait for somebody, in the real app on a virtual desktop.
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnApp } from '../desktop/launch-app.ts';
import { repository } from '../desktop/runtime.ts';
import { startDesktop, type Desktop } from '../desktop/session.ts';
import { orderBody, VENDOR_ID } from './order-body.ts';
import { printRow, quantile } from './row.ts';
import { dial, toRequest } from './webhook-load.ts';
import { SECRET } from './webhook-servers.ts';

const UNSEEN = [0, 100, 1_000, 3_000] as const;
/** Connections, and how many orders are sent over them. */
const LOADS = [
  { connections: 1, requests: 150 },
  { connections: 32, requests: 640 },
] as const;
const FILLING = 32;
const SETTLE_MS = 3_000;
const LIMIT_MS = 20_000;
const PORT = 47_651;

let code = 0;

const desktop = await startDesktop();
try {
  await main(desktop);
} finally {
  await desktop.stop();
}

async function main({ keyring, folder }: Desktop): Promise<void> {
  await keyring.store('Mostrador', 'partner-token', 'a-token-for-nobody');
  await keyring.store('Mostrador', 'webhook-secret', SECRET);
  const atNone = new Map<number, number>();
  for (const unseen of UNSEEN) {
    for (const { connections, requests } of LOADS) {
      const profileDir = path.join(folder, `profile-${String(unseen)}-${String(connections)}`);
      const times = await inApp(profileDir, async () => {
        await send(FILLING, unseen);
        await sleep(SETTLE_MS);
        return send(connections, requests);
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

async function inApp<T>(profileDir: string, work: () => Promise<T>): Promise<T> {
  fs.mkdirSync(profileDir);
  const settings = {
    shop: { name: 'Banco de pruebas', chainId: 'c', vendorId: VENDOR_ID, country: 'uy' },
    // Nobody answers there: the figures are the app's own.
    partner: { baseUrl: 'http://127.0.0.1:9' },
    receiver: { port: PORT },
  };
  fs.writeFileSync(path.join(profileDir, 'settings.json'), JSON.stringify(settings));
  const app = await spawnApp({ desktop, appDir: repository, profileDir, args: ['--hidden'] });
  try {
    await desktop.tray.waitForItem(LIMIT_MS);
    await sleep(SETTLE_MS);
    return await work();
  } finally {
    app.kill('SIGTERM');
    await app.exited;
    await desktop.tray.waitUntilEmpty(LIMIT_MS);
  }
}

/** Sends orders that have just become ready; returns how many milliseconds each answer took. */
async function send(connections: number, requests: number): Promise<readonly number[]> {
  const sockets = await Promise.all(Array.from({ length: connections }, () => dial(PORT)));
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
