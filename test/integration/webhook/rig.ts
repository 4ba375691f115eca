import { createHash, randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { expect, onTestFinished } from 'vitest';
import type { ApplyOutcome, IncomingOrder } from '../../../src/main/core/orders/types.ts';
import type { Delivery, ParsedOne } from '../../../src/main/core/inbound/types.ts';
import type { Order } from '../../../src/shared/orders/order.ts';
import { createWebhookServer } from '../../../src/main/webhook/server.ts';
import type { WebhookServer, WebhookServerDeps } from '../../../src/main/webhook/server.ts';

export const SECRET = 'Basic cGFydG5lcjpyYW5kb21wYXNzd29yZA==';
export const PREVIOUS = 'la clave de antes';

export type Receiver = {
  readonly server: WebhookServer;
  readonly port: number;
  readonly url: string;
  readonly deliveries: readonly Delivery[];
  readonly received: readonly IncomingOrder[];
  readonly errors: readonly string[];
};

/** The real receiver on a free port, with a short-sighted parser: an order is whatever has an `order_id`. */
export async function startReceiver(overrides: Partial<WebhookServerDeps> = {}): Promise<Receiver> {
  const deliveries: Delivery[] = [];
  const received: IncomingOrder[] = [];
  const errors: string[] = [];
  const known = new Set<string>();
  const server = createWebhookServer({
    port: 0,
    secrets: () => [SECRET, PREVIOUS],
    isReady: () => true,
    answerNonce: () => null,
    parse: parseOrder,
    receive: (incoming) => {
      received.push(incoming);
      const isNew = !known.has(incoming.digest);
      known.add(incoming.digest);
      return Promise.resolve(isNew ? changed(incoming) : unchanged(incoming));
    },
    record: (delivery) => deliveries.push(delivery),
    now: () => new Date().toISOString(),
    monotonicMs: () => performance.now(),
    log: { warn: () => undefined, error: (message) => errors.push(message) },
    ...overrides,
  });
  onTestFinished(() => server.stop());
  const started = await server.start();
  if (!started.ok) throw new Error(`The receiver did not start: ${started.error.detail}`);
  const { port } = started.value;
  return { server, port, url: `http://127.0.0.1:${port}/webhooks/orders`, deliveries, received, errors };
}

export function parseOrder(body: unknown): ParsedOne {
  if (typeof body !== 'object' || body === null)
    return { kind: 'not-an-order', note: { kind: 'not-an-object' } };
  const { order_id: id, job_id: jobId, vendor } = body as Readonly<Record<string, unknown>>;
  if (typeof id === 'string') {
    return vendor === 'other'
      ? { kind: 'other-shop', orderId: id, code: '4821' }
      : { kind: 'order', order: incoming(id, JSON.stringify(body)) };
  }
  return jobId === undefined
    ? { kind: 'not-an-order', note: { kind: 'missing', text: 'order_id' } }
    : { kind: 'catalogue-callback' };
}

function incoming(id: string, body: string): IncomingOrder {
  const digest = createHash('sha256').update(body).digest('hex');
  return { order: { ...ORDER, id }, body, digest };
}

export function unchanged({ order }: IncomingOrder): ApplyOutcome {
  return { kind: 'unchanged', orderId: order.id };
}

export function changed({ order }: IncomingOrder): ApplyOutcome {
  const at = '2026-03-01T12:00:00.000Z';
  const local = { readyAt: at, wasPickedUp: false, handedOverAt: null };
  const after = { order, firstSeenAt: at, lastChangedAt: at, source: 'webhook', ...local } as const;
  return { kind: 'changed', change: { before: null, after, raised: [], closed: [] } };
}

/** The text of one order; every call another. */
export function orderText(extra: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ order_id: randomUUID(), status: 'READY_FOR_PICKUP', ...extra });
}

/** One ordinary POST. */
export function post(
  url: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const usual = { authorization: SECRET, 'content-type': 'application/json' };
  return fetch(url, { method: 'POST', headers: { ...usual, ...headers }, body });
}

/** Status line and headers of a POST with the right secret, as bytes on the wire; `lines` come after. */
export function head(lines: readonly string[], secret: string = SECRET): string {
  const usual = ['POST /webhooks/orders HTTP/1.1', 'Host: tienda', `Authorization: ${secret}`];
  return [...usual, 'Content-Type: application/json', ...lines, '', ''].join('\r\n');
}

export type Line = {
  readonly socket: Socket;
  /** Everything that came back so far. */
  readonly text: () => string;
  readonly send: (bytes: string | Buffer) => void;
  /** Resolves with everything that came back once the other side has closed. */
  readonly closed: Promise<string>;
  /** Waits until what came back matches. */
  readonly heard: (pattern: RegExp) => Promise<void>;
};

/** A bare TCP connection, to say what no HTTP client would. */
export function dial(port: number, options: { readonly allowHalfOpen?: boolean } = {}): Line {
  const socket = connect({ host: '127.0.0.1', port, ...options });
  let text = '';
  socket.setEncoding('latin1');
  socket.on('data', (chunk) => (text += String(chunk)));
  // A reset is one of the ways to be turned away; what came before it is what counts.
  socket.on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  const closed = new Promise<string>((resolve) => socket.on('close', () => resolve(text)));
  const heard = async (pattern: RegExp): Promise<void> => {
    await expect.poll(() => text, { interval: 5 }).toMatch(pattern);
  };
  return { socket, text: () => text, send: (bytes) => void socket.write(bytes), closed, heard };
}

const ORDER: Order = {
  id: '',
  externalId: null,
  code: '4821',
  status: 'READY_FOR_PICKUP',
  statusText: 'READY_FOR_PICKUP',
  version: null,
  createdAt: null,
  promisedFor: null,
  acceptedFor: null,
  orderType: null,
  transportType: null,
  isPreorder: false,
  comment: null,
  shop: { name: null, chainId: null, countryCode: null, storeId: null, externalPartnerConfigId: null },
  customer: null,
  lines: [],
  currency: 'UYU',
  totals: {
    goodsMinor: null,
    deliveryFeeMinor: null,
    serviceFeeMinor: null,
    discountMinor: null,
    totalMinor: null,
    pickedMinor: 0,
    paymentType: null,
    collectAtPickupMinor: null,
  },
  cancellation: null,
};
