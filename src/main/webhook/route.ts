import type { Request, RequestHandler, Response } from 'express';
import type { Delivery, Now } from '../core/ports.ts';
import { judgeRequest } from './judge-request.ts';
import type { JudgeDeps, Judgement } from './judge-request.ts';
import { refuse, waitsForContinue } from './refuse.ts';

export type OrdersRouteDeps = JudgeDeps & {
  /** Called once per request, after it was answered. */
  readonly record: (delivery: Delivery) => void;
  readonly now: Now;
  /** A clock that is never set back, in milliseconds. */
  readonly monotonicMs: () => number;
};

/** `POST /webhooks/orders`: judges the request, answers it without a body, then records it. */
export function createOrdersRoute(deps: OrdersRouteDeps): RequestHandler {
  return async (request, response) => {
    const at = deps.now();
    const beganMs = deps.monotonicMs();
    const judgement = await judgeRequest(request, response, deps);
    answer(request, response, judgement, deps);
    const { outcome, status, bytes, orderId } = judgement;
    const ms = deps.monotonicMs() - beganMs;
    const detail = describe(judgement.detail, request.headers['user-agent']);
    try {
      deps.record({ at, outcome, status, ms, bytes, orderId, detail });
    } catch (error) {
      deps.log.error('A delivery could not be recorded:', error);
    }
  };
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

// Who called helps when the platform's support asks; everything but plain product names is cut out of it.
function describe(detail: string | null, userAgent: string | undefined): string | null {
  const agent = (userAgent ?? '').replace(/[^\w ./;:()+-]/g, '').slice(0, MAX_AGENT_LENGTH);
  const parts = [detail, agent === '' ? null : `agent ${agent}`].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join('; ');
}
