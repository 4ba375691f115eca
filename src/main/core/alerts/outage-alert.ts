import { alertId, type Alert, type OutageAlert } from '../../../shared/orders/alert.ts';
import type { PartnerErrorCode } from '../../../shared/partner.ts';
import type { Now } from '../../../shared/time.ts';
import type { OrderStore } from '../orders/types.ts';
import type { SyncNotes } from '../support/notes.ts';

export type OutageAlerts = {
  /** A poll failed for this cause, or could not start. */
  readonly lost: (cause: PartnerErrorCode) => void;
  /** A poll read everything, or polling is switched off. Returns the alerts that this closed. */
  readonly regained: () => readonly Alert[];
  /** Returns whether an outage was announced that is not over. */
  readonly isRaised: () => boolean;
  /** The computer woke up: its network may need as long as at the start of an outage, so the wait starts again. */
  readonly woke: () => void;
  readonly stop: () => void;
};

type Outage = {
  /** ISO UTC; also the alert's subject. */
  readonly since: string;
  /** When the wait for its end began, on the monotonic clock. */
  readonly fromMs: number;
  readonly cause: PartnerErrorCode;
};

const MINUTE_MS = 60_000;
/** The keychain is checked every minute; one that is slow, or opens with the user's session, is open by then. */
const KEYCHAIN_PATIENCE_MS = 90_000;

/**
 * Raises one alert for an outage that does not end by itself, and closes it when contact is back. The only writer of
 * alerts of the kind `connection`. A refused key needs a person, so it rings without waiting; a keychain that stays
 * closed rings too, whatever the shop's setting for outages.
 */
export function createOutageAlert(deps: {
  readonly store: Pick<OrderStore, 'transact' | 'alertsOf' | 'openAlerts'>;
  readonly notes: Pick<SyncNotes, 'read' | 'save' | 'forget'>;
  readonly now: Now;
  readonly monotonicMs: () => number;
  readonly schedule: (run: () => void, ms: number) => () => void;
  /** How long an outage may last before it is announced; 0: it is never announced. */
  readonly afterMinutes: () => number;
  /** Receives the alert once it is on disk. Must not throw. */
  readonly onRaised: (alert: Alert) => void;
  /** Receives an error of the store in a timer. */
  readonly onError: (error: unknown) => void;
}): OutageAlerts {
  const { store, notes, now, monotonicMs } = deps;
  let outage: Outage | null = null;
  let cancelTimer: (() => void) | null = null;

  const save = (alert: Alert): Alert => {
    store.transact((tx) => tx.saveAlert(alert));
    return alert;
  };

  const raise = (current: Outage): void => {
    const alert = connectionAlert(current, now());
    save(alert);
    deps.onRaised(alert);
  };

  const arm = (): void => {
    cancelTimer?.();
    cancelTimer = null;
    if (outage === null || store.alertsOf(outage.since).length > 0) return;
    const patienceMs = patienceWith(outage.cause, deps.afterMinutes());
    if (patienceMs === null) return;
    const waitMs = outage.fromMs + patienceMs - monotonicMs();
    if (waitMs <= 0) raise(outage);
    else cancelTimer = deps.schedule(ring, waitMs);
  };

  const ring = (): void => {
    try {
      arm();
    } catch (error) {
      // The next failed poll tries again.
      deps.onError(error);
    }
  };

  return {
    lost: (cause) => {
      if (outage === null) {
        // An outage stored by an earlier run of the app continues.
        const since = notes.read('outage-since') ?? now();
        outage = { since, fromMs: monotonicMs(), cause };
        notes.save('outage-since', since);
      }
      outage = { ...outage, cause };
      for (const alert of store.alertsOf(outage.since)) {
        if (alert.kind === 'connection' && alert.cause !== cause) save({ ...alert, cause });
      }
      arm();
    },
    regained: () => {
      cancelTimer?.();
      cancelTimer = null;
      const since = outage?.since ?? notes.read('outage-since');
      outage = null;
      const own = since === null ? [] : store.alertsOf(since).filter((alert) => alert.closedAt === null);
      const others = store
        .openAlerts()
        .filter(({ kind, subject }) => kind === 'connection' && subject !== since);
      const closedAt = now();
      const closed = [...own, ...others].map((alert) => save({ ...alert, closedAt }));
      if (since !== null) notes.forget('outage-since');
      return closed;
    },
    isRaised: () => outage !== null && store.alertsOf(outage.since).some((alert) => alert.closedAt === null),
    woke: () => {
      // The timer under way finds that it came too early.
      if (outage !== null) outage = { ...outage, fromMs: monotonicMs() };
    },
    stop: () => cancelTimer?.(),
  };
}

/**
 * Returns how long to wait before the alert, in milliseconds; null: it is not announced. The alert for what a person
 * must repair cannot be switched off.
 */
function patienceWith(cause: PartnerErrorCode, outageMinutes: number): number | null {
  if (cause === 'unauthorized') return 0;
  if (cause === 'keychain-unavailable' || cause === 'keys-gone' || cause === 'key-elsewhere') {
    return KEYCHAIN_PATIENCE_MS;
  }
  return outageMinutes > 0 ? outageMinutes * MINUTE_MS : null;
}

function connectionAlert({ since, cause }: Outage, at: string): OutageAlert {
  return {
    id: alertId(since, 'connection'),
    subject: since,
    kind: 'connection',
    cause,
    raisedAt: at,
    since,
    source: 'catch-up',
    shownAt: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    closedAt: null,
  };
}
