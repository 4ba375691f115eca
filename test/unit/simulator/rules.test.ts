import { expect, test } from 'vitest';
import { createFaults } from '../../../src/simulator/api/faults.ts';
import { createRandom } from '../../../src/simulator/orders/random.ts';
import { createRateLimit } from '../../../src/simulator/api/rate-limit.ts';
import { SWITCH_GROUPS } from '../../../src/simulator/control/control-state.ts';
import { createSwitchBoard, DEFAULT_SWITCHES } from '../../../src/simulator/api/switches.ts';

test('the limit looks at the last 60 seconds, not at the minute of the clock', () => {
  let now = 0;
  const limit = createRateLimit(() => now);
  expect([0, 1, 2].map(() => limit.take('api', 3))).toEqual([0, 0, 0]);
  now = 20_000;
  expect(limit.take('api', 3)).toBe(40_000);
  now = 60_000;
  expect(limit.take('api', 3)).toBe(0);
});

test('a limit of 0 lets everything through, and keys are counted apart', () => {
  const limit = createRateLimit(() => 0);
  expect(Array.from({ length: 200 }, () => limit.take('a', 0)).every((wait) => wait === 0)).toBe(true);
  expect(limit.take('b', 1)).toBe(0);
  expect(limit.take('b', 1)).toBeGreaterThan(0);
  expect(limit.take('c', 1)).toBe(0);
});

test('a fault meets as many requests as it was given and only the kind it was given for', () => {
  const faults = createFaults(() => {});
  faults.add({ kind: 'unauthorized', times: 2, on: 'list' });
  expect(faults.take('single')).toBeNull();
  expect(faults.take('list')?.kind).toBe('unauthorized');
  expect(faults.take('list')?.kind).toBe('unauthorized');
  expect(faults.take('list')).toBeNull();
});

test('a fault without a number stays until it is cleared, and never meets the token unless told', () => {
  const faults = createFaults(() => {});
  faults.add({ kind: 'server-error' });
  expect([1, 2, 3].map(() => faults.take('list')?.kind)).toEqual(Array(3).fill('server-error'));
  expect(faults.take('token')).toBeNull();
  faults.clear();
  expect(faults.take('list')).toBeNull();
});

test('a switch that is not known, or a value it has not, is refused and turns nothing', () => {
  const board = createSwitchBoard({}, () => {});
  const wrong: Record<string, unknown>[] = [{ noSuch: true }, { moneyAs: 'gold' }, { webhookMaxTries: 0 }];
  for (const changes of wrong) expect(() => board.set(changes)).toThrow();
  expect(board.get()).toEqual(DEFAULT_SWITCHES);
});

test('turning one switch leaves the others, and reset goes back to how it began', () => {
  const board = createSwitchBoard({ moneyAs: 'string' }, () => {});
  board.set({ webhookCopies: 3 });
  expect(board.get()).toMatchObject({ moneyAs: 'string', webhookCopies: 3, webhookMaxTries: 5 });
  board.set({ moneyAs: 'number' });
  expect(board.reset()).toEqual({ ...DEFAULT_SWITCHES, moneyAs: 'string' });
});

test('the control page lists every switch once, with words in both languages', () => {
  const listed = SWITCH_GROUPS.flatMap((group) => group.switches);
  expect(listed.map((one) => one.name).toSorted()).toEqual(Object.keys(DEFAULT_SWITCHES).toSorted());
  for (const one of listed) {
    expect(one.label.es).not.toBe('');
    expect(one.label.en).not.toBe('');
    if (one.kind === 'choice') expect(Object.keys(one.choiceLabels)).toEqual(one.choices);
  }
});

test('the same seed tells the same story', () => {
  const [a, b, c] = [createRandom(7), createRandom(7), createRandom(8)];
  const row = (random: { next: () => number }): readonly number[] => Array.from({ length: 20 }, random.next);
  const first = row(a);
  expect(row(b)).toEqual(first);
  expect(row(c)).not.toEqual(first);
});
