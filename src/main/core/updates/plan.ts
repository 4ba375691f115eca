import { msBetween } from '../../../shared/time.ts';
import type { InstallBlock, UpdateState } from '../../../shared/computer.ts';
import type { ShopHours } from './shop-hours.ts';

export type UpdateFacts = {
  readonly state: UpdateState;
  /** ISO UTC. */
  readonly now: string;
  /** Updates are found, downloaded and installed automatically. */
  readonly automatic: boolean;
  readonly hours: ShopHours;
  /** Alerts that are not acknowledged. */
  readonly openAlerts: number;
  /** Since the start of the app, in milliseconds. */
  readonly upMs: number;
  /** Milliseconds since the last webhook from the platform; null: never. */
  readonly quietMs: number | null;
};

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const START_REST_MS = 10 * MINUTE_MS;
const CHECK_EVERY_MS = 6 * HOUR_MS;
const RETRY_MS = HOUR_MS;
/** After this time an update is downloaded during opening hours too: some computers run only while the shop is open. */
const DOWNLOAD_PATIENCE_MS = 72 * HOUR_MS;
const QUIET_MS = 30 * MINUTE_MS;

/** Returns what to do about updates without a user's request; called every minute. */
export function planUpdate(facts: UpdateFacts): 'none' | 'check' | 'download' | 'install' {
  const { state, now, hours } = facts;
  if (!facts.automatic || facts.openAlerts > 0 || facts.upMs < START_REST_MS) return 'none';
  switch (state.kind) {
    case 'current':
      return isOlder(state.checkedAt, CHECK_EVERY_MS, now) ? 'check' : 'none';
    case 'failed':
      return isOlder(state.at, RETRY_MS, now) ? 'check' : 'none';
    case 'found':
      return hours !== 'open' || isOlder(state.at, DOWNLOAD_PATIENCE_MS, now) ? 'download' : 'none';
    case 'ready': {
      // Without known hours, any moment may be within them: the update is then installed when the app is closed.
      const isQuiet = facts.quietMs === null || facts.quietMs >= QUIET_MS;
      return hours === 'closed' && isQuiet && !state.needsPassword ? 'install' : 'none';
    }
    default:
      return 'none';
  }
}

/** Returns what prevents installing now, even at the user's request: an update must never cost an alert. */
export function installBlock({ hours, openAlerts }: Pick<UpdateFacts, 'hours' | 'openAlerts'>): InstallBlock {
  if (openAlerts > 0) return 'alerts';
  return hours === 'open' ? 'open' : null;
}

/** Returns whether to install when the app ends: no one is there to type a password then. */
export function installsAtQuit(
  facts: Pick<UpdateFacts, 'state' | 'automatic' | 'hours' | 'openAlerts'>,
): boolean {
  const { state } = facts;
  return state.kind === 'ready' && facts.automatic && !state.needsPassword && installBlock(facts) === null;
}

/** A clock that was set back must not stop updates for ever. */
function isOlder(at: string | null, ageMs: number, now: string): boolean {
  return at === null || Math.abs(msBetween(at, now)) >= ageMs;
}
