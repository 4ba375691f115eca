import { expect, test } from 'vitest';
import { createUpkeep } from '../../../../src/main/core/storage/upkeep.ts';

const MIB = 2 ** 20;
const LONG_LOG = { walBytes: 2 * MIB, pageBytes: 4_096, pages: 10, freePages: 0, canShrinkInSteps: false };
const HOLLOW = { ...LONG_LOG, walBytes: 0, pages: 25_600, freePages: 12_800 };

function upkeep(
  facts: { openAlerts?: number; quietMs?: number | null; hours?: 'open' | 'closed' | 'unknown' } = {},
  measure = LONG_LOG,
) {
  const done: string[] = [];
  const said: string[] = [];
  let ms = 0;
  let isBroken = false;
  const minute = createUpkeep({
    measure: () => measure,
    perform: ({ kind }) => {
      if (isBroken) throw new Error('database is locked');
      ms += 12;
      done.push(kind);
    },
    facts: () => ({ openAlerts: 0, quietMs: null, hours: 'unknown', ...facts }),
    monotonicMs: () => ms,
    log: { info: (line) => said.push(line), error: (line) => said.push(line) },
  });
  return { minute, done, said, breakFor: (on: boolean) => (isBroken = on) };
}

test('what is due is done, and its time is written down', () => {
  const { minute, done, said } = upkeep();
  minute();
  expect(done).toEqual(['checkpoint']);
  expect(said).toEqual(['The orders file: checkpoint took 12 ms']);
});

test('nothing is done, and nothing written, while an alert is open', () => {
  const { minute, done, said } = upkeep({ openAlerts: 1 });
  minute();
  expect([...done, ...said]).toEqual([]);
});

test.each([
  ['open', []],
  ['closed', ['rewrite']],
  ['unknown', ['rewrite']],
] as const)('while the shop is %s the file is rewritten: %j', (hours, done) => {
  const shop = upkeep({ hours }, HOLLOW);
  shop.minute();
  expect(shop.done).toEqual(done);
});

test('a step that fails ends nothing: the next minute tries again', () => {
  const { minute, done, said, breakFor } = upkeep();
  breakFor(true);
  minute();
  expect(said).toEqual(['The orders file could not be put in order; tried again in a minute']);
  breakFor(false);
  minute();
  expect(done).toEqual(['checkpoint']);
});
