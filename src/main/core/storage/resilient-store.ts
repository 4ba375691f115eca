import { isOpenAlert, type Alert } from '../../../shared/orders/alert.ts';
import type { ShopIds, ShopScope } from '../orders/shop.ts';
import type { MovedAlerts } from '../orders/types.ts';
import { createCircuitBreaker, type CircuitBreaker } from './circuit-breaker.ts';
import { createJournal, type Journal } from './journal.ts';

/** An orders file that could not be used and was renamed to this, in the same folder. */
export type SetAsideFile = { readonly name: string; readonly why: 'damaged' | 'newer' };

/** Why the store cannot be written, for causes that a person can fix. */
export type StoreTrouble = 'full' | 'locked' | 'unwritable';

type BreakerDeps = Parameters<typeof createCircuitBreaker>[0];

export type ResilientStore = {
  readonly breaker: CircuitBreaker;
  readonly journal: Journal;
  /** Shows this shop's orders from now on; returns the alerts that opened and closed with it. */
  readonly switchShop: ShopScope['follow'];
  /** Tries once more to store what waits. What is lost with this end is logged. */
  readonly end: () => void;
};

/**
 * Returns the orders file as the rest of the app uses it. It goes on in memory while the disk fails, tries again, and
 * reports what changed when the file works again.
 */
export function createResilientStore(
  deps: Pick<BreakerDeps, 'isDown' | 'monotonicMs' | 'random' | 'schedule'> & {
    readonly orders: Parameters<typeof createJournal>[0]['store'];
    /**
     * Opens the file again after this error. Returns 'anew' for a file without the old contents, null when there was
     * nothing to open. Throws when it cannot.
     */
    readonly heal: (trouble: unknown) => 'sound' | 'anew' | null;
    readonly shop: Pick<ShopScope, 'follow'>;
    /** The shop in the settings at the start. */
    readonly shopIds: ShopIds;
    /** Notes that the app runs. This write proves that the file can be written. */
    readonly notePresence: () => void;
    readonly troubleOf: (error: unknown) => StoreTrouble;
    /** Called at the start and at each change; null: everything is stored. */
    readonly onTrouble: (trouble: StoreTrouble | null) => void;
    /** Everything that waited is stored. */
    readonly onStored: () => void;
    /** The file was opened again, so what could not be read before can be read now. */
    readonly onReopened: () => void;
    /** The alerts in the file differ from those the app assumed. */
    readonly onDifference: (moved: MovedAlerts) => void;
    readonly log: {
      readonly info: (message: string) => void;
      readonly error: (message: string, detail?: unknown) => void;
    };
  },
): ResilientStore {
  const { orders, shop, log } = deps;
  let { shopIds } = deps;
  let isReopened = false;
  let isKnown = false;

  const publishDifference = (before: readonly Alert[], after: readonly Alert[]): void => {
    const raised = after.filter(({ id }) => before.every((alert) => alert.id !== id));
    const gone = before.filter(({ id }) => after.every((alert) => alert.id !== id));
    const stored = gone.flatMap(({ id, subject }) => orders.alertsOf(subject).filter((one) => one.id === id));
    if (raised.length + stored.length === 0) return;
    deps.onDifference({ raised, closed: stored.filter((alert) => !isOpenAlert(alert)) });
  };
  const recover = (trouble: unknown): void => {
    const before = journal.store.openAlerts();
    const opened = deps.heal(trouble);
    shop.follow(shopIds);
    if (opened === 'anew') journal.carryOver();
    isReopened ||= opened !== null;
    journal.storeAll();
    deps.notePresence();
    publishDifference(before, orders.openAlerts());
  };
  const breaker = createCircuitBreaker({
    ...deps,
    recover,
    onTrouble: (error) => {
      if (!isKnown) log.error('Nothing can be stored; going on in memory', error);
      isKnown = true;
      deps.onTrouble(deps.troubleOf(error));
    },
    onStored: () => {
      log.info('Everything is stored again');
      isKnown = false;
      deps.onStored();
      deps.onTrouble(null);
      if (isReopened) deps.onReopened();
      isReopened = false;
    },
  });
  const journal = createJournal({ store: orders, breaker, log });
  const switchShop = (ids: ShopIds): MovedAlerts => {
    shopIds = ids;
    return breaker.write(
      () => shop.follow(ids),
      () => ({ raised: [], closed: [] }),
    );
  };
  switchShop(shopIds);
  if (breaker.trouble() === null) deps.onTrouble(null);

  return {
    breaker,
    journal,
    switchShop,
    end: () => {
      breaker.write(
        () => undefined,
        () => log.error('What could not be stored is lost with this end', breaker.trouble()),
      );
      breaker.stop();
    },
  };
}
