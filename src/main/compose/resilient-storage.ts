import { whoIsAtCounter } from '../../shared/settings/hands.ts';
import type { HealthBoard } from '../core/health/board.ts';
import { storeHealth } from '../core/health/to-health.ts';
import { createHandOver } from '../core/orders/hand-over.ts';
import { createIngest } from '../core/orders/ingest.ts';
import { createPassOn } from '../core/outbox/order-message.ts';
import { createShopChange, createShopGuard } from '../core/orders/shop.ts';
import { createResilientSetupRecords } from '../core/setup/records.ts';
import { createJournalNotes } from '../core/storage/journal-notes.ts';
import { createOverlayRecords } from '../core/storage/overlay-records.ts';
import { createResilientStore } from '../core/storage/resilient-store.ts';
import type { Now } from '../../shared/time.ts';
import type { EmitApp } from '../events.ts';
import type { Log } from '../log.ts';
import { openStorage } from '../store/database/storage.ts';
import { timing } from '../timing.ts';

export type Storage = ReturnType<typeof openResilientStorage>;

/** Returns the storage as the rest of the app sees it: it goes on while the disk fails, and reports that. */
export function openResilientStorage(deps: {
  readonly profileDir: string;
  readonly keychainService: string;
  readonly health: HealthBoard;
  /** An order of this shop spells the shop's id differently from the settings. */
  readonly onSpelling: (id: string) => void;
  readonly emit: EmitApp;
  readonly now: Now;
  readonly isClockProven: () => boolean;
  readonly log: Log;
}) {
  const { health, emit, now, log } = deps;
  const storage = openStorage({
    ...deps,
    onLateSecret: () => emit('secret-late', null),
    onGone: () => emit('orders-replaced', null),
  });
  const { notes, records, shop } = storage;
  const notePresence = (): void => records.notePresence(now());
  const { breaker, journal, switchShop, end } = createResilientStore({
    ...timing,
    ...storage,
    isDown: storage.isStoreDown,
    shopIds: storage.settings.read().shop,
    notePresence,
    onTrouble: (trouble) => health.set('store', ...storeHealth(trouble, storage.setAside())),
    onStored: storage.deliveries.flush,
    // Later: these are called in the middle of a write.
    onReopened: () =>
      void setImmediate(() => {
        emit('orders-replaced', null);
        emit('store-reopened', null);
      }),
    onDifference: (moved) => void setImmediate(() => emit('alerts-moved', moved)),
    log,
  });

  return {
    ...storage,
    now,
    orders: journal.store,
    notes: createJournalNotes({ notes, breaker }),
    records: {
      ...records,
      ...createOverlayRecords({ records, pending: journal.rows, breaker }),
      notePresence: () => breaker.write(notePresence, () => undefined),
    },
    setupRecords: createResilientSetupRecords(storage.setupRecords, breaker),
    receive: createIngest({
      store: journal.store,
      now,
      isClockProven: deps.isClockProven,
      passOn: () => createPassOn(storage.settings.read().outgoing.till),
      isOurs: createShopGuard({ match: shop.match, onSpelling: deps.onSpelling, log }),
    }),
    handOver: createHandOver({
      store: journal.store,
      by: () => whoIsAtCounter(storage.settings.read().hands),
      now,
    }),
    /** Returns why the received orders are not stored; null: they are. */
    notStored: breaker.trouble,
    switchShop: createShopChange({
      isOtherShop: shop.isOther,
      switchShop,
      onLeft: () => emit('shop-left', null),
      onSwitched: (moved) => {
        emit('alerts-moved', moved);
        emit('orders-replaced', null);
      },
    }),
    close: async (): Promise<boolean> => {
      end();
      return storage.close();
    },
  };
}
