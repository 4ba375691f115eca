import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  backoffMs,
  createThrottle,
  createSerialQueue,
} from '../../../../src/main/core/support/scheduling.ts';

const LIMITS = { baseMs: 1_000, maxMs: 60_000 };

test('the pause doubles with each failure in a row', () => {
  expect([1, 2, 3, 4].map((failures) => backoffMs(failures, 0, LIMITS))).toEqual([500, 1_000, 2_000, 4_000]);
});

test('the drawn half spreads the pause up to the whole', () => {
  expect(backoffMs(3, 0, LIMITS)).toBe(2_000);
  expect(backoffMs(3, 0.5, LIMITS)).toBe(3_000);
  expect(backoffMs(3, 0.999_999, LIMITS)).toBe(4_000);
});

test('the pause is never longer than the limit nor shorter than half the base', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 5_000 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (failures, random) => {
        const ms = backoffMs(failures, random, LIMITS);
        expect(ms).toBeLessThanOrEqual(LIMITS.maxMs);
        expect(ms).toBeGreaterThanOrEqual(LIMITS.baseMs / 2);
      },
    ),
  );
});

test('many calls at once run once, a moment later, and later calls run again', () => {
  const waiting: (() => void)[] = [];
  const waits: number[] = [];
  let runs = 0;
  const call = createThrottle({
    run: () => (runs += 1),
    waitMs: 500,
    schedule: (run, ms) => {
      waiting.push(run);
      waits.push(ms);
    },
  });
  call();
  call();
  expect(runs).toBe(0);
  waiting[0]?.();
  expect(runs).toBe(1);
  call();
  waiting[1]?.();
  expect(runs).toBe(2);
  expect(waits).toEqual([500, 500]);
});

test('tasks run one after the other, in the order they were given', async () => {
  const queue = createSerialQueue();
  const seen: string[] = [];
  const slow = Promise.withResolvers<void>();
  const first = queue.run(async () => {
    seen.push('first begins');
    await slow.promise;
    seen.push('first ends');
  });
  const second = queue.run(async () => void seen.push('second'));
  await Promise.resolve();
  expect(seen).toEqual(['first begins']);
  slow.resolve();
  await Promise.all([first, second]);
  expect(seen).toEqual(['first begins', 'first ends', 'second']);
});

test('each ends as its own task does, and one that fails holds up nobody', async () => {
  const queue = createSerialQueue();
  const failed = queue.run(() => Promise.reject(new Error('no')));
  const done = queue.run(() => Promise.resolve(7));
  await expect(failed).rejects.toThrow('no');
  expect(await done).toBe(7);
});

test('it is idle when all that was given so far is over, also after a failure', async () => {
  const queue = createSerialQueue();
  await queue.idle();
  let isDone = false;
  const failed = queue.run(async () => {
    await Promise.resolve();
    isDone = true;
    throw new Error('no');
  });
  const idle = queue.idle();
  await expect(failed).rejects.toThrow('no');
  await idle;
  expect(isDone).toBe(true);
});
