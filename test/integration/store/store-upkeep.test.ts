import fs from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../src/main/store/database/types.ts';
import { createStoreUpkeep, type StoreUpkeep } from '../../../src/main/store/database/store-upkeep.ts';
import { createFixedClock } from '../../fakes/fixed-clock.ts';
import { openTempStore } from '../../fakes/temp-store.ts';

let db: Database;
let file: string;
let close: () => void;
let upkeep: StoreUpkeep;

beforeEach(() => {
  ({ db, file, close } = openTempStore(createFixedClock().now));
  upkeep = createStoreUpkeep({ db, file });
  db.transact(() => {
    for (let at = 0; at < 2_000; at += 1) {
      db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)').run(`k${String(at)}`, 'x'.repeat(4_000));
    }
  });
});
afterEach(() => close());

const removeMost = (): void =>
  void db.transact(() => db.prepare("DELETE FROM meta WHERE key NOT LIKE '%7'").run());
const left = (): number => db.prepare('SELECT key FROM meta').all().length;

test('a checkpoint empties the log and keeps everything', () => {
  expect(upkeep.measure().walBytes).toBeGreaterThan(2 ** 20);
  upkeep.perform({ kind: 'checkpoint' });
  expect(upkeep.measure().walBytes).toBe(0);
  expect(fs.statSync(file).size).toBeGreaterThan(7 * 2 ** 20);
  expect(left()).toBe(2_000);
});

test('a rewriting gives free pages back, and from then on it goes in steps', () => {
  removeMost();
  const before = upkeep.measure();
  expect(before.freePages).toBeGreaterThan(1_000);
  expect(before.canShrinkInSteps).toBe(false);
  upkeep.perform({ kind: 'rewrite' });
  upkeep.perform({ kind: 'checkpoint' });
  const after = upkeep.measure();
  expect(after).toMatchObject({ freePages: 0, canShrinkInSteps: true });
  expect(fs.statSync(file).size).toBeLessThan(2 ** 21);
  expect(left()).toBe(200);
  expect(db.prepare('PRAGMA journal_mode').get()?.['journal_mode']).toBe('wal');

  db.transact(() => db.prepare('DELETE FROM meta').run());
  const hollow = upkeep.measure().freePages;
  expect(hollow).toBeGreaterThan(150);
  upkeep.perform({ kind: 'shrink', pages: 100 });
  expect(upkeep.measure().freePages).toBe(hollow - 100);
});
