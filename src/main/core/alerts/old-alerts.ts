import type { Alert } from '../../../shared/orders/alert.ts';
import { shiftIso, type Now } from '../../../shared/time.ts';
import type { OrderStore } from '../orders/types.ts';
import { EARLIEST_TIME } from '../orders/time-limits.ts';

/** A bag waits on the counter for at most this long: alerts unseen for longer are only listed and do not ring. */
const RINGS_MS = 24 * 60 * 60 * 1000;
/** The platform's time is waited for this long; after that an old alert rings, whatever this computer's clock says. */
const PATIENCE_MS = 20_000;
const LOOK_MS = 250;

export type OldAlerts = {
  /** Returns the open alerts, without the old ones that still wait. */
  readonly openAlerts: OrderStore['openAlerts'];
  /** Returns true when the platform's time is known, or was waited for so long that this computer's is good enough. */
  readonly isTimeKnown: () => boolean;
  readonly start: () => void;
  readonly stop: () => void;
};

/**
 * Returns the part that holds old alerts back. After days without running, the app finds alerts that nobody saw and
 * nobody needs any more. They wait until the platform's time is known: then they are closed, or they ring after all.
 */
export function createOldAlerts(deps: {
  readonly store: Pick<OrderStore, 'openAlerts' | 'transact'>;
  readonly clock: { readonly now: Now; readonly isProven: () => boolean };
  readonly schedule: (run: () => void, ms: number) => () => void;
  readonly monotonicMs: () => number;
  readonly onClosed: (closed: readonly Alert[]) => void;
  /** Some of the old alerts ring after all. */
  readonly onReleased: () => void;
  readonly log: { readonly error: (message: string, detail?: unknown) => void };
}): OldAlerts {
  const { store, clock, monotonicMs } = deps;
  let held: ReadonlySet<string> = new Set();
  let cancel = (): void => undefined;
  const madeMs = monotonicMs();

  const close = (): readonly Alert[] => {
    const at = clock.now();
    const closed = store
      .openAlerts()
      .filter((alert) => held.has(alert.id) && isOld(alert, at))
      .map((alert) => ({ ...alert, closedAt: at }));
    try {
      store.transact((tx) => closed.forEach(tx.saveAlert));
    } catch (error) {
      deps.log.error('Old alerts could not be closed; they ring', error);
      return [];
    }
    return closed;
  };
  const settle = (closed: readonly Alert[]): void => {
    const isAllClosed = closed.length === held.size;
    held = new Set();
    if (closed.length > 0) deps.onClosed(closed);
    if (!isAllClosed) deps.onReleased();
  };
  const look = (untilMs: number): void => {
    if (clock.isProven()) settle(close());
    else if (monotonicMs() >= untilMs) settle([]);
    else cancel = deps.schedule(() => look(untilMs), LOOK_MS);
  };

  return {
    openAlerts: () => {
      const open = store.openAlerts();
      return held.size === 0 ? open : open.filter(({ id }) => !held.has(id));
    },
    isTimeKnown: () => clock.isProven() || monotonicMs() - madeMs > PATIENCE_MS,
    start: () => {
      const at = clock.now();
      const old = store.openAlerts().filter((alert) => isOld(alert, at));
      held = new Set(old.map(({ id }) => id));
      if (held.size > 0) look(monotonicMs() + PATIENCE_MS);
    },
    stop: () => cancel(),
  };
}

/** Old both by the platform's time and by the time it became known here. An outage has no time of the platform. */
function isOld({ kind, since, raisedAt }: Alert, at: string): boolean {
  const latest = since > raisedAt ? since : raisedAt;
  return kind !== 'connection' && since >= EARLIEST_TIME && latest < shiftIso(at, -RINGS_MS);
}
