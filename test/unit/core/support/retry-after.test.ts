import { expect, test } from 'vitest';
import { parseRetryAfter } from '../../../../src/main/core/support/retry-after.ts';

const nowMs = Date.parse('2026-03-01T12:00:00.000Z');

test.each([
  ['7', 7_000],
  ['30, 60', 60_000],
  ['120s', 120_000],
  ['Sun, 01 Mar 2026 12:00:30 GMT', 30_000],
  ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
  ['315360000', 315_360_000_000],
  ['2026-03-01T12:00:30Z', null],
  ['soon', null],
  ['', null],
  [null, null],
])('%j asks for %j milliseconds', (header, ms) => {
  expect(parseRetryAfter(header, { nowMs })).toBe(ms);
});

test('who asks says the longest pause, and how other times are read', () => {
  const parseTime = (text: string): string | null => (text === 'noon' ? '2026-03-01T12:01:00.000Z' : null);
  expect(parseRetryAfter('noon', { nowMs, parseTime })).toBe(60_000);
  expect(parseRetryAfter('noon', { nowMs, parseTime, maxMs: 1_000 })).toBe(1_000);
  // No pause is as long as the time since 1970.
  const since1970 = (text: string): string | null =>
    text === '1772366430' ? '2026-03-01T12:00:30.000Z' : null;
  expect(parseRetryAfter('1772366430', { nowMs, parseTime: since1970 })).toBe(30_000);
  expect(parseRetryAfter('1772366430', { nowMs })).toBe(1_772_366_430_000);
  expect(parseRetryAfter('30', { nowMs, parseTime: () => '2027-03-01T12:00:30.000Z' })).toBe(30_000);
  expect(parseRetryAfter('1'.repeat(400), { nowMs, maxMs: 1_000 })).toBe(1_000);
});
