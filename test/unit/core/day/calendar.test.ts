import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chosenDays, createCalendar, shiftDay } from '../../../../src/main/core/day/calendar.ts';
import { isoOf, msBetween, msOf } from '../../../../src/shared/time.ts';

const HOUR_MS = 3_600_000;
const ZONES = [
  'America/Montevideo',
  'America/Argentina/Buenos_Aires',
  'America/Santiago',
  'Pacific/Easter',
  'America/Lima',
  'America/Asuncion',
  'America/Caracas',
  'Europe/Madrid',
  'UTC',
] as const;

const hoursOf = (zone: string, day: string): number => {
  const { from, to } = createCalendar(zone).spanOf({ from: day, to: day });
  return msBetween(from, to) / HOUR_MS;
};

test('a day has 24 hours, 23 when the clock is set forward, 25 when it is set back', () => {
  expect(hoursOf('America/Montevideo', '2026-03-12')).toBe(24);
  // Chile sets its clocks at midnight: the day begins at one o'clock, or its last hour comes twice.
  expect(hoursOf('America/Santiago', '2026-09-06')).toBe(23);
  expect(hoursOf('America/Santiago', '2026-04-04')).toBe(25);
  expect(hoursOf('Europe/Madrid', '2026-03-29')).toBe(23);
  expect(hoursOf('Europe/Madrid', '2026-10-25')).toBe(25);
});

test('a day begins at midnight on the shop’s clock', () => {
  const { from, to } = createCalendar('America/Montevideo').spanOf({ from: '2026-03-12', to: '2026-03-13' });
  expect([from, to]).toEqual(['2026-03-12T03:00:00.000Z', '2026-03-14T03:00:00.000Z']);
});

test('each moment lies in the span of its own day and in no other', () => {
  const moment = fc.integer({ min: msOf('2024-01-01T00:00:00.000Z'), max: msOf('2032-01-01T00:00:00.000Z') });
  fc.assert(
    fc.property(moment, fc.constantFrom(...ZONES), (ms, zone) => {
      const calendar = createCalendar(zone);
      const at = isoOf(ms);
      const day = calendar.dayOf(at);
      const { from, to } = calendar.spanOf({ from: day, to: day });
      expect(from <= at && at < to).toBe(true);
      expect(calendar.spanOf({ from: shiftDay(day, 1), to: shiftDay(day, 1) }).from).toBe(to);
      expect(calendar.stamp(at).slice(0, 10)).toBe(day);
    }),
    { numRuns: 300 },
  );
});

test('chosen days stand in order and within those that are kept', () => {
  expect(chosenDays({ kind: 'today' }, '2026-03-01')).toEqual({ from: '2026-03-01', to: '2026-03-01' });
  expect(chosenDays({ kind: 'yesterday' }, '2026-03-01')).toEqual({ from: '2026-02-28', to: '2026-02-28' });
  expect(chosenDays({ kind: 'range', from: '2026-03-09', to: '1999-01-01' }, '2026-03-01')).toEqual({
    from: '2026-01-01',
    to: '2026-03-01',
  });
});
