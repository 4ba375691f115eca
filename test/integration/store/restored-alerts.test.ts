import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createOutageAlert } from '../../../src/main/core/alerts/outage-alert.ts';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import type { OrderStore } from '../../../src/main/core/orders/types.ts';
import { openDatabase } from '../../../src/main/store/database/database.ts';
import { createOrderStore } from '../../../src/main/store/orders/order-store.ts';
import { createSyncNotes } from '../../../src/main/store/orders/sync-notes.ts';
import { finishRestore, stageRestore, writeBackup } from '../../../src/main/store/profile/profile-backup.ts';
import type { Alert } from '../../../src/shared/orders/alert.ts';
import { DEFAULT_SETTINGS } from '../../../src/shared/settings/settings.ts';
import { shiftIso } from '../../../src/shared/time.ts';
import { createFixedClock } from '../../fakes/fixed-clock.ts';
import { tempDir } from '../../fakes/temp-store.ts';
import { news } from '../../fixtures/news.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

type OwnParts = {
  readonly store: OrderStore;
  readonly notes: ReturnType<typeof createSyncNotes>;
  readonly now: () => string;
};

/** Cuts it off from the platform, for good; returns the alerts that this raises. */
function cutOff({ store, notes, now }: OwnParts): readonly Alert[] {
  const raised: Alert[] = [];
  createOutageAlert({
    store,
    notes,
    now,
    monotonicMs: () => 0,
    schedule: () => () => undefined,
    afterMinutes: () => 3,
    onRaised: (alert) => raised.push(alert),
    onError: (error) => {
      throw error;
    },
  }).lost('unauthorized');
  return raised;
}

/** A backup with 20 orders that are ready, of which nobody has seen half, and 20 that are being picked. */
function restoredAfter(ms: number, more: (own: OwnParts) => void = () => undefined) {
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
  more({ store, notes: createSyncNotes(old), now: clock.now });
  writeBackup({ db: old, settings: DEFAULT_SETTINGS, now: clock.now }, path.join(dir, 'copia.db'));
  old.close();
  const madeAt = clock.now();
  clock.move(ms);
  expect(stageRestore({ profileDir: dir, now: clock.now }, path.join(dir, 'copia.db')).ok).toBe(true);
  finishRestore({ profileDir: dir, now: clock.now });
  const { db } = openDatabase({ file: path.join(dir, 'orders.db'), now: clock.now });
  onTestFinished(db.close);
  const restored = createOrderStore(db);
  return {
    clock,
    madeAt,
    store: restored,
    notes: createSyncNotes(db),
    receive: createIngest({ store: restored, now: clock.now }),
  };
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

test.each([HOUR_MS, 2 * DAY_MS])(
  'a backup of a computer that was cut off, restored after %i ms, tells of this computer’s own outage, and of no other',
  (ms) => {
    const { store, notes, clock } = restoredAfter(ms, cutOff);
    const outages = () => store.openAlerts().filter(({ kind }) => kind === 'connection');
    expect(outages()).toEqual([]);
    expect(cutOff({ store, notes, now: clock.now })).toMatchObject([{ since: clock.now() }]);
    expect(outages()).toHaveLength(1);
  },
);

test('how far the clock of another computer is off says nothing here', () => {
  const { notes } = restoredAfter(HOUR_MS, (old) => {
    old.notes.save('clock-offset', String(3 * DAY_MS));
    old.notes.save('clock-at', old.now());
  });
  expect([notes.read('clock-offset'), notes.read('clock-at')]).toEqual([null, null]);
});

test('how far this computer’s clock is off is known after a restore', () => {
  const { dir, remove } = tempDir();
  onTestFinished(remove);
  const { now } = createFixedClock();
  const { db } = openDatabase({ file: path.join(dir, 'orders.db'), now });
  createSyncNotes(db).save('clock-offset', '1000');
  writeBackup({ db, settings: DEFAULT_SETTINGS, now }, path.join(dir, 'copia.db'));
  createSyncNotes(db).save('clock-offset', '2000');
  expect(stageRestore({ profileDir: dir, now }, path.join(dir, 'copia.db')).ok).toBe(true);
  db.close();
  finishRestore({ profileDir: dir, now });
  const restored = openDatabase({ file: path.join(dir, 'orders.db'), now }).db;
  onTestFinished(restored.close);
  expect(createSyncNotes(restored).read('clock-offset')).toBe('2000');
});
