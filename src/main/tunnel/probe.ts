import type { TunnelError } from '../../shared/tunnel.ts';
import { createLeave } from '../leave.ts';
import type { Probe, ProbeResult } from '../core/address/types.ts';
import type { Fetch } from '../core/support/way-out.ts';
import { fetchSmall, type SmallAnswer } from './fetch-small.ts';
import { toNetworkError } from './network-error.ts';
import type { ProbeNonces } from './probe-nonces.ts';

const LOCAL_TIMEOUT_MS = 4_000;
const TIMEOUT_MS = 8_000;
const LOCAL_DOWN: TunnelError = { code: 'local_down', detail: null };
const HEALTH_PATH = '/healthz';
/** ngrok's codes when the month's requests or bytes are used up. Source: https://ngrok.com/docs/errors/err_ngrok_727 */
const QUOTA_CODES: readonly string[] = ['ERR_NGROK_725', 'ERR_NGROK_727'];

/**
 * Returns a function that sends a request to the app's own receiver: first directly, so that a fault of the receiver is
 * not taken for one of the tunnel, then through the public address. It succeeds when this very process was reached and
 * its response came back.
 */
export function createProbe(deps: {
  readonly nonces: ProbeNonces;
  /** The receiver's port; null while it is closed. */
  readonly port: () => number | null;
  /** Returns false when this computer has no network, which then explains a failure. */
  readonly hasNetwork: (url: string) => boolean;
  readonly monotonicMs: () => number;
  readonly timeoutMs?: number;
  readonly fetch: Fetch;
}): Probe {
  const { nonces, monotonicMs, timeoutMs = TIMEOUT_MS } = deps;

  const askOnce = async (
    base: string,
    options: { readonly limitMs: number; readonly signal: AbortSignal },
  ): Promise<TunnelError | null> => {
    const question = nonces.open();
    const leave = createLeave({ ms: options.limitMs, caller: options.signal });
    try {
      const { signal } = leave;
      const answer = await fetchSmall(deps.fetch, `${base}${HEALTH_PATH}/${question.nonce}`, { signal });
      return judge(answer, question.answer, question.hasArrived());
    } catch (error) {
      if (question.hasArrived()) return { code: 'reply_lost', detail: null };
      return leave.isLate() ? { code: 'timeout', detail: null } : toNetworkError(error);
    } finally {
      question.end();
      leave.end();
    }
  };

  return async (url, signal): Promise<ProbeResult> => {
    const port = deps.port();
    const local =
      port === null
        ? LOCAL_DOWN
        : await askOnce(`http://127.0.0.1:${String(port)}`, { limitMs: LOCAL_TIMEOUT_MS, signal });
    if (local !== null) {
      const isOther = local.code === 'wrong_endpoint' || local.code === 'http_status';
      return { ok: false, ms: 0, error: isOther ? { code: 'port_taken', detail: null } : LOCAL_DOWN };
    }
    const beganMs = monotonicMs();
    const error = await askOnce(url, { limitMs: timeoutMs, signal });
    const ms = Math.round(monotonicMs() - beganMs);
    if (error === null) return { ok: true, ms };
    return { ok: false, ms, error: deps.hasNetwork(url) ? error : { code: 'no_network', detail: null } };
  };
}

function judge(
  { status, body, ngrokCode }: SmallAnswer,
  expected: string,
  hasArrived: boolean,
): TunnelError | null {
  if (status === 200 && body.trim() === expected) return null;
  if (hasArrived) return { code: 'reply_lost', detail: String(status) };
  if (ngrokCode !== null && QUOTA_CODES.includes(ngrokCode)) return { code: 'quota', detail: ngrokCode };
  if (ngrokCode !== null) return { code: 'http_status', detail: `${String(status)} ${ngrokCode}` };
  // The app's own receiver would have known the nonce.
  if (status === 200 || status === 404) return { code: 'wrong_endpoint', detail: null };
  return { code: 'http_status', detail: String(status) };
}
