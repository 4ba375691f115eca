import type { Fact } from '../../shared/health/fact.ts';
import type { HealthCode, HealthEntry, HealthPart } from '../../shared/health/health.ts';

/** One possible problem of a part; `detail` completes its sentence. */
export type Trouble = { readonly code: HealthCode; readonly detail: Fact | null };

/** The usual problems of each part, the most likely first. */
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
  printer: ['printer-offline', 'printer-no-paper', 'printer-doubtful'],
  outgoing: ['outgoing-late', 'outgoing-dead'],
  outlet: ['outlet-closed-until', 'outlet-closed'],
};

/** Returns the problems to list for a part, its current one first. */
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

/** Returns true when somebody should look at it. */
export function isTrouble({ state }: HealthEntry): boolean {
  return state === 'degraded' || state === 'down';
}
