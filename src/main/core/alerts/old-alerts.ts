import type { Alert } from '../../../shared/alert.ts';
import { shiftIso } from '../../../shared/time.ts';
import type { OrderStore } from '../orders/types.ts';
import { EARLIEST_TIME } from '../orders/retention.ts';
import type { Now } from '../support/now.ts';

/** A bag stands there for so long at most: what went unseen for longer is listed and rings nobody. */
const RINGS_MS = 24 * 60 * 60 * 1000;
/** So long an old alert waits for the platform to say what time it is; after that it rings, whatever this clock says. */
const PATIENCE_MS = 20_000;
const LOOK_MS = 250;

export type OldAlerts = {
  /** Those that are open, without the old ones that wait. */
  readonly openAlerts: OrderStore['openAlerts'];
  readonly start: () => void;
  readonly stop: () => void;
};

/**
 * An app that was off for days finds alerts that nobody saw and that nobody has to see any more. They wait for the platform's
 * time: by that they are closed, or they ring after all.
 */
export function createOldAlerts(deps: {
  readonly store: Pick<OrderStore, 'openAlerts' | 'transact'>;
  readonly clock: { readonly now: Now; readonly isProven: () => boolean };
  readonly schedule: (run: () => void, ms: number) => () => void;
  readonly monotonicMs: () => number;
  readonly onClosed: (closed: readonly Alert[]) => void;
  /** Some ring after all. */
  readonly onReleased: () => void;
  readonly log: { readonly error: (message: string, detail?: unknown) => void };
}): OldAlerts {
  const { store, clock, monotonicMs } = deps;
  let held: ReadonlySet<string> = new Set();
  let cancel = (): void => undefined;

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
    start: () => {
      const at = clock.now();
      const old = store.openAlerts().filter((alert) => isOld(alert, at));
      held = new Set(old.map(({ id }) => id));
      if (held.size > 0) look(monotonicMs() + PATIENCE_MS);
    },
    stop: () => cancel(),
  };
}

/** Both by the platform's word and by when it became known here. An outage is not the platform's to date. */
function isOld({ kind, since, raisedAt }: Alert, at: string): boolean {
  const latest = since > raisedAt ? since : raisedAt;
  return kind !== 'connection' && since >= EARLIEST_TIME && latest < shiftIso(at, -RINGS_MS);
}
