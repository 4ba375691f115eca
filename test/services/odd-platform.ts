import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request for the list or for one order, as the platform received it. */
export type Asked = {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly page: number;
  readonly headers: IncomingMessage['headers'];
};

/** The response instead of the list. `body` is sent as it is when it is text, else as JSON. */
export type OddAnswer =
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
    }
  /** Accepts the request and never answers. */
  | 'hang'
  /** Sends headers and a byte a second, for ever. */
  | 'drip'
  /** Cuts the connection. */
  | 'cut';

export type OddOrder = Readonly<Record<string, unknown>> & { readonly order_id: string };

export type OddPlatform = {
  readonly baseUrl: string;
  readonly chainId: string;
  readonly vendorId: string;
  /** Every request to the list or to one order, oldest first. */
  readonly asked: readonly Asked[];
  /** Requests without an answer: how many hang now, and how many the client gave up. */
  readonly hanging: () => { readonly now: number; readonly givenUp: number };
  /** The platform's time, milliseconds since 1970. */
  readonly nowMs: () => number;
  /** Sets how far the platform's clock is ahead of the computer's. */
  readonly setClock: (offsetMs: number) => void;
  /** Adds an order as of now, or of `minutesAgo`; one with the same id replaces it. */
  readonly put: (order: OddOrderFacts) => OddOrder;
  /** Sets the next responses: each entry once, `undefined` for the usual one. */
  readonly answerNext: (...answers: readonly (OddAnswer | undefined)[]) => void;
  /** Sets the response to every request, until `null`; `undefined` for the usual one. */
  readonly answerAlways: (answer: ((asked: Asked) => OddAnswer | undefined) | null) => void;
  readonly stop: () => Promise<void>;
};

export type OddOrderFacts = {
  readonly id?: string;
  readonly code: string;
  readonly status?: string;
  readonly minutesAgo?: number;
  /** Another shop's order. */
  readonly vendorId?: string;
  /** Fields as they go over the wire, laid over the usual ones. */
  readonly wire?: Readonly<Record<string, unknown>>;
};

export type OddPlatformOptions = {
  /** Milliseconds that the platform's clock is ahead of the computer's. */
  readonly clockOffsetMs?: number;
  readonly localMs?: () => number;
  /** How the times of orders are written. */
  readonly spellTime?: (ms: number) => unknown;
  /** The `Date` header; null: none. Usual: the platform's time in the usual form. */
  readonly dateHeader?: (ms: number) => string | null;
  /** Whether an `end_time` after the platform's now is refused with 400. */
  readonly refusesFuture?: boolean;
  /** Whether `page_size` counts; else a page has so many entries. */
  readonly fixedPageSize?: number;
  readonly withTotals?: boolean;
  readonly port?: number;
};

const MINUTE_MS = 60_000;
const LONGEST_SPAN_MS = 60 * 24 * 60 * MINUTE_MS;
const CHAIN_ID = '11111111-2222-4333-8444-555555555555';
const VENDOR_ID = '987654';

/**
 * A small stand-in for the Partner API over real HTTP that has a clock of its own and can be told to misbehave. Unlike the
 * simulator it keeps no rules of the platform but: the window filters on the time of the last change, a span over 60 days
 * is refused, and orders come newest first, 100 a page.
 */
export async function startOddPlatform(options: OddPlatformOptions = {}): Promise<OddPlatform> {
  const localMs = options.localMs ?? Date.now;
  const spell = options.spellTime ?? ((ms: number) => new Date(ms).toISOString());
  const dateOf = options.dateHeader ?? ((ms: number) => new Date(ms).toUTCString());
  let offsetMs = options.clockOffsetMs ?? 0;
  let orders: readonly { readonly order: OddOrder; readonly atMs: number }[] = [];
  let next: readonly (OddAnswer | undefined)[] = [];
  let always: ((asked: Asked) => OddAnswer | undefined) | null = null;
  let made = 0;
  const asked: Asked[] = [];
  let hanging = { now: 0, givenUp: 0 };
  const nowMs = (): number => localMs() + offsetMs;

  const list = (query: URLSearchParams, page: number): OddAnswer => {
    const [from, to] = ['start_time', 'end_time'].map((name) => Date.parse(`${query.get(name) ?? ''}Z`));
    if (from === undefined || to === undefined || Number.isNaN(from) || Number.isNaN(to)) {
      return { status: 400, body: { message: 'start_time and end_time' } };
    }
    if (from > to || to - from > LONGEST_SPAN_MS) return { status: 400, body: { message: 'time range' } };
    if (options.refusesFuture === true && to > nowMs()) {
      return { status: 400, body: { message: 'end_time is in the future' } };
    }
    const size = options.fixedPageSize ?? Number(query.get('page_size') ?? 20);
    const found = orders.filter(({ atMs }) => atMs >= from && atMs <= to);
    const entries = found.slice((page - 1) * size, page * size).map(({ order }) => order);
    const totals = { total_pages: Math.ceil(found.length / size), total_orders: found.length };
    return {
      body: { orders: entries, page, page_size: size, ...(options.withTotals === false ? {} : totals) },
    };
  };

  const usual = (path: string, query: URLSearchParams, page: number): OddAnswer => {
    if (/\/vendors\/[^/]+\/orders$/.test(path)) return list(query, page);
    const id = /\/orders\/([^/]+)$/.exec(path)?.[1];
    const one = orders.find(({ order }) => order.order_id === id);
    return one === undefined ? { status: 404, body: '' } : { body: one.order };
  };

  const send = (response: ServerResponse, answer: OddAnswer): void => {
    if (answer === 'hang') {
      hanging = { ...hanging, now: hanging.now + 1 };
      response.on('close', () => {
        hanging = { now: hanging.now - 1, givenUp: hanging.givenUp + 1 };
      });
      return;
    }
    if (answer === 'cut') {
      response.destroy();
      return;
    }
    const date = dateOf(nowMs());
    response.sendDate = false;
    if (date !== null) response.setHeader('date', date);
    if (answer === 'drip') {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 1_000);
      response.on('close', () => clearInterval(timer));
      return;
    }
    const { status = 200, headers = {}, body = '' } = answer;
    const type = typeof body === 'string' ? 'text/plain' : 'application/json';
    response.writeHead(status, { 'content-type': type, ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

  const server = createServer((request, response) => {
    request.resume();
    const url = new URL(request.url ?? '/', 'http://platform');
    const query = url.searchParams;
    const one = {
      path: url.pathname,
      query,
      page: Number(query.get('page') ?? 1),
      headers: request.headers,
    };
    asked.push(one);
    const [odd, ...later] = next;
    next = later;
    send(response, odd ?? always?.(one) ?? usual(one.path, query, one.page));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    baseUrl: `http://127.0.0.1:${String(port)}`,
    chainId: CHAIN_ID,
    vendorId: VENDOR_ID,
    asked,
    hanging: () => hanging,
    nowMs,
    setClock: (ms) => {
      offsetMs = ms;
    },
    put: ({ id, code, status = 'READY_FOR_PICKUP', minutesAgo = 0, vendorId = VENDOR_ID, wire = {} }) => {
      made += 1;
      const atMs = nowMs() - minutesAgo * MINUTE_MS;
      const order: OddOrder = {
        order_id: id ?? `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
        order_code: code,
        external_order_id: `ext-${code}`,
        status,
        client: { store_id: vendorId, chain_id: CHAIN_ID, country_code: 'uy' },
        customer: { first_name: 'Ana', last_name: 'Prueba' },
        items: [],
        sys: { created_at: spell(atMs), updated_at: spell(atMs) },
        ...wire,
      };
      const others = orders.filter((one) => one.order.order_id !== order.order_id);
      orders = [{ order, atMs }, ...others].toSorted((a, b) => b.atMs - a.atMs);
      return order;
    },
    answerNext: (...answers) => {
      next = [...next, ...answers];
    },
    answerAlways: (answer) => {
      always = answer;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
