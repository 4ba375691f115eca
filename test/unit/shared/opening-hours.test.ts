import { describe, expect, test } from 'vitest';
import {
  DEFAULT_OPENING_HOURS,
  isOpenAt,
  type DayHours,
  type OpeningHours,
} from '../../../src/shared/settings/opening-hours.ts';

const CLOSED: DayHours = { open: false, fromMinute: 0, toMinute: 0 };
const at = (hour: number, minute = 0): number => hour * 60 + minute;
const week = (days: Partial<OpeningHours['days']>): OpeningHours => ({
  enabled: true,
  days: {
    monday: CLOSED,
    tuesday: CLOSED,
    wednesday: CLOSED,
    thursday: CLOSED,
    friday: CLOSED,
    saturday: CLOSED,
    sunday: CLOSED,
    ...days,
  },
});

describe('opening hours', () => {
  test('a shop that did not say when it opens may be open at any time', () => {
    expect(isOpenAt(DEFAULT_OPENING_HOURS, 'sunday', at(4))).toBe(true);
  });

  test('a day is open from its first minute to before its last', () => {
    const hours = week({ friday: { open: true, fromMinute: at(9), toMinute: at(22) } });
    expect([at(8, 59), at(9), at(21, 59), at(22)].map((minute) => isOpenAt(hours, 'friday', minute))).toEqual(
      [false, true, true, false],
    );
    expect(isOpenAt(hours, 'saturday', at(12))).toBe(false);
  });

  test('a night goes over into the next day, also from Sunday to Monday', () => {
    const hours = week({ sunday: { open: true, fromMinute: at(18), toMinute: at(2) } });
    expect(isOpenAt(hours, 'sunday', at(23, 59))).toBe(true);
    expect(isOpenAt(hours, 'monday', at(1, 59))).toBe(true);
    expect(isOpenAt(hours, 'monday', at(2))).toBe(false);
    expect(isOpenAt(hours, 'sunday', at(1))).toBe(false);
  });

  test('a day that ends when it begins is open for 24 hours', () => {
    const hours = week({ monday: { open: true, fromMinute: 0, toMinute: 0 } });
    expect(isOpenAt(hours, 'monday', at(23, 59))).toBe(true);
    expect(isOpenAt(hours, 'tuesday', 0)).toBe(false);
  });
});
