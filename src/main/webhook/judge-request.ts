import type { IncomingMessage, ServerResponse } from 'node:http';
import { OTHER_SECRET, PREVIOUS_SECRET, type DeliveryOutcome } from '../../shared/delivery.ts';
import { assertNever } from '../../shared/result.ts';
import type { ApplyOutcome, IncomingOrder, ParsedWebhook } from '../core/ports.ts';
import { testDetail } from '../core/test-gate.ts';
import type { Log } from '../log.ts';
import { findHeaderProblem } from './body-headers.ts';
import type { WebhookLimits } from './limits.ts';
import { parseJson } from './parse-json.ts';
import { readBody } from './read-body.ts';
import { waitsForContinue } from './refuse.ts';
import { verifySecret, type SecretVerdict } from './verify-secret.ts';

export type JudgeDeps = {
  /** Current secret first, then the previous one; empty when none is stored. */
  readonly secrets: () => readonly string[];
  readonly parse: (body: unknown, rawBytes: Buffer) => ParsedWebhook;
  /** Resolves when the order is on disk; rejects when it could not be stored. */
  readonly receive: (order: IncomingOrder) => Promise<ApplyOutcome>;
  readonly isStopping: () => boolean;
  /** False until `secrets` are known, whichever they are. */
  readonly isReady: () => boolean;
  readonly log: Pick<Log, 'warn' | 'error'>;
  readonly limits: WebhookLimits;
};

/** What a request on the webhook came to. */
export type Judgement = {
  readonly outcome: DeliveryOutcome;
  readonly status: number;
  /** Bytes of body received. */
  readonly bytes: number;
  readonly orderId: string | null;
  readonly detail: string | null;
  /** 'unread': nobody read the body. 'cut': reading it was given up. 'read': all of it is here. */
  readonly body: 'unread' | 'cut' | 'read';
};

/**
 * The checks in their order: able to judge 503, secret 401, size 413, type or encoding 415, JSON and shape 400, then store.
 * Without the right secret no byte of the body is read. Never rejects.
 */
export async function judgeRequest(
  request: IncomingMessage,
  response: ServerResponse,
  deps: JudgeDeps,
): Promise<Judgement> {
  const verdict = verifySecret(request.headers.authorization, deps.secrets());
  const refusal = judgeHeaders(request, verdict, deps);
  if (refusal !== null) return refusal;
  if (waitsForContinue(request)) response.writeContinue();
  const { maxBodyBytes, bodyMs, maxDepth } = deps.limits;
  const read = await readBody(request, { maxBytes: maxBodyBytes, timeoutMs: bodyMs });
  if (!read.ok) {
    const cut = { bytes: read.received, orderId: null, body: 'cut' } as const;
    if (read.problem === 'too-large') return { ...cut, outcome: 'too-large', status: 413, detail: null };
    // Status 0: nobody was left to answer to.
    const status = read.problem === 'timed-out' ? 408 : 0;
    return { ...cut, outcome: 'aborted', status, detail: read.problem };
  }
  const whole = { bytes: read.bytes.length, orderId: null, detail: null, body: 'read' } as const;
  const json = parseJson(read.bytes, maxDepth);
  if (!json.ok) return { ...whole, outcome: 'not-json', status: 400, detail: json.error };
  const judged = await judgeContent(json.value, read.bytes, deps);
  return verdict === 'previous' ? { ...judged, detail: withPrevious(judged.detail) } : judged;
}

function judgeHeaders(request: IncomingMessage, verdict: SecretVerdict, deps: JudgeDeps): Judgement | null {
  const unread = { bytes: 0, orderId: null, detail: null, body: 'unread' } as const;
  if (deps.isStopping()) return { ...unread, outcome: 'stopping', status: 503 };
  // Not 401: the platform shall try again.
  if (!deps.isReady()) return { ...unread, outcome: 'not-ready', status: 503 };
  const { authorization } = request.headers;
  if (verdict === 'none-stored') return { ...unread, outcome: 'no-secret', status: 401 };
  if (verdict === 'wrong') {
    const detail = authorization === undefined ? 'no Authorization header' : OTHER_SECRET;
    return { ...unread, outcome: 'wrong-secret', status: 401, detail };
  }
  const problem = findHeaderProblem(request.headers, deps.limits.maxBodyBytes);
  if (problem === null) return null;
  return { ...unread, outcome: problem, status: problem === 'too-large' ? 413 : 415 };
}

async function judgeContent(json: unknown, rawBytes: Buffer, deps: JudgeDeps): Promise<Judgement> {
  const whole = { bytes: rawBytes.length, orderId: null, detail: null, body: 'read' } as const;
  let orderId: string | null = null;
  try {
    const parsed = deps.parse(json, rawBytes);
    switch (parsed.kind) {
      case 'order': {
        orderId = parsed.order.order.id;
        const applied = await deps.receive(parsed.order);
        const outcome = applied.kind === 'changed' ? 'stored' : 'duplicate';
        return { ...whole, outcome, status: 200, orderId };
      }
      case 'other-shop':
        return {
          ...whole,
          outcome: 'other-shop',
          status: 200,
          orderId: parsed.orderId,
          detail: otherShopDetail(parsed.code),
        };
      case 'test':
        return { ...whole, outcome: 'test', status: 200, detail: testDetail(parsed.road) };
      case 'unknown-shop':
        // Not kept, so it must be sent again: by then the shop may be known.
        return { ...whole, outcome: 'no-shop', status: 503 };
      case 'catalogue-callback':
        return { ...whole, outcome: 'catalogue-callback', status: 200 };
      case 'not-an-order':
        return { ...whole, outcome: 'not-an-order', status: 400, detail: parsed.detail };
      default:
        return assertNever(parsed);
    }
  } catch (error) {
    deps.log.error('A webhook could not be stored:', error);
    return { ...whole, outcome: 'store-failed', status: 500, orderId, detail: nameOf(error) };
  }
}

function withPrevious(detail: string | null): string {
  return detail === null ? PREVIOUS_SECRET : `${PREVIOUS_SECRET}; ${detail}`;
}

// The message may quote what was being stored, the name and code never do.
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name;
}

const MAX_CODE_CHARS = 20;

// All that is kept of another shop's order: what staff would ask for.
function otherShopDetail(code: string): string | null {
  const plain = code.replace(/[^\w-]/g, '').slice(0, MAX_CODE_CHARS);
  return plain === '' ? null : `code ${plain}`;
}
