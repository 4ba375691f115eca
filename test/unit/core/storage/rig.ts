import { createJournal, type Journal } from '../../../../src/main/core/storage/journal.ts';
import type { OpenOrderStore } from '../../../../src/main/core/orders/types.ts';
import { createIngest } from '../../../../src/main/core/orders/ingest.ts';
import {
  createCircuitBreaker,
  type CircuitBreaker,
} from '../../../../src/main/core/storage/circuit-breaker.ts';
import type { Ingest } from '../../../../src/main/core/orders/types.ts';
import type { Database } from '../../../../src/main/store/database/types.ts';
import { createFakeTime, type FakeTime } from '../../../fakes/fake-time.ts';
import { openTempStore } from '../../../fakes/temp-store.ts';

export class DiskFull extends Error {
  override readonly name = 'DiskFull';
}

export type PendingRig = {
  /** What lies on the disk. */
  readonly disk: OpenOrderStore;
  readonly db: Database;
  readonly pending: Journal;
  readonly store: Journal['store'];
  readonly breaker: CircuitBreaker;
  readonly receive: Ingest;
  readonly time: FakeTime;
  /** How often the disk is tried, and what was said of it. */
  readonly said: string[];
  readonly logged: string[];
  readonly fail: (how: { readonly writes?: boolean; readonly reads?: boolean }) => void;
  readonly close: () => void;
};

/** The real store on a disk that fails when told to. */
export function createPendingRig(options: { readonly maxNews?: number } = {}): PendingRig {
  const time = createFakeTime();
  const { store: disk, db, close } = openTempStore(time.now);
  // Nobody pulls the plug here, and each sync costs.
  db.exec('PRAGMA synchronous = OFF');
  const fails = { writes: false, reads: false };
  const said: string[] = [];
  const logged: string[] = [];
  const reading = <A extends readonly unknown[], T>(ask: (...args: A) => T) => {
    return (...args: A): T => {
      if (fails.reads) throw new DiskFull('reads');
      return ask(...args);
    };
  };
  const writing = <A extends readonly unknown[], T>(write: (...args: A) => T) => {
    return (...args: A): T => {
      if (fails.writes) throw new DiskFull('writes');
      return write(...args);
    };
  };
  const store: OpenOrderStore = {
    ...disk,
    // Fails when everything was done, as a commit does.
    transact: (work) =>
      disk.transact((tx) => {
        if (fails.reads) throw new DiskFull('reads');
        const result = work(tx);
        if (fails.writes) throw new DiskFull('writes');
        return result;
      }),
    saveCompleteSync: writing(disk.saveCompleteSync),
    lastCompleteSync: reading(disk.lastCompleteSync),
    openAlerts: reading(disk.openAlerts),
    findOrder: reading(disk.findOrder),
    listOrders: reading(disk.listOrders),
    listWaiting: reading(disk.listWaiting),
    summariesOf: reading(disk.summariesOf),
    kept: {
      findOrder: reading(disk.kept.findOrder),
      findAlerts: reading(disk.kept.findAlerts),
      hasEvent: reading(disk.kept.hasEvent),
      hasStep: reading(disk.kept.hasStep),
    },
  };
  const breaker = createCircuitBreaker({
    isDown: (error) => error instanceof DiskFull,
    recover: () => {
      said.push('try');
      pending.storeAll();
      writing(() => undefined)();
    },
    onTrouble: () => said.push('trouble'),
    onStored: () => said.push('stored'),
    monotonicMs: time.monotonicMs,
    random: () => 0.5,
    schedule: time.schedule,
    log: { error: (message) => logged.push(message) },
  });
  const pending = createJournal({
    store,
    breaker,
    log: { error: (message) => logged.push(message) },
    ...options,
  });
  return {
    disk,
    db,
    pending,
    store: pending.store,
    breaker,
    receive: createIngest({ store: pending.store, now: time.now }),
    time,
    said,
    logged,
    fail: (how) => Object.assign(fails, how),
    close: () => {
      breaker.stop();
      close();
    },
  };
}
