import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import { openDatabase } from '../../../src/main/store/database/database.ts';
import { createOrderStore } from '../../../src/main/store/orders/order-store.ts';
import { finishRestore, stageRestore, writeBackup } from '../../../src/main/store/profile/profile-backup.ts';
import { DEFAULT_SETTINGS } from '../../../src/shared/settings/settings.ts';
import { shiftIso } from '../../../src/shared/time.ts';
import { createFixedClock } from '../../fakes/fixed-clock.ts';
import { tempDir } from '../../fakes/temp-store.ts';
import { news } from '../../fixtures/news.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A backup with 20 orders that are ready, of which nobody has seen half, and 20 that are being picked. */
function restoredAfter(ms: number) {
  const { dir, remove } = tempDir();
  onTestFinished(remove);
  const clock = createFixedClock();
  const old = openDatabase({ file: path.join(dir, 'old.db'), now: clock.now }).db;
  const store = createOrderStore(old);
  const receive = createIngest({ store, now: clock.now });
  for (let index = 0; index < 20; index += 1) {
    receive([news({ id: `r${String(index)}`, version: clock.now() })], 'webhook');
    receive([news({ id: `p${String(index)}`, status: 'ACCEPTED', version: clock.now() })], 'catch-up');
    if (index % 2 === 0) store.acknowledge([`r${String(index)}:ready`], 'counter', clock.now());
  }
  writeBackup({ db: old, settings: DEFAULT_SETTINGS, now: clock.now }, path.join(dir, 'copia.db'));
  old.close();
  const madeAt = clock.now();
  clock.move(ms);
  expect(stageRestore({ profileDir: dir, now: clock.now }, path.join(dir, 'copia.db')).ok).toBe(true);
  finishRestore({ profileDir: dir, now: clock.now });
  const { db } = openDatabase({ file: path.join(dir, 'orders.db'), now: clock.now });
  onTestFinished(db.close);
  const restored = createOrderStore(db);
  return { clock, madeAt, store: restored, receive: createIngest({ store: restored, now: clock.now }) };
}

test('after a restored backup nothing of weeks ago rings, whatever became of the orders', () => {
  const { clock, madeAt, store, receive } = restoredAfter(21 * DAY_MS);
  expect(store.openAlerts()).toEqual([]);
  const version = shiftIso(madeAt, HOUR_MS);
  const ids = store.listOrders().map(({ id }) => id);
  receive(
    [...ids, 'unknown-1', 'unknown-2'].map((id) => news({ id, status: 'CANCELLED', version })),
    'catch-up',
  );
  expect(store.openAlerts()).toEqual([]);
  receive([news({ id: 'today', status: 'CANCELLED', version: shiftIso(clock.now(), -HOUR_MS) })], 'catch-up');
  expect(store.openAlerts().map(({ subject }) => subject)).toEqual(['today']);
});

test('what went unseen an hour ago goes on after a restore', () => {
  expect(restoredAfter(HOUR_MS).store.openAlerts()).toHaveLength(10);
});
