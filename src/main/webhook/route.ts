import type { Request, RequestHandler, Response } from 'express';
import type { DeliveryOutcome } from '../../shared/health/delivery.ts';
import type { DeliveryNote } from '../../shared/health/delivery-note.ts';
import { WEBHOOK_PATH } from '../../shared/address.ts';
import type { Delivery } from '../core/inbound/types.ts';
import type { Now } from '../../shared/time.ts';
import { judgeRequest, type JudgeDeps, type Judgement } from './judge-request.ts';
import { refuse, waitsForContinue } from './refuse.ts';
import { verifySecret } from './verify-secret.ts';

export type OrdersRouteDeps = JudgeDeps & {
  /** Called once per request, after it was answered. */
  readonly record: (delivery: Delivery) => void;
  readonly now: Now;
  /** A clock that is never set back, in milliseconds. */
  readonly monotonicMs: () => number;
};

/** Returns the handler of `POST /webhooks/orders`: it judges the request, responds without a body, then records it. */
export function createOrdersRoute(deps: OrdersRouteDeps): RequestHandler {
  return async (request, response) => {
    const at = deps.now();
    const beganMs = deps.monotonicMs();
    const judgement = await judgeRequest(request, response, deps);
    answer(request, response, judgement, deps);
    const { outcome, status, bytes, orderId } = judgement;
    const ms = deps.monotonicMs() - beganMs;
    const notes = [...judgement.notes, ...agentOf(request)];
    record({ at, outcome, status, ms, bytes, orderId, notes }, deps);
  };
}

/**
 * Records whoever shows the right secret anywhere else: it is the platform, or the person who sets it up, at an address or
 * by a method that is not the webhook's.
 */
export function createStrayRecord(deps: OrdersRouteDeps): RequestHandler {
  return (request, response, next) => {
    const { authorization } = request.headers;
    const verdict = authorization === undefined ? 'wrong' : verifySecret(authorization, deps.secrets());
    if (verdict === 'right' || verdict === 'previous') {
      deps.onRightSecret(request);
      const at = deps.now();
      const beganMs = deps.monotonicMs();
      response.once('close', () => {
        const status = response.statusCode;
        const text = `${request.method} ${plainPath(request.originalUrl)}`;
        const notes: readonly DeliveryNote[] = [{ kind: 'other', text }, ...agentOf(request)];
        const ms = deps.monotonicMs() - beganMs;
        record({ at, outcome: outcomeOf(request, status), status, ms, bytes: 0, orderId: null, notes }, deps);
      });
    }
    next();
  };
}

/**
 * Returns whether a request's target is the webhook's address, as people write addresses: in capitals, with a slash at the
 * end or one too many, with dots, escapes, a query, or with the host before it (RFC 9112, section 3.2.2). Never throws.
 */
export function isOrdersPath(target: string): boolean {
  if (target === WEBHOOK_PATH) return true;
  const [path = ''] = target.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '').split(/[?#]/);
  const names: string[] = [];
  for (const name of decoded(path).toLowerCase().split(/[/\\]/)) {
    if (name === '..') names.pop();
    else if (name.trim() !== '' && name !== '.') names.push(name.trim());
  }
  return `/${names.join('/')}` === WEBHOOK_PATH;
}

function outcomeOf({ url, method }: Request, status: number): DeliveryOutcome {
  if (status === 200 || status === 503) return 'looked';
  return url === WEBHOOK_PATH && method !== 'POST' ? 'wrong-method' : 'wrong-path';
}

function record(delivery: Delivery, deps: Pick<OrdersRouteDeps, 'record' | 'log'>): void {
  try {
    deps.record(delivery);
  } catch (error) {
    deps.log.error('A delivery could not be recorded:', error);
  }
}

function answer(request: Request, response: Response, judgement: Judgement, deps: OrdersRouteDeps): void {
  const { status, body } = judgement;
  if (status === 0) {
    response.destroy();
  } else if (body === 'read') {
    if (deps.isStopping()) response.setHeader('Connection', 'close');
    response.status(status).end();
  } else {
    const isBodyComing = body === 'cut' || !waitsForContinue(request);
    refuse(request, response, status, { ...deps.limits, isBodyComing });
  }
}

const MAX_AGENT_LENGTH = 80;
const MAX_PATH_LENGTH = 60;

// Where it called is what has to be put right; what stands behind a question mark may be anything.
function plainPath(target: string): string {
  const [path = ''] = target.split(/[?#]/);
  return path.replace(/[^\w./%-]/g, '').slice(0, MAX_PATH_LENGTH);
}

// Who called helps when the platform's support asks; everything but plain product names is cut out of it.
function agentOf({ headers }: Request): readonly DeliveryNote[] {
  const text = (headers['user-agent'] ?? '').replace(/[^\w ./;:()+-]/g, '').slice(0, MAX_AGENT_LENGTH);
  return text === '' ? [] : [{ kind: 'agent', text }];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // Half an escape: no address of ours.
    return path;
  }
}
