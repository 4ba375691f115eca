import type { OutletFact } from '../../../shared/health/fact.ts';
import type { HealthCode, HealthState } from '../../../shared/health/health.ts';
import type { OutletSettings, OutletState } from '../../../shared/outlet.ts';
import { msBetween } from '../../../shared/time.ts';
import type { ShopHours } from '../updates/shop-hours.ts';
import type { PartnerError } from '../../../shared/partner.ts';
import type { Result } from '../../../shared/result.ts';

/** One answer of the platform. `unknown`: it answered, but nothing that can be understood. */
export type OutletAnswer = {
  readonly state: OutletState | 'unknown';
  /** What it said in place of a known state, shortened; null: nothing. */
  readonly said: string | null;
  /** When the shop opens again, ISO UTC; null: it did not say. */
  readonly until: string | null;
  /** Its code for the reason, or what somebody wrote. */
  readonly reason: string | null;
};

/** Asks the platform whether the shop is open. Rejects only when aborted. */
export type AskOutlet = (signal?: AbortSignal) => Promise<Result<OutletAnswer, PartnerError>>;

/** Three questions long nothing came back: what was known then says nothing about now. */
const OLD_MS = 16 * 60_000;

const CODES = {
  open: 'outlet-open',
  closed: 'outlet-closed',
  'closed-today': 'outlet-closed-today',
  'closed-until': 'outlet-closed-until',
  checkin: 'outlet-checkin',
} as const satisfies Record<OutletState, HealthCode>;

/** An answer, when it came (ISO UTC), and whether the shop should have been open then. */
export type OutletReading = {
  readonly answer: OutletAnswer;
  readonly at: string;
  readonly hours: ShopHours;
};

/**
 * Returns the light of the shop on the platform. Green only for a fresh answer that says open; yellow while it says
 * closed and the shop should be open, or may be; grey for everything else, which is no trouble of the app.
 */
export function outletLight(facts: {
  readonly settings: OutletSettings;
  /** The last answer. */
  readonly latest: OutletReading | null;
  /** The last one that was understood. */
  readonly understood: OutletReading | null;
  readonly hours: ShopHours;
  readonly now: string;
  /** Writes a time as people at the shop read it. */
  readonly clock: (iso: string) => string;
}): readonly [HealthState, HealthCode, OutletFact | null] {
  const { settings, latest, understood, hours, now } = facts;
  const last = understood?.answer.state ?? null;
  const known = { kind: 'outlet', last: last === 'unknown' ? null : last, said: null } as const;
  const empty = { ...known, until: null, reason: null, isDue: false } as const;
  if (!settings.on) {
    if (settings.refused === null) return ['off', 'not-used', null];
    return ['off', 'outlet-refused', { ...empty, last: null, said: String(settings.refused) }];
  }
  if (latest === null) return ['off', 'outlet-unknown', empty];
  const { state, said, until, reason } = latest.answer;
  const isOld = Math.abs(msBetween(latest.at, now)) > OLD_MS;
  if (state === 'unknown' || isOld) return ['off', 'outlet-unknown', { ...empty, said: isOld ? null : said }];
  if (state === 'open') return ['ok', CODES.open, null];
  const isDue = hours !== 'closed' && latest.hours !== 'closed';
  const isAhead = until !== null && msBetween(now, until) > 0;
  const told = { ...known, last: state, reason, until: isAhead ? facts.clock(until) : null, isDue };
  return [isDue ? 'degraded' : 'off', CODES[state], told];
}
