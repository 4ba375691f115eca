import path from 'node:path';
import type { Now } from '../../../shared/time.ts';
import type { Log } from '../../log.ts';
import { createDayFacts } from '../orders/day-facts.ts';
import { createDeliveryLog } from '../orders/delivery-log.ts';
import { createDeliveryPages } from '../orders/delivery-pages.ts';
import { createRetention } from '../orders/retention.ts';
import { createResilientDatabase } from './resilient-database.ts';
import { createOrderStore } from '../orders/order-store.ts';
import { createOutbox } from '../orders/outbox.ts';
import { createRecords } from '../orders/records.ts';
import { finishRestore, readBackup, stageRestore, writeBackup } from '../profile/profile-backup.ts';
import { createSecretVault } from '../settings/secret-vault.ts';
import { openSettingsStore } from '../settings/electron-settings.ts';
import { isStoreDown } from './store-error.ts';
import { createStoreFacts } from './store-facts.ts';
import { createStoreUpkeep } from './store-upkeep.ts';
import { createShopScope } from '../orders/shop-scope.ts';
import { createSlipStore } from '../orders/slip-store.ts';
import { createSetupRecords } from '../settings/setup-records.ts';
import { createSyncNotes } from '../orders/sync-notes.ts';
import { createWindowPlaces } from '../settings/window-places.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const FIRST_PURGE_MS = 60_000;

/** Opens everything that is kept on this computer: settings and orders in the profile, secrets in the keychain. */
export function openStorage({
  profileDir,
  keychainService,
  onLateSecret,
  now,
  isClockProven,
  onGone,
  log,
}: {
  readonly profileDir: string;
  readonly keychainService: string;
  /** See `onLate` of the vault. */
  readonly onLateSecret: () => void;
  readonly now: Now;
  readonly isClockProven: () => boolean;
  /** Old orders were removed. */
  readonly onGone: () => void;
  readonly log: Log;
}) {
  // Before anything is opened, and not beside its failure: half of it would be worse than a start that is tried again.
  finishRestore({ profileDir, now });
  const file = path.join(profileDir, 'orders.db');
  const db = createResilientDatabase({ file, now, log });
  const deliveries = createDeliveryLog({ db, log });
  const shop = createShopScope({ db, now });
  const orders = createOrderStore(db, log, shop.key);
  const runRetention = createRetention({ orders, file, now, isClockProven, onGone, log });
  const settings = openSettingsStore({ profileDir, now });
  const vault = createSecretVault({ service: keychainService, now, onLate: onLateSecret });
  // The start has enough to do: the first purge waits.
  let first = setTimeout(() => forgetFirst(), FIRST_PURGE_MS).unref();
  const forgetFirst = (): void => {
    runRetention();
    // The clock is not confirmed by the platform yet.
    if (!isClockProven()) first = setTimeout(forgetFirst, HOUR_MS).unref();
  };
  const daily = setInterval(runRetention, DAY_MS).unref();
  return {
    settings,
    vault,
    orders,
    isStoreDown,
    troubleOf: db.troubleOf,
    heal: db.heal,
    setAside: db.setAside,
    shop,
    notes: createSyncNotes(db, shop.key),
    outbox: createOutbox(db),
    slips: createSlipStore({ db, shop: shop.key }),
    deliveries,
    deliveryPage: createDeliveryPages({ db, flush: deliveries.flush }),
    records: createRecords({ db, flush: deliveries.flush, shop: shop.key }),
    dayFacts: createDayFacts({ db, flush: deliveries.flush, shop: shop.key }),
    /** Writes all but the secrets into a new file. Throws when the disk refuses. */
    writeBackup: (target: string): void => {
      deliveries.flush();
      writeBackup({ db, settings: settings.read(), now }, target);
    },
    readBackup: (backup: string) => readBackup({ profileDir, now, own: settings.read() }, backup),
    stageRestore: (backup: string) => stageRestore({ profileDir, now, own: settings.read() }, backup),
    storeUpkeep: createStoreUpkeep({ db, file }),
    storeFacts: createStoreFacts({ db, file }),
    setupRecords: createSetupRecords({ db, flush: deliveries.flush }),
    places: createWindowPlaces({ profileDir, log }),
    /** Resolves with whether nothing is under way any more, see the vault's `close`. */
    close: async (): Promise<boolean> => {
      clearTimeout(first);
      clearInterval(daily);
      deliveries.flush();
      db.close();
      return vault.close();
    },
  };
}
