import { isOpenAlert, type Alert } from '../../shared/alert.ts';
import type { HealthCode } from '../../shared/health.ts';
import { createResilientSetupRecords } from '../core/setup/records.ts';
import type { HealthBoard } from '../core/health/board.ts';
import { createHandOver } from '../core/orders/hand-over.ts';
import { createJournal } from '../core/storage/journal.ts';
import { createJournalNotes } from '../core/storage/journal-notes.ts';
import { createOverlayRecords } from '../core/storage/overlay-records.ts';
import type { Now } from '../core/support/now.ts';
import type { StoreTrouble } from '../core/storage/types.ts';
import { createShopGuard } from '../core/orders/shop-guard.ts';
import type { ShopIds, ShopScope } from '../core/orders/shop-match.ts';
import { createIngest } from '../core/orders/ingest.ts';
import { storeHealth } from '../core/health/to-health.ts';
import { createCircuitBreaker } from '../core/storage/circuit-breaker.ts';
import type { EmitApp } from '../events.ts';
import type { Log } from '../log.ts';
import { openStorage } from '../store/storage.ts';
import { timing } from '../timing.ts';

const CODES = {
  full: 'store-full',
  locked: 'store-locked',
  unwritable: 'store-unwritable',
} as const satisfies Record<StoreTrouble, HealthCode>;

/** Everything that is kept, as the rest of the app sees it: it goes on while the disk fails, and says so. */
export function openResilientStorage({
  profileDir,
  keychainService,
  health,
  onSpelling,
  emit,
  now,
  isClockProven,
  log,
}: {
  readonly profileDir: string;
  readonly keychainService: string;
  readonly health: HealthBoard;
  /** An order of this shop writes the shop's id in another way than the settings do. */
  readonly onSpelling: (id: string) => void;
  readonly emit: EmitApp;
  readonly now: Now;
  readonly isClockProven: () => boolean;
  readonly log: Log;
}) {
  const storage = openStorage({
    profileDir,
    keychainService,
    onLateSecret: () => emit('secret-late', null),
    now,
    isClockProven,
    onGone: () => emit('orders-replaced', null),
    log,
  });
  const { orders, notes, records, shop } = storage;
  let shopIds: ShopIds = storage.settings.read().shop;
  const notePresence = (): void => records.notePresence(now());
  let isReopened = false;

  const recover = (trouble: unknown): void => {
    const before = pending.store.openAlerts();
    const opened = storage.heal(trouble);
    shop.follow(shopIds);
    if (opened === 'anew') pending.carryOver();
    isReopened ||= opened !== null;
    pending.storeAll();
    notePresence();
    tellDifference(before, orders.openAlerts());
  };
  const tellDifference = (before: readonly Alert[], after: readonly Alert[]): void => {
    const raised = after.filter(({ id }) => before.every((alert) => alert.id !== id));
    const gone = before.filter(({ id }) => after.every((alert) => alert.id !== id));
    const closed = gone.flatMap(({ id, subject }) => orders.alertsOf(subject).filter((one) => one.id === id));
    if (raised.length + closed.length > 0) {
      const reallyClosed = closed.filter((alert) => !isOpenAlert(alert));
      setImmediate(() => emit('alerts-moved', { raised, closed: reallyClosed }));
    }
  };

  /** Shows this shop's orders from now on; answers what opened and closed with that. */
  const followShop = (ids: ShopIds): ReturnType<ShopScope['follow']> => {
    shopIds = ids;
    return watch.write(
      () => shop.follow(ids),
      () => ({ raised: [], closed: [] }),
    );
  };

  const say = (): void => {
    const trouble = watch.trouble();
    if (trouble === null) health.set('store', ...storeHealth(storage.setAside()));
    else health.set('store', 'down', CODES[storage.troubleOf(trouble)]);
  };
  let isKnown = false;
  const watch = createCircuitBreaker({
    ...timing,
    isDown: storage.isStoreDown,
    recover,
    onTrouble: (error) => {
      if (!isKnown) log.error('Nothing can be stored; going on in memory', error);
      isKnown = true;
      say();
    },
    onStored: () => {
      log.info('Everything is stored again');
      storage.deliveries.flush();
      isKnown = false;
      say();
      if (isReopened) {
        setImmediate(() => {
          emit('orders-replaced', null);
          emit('store-reopened', null);
        });
      }
      isReopened = false;
    },
  });
  const pending = createJournal({ store: orders, watch, log });
  followShop(shopIds);
  say();

  return {
    ...storage,
    now,
    orders: pending.store,
    notes: createJournalNotes({ notes, watch }),
    records: {
      ...records,
      ...createOverlayRecords({ records, pending: pending.rows, watch }),
      notePresence: () => watch.write(notePresence, () => undefined),
    },
    setupRecords: createResilientSetupRecords(storage.setupRecords, watch),
    receive: createIngest({
      store: pending.store,
      now,
      isClockProven,
      isOurs: createShopGuard({ match: shop.match, onSpelling, log }),
    }),
    handOver: createHandOver({ store: pending.store, now }),
    /** Why what was received is not stored; null when it is. */
    notStored: watch.trouble,
    isOtherShop: shop.isOther,
    followShop,
    close: async (): Promise<void> => {
      watch.write(
        () => undefined,
        () => log.error('What could not be stored is lost with this end', watch.trouble()),
      );
      watch.stop();
      await storage.close();
    },
  };
}
