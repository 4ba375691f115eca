import { isAscii } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { findHeaderProblem, readBodyType } from './body-headers.ts';
import { judgeContent, type Content, type ContentDeps } from './judge-content.ts';
import type { WebhookLimits } from './limits.ts';
import { parseJson } from './parse-json.ts';
import { readBody } from './read-body.ts';
import { waitsForContinue } from './refuse.ts';
import { verifySecret, type SecretVerdict } from './verify-secret.ts';

export type JudgeDeps = ContentDeps & {
  /** Current secret first, then the previous one; empty when none is stored. */
  readonly secrets: () => readonly string[];
  /** This request showed the right secret. */
  readonly onRightSecret: (request: IncomingMessage) => void;
  /** This one showed a wrong one, or none; resolves when that may be said. */
  readonly onWrongSecret: (request: IncomingMessage) => Promise<void>;
  readonly isStopping: () => boolean;
  /** False until `secrets` are known, whichever they are. */
  readonly isReady: () => boolean;
  readonly limits: WebhookLimits;
};

/** The result of judging a request on the webhook. */
export type Judgement = Content & {
  /** Bytes of body received. */
  readonly bytes: number;
  /** 'unread': nobody read the body. 'cut': reading it was given up. 'read': all of it is here. */
  readonly body: 'unread' | 'cut' | 'read';
};

/**
 * Returns the outcome of the checks, in this order: able to judge 503, secret 401, size 413, type or encoding 415, JSON
 * and shape 400, then store. Without the right secret no byte of the body is read. Never rejects.
 */
export async function judgeRequest(
  request: IncomingMessage,
  response: ServerResponse,
  deps: JudgeDeps,
): Promise<Judgement> {
  const verdict = verifySecret(request.headers.authorization, deps.secrets());
  if (verdict === 'right' || verdict === 'previous') deps.onRightSecret(request);
  const refusal = judgeHeaders(request, verdict, deps);
  if (refusal !== null) {
    // In the same moment: what was sent along with it is read in the next one.
    if (refusal.outcome === 'wrong-secret') await deps.onWrongSecret(request);
    return refusal;
  }
  if (waitsForContinue(request)) response.writeContinue();
  const { maxBodyBytes, bodyMs } = deps.limits;
  const read = await readBody(request, { maxBytes: maxBodyBytes, timeoutMs: bodyMs });
  if (!read.ok) {
    const cut = { bytes: read.received, orderId: null, body: 'cut' } as const;
    if (read.problem === 'too-large') return { ...cut, outcome: 'too-large', status: 413, notes: [] };
    // Status 0: the sender was gone, so no response was sent.
    const status = read.problem === 'timed-out' ? 408 : 0;
    return { ...cut, outcome: 'aborted', status, notes: [{ kind: read.problem }] };
  }
  const whole = { bytes: read.bytes.length, orderId: null, notes: [], body: 'read' } as const;
  const judged = { ...whole, ...(await judgeBytes(request, read.bytes, deps)) };
  return verdict === 'previous'
    ? { ...judged, notes: [{ kind: 'previous-secret' }, ...judged.notes] }
    : judged;
}

/** What is not said to be JSON in UTF-8 is read all the same, as long as it can be nothing else. */
async function judgeBytes(request: IncomingMessage, bytes: Buffer, deps: JudgeDeps): Promise<Content> {
  const { isJson, charset } = readBodyType(request.headers['content-type']);
  const wrongType = { outcome: 'wrong-type', status: 415, orderId: null, notes: [] } as const;
  if (charset === 'ascii-like' && !isAscii(bytes)) return wrongType;
  const json = parseJson(bytes, deps.limits.maxDepth);
  if (json.ok) return judgeContent(json.value, deps);
  return isJson
    ? { outcome: 'not-json', status: 400, orderId: null, notes: [{ kind: json.error }] }
    : wrongType;
}

function judgeHeaders(request: IncomingMessage, verdict: SecretVerdict, deps: JudgeDeps): Judgement | null {
  const unread = { bytes: 0, orderId: null, notes: [], body: 'unread' } as const;
  if (deps.isStopping()) return { ...unread, outcome: 'stopping', status: 503 };
  // Not 401: the platform must try again.
  if (!deps.isReady()) return { ...unread, outcome: 'not-ready', status: 503 };
  const { authorization } = request.headers;
  if (verdict === 'none-stored') return { ...unread, outcome: 'no-secret', status: 401 };
  if (verdict === 'wrong') {
    const kind = authorization === undefined ? 'no-secret' : 'other-secret';
    return { ...unread, outcome: 'wrong-secret', status: 401, notes: [{ kind }] };
  }
  const problem = findHeaderProblem(request.headers, deps.limits.maxBodyBytes);
  if (problem === null) return null;
  return { ...unread, outcome: problem, status: problem === 'too-large' ? 413 : 415 };
}
