import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGroupCommit } from '../../src/main/core/inbound/group-commit.ts';
import { shopKey } from '../../src/main/core/orders/shop.ts';
import type { ApplyOutcome, IncomingOrder } from '../../src/main/core/orders/types.ts';
import type { Delivery } from '../../src/main/core/inbound/types.ts';
import { createIngest } from '../../src/main/core/orders/ingest.ts';
import { parseWebhook } from '../../src/main/partner/wire/schemas.ts';
import { openDatabase } from '../../src/main/store/database/database.ts';
import { createDeliveryLog } from '../../src/main/store/orders/delivery-log.ts';
import { createOrderStore } from '../../src/main/store/orders/order-store.ts';
import { createWebhookServer } from '../../src/main/webhook/server.ts';
import { assertNever } from '../../src/shared/result.ts';
import { freePort } from '../services/free-port.ts';
import { CHAIN_ID, VENDOR_ID } from './order-body.ts';

/**
 * What is compared: the product; the product with one transaction per webhook; its HTTP side with nothing behind it;
 * the least that any durable receiver does; and Debian's `webhook`, which runs a script for each call.
 */
export const SERVER_KINDS = ['product', 'one-by-one', 'stores-nothing', 'bare', 'script'] as const;
export type ServerKind = (typeof SERVER_KINDS)[number];

export type RunningServer = {
  readonly port: number;
  /** Closes everything; answers how many orders are kept, null where none are. */
  readonly stop: () => Promise<number | null>;
};

const POLL_MS = 25;
export const SECRET = 'la clave del banco de pruebas';

/** Starts a server that keeps what it is sent in `file`. */
export function startServer(kind: ServerKind, file: string): Promise<RunningServer> {
  switch (kind) {
    case 'product':
    case 'one-by-one':
      return startProduct(file, kind === 'product');
    case 'stores-nothing':
      return startReceiver({
        receive: ({ order }) => Promise.resolve({ kind: 'unchanged', orderId: order.id }),
        record: () => undefined,
      });
    case 'bare':
      return startBare(file);
    case 'script':
      return startScript(file);
    default:
      return assertNever(kind);
  }
}

/** The orders file as the app opens it. */
export function openStore(file: string) {
  const { db } = openDatabase({ file, now });
  const store = createOrderStore(db, console, () => shopKey({ chainId: CHAIN_ID, vendorId: VENDOR_ID }));
  return { db, store, receive: createIngest({ store, now }) };
}

async function startProduct(file: string, isGrouped: boolean): Promise<RunningServer> {
  const { db, store, receive } = openStore(file);
  const schedule = (run: () => void): void => void setImmediate(run);
  const log = createDeliveryLog({ db, log: console });
  const grouped = createGroupCommit({
    receive: (orders) => receive(orders, 'webhook'),
    schedule,
    publish: () => undefined,
  });
  const oneByOne = async (order: IncomingOrder): Promise<ApplyOutcome> => {
    const [outcome] = receive([order], 'webhook');
    if (outcome === undefined) throw new Error('The store gave no answer');
    return outcome;
  };
  const server = await startReceiver({ receive: isGrouped ? grouped : oneByOne, record: log.add });
  return {
    port: server.port,
    stop: async () => {
      await server.stop();
      log.flush();
      const count = store.countOrders();
      db.close();
      return count;
    },
  };
}

async function startReceiver(behind: {
  readonly receive: (order: IncomingOrder) => Promise<ApplyOutcome>;
  readonly record: (delivery: Delivery) => void;
}): Promise<RunningServer> {
  const server = createWebhookServer({
    ...behind,
    port: 0,
    secrets: () => [SECRET],
    isReady: () => true,
    answerNonce: () => null,
    parse: (body) => parseWebhook(body, { vendorId: VENDOR_ID, country: 'uy' }),
    now,
    monotonicMs: () => performance.now(),
    log: console,
  });
  const started = await server.start();
  if (!started.ok) throw new Error(`The receiver did not start: ${started.error.detail}`);
  return { port: started.value.port, stop: () => server.stop().then(() => null) };
}

/** Appends and syncs each body before its 200. In one thread: at one connection that is the fastest way. */
async function startBare(file: string): Promise<RunningServer> {
  const descriptor = fs.openSync(file, 'a');
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      fs.writeSync(descriptor, Buffer.concat(chunks));
      fs.fdatasyncSync(descriptor);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // Listening on TCP: the address is never a pipe's name.
  const { port } = server.address() as AddressInfo;
  return {
    port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve(null));
        server.closeAllConnections();
      }),
  };
}

/** A script that writes each body into a file and syncs it, run by Debian's `webhook`: what a shop could set up by itself. */
async function startScript(folder: string): Promise<RunningServer> {
  fs.mkdirSync(folder);
  const script = path.join(folder, 'store');
  fs.writeFileSync(script, '#!/bin/sh\nprintf %s "$2" > "$1/$$.json" && sync "$1/$$.json"\n', {
    mode: 0o755,
  });
  const hook = {
    id: 'orders',
    'execute-command': script,
    // It answers once the script has ended.
    'include-command-output-in-response': true,
    'pass-arguments-to-command': [{ source: 'string', name: folder }, { source: 'entire-payload' }],
    'trigger-rule': {
      match: { type: 'value', value: SECRET, parameter: { source: 'header', name: 'Authorization' } },
    },
  };
  const hooks = path.join(folder, 'hooks.json');
  fs.writeFileSync(hooks, JSON.stringify([hook]));
  const port = await freePort();
  const address = ['-ip', '127.0.0.1', '-port', String(port), '-urlprefix', 'webhooks'];
  const child = spawn('webhook', ['-hooks', hooks, ...address], { stdio: 'ignore' });
  process.on('exit', () => child.kill());
  const ended = once(child, 'exit');
  while (!(await isListening(port))) await sleep(POLL_MS);
  return {
    port,
    stop: async () => {
      child.kill();
      await ended;
      return null;
    },
  };
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

function now(): string {
  return new Date().toISOString();
}
