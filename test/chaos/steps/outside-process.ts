// What goes out, as one run of the app: outside-process.ts <send | print> <profile>. Ends with code 0 when nothing waits any
// more, 3 when the disk refuses. PORT: of the server or the printer. PATIENCE_MS: how long to wait for that.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSender } from '../../../src/main/core/outbox/sender.ts';
import type { SendMessage } from '../../../src/main/core/outbox/types.ts';
import { writeOrderFile } from '../../../src/main/outgoing/order-file.ts';
import { createSendOutgoing } from '../../../src/main/outgoing/send-http.ts';
import { openDatabase } from '../../../src/main/store/database/database.ts';
import { createOutbox } from '../../../src/main/store/orders/outbox.ts';
import { createPaperRun } from '../../integration/printer/rig.ts';
import { nodeFetch } from '../../services/node-fetch.ts';
import { BEGIN, ORDERS, TILL } from './profile-files.ts';

export type OutsideJob = 'send' | 'print';

const [job = '', profileDir = ''] = process.argv.slice(2);
const port = Number(process.env['PORT']);
const file = path.join(profileDir, ORDERS);
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
/** A hundred times as fast as people live. */
const HASTE = 100;
const LOOK_EVERY_MS = 10_000;
const patienceMs = Number(process.env['PATIENCE_MS']);

/** Returns whether nothing waits any more. */
function send(): () => boolean {
  const now = (): string => new Date().toISOString();
  const outbox = createOutbox(openDatabase({ file, now }).db);
  const http = createSendOutgoing({ fetch: nodeFetch, localMs: Date.now, timeoutMs: 1_000 });
  const routes: Readonly<Record<'till-post' | 'till-file', SendMessage>> = {
    'till-post': ({ id, body }) =>
      http({ method: 'POST', url: `http://127.0.0.1:${String(port)}/`, headers: { 'webhook-id': id }, body }),
    'till-file': ({ lane, body }) => writeOrderFile(path.join(profileDir, '..', TILL), lane, body),
  };
  begin();
  for (const target of ['till-post', 'till-file'] as const) {
    const { wake } = createSender({
      target,
      store: outbox,
      send: routes[target],
      isOpen: () => true,
      patienceMs: 1e12,
      longestWishMs: 1e6,
      now,
      monotonicMs: () => performance.now() * HASTE,
      random: () => 0.5,
      schedule: (run, ms) => {
        const timer = setTimeout(run, ms / HASTE);
        return () => clearTimeout(timer);
      },
      onChange: () => undefined,
      log: quiet,
    });
    wake();
    // A message that failed before is due after seconds of this computer's clock, and the app looks every ten.
    setInterval(wake, LOOK_EVERY_MS / HASTE).unref();
  }
  return () => outbox.state('till-post').waiting + outbox.state('till-file').waiting === 0;
}

function print(): () => boolean {
  begin();
  const paper = { way: 'network', host: '127.0.0.1', port, automatic: true } as const;
  const { store, printing } = createPaperRun({ file, paper });
  const ids = store.listOrders().map(({ id }) => id);
  return () => ids.every((id) => ['printed', 'doubtful'].includes(printing.stateOf(id)));
}

function begin(): void {
  fs.existsSync(path.join(profileDir, BEGIN));
}

function isDone(isAllOut: () => boolean): boolean {
  try {
    return isAllOut();
  } catch {
    // The disk does not even let it be read.
    return false;
  }
}

async function run(): Promise<number> {
  const isAllOut = job === 'send' ? send() : print();
  for (let waited = 0; waited < patienceMs; waited += 10) {
    if (isDone(isAllOut)) return 0;
    await sleep(10);
  }
  return 3;
}

process.exitCode = await run().catch((error: unknown) => {
  console.error(error);
  return 3;
});
process.exit();
