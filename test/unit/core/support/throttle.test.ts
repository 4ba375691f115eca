import { expect, test } from 'vitest';
import { createThrottle } from '../../../../src/main/core/support/throttle.ts';

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
