import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Delivery } from '../../../src/main/core/inbound/types.ts';
import { createDeliveryLog } from '../../../src/main/store/orders/delivery-log.ts';
import { createDeliveryPages } from '../../../src/main/store/orders/delivery-pages.ts';
import { createSetupRecords } from '../../../src/main/store/settings/setup-records.ts';
import { NOON } from '../../fakes/fixed-clock.ts';
import { openTempStore } from '../../fakes/temp-store.ts';
import { notesLine } from '../../../src/shared/health/delivery-note.ts';

let opened: ReturnType<typeof openTempStore>;
beforeEach(() => {
  opened = openTempStore(() => NOON);
});
afterEach(() => opened.close());

function delivery(bytes: number, changes: Partial<Delivery> = {}): Delivery {
  return {
    at: NOON,
    outcome: 'stored',
    status: 200,
    ms: 1.25,
    bytes,
    orderId: 'a',
    notes: [],
    ...changes,
  };
}

function rig(limits: { readonly maxRows?: number; readonly maxWaiting?: number } = {}) {
  const queue: (() => void)[] = [];
  const errors: [string, unknown][] = [];
  const log = createDeliveryLog({
    db: opened.db,
    schedule: (run) => queue.push(run),
    log: { error: (message, detail) => errors.push([message, detail]) },
    ...limits,
  });
  const written = (): number => opened.db.prepare('SELECT id FROM deliveries').all().length;
  return { log, queue, errors, written };
}

test('rows are written together, a moment after they were added', () => {
  const { log, queue, written } = rig();
  log.add(delivery(1));
  log.add(delivery(2));
  expect(written()).toBe(0);
  expect(queue).toHaveLength(1);
  queue[0]?.();
  expect(written()).toBe(2);
  log.add(delivery(3));
  expect(queue).toHaveLength(2);
});

test('the newest come first and complete, also those not yet written', () => {
  const { log } = rig();
  log.add(delivery(1));
  log.add(
    delivery(2, {
      outcome: 'not-an-order',
      status: 400,
      orderId: null,
      notes: [{ kind: 'missing', text: 'order_id' }],
    }),
  );
  expect(log.recent(10)).toEqual([
    delivery(2, {
      outcome: 'not-an-order',
      status: 400,
      orderId: null,
      notes: [{ kind: 'missing', text: 'order_id' }],
    }),
    delivery(1),
  ]);
  expect(log.recent(1)).toHaveLength(1);
});

test('only the newest rows are kept', () => {
  const { log } = rig({ maxRows: 3 });
  for (const bytes of [1, 2, 3, 4, 5]) log.add(delivery(bytes));
  log.flush();
  expect(log.recent(10).map((row) => row.bytes)).toEqual([5, 4, 3]);
});

test('what the disk refuses is said, kept and written when it works again', () => {
  const { log, queue, errors } = rig();
  opened.db.exec('ALTER TABLE deliveries RENAME TO hidden');
  log.add(delivery(1));
  expect(() => queue[0]?.()).not.toThrow();
  expect(errors.map(([message]) => message)).toEqual(['Deliveries not written: 1 wait, 0 given up']);
  opened.db.exec('ALTER TABLE hidden RENAME TO deliveries');
  log.add(delivery(2));
  queue[1]?.();
  expect(log.recent(10).map((row) => row.bytes)).toEqual([2, 1]);
});

test('while the disk refuses, the oldest rows above the limit are given up and counted', () => {
  const { log, queue, errors } = rig({ maxWaiting: 2 });
  opened.db.exec('ALTER TABLE deliveries RENAME TO hidden');
  for (const bytes of [1, 2, 3]) log.add(delivery(bytes));
  queue[0]?.();
  expect(errors.map(([message]) => message)).toEqual(['Deliveries not written: 2 wait, 1 given up']);
  opened.db.exec('ALTER TABLE hidden RENAME TO deliveries');
  expect(log.recent(10).map((row) => row.bytes)).toEqual([3, 2]);
});

test('it goes with old orders', () => {
  const { log } = rig();
  log.add(delivery(1));
  log.add(delivery(2, { at: '2026-03-03T00:00:00.000Z' }));
  log.flush();
  opened.store.purge('2026-03-02T20:00:00.000Z');
  expect(log.recent(10).map((row) => row.bytes)).toEqual([2]);
});

const stranger = (at: string, kind: 'other-secret' | 'no-secret' = 'other-secret', agent = 'x'): Delivery =>
  delivery(0, {
    at,
    outcome: 'wrong-secret',
    status: 401,
    orderId: null,
    notes: [{ kind }, { kind: 'agent', text: agent }],
  });

test('strangers are counted by the minute, and push out nothing of the platform’s', () => {
  const { log, written } = rig({ maxRows: 50 });
  log.add(delivery(1));
  log.add(delivery(2, { outcome: 'not-an-order', status: 400, orderId: null }));
  for (let minute = 10; minute < 40; minute += 1) {
    for (let call = 0; call < 500; call += 1) log.add(stranger(`2026-03-01T12:${String(minute)}:00.000Z`));
    log.flush();
    for (let call = 0; call < 500; call += 1) log.add(stranger(`2026-03-01T12:${String(minute)}:30.000Z`));
    log.flush();
  }
  expect(written()).toBe(52);
  const rows = log.recent(100);
  expect(rows.map(({ outcome }) => outcome).slice(-2)).toEqual(['not-an-order', 'stored']);
  expect(notesLine(rows[0]?.notes ?? [])).toBe('another Authorization header; agent x; times 990');
});

test('a few refusals keep their own rows, and every kind is counted by itself', () => {
  const { log, written } = rig();
  for (let call = 0; call < 10; call += 1) log.add(stranger(NOON, 'no-secret', String(call)));
  log.add(stranger(NOON));
  log.flush();
  expect(written()).toBe(11);
  expect(
    log.recent(11).every(({ notes }) => notes.length === 2 && notes.every(({ kind }) => kind !== 'times')),
  ).toBe(true);
});

test('what is counted on a row stays right when the disk refuses in between', () => {
  const { log, queue } = rig();
  for (let call = 0; call < 12; call += 1) log.add(stranger(NOON));
  opened.db.exec('ALTER TABLE deliveries RENAME TO hidden');
  queue[0]?.();
  opened.db.exec('ALTER TABLE hidden RENAME TO deliveries');
  for (let call = 0; call < 3; call += 1) log.add(stranger(NOON));
  log.flush();
  log.add(stranger(NOON));
  expect(log.recent(20)).toHaveLength(11);
  expect(notesLine(log.recent(1)[0]?.notes ?? [])).toBe('another Authorization header; agent x; times 6');
});

test('however many strangers call, the counts are theirs and the secret in use is still known', () => {
  const { log } = rig({ maxRows: 20 });
  log.add(delivery(1, { notes: [{ kind: 'previous-secret' }, { kind: 'agent', text: 'y' }] }));
  for (let call = 0; call < 300; call += 1) log.add(stranger(NOON));
  const page = createDeliveryPages({ db: opened.db, flush: log.flush });
  const read = page({ group: 'rejected', before: null }, '2026-01-01T00:00:00.000Z');
  expect(read.counts).toEqual({ received: 1, rejected: 300, failed: 0 });
  expect(read.lastDay).toEqual({ received: 1, rejected: 300, wrongSecret: 300, noSecret: 0 });
  expect(notesLine(read.entries[0]?.notes ?? [])).toBe('another Authorization header; agent x; times 290');
  const records = createSetupRecords({ db: opened.db, flush: log.flush });
  expect(records.secretUse()).toEqual({ accepted: { at: NOON, withPrevious: true }, refusedAt: NOON });
});
