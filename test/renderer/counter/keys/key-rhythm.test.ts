import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isInBurst,
  nextRhythm,
  QUIET,
  scannedText,
} from '../../../../src/renderer/counter/keys/key-rhythm.ts';

/** What counts as scanned after these characters, each with the milliseconds before it. */
function heard(...keys: readonly (readonly [char: string, gapMs: number])[]): string | null {
  let atMs = 0;
  let rhythm = QUIET;
  for (const [char, gapMs] of keys) {
    atMs += gapMs;
    rhythm = nextRhythm(rhythm, char, atMs);
  }
  return scannedText(rhythm);
}

test('characters faster than any hand are a scanner’s, from its first one on', () => {
  expect(heard(['4', 0], ['8', 8], ['2', 16], ['1', 30])).toBe('4821');
  expect(heard(['9', 0], ['9', 200], ['4', 400], ['8', 4], ['2', 4])).toBe('482');
});

test('also when a busy computer hears one of them late', () => {
  expect(heard(['9', 0], ['4', 400], ['8', 4], ['2', 110], ['1', 4])).toBe('4821');
  expect(heard(['9', 0], ['4', 400], ['8', 120], ['2', 4])).toBeNull();
});

test('two keys under one quick hand are none, nor are those of a quick one', () => {
  expect(heard(['4', 0], ['8', 180], ['2', 180], ['1', 20])).toBeNull();
  expect(heard(['4', 0], ['8', 80], ['2', 80], ['1', 20], ['7', 80])).toBeNull();
});

test('a hand is never taken for a scanner, and a scanner always is one', () => {
  const key = fc.constantFrom('1', '2', 'E');
  const pressed = (min: number, max: number) =>
    fc.array(fc.tuple(key, fc.integer({ min, max })), { minLength: 3, maxLength: 20 });
  fc.assert(fc.property(pressed(51, 3_000), (keys) => heard(...keys) === null));
  fc.assert(
    fc.property(pressed(0, 35), fc.integer({ min: 150, max: 9_000 }), ([first, ...rest], pause) => {
      if (first === undefined) return;
      const all = [first, ...rest].map(([char]) => char).join('');
      expect(heard(['9', 0], [first[0], pause], ...rest)).toBe(all);
    }),
  );
});

test('a key that follows at once belongs to the one before it', () => {
  const rhythm = nextRhythm(QUIET, 'E', 1_000);
  expect([1_004, 1_100, 1_101].map((atMs) => isInBurst(rhythm, atMs))).toEqual([true, true, false]);
  expect(isInBurst(QUIET, 0)).toBe(false);
});
