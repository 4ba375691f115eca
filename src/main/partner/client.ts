import { noteText } from '../../shared/health/delivery-note.ts';
import { setTimeout as delay } from 'node:timers/promises';
import type { PartnerCheck, PartnerError } from '../../shared/partner.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { isOurs } from '../core/orders/shop.ts';
import type { IncomingOrder } from '../core/orders/types.ts';
import type { Now } from '../../shared/time.ts';
import type { OrderPage, PartnerOrders, Urgency } from '../core/sync/types.ts';
import type { AskOutlet } from '../core/outlet/outlet-light.ts';
import type { Fetch } from '../core/support/way-out.ts';
import type { Log } from '../log.ts';
import { createAuth, type ReadSecret } from './auth.ts';
import { partnerError, toDetail } from './errors.ts';
import { createGetJson } from './get-json.ts';
import { createSendHttp, type OnAnswerTime } from './http.ts';
import { toListQuery } from './list-query.ts';
import { createRoutesOf, toTarget } from './target.ts';
import { createRateLimit, type Sleep } from './rate-limit.ts';
import { readOrderPage } from './read-page.ts';
import { isPathSegment, LIST_ROUTES, ORDER_ROUTES, outletRoute } from './routes.ts';
import { parsePartnerOrder } from './wire/schemas.ts';
import { toOutlet } from './wire/to-outlet.ts';

const REQUESTS_PER_MINUTE = 60;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const CHECK_DAYS = 2;

export type PartnerClient = PartnerOrders & {
  /** Proves the settings by one real call that asks for one order, with a token asked for afresh. Never rejects. */
  readonly check: () => Promise<PartnerCheck>;
  /** Asks whether the shop is open, apart from the other calls: what comes of it changes nothing for them. */
  readonly outletStatus: AskOutlet;
};

/**
 * The Partner API. Every expected failure is a `PartnerError`; a call rejects only when its signal is aborted. Nothing is
 * retried here but a 401, once. All callers together stay below 60 requests a minute.
 * Source: docs/partner-api.md, "Order list" and "Rate limit".
 */
export function createPartnerClient(deps: {
  readonly settings: () => Settings;
  readonly secrets: { readonly read: ReadSecret };
  readonly now: Now;
  readonly log: Pick<Log, 'info' | 'warn'>;
  readonly sleep?: Sleep;
  /** A clock that is never set back, in milliseconds. */
  readonly monotonicMs?: () => number;
  /** Limit for a whole request and its response. */
  readonly timeoutMs?: number;
  /** Largest response body, after decompression. */
  readonly maxBytes?: number;
  /** 1 to 500. */
  readonly pageSize?: number;
  readonly requestsPerMinute?: number;
  /** Receives the platform's time from every response. */
  readonly onTime?: OnAnswerTime;
  /** Default: Node's own, which knows neither the system's proxies nor its certificates. */
  readonly fetch?: Fetch;
}): PartnerClient {
  const { now, log, sleep = wait, monotonicMs = () => performance.now() } = deps;
  const { timeoutMs = 20_000, maxBytes = 50 * 1024 * 1024 } = deps;
  const pageSize = Math.min(Math.max(Math.trunc(deps.pageSize ?? 100), 1), 500);
  const rateLimit = createRateLimit({
    limit: deps.requestsPerMinute ?? REQUESTS_PER_MINUTE,
    windowMs: MINUTE_MS,
    monotonicMs,
    sleep,
  });
  const send = createSendHttp({
    timeoutMs,
    maxBytes,
    monotonicMs,
    fetch:
      deps.fetch ??
      ((request, leave) => globalThis.fetch(request, leave === undefined ? {} : { signal: leave })),
    onTime: deps.onTime ?? (() => undefined),
  });
  const nowMs = (): number => Date.parse(now());
  const auth = createAuth({
    readSecret: deps.secrets.read,
    send,
    acquire: rateLimit.acquire,
    monotonicMs,
    nowMs,
  });
  const getJson = createGetJson({ auth, send, acquire: rateLimit.acquire, monotonicMs, nowMs });
  const routesOf = createRoutesOf();

  const list = async (
    query: { readonly from: string; readonly to: string; readonly page: number; readonly pageSize: number },
    signal?: AbortSignal,
    urgency: Urgency = 'news',
  ): Promise<Result<OrderPage, PartnerError>> => {
    const target = toTarget(deps.settings());
    if (!target.ok) return target;
    const { signIn, chainId, vendorId, country } = target.value;
    return routesOf(target.value).list.ask(async (route) => {
      const url = `${signIn.apiUrl}${LIST_ROUTES[route](chainId, vendorId)}?${toListQuery(query).toString()}`;
      const answer = await getJson(signIn, url, signal, urgency);
      if (!answer.ok) return answer;
      const read = await readOrderPage(answer.value, { ...query, country });
      if (read.ok && read.value.skipped > 0) {
        log.warn(`${String(read.value.skipped)} entries of the order list were no orders`);
      }
      return read;
    });
  };

  const getOrder = async (
    orderId: string,
    signal?: AbortSignal,
    urgency: Urgency = 'person',
  ): Promise<Result<IncomingOrder, PartnerError>> => {
    const target = toTarget(deps.settings());
    if (!target.ok) return target;
    if (!isPathSegment(orderId)) return err(partnerError('not-found', { detail: 'not an order id' }));
    const { signIn, chainId, country } = target.value;
    return routesOf(target.value).order.ask(async (route) => {
      const url = `${signIn.apiUrl}${ORDER_ROUTES[route](chainId, orderId)}`;
      const answer = await getJson(signIn, url, signal, urgency);
      if (!answer.ok) return answer;
      const read = parsePartnerOrder(answer.value, { country });
      if (!read.ok)
        return err(partnerError('bad-response', { status: 200, detail: noteText(read.error.note) }));
      const isAsked = read.value.order.id.toLowerCase() === orderId.toLowerCase();
      return isAsked ? read : err(partnerError('bad-response', { status: 200, detail: 'another order' }));
    });
  };

  const outletStatus: AskOutlet = async (signal) => {
    const target = toTarget(deps.settings());
    if (!target.ok) return target;
    const { signIn, chainId, vendorId } = target.value;
    const url = `${signIn.apiUrl}${outletRoute(chainId, vendorId)}`;
    const answer = await getJson(signIn, url, signal, 'aside');
    return answer.ok ? ok(toOutlet(answer.value)) : answer;
  };

  /** Turns an unexpected error into a failed call: if it were thrown, it would look like a fault of the caller. */
  const guarded = async <T>(
    call: Promise<Result<T, PartnerError>>,
    signal?: AbortSignal,
  ): Promise<Result<T, PartnerError>> => {
    try {
      return await call;
    } catch (error) {
      signal?.throwIfAborted();
      log.warn('Asking the platform failed unexpectedly', error);
      return err(partnerError('bad-response', { detail: toDetail(String(error), []) }));
    }
  };

  return {
    listOrders: ({ signal, urgency, ...query }) =>
      guarded(list({ ...query, pageSize }, signal, urgency), signal),
    getOrder: (orderId, signal, urgency) => guarded(getOrder(orderId, signal, urgency), signal),
    outletStatus: (signal) => guarded(outletStatus(signal), signal),
    check: async () => {
      auth.forget();
      const beganMs = monotonicMs();
      const from = new Date(nowMs() - CHECK_DAYS * DAY_MS).toISOString();
      const page = await guarded(list({ from, to: now(), page: 1, pageSize: 1 }, undefined, 'person'));
      if (!page.ok) return { ok: false, error: page.error };
      const { orders, totalPages } = page.value;
      // With one order a page, the pages are the orders, unless the platform gave more than was asked for.
      const count = orders.length === 1 ? totalPages : orders.length;
      const { vendorId } = deps.settings().shop;
      const shop = orders.map(({ order }) => order.shop).find((one) => isOurs(one, vendorId)) ?? null;
      return { ok: true, orders: count, ms: Math.round(monotonicMs() - beganMs), shop };
    },
  };
}

function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return delay(ms, undefined, signal === undefined ? {} : { signal });
}
