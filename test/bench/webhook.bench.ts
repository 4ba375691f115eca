// How fast a webhook is accepted and on the disk, against the least that any durable receiver does.
import { fork, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { BODY_BYTES } from './order-body.ts';
import { median, printRow } from './row.ts';
import { storeOrders } from './stored-orders.ts';
import type { LoadOrder, LoadResult } from './webhook-load.ts';
import { SERVER_KINDS } from './webhook-servers.ts';
import type { ServerKind } from './webhook-servers.ts';

const STORED_BEFORE = 12_000;
const ROUNDS = 5;
const LOADS = {
  one: { connections: 1, requests: 300 },
  many: { connections: 32, requests: 1_500 },
} as const;
/** A script for each call takes so long that fewer calls tell as much. */
const SCRIPT_SHARE = 1 / 15;
type LoadName = keyof typeof LOADS;
type Target = { readonly kind: ServerKind; readonly child: ChildProcess; readonly port: number };

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mostrador-bench-'));
try {
  await main();
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}

async function main(): Promise<void> {
  const seed = path.join(folder, 'seed.db');
  storeOrders(seed, STORED_BEFORE);
  const sender = start('webhook-load.ts');
  const hasScript = spawnSync('webhook', ['-version']).status === 0;
  if (!hasScript)
    console.log('Not measured against Debian’s webhook: it is not installed (apt-get install webhook).');
  const kinds = SERVER_KINDS.filter((kind) => kind !== 'script' || hasScript);
  const targets = await Promise.all(kinds.map((kind) => startTarget(kind, seed)));
  console.error(`${ROUNDS} rounds, ${STORED_BEFORE} orders of ${BODY_BYTES} bytes stored before`);
  // The first round warms up and does not count.
  const results: { kind: ServerKind; load: LoadName; result: LoadResult }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const load of ['one', 'many'] as const) {
      // Each round begins with another server, so that none always follows the same one.
      const order = targets.map((_, index) => targets[(index + round) % targets.length]);
      for (const target of order) {
        if (target === undefined) continue;
        const share = target.kind === 'script' ? SCRIPT_SHARE : 1;
        const requests = Math.round(LOADS[load].requests * share);
        const result = await send(sender, { ...LOADS[load], requests, port: target.port });
        if (round > 0) results.push({ kind: target.kind, load, result });
      }
    }
  }
  sender.disconnect();
  const sent = (ROUNDS + 1) * (LOADS.one.requests + LOADS.many.requests);
  for (const target of targets) await stopTarget(target, STORED_BEFORE + sent);

  const figure = (kind: ServerKind, load: LoadName, of: keyof LoadResult): number =>
    median(results.filter((one) => one.kind === kind && one.load === load).map(({ result }) => result[of]));
  printRows(figure, hasScript);
}

function printRows(
  figure: (kind: ServerKind, load: LoadName, of: keyof LoadResult) => number,
  hasScript: boolean,
): void {
  const bare = 'bare node:http, append + fdatasync';
  const compare = (load: LoadName, of: keyof LoadResult, kind: ServerKind) => ({
    value: figure('product', load, of),
    baseline: figure(kind, load, of),
  });
  const rest = { against: bare, aim: null };
  for (const load of ['one', 'many'] as const) {
    const at = load === 'one' ? '1 connection' : `${LOADS.many.connections} connections`;
    const p50 = load === 'one' ? ({ of: 'ratio', bound: 'at most', limit: 1.5 } as const) : null;
    const what = 'Webhook accepted and durable';
    printRow({
      what: `${what}, p50, ${at}`,
      unit: 'ms',
      ...compare(load, 'p50Ms', 'bare'),
      ...rest,
      aim: p50,
    });
    printRow({ what: `${what}, p99, ${at}`, unit: 'ms', ...compare(load, 'p99Ms', 'bare'), ...rest });
    printRow({ what: `${what}, ${at}`, unit: 'req/s', ...compare(load, 'perSecond', 'bare'), ...rest });
  }
  printRow({
    what: 'Webhook read and judged, nothing stored, p50, 1 connection',
    unit: 'ms',
    value: figure('stores-nothing', 'one', 'p50Ms'),
    baseline: figure('bare', 'one', 'p50Ms'),
    ...rest,
  });
  printRow({
    what: 'Webhook accepted and durable, 32 connections',
    unit: 'req/s',
    ...compare('many', 'perSecond', 'stores-nothing'),
    against: 'same receiver, stores nothing',
    aim: { of: 'ratio', bound: 'at least', limit: 0.5 },
  });
  printRow({
    what: 'Webhook accepted and durable, 32 connections',
    unit: 'req/s',
    ...compare('many', 'perSecond', 'one-by-one'),
    against: 'one transaction per webhook',
    aim: { of: 'ratio', bound: 'at least', limit: 2 },
  });
  if (!hasScript) return;
  for (const load of ['one', 'many'] as const)
    printRow({
      what: `Webhook accepted and durable, ${String(LOADS[load].connections)} connection(s), against a script`,
      unit: 'req/s',
      ...compare(load, 'perSecond', 'script'),
      against: 'Debian’s webhook, a script that writes and syncs',
      aim: load === 'many' ? { of: 'ratio', bound: 'at least', limit: 10 } : null,
    });
}

function start(file: string, ...args: readonly string[]): ChildProcess {
  return fork(path.join(import.meta.dirname, file), [...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

async function startTarget(kind: ServerKind, seed: string): Promise<Target> {
  const file = path.join(folder, `${kind}.db`);
  if (kind !== 'bare' && kind !== 'script') fs.copyFileSync(seed, file);
  const child = start('webhook-server.ts', kind, file);
  const { port } = (await answerOf(child)) as { port: number };
  return { kind, child, port };
}

/** Ends a server, and proves that every order it said 200 to is kept. */
async function stopTarget({ kind, child }: Target, expected: number): Promise<void> {
  const answer = answerOf(child);
  child.send('stop');
  const { kept } = (await answer) as { kept: number | null };
  if (kept !== null && kept !== expected) throw new Error(`${kind} kept ${kept} of ${expected} orders`);
}

async function send(sender: ChildProcess, order: LoadOrder): Promise<LoadResult> {
  const answer = answerOf(sender);
  sender.send(order);
  return (await answer) as LoadResult;
}

/** The next message of a process; rejects when it ends before. */
function answerOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null): void => reject(new Error(`A process of the bench ended: ${code}`));
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.off('exit', onExit);
      resolve(message);
    });
  });
}
