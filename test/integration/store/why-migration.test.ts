import fs from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../src/main/store/database/database.ts';
import { createOrderStore } from '../../../src/main/store/orders/order-store.ts';
import { createRecords } from '../../../src/main/store/orders/records.ts';
import { NOON } from '../../fakes/fixed-clock.ts';
import { tempDir } from '../../fakes/temp-store.ts';

const FIXTURE = path.resolve(import.meta.dirname, '../../fixtures/store/orders-v1.db');

test('a file of the first version keeps its alerts, of which nothing is claimed, and can note from now on', () => {
  const { dir, remove } = tempDir();
  const file = path.join(dir, 'orders.db');
  fs.copyFileSync(FIXTURE, file);
  const { db } = openDatabase({ file, now: () => NOON });
  onTestFinished(() => {
    db.close();
    remove();
  });
  const records = createRecords({ db, flush: () => undefined });
  const [stored] = records.ordersWithCode('4821');
  if (stored === undefined) throw new Error('The fixture has no order 4821');
  const noted = () => records.recordsOf(stored).alerts.map((alert) => alert.circumstance);
  expect(noted()).toEqual([null]);
  const [alert] = createOrderStore(db).alertsOf(stored.order.id);
  records.noteCircumstance([alert?.id ?? ''], 'muted', null);
  records.noteCircumstance([alert?.id ?? ''], 'audible', null);
  expect(noted()).toEqual(['muted']);
  records.noteCircumstance([alert?.id ?? ''], 'sound-failed', 'muted');
  expect(noted()).toEqual(['sound-failed']);
  expect(records.presenceSince('2020-01-01T00:00:00.000Z')).toEqual([]);
});

test('signs of life older than 60 days go', () => {
  const { dir, remove } = tempDir();
  const { db } = openDatabase({ file: path.join(dir, 'orders.db'), now: () => NOON });
  onTestFinished(() => {
    db.close();
    remove();
  });
  const records = createRecords({ db, flush: () => undefined });
  records.notePresence('2025-12-31T00:00:00.000Z');
  records.notePresence('2026-01-10T00:00:00.000Z');
  records.notePresence(NOON);
  expect(records.presenceSince('2020-01-01T00:00:00.000Z').map((stretch) => stretch.from)).toEqual([
    '2026-01-10T00:00:00.000Z',
    NOON,
  ]);
});
