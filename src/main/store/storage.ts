import path from 'node:path';
import type { Now } from '../core/ports.ts';
import type { Log } from '../log.ts';
import { openDatabase } from './database.ts';
import { createDeliveryLog } from './delivery-log.ts';
import { createDeliveryPages } from './delivery-pages.ts';
import { createOrderStore } from './order-store.ts';
import { createRecords } from './records.ts';
import { createSecretVault } from './secret-vault.ts';
import { createSettingsStore } from './settings-store.ts';
import { createSyncNotes } from './sync-notes.ts';
import { createWindowPlaces } from './window-places.ts';

/** Everything that is kept on this computer: settings and orders in the profile, secrets in the keychain. */
export function openStorage({
  profileDir,
  keychainService,
  now,
  log,
}: {
  readonly profileDir: string;
  readonly keychainService: string;
  readonly now: Now;
  readonly log: Log;
}) {
  const { db, rebuiltFrom } = openDatabase({ file: path.join(profileDir, 'orders.db'), now });
  const deliveries = createDeliveryLog({ db, log });
  return {
    settings: createSettingsStore({ profileDir, now }),
    vault: createSecretVault({ service: keychainService, now }),
    orders: createOrderStore(db),
    notes: createSyncNotes(db),
    deliveries,
    deliveryPage: createDeliveryPages({ db, flush: deliveries.flush }),
    records: createRecords({ db, flush: deliveries.flush }),
    places: createWindowPlaces({ profileDir }),
    /** Name of the damaged orders file that was set aside; null when it was sound. */
    rebuiltFrom,
    close: (): void => {
      deliveries.flush();
      db.close();
    },
  };
}
