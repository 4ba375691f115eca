import type { HealthEntry, SoundCheck } from '../../../shared/health/health.ts';
import type { PartnerCheck } from '../../../shared/partner.ts';
import type { SetupTest, TestLight, TestPath } from '../../../shared/setup.ts';
import type { TunnelError } from '../../../shared/tunnel.ts';
import { partnerHealth } from '../sync/refresh-report.ts';
import { TRUST_INBOUND_MS } from '../address/link-state.ts';
import { awayMs } from '../inbound/webhook-proof.ts';

/** The result of sending a test webhook. */
export type TestReply =
  | { readonly ok: true; readonly status: number; readonly ms: number }
  | { readonly ok: false; readonly error: TunnelError };

export type TestFacts = {
  readonly at: string;
  readonly path: TestPath;
  readonly hasSecret: boolean;
  readonly hasAddress: boolean;
  /**
   * The result of the first webhook; null when nothing could be sent. When the public address could not be proven, it
   * holds the reason.
   */
  readonly reply: TestReply | null;
  /** The receiver on this computer received the webhook. */
  readonly hasArrived: boolean;
  /**
   * The result of a second webhook, sent straight to the receiver when the first did not arrive; null when none was
   * sent.
   */
  readonly direct: { readonly reply: TestReply; readonly hasArrived: boolean } | null;
  /** When the platform last sent an order. */
  readonly lastWebhookAt: string | null;
  readonly check: PartnerCheck;
  /** The state of the receiver alone. */
  readonly health: { readonly receiver: Pick<HealthEntry, 'state' | 'code' | 'detail'> };
  readonly sound: SoundCheck;
  /** Whether the desktop showed a notification. */
  readonly toast: Pick<HealthEntry, 'state' | 'code'>;
};

const OK: TestLight = { state: 'ok', ms: null, why: null };

/** Derives the lights from the facts, each independently: a broken tunnel must not darken a light that works. */
export function judgeTest(facts: TestFacts): SetupTest {
  const { at, path, reply, sound, toast } = facts;
  return {
    at,
    path,
    inboundAt: inboundFor(facts),
    ms: reply?.ok === true ? reply.ms : null,
    lights: {
      partner: partnerLight(facts),
      tunnel: tunnelLight(facts),
      computer: computerLight(facts),
      toasts: toast.state === 'ok' ? OK : failed({ code: toast.code, detail: null }),
      sound: sound.state === 'ok' ? OK : failed(sound),
    },
  };
}

/** Returns false when a light has failed, or when no order could come: PedidosYa returned none and cannot call either. */
export function isPassed({ lights, path }: SetupTest): boolean {
  const isNothingOut = Object.values(lights).every(({ state }) => state !== 'failed');
  const hasPath = lights.partner.ms !== null || (path === 'public' && lights.tunnel.state === 'ok');
  return isNothingOut && hasPath;
}

function partnerLight({ check, at }: TestFacts): TestLight {
  if (check.ok) return { ...OK, ms: check.ms };
  const [state, code, detail] = partnerHealth({ ...check, at });
  return state === 'off' ? off({ code, detail }) : failed({ code, detail });
}

/** Returns the time of a webhook from the platform itself, in place of a proof that this computer cannot get. */
function inboundFor({ at, reply, lastWebhookAt }: TestFacts): string | null {
  if (reply === null || reply.ok || reply.error.code !== 'unverified') return null;
  const isRecent = lastWebhookAt !== null && awayMs(lastWebhookAt, at) <= TRUST_INBOUND_MS;
  return isRecent ? lastWebhookAt : null;
}

function tunnelLight(facts: TestFacts): TestLight {
  const { path, reply, hasArrived, hasSecret, hasAddress } = facts;
  if (path === 'local') return off({ code: 'tunnel-off', detail: null });
  if (!hasAddress) return broken({ code: 'not_configured', detail: null });
  if (!hasSecret || reply === null) return off({ code: 'receiver-no-secret', detail: null });
  if (!reply.ok) return inboundFor(facts) === null ? broken(reply.error) : OK;
  const { status, ms } = reply;
  if (hasArrived) {
    return status === 200 ? { ...OK, ms } : broken({ code: 'reply_lost', detail: String(status) });
  }
  // A server that knows neither the secret nor the path is not this receiver.
  const isOther = status === 200 || status === 401 || status === 404;
  return broken(
    isOther ? { code: 'wrong_endpoint', detail: null } : { code: 'http_status', detail: String(status) },
  );
}

function computerLight(facts: TestFacts): TestLight {
  const { path, reply, hasArrived, direct, hasSecret, health } = facts;
  if (!hasSecret) {
    // A shop that only polls needs no receiver.
    const why = { code: 'receiver-no-secret', detail: null } as const;
    return path === 'local' ? off(why) : failed(why);
  }
  if (hasArrived) return { ...OK, ms: path === 'local' && reply?.ok === true ? reply.ms : null };
  if (direct?.hasArrived === true) return { ...OK, ms: direct.reply.ok ? direct.reply.ms : null };
  const { receiver } = health;
  return failed(receiver.state === 'ok' ? { code: 'receiver-failed', detail: null } : receiver);
}

type Why = Pick<HealthEntry, 'code' | 'detail'>;

function failed({ code, detail }: Why): TestLight {
  return { state: 'failed', ms: null, why: { kind: 'health', code, detail } };
}

function off({ code, detail }: Why): TestLight {
  return { state: 'off', ms: null, why: { kind: 'health', code, detail } };
}

function broken(error: TunnelError): TestLight {
  return { state: 'failed', ms: null, why: { kind: 'tunnel', error } };
}
