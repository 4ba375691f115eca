export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export type DayHours = {
  readonly open: boolean;
  /** Minutes since midnight, shop time. */
  readonly fromMinute: number;
  /** Minutes since midnight. When not after `fromMinute`, the shop closes on the next day. */
  readonly toMinute: number;
};

/** When the shop is open. */
export type OpeningHours = {
  /** false: the hours are unknown, and the shop may be open at any time. */
  readonly enabled: boolean;
  readonly days: Readonly<Record<Weekday, DayHours>>;
};

const USUAL_DAY: DayHours = { open: true, fromMinute: 9 * 60, toMinute: 22 * 60 };

export const DEFAULT_OPENING_HOURS: OpeningHours = {
  enabled: false,
  days: {
    monday: USUAL_DAY,
    tuesday: USUAL_DAY,
    wednesday: USUAL_DAY,
    thursday: USUAL_DAY,
    friday: USUAL_DAY,
    saturday: USUAL_DAY,
    sunday: USUAL_DAY,
  },
};

/** Returns whether the shop is open at this minute of that day; always true while the hours are unknown. */
export function isOpenAt(hours: OpeningHours, weekday: Weekday, minuteOfDay: number): boolean {
  if (!hours.enabled) return true;
  const today = hours.days[weekday];
  const yesterday = hours.days[dayBefore(weekday)];
  const isOpenToday =
    today.open && minuteOfDay >= today.fromMinute && (endsNextDay(today) || minuteOfDay < today.toMinute);
  return isOpenToday || (yesterday.open && endsNextDay(yesterday) && minuteOfDay < yesterday.toMinute);
}

function endsNextDay({ fromMinute, toMinute }: DayHours): boolean {
  return toMinute <= fromMinute;
}

function dayBefore(weekday: Weekday): Weekday {
  return WEEKDAYS.at(WEEKDAYS.indexOf(weekday) - 1) ?? weekday;
}
