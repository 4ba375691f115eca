import type { Fact } from '../../shared/fact.ts';
import type { HealthCode, HealthEntry, HealthPart } from '../../shared/health.ts';

/** One of the troubles of a part; `detail` fills its sentence in. */
export type Trouble = { readonly code: HealthCode; readonly detail: Fact | null };

/** What usually is wrong with a part, the likeliest first. */
const USUAL: Readonly<Record<HealthPart, readonly HealthCode[]>> = {
  partner: ['partner-offline', 'partner-unauthorized', 'partner-bad-response'],
  tunnel: ['tunnel-broken', 'tunnel-failed'],
  receiver: ['webhook-wrong-secret', 'webhook-not-calling', 'receiver-port-in-use', 'receiver-no-secret'],
  store: ['store-full', 'store-locked', 'store-unwritable'],
  sound: ['sound-no-device', 'sound-computer-muted', 'sound-failed'],
  toasts: ['toasts-missing', 'toasts-silent'],
  power: [],
  clock: ['clock-off', 'clock-far-off'],
  orders: ['status-unknown', 'shop-spelled'],
};

/** The troubles to tell of a part: the one it has now first. */
export function troublesOf(
  part: HealthPart,
  { now, port }: { readonly now: HealthEntry | null; readonly port: number },
): readonly Trouble[] {
  const usual = USUAL[part].map((code): Trouble => ({
    code,
    detail: code === 'receiver-port-in-use' ? { kind: 'port', port, owner: null, suggested: null } : null,
  }));
  if (now === null || !isTrouble(now)) return usual;
  return [{ code: now.code, detail: now.detail }, ...usual.filter(({ code }) => code !== now.code)];
}

/** True when somebody should look at it. */
export function isTrouble({ state }: HealthEntry): boolean {
  return state === 'degraded' || state === 'down';
}
