import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoffMs } from '../../../../src/main/core/support/backoff.ts';

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
