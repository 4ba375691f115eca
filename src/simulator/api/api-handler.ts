import { answerList, answerSingle, faultKind, findRoute } from './api-routes.ts';
import { assertNever } from '../../shared/result.ts';
import { errorAnswer, readBody, ROUTE_MISSING, writeAnswer } from './http-answer.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './http-answer.ts';
import type { Fault, Faults } from './faults.ts';
import type { Access } from './oauth.ts';
import type { Shop } from '../orders/order-model.ts';
import type { SimOrders } from '../orders/orders.ts';
import type { RateLimit } from './rate-limit.ts';
import type { RequestLog } from './request-log.ts';
import type { Switches } from './switches.ts';
import type { Route } from './api-routes.ts';
import { answerOutlet } from './outlet.ts';

type Outcome = { readonly answer: Answer; readonly delayMs: number } | 'close';

const BODY_LIMIT = 64 * 1024;
/** Longer than any client waits. */
const HANG_MS = 10 * 60_000;

/** Handles one request to the Partner API as the platform would, faults included. */
export function createApiHandler(deps: {
  readonly orders: SimOrders;
  readonly shops: () => readonly Shop[];
  readonly access: Access;
  readonly rateLimit: RateLimit;
  readonly faults: Faults;
  readonly switches: () => Switches;
  readonly requests: RequestLog;
  readonly now: () => number;
}): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const answerOrders = (
    route: Exclude<Route, { kind: 'token' }>,
    request: IncomingMessage,
    url: URL,
    fault: Fault | null,
  ): Answer => {
    const switches = deps.switches();
    if (!deps.access.isAllowed(request.headers.authorization)) {
      return errorAnswer(401, 'Unauthorized', switches.errorBody);
    }
    const waitMs = deps.rateLimit.take('api', switches.rateLimitPerMinute);
    if (waitMs > 0) return tooMany(waitMs, switches, deps.now());
    const data = {
      orders: deps.orders.list,
      find: deps.orders.find,
      shops: deps.shops,
      switches,
      now: deps.now(),
    };
    switch (route.kind) {
      case 'list':
        return answerList(route, url.searchParams, data, fault?.kind === 'repeat-page');
      case 'single':
        return answerSingle(route, data);
      case 'outlet': {
        const shops = deps.shops();
        return answerOutlet(route, { ...data, shops }, tooMany(1000, switches, deps.now()));
      }
      case 'put':
        return errorAnswer(
          Number(switches.putAnswers),
          'Orders of Pelican Picking cannot be changed',
          switches.errorBody,
        );
      default:
        return assertNever(route);
    }
  };

  const decide = async (request: IncomingMessage, url: URL): Promise<Outcome> => {
    const switches = deps.switches();
    const route = findRoute(request.method ?? 'GET', url.pathname, switches);
    if (route === null) return { answer: ROUTE_MISSING, delayMs: 0 };
    const kind = faultKind(route);
    const fault = kind === null ? null : deps.faults.take(kind);
    const failed = fault === null ? null : failedAnswer(fault, switches, deps.now());
    if (failed !== null) return failed === 'close' ? failed : { answer: failed, delayMs: 0 };
    const body = await readBody(request, BODY_LIMIT);
    const answer =
      body === null
        ? errorAnswer(413, 'Payload too large', switches.errorBody)
        : route.kind === 'token'
          ? deps.access.issue(request.headers['content-type'] ?? '', body)
          : answerOrders(route, request, url, fault);
    if (route.kind === 'outlet' && switches.outletAnswers === 'hang') return { answer, delayMs: HANG_MS };
    return { answer, delayMs: fault?.kind === 'slow' ? fault.delayMs : 0 };
  };

  return async (request, response) => {
    const at = deps.now();
    const startedAt = performance.now();
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const note = (status: number | null): void =>
      deps.requests.add({
        method: request.method ?? 'GET',
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        status,
        at,
        ms: performance.now() - startedAt,
      });
    // The simulated platform's own clock, which may differ from this computer's.
    response.setHeader('date', new Date(at).toUTCString());
    const outcome = await decide(request, url);
    if (outcome === 'close') {
      note(null);
      request.socket.destroy();
      return;
    }
    const finish = (): void => {
      note(outcome.answer.status);
      writeAnswer(response, outcome.answer);
    };
    if (outcome.delayMs === 0) finish();
    else finishLater(finish, outcome.delayMs, response);
  };
}

/** When the client hangs up or the simulator stops, the delayed response is dropped. */
function finishLater(finish: () => void, ms: number, response: ServerResponse): void {
  const timer = setTimeout(finish, ms);
  response.on('close', () => clearTimeout(timer));
}

function tooMany(waitMs: number, switches: Switches, now: number): Answer {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  const headers: Record<string, string> = {};
  if (switches.retryAfter === 'seconds') headers['retry-after'] = String(seconds);
  if (switches.retryAfter === 'date') headers['retry-after'] = new Date(now + seconds * 1000).toUTCString();
  return errorAnswer(429, 'Too many requests', switches.errorBody, headers);
}

/** Returns the complete response of a fault; null when the fault only changes the normal one. */
function failedAnswer(fault: Fault, switches: Switches, now: number): Answer | 'close' | null {
  switch (fault.kind) {
    case 'unauthorized':
      return errorAnswer(401, 'Unauthorized', switches.errorBody);
    case 'forbidden':
      return errorAnswer(403, 'Forbidden', switches.errorBody);
    case 'empty-404':
      return ROUTE_MISSING;
    case 'rate-limited':
      return tooMany(1000, switches, now);
    case 'server-error':
      return errorAnswer(500, 'Internal server error', switches.errorBody);
    case 'bad-gateway':
      return errorAnswer(502, 'Bad gateway', 'html');
    case 'garbage':
      return { status: 200, body: '{"orders":[{"order_id":', type: 'application/json' };
    case 'close':
      return 'close';
    case 'slow':
    case 'repeat-page':
      return null;
    default:
      return assertNever(fault.kind);
  }
}
