import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createRetention } from '../../../src/main/store/orders/retention.ts';
import { shiftIso } from '../../../src/shared/time.ts';
import { createFixedClock, NOON } from '../../fakes/fixed-clock.ts';
import { tempDir } from '../../fakes/temp-store.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const { now } = createFixedClock();

test('an app that runs for months removes old orders and old copies of their file, each also when the other fails', () => {
  const { dir, remove } = tempDir();
  const file = path.join(dir, 'orders.db');
  const copy = (name: string, days: number): void => {
    const at = new Date(shiftIso(NOON, -days * DAY_MS));
    fs.writeFileSync(path.join(dir, name), '');
    fs.utimesSync(path.join(dir, name), at, at);
  };
  copy('orders.db', 99);
  copy('orders.before-3-a.db', 61);
  copy('orders.before-restore-b.db', 61);
  copy('orders.damaged-c.db', 59);
  const told: string[] = [];
  const note = (text: string): void => void told.push(text);
  const log = { info: note, warn: note, error: note };
  const purged: string[] = [];
  const orders = { purge: (before: string) => purged.push(before), newestNewsAt: () => NOON };

  createRetention({ orders, file, now, log })();
  expect(fs.readdirSync(dir).toSorted()).toEqual(['orders.damaged-c.db', 'orders.db']);
  expect(purged).toEqual([shiftIso(NOON, -60 * DAY_MS)]);

  copy('orders.newer-d.db', 61);
  const failing = {
    ...orders,
    purge: () => {
      throw new Error('disk full');
    },
  };
  createRetention({ orders: failing, file, now, log })();
  expect(fs.readdirSync(dir)).not.toContain('orders.newer-d.db');
  createRetention({ orders, file: path.join(dir, 'gone', 'orders.db'), now, log })();
  expect(purged).toHaveLength(2);
  expect(told.filter((text) => text.startsWith('Could not'))).toEqual([
    'Could not remove old orders; tried again tomorrow',
    'Could not remove old copies of the orders file; tried again tomorrow',
  ]);
  remove();
});

const NEWS: Readonly<Record<string, () => string | null>> = {
  'no news at all': () => null,
  'news of three days ago': () => shiftIso(NOON, -3 * DAY_MS),
  'news that cannot be read': () => {
    throw new Error('disk failing');
  },
};

test.for(Object.entries(NEWS))(
  'a clock that the platform has not confirmed removes no copy beside %s',
  ([, newestNewsAt]) => {
    const { dir, remove } = tempDir();
    const file = path.join(dir, 'orders.db');
    const copy = path.join(dir, 'orders.damaged-a.db');
    fs.writeFileSync(copy, '');
    fs.utimesSync(copy, new Date(0), new Date(0));
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    let isProven = false;
    const orders = { purge: () => 0, newestNewsAt };
    const runRetention = createRetention({ orders, file, now, isClockProven: () => isProven, log });
    runRetention();
    expect(fs.existsSync(copy)).toBe(true);
    isProven = true;
    runRetention();
    expect(fs.existsSync(copy)).toBe(false);
    remove();
  },
);
