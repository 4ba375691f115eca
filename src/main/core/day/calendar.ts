import { DAYS_KEPT, type DayChoice, type DayRange } from '../../../shared/orders/day.ts';
import { isoOf, msOf } from '../../../shared/time.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** No time zone is further from UTC. */
const FARTHEST_ZONE_MS = 26 * HOUR_MS;

/** A stretch of time, ISO UTC; the end is not part of it. */
export type Span = { readonly from: string; readonly to: string };

export type Calendar = {
  /** Returns the day of a time at the shop, `YYYY-MM-DD`. */
  readonly dayOf: (iso: string) => string;
  /** Returns the hour of a time on the shop's clock, 0 to 23. */
  readonly hourOf: (iso: string) => number;
  /** Returns when a day begins and ends. It has 23 or 25 hours when the clock is set. */
  readonly spanOf: (range: DayRange) => Span;
  /** Returns a time as the shop's clock shows it, `YYYY-MM-DD HH:MM:SS`. */
  readonly stamp: (iso: string) => string;
};

/** Returns the calendar of an IANA time zone. */
export function createCalendar(timeZone: string): Calendar {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  const read = (iso: string): { readonly day: string; readonly clock: string } => {
    const parts = format.formatToParts(msOf(iso));
    const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
    return {
      day: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
      clock: `${part('hour')}:${part('minute')}:${part('second')}`,
    };
  };
  const dayOf = (iso: string): string => read(iso).day;
  /** The first minute of a day, which need not be midnight: clocks are set forward at midnight too. */
  const startOf = (day: string): string => {
    const guess = msOf(`${day}T00:00:00.000Z`);
    let [early, late] = [guess - FARTHEST_ZONE_MS, guess + FARTHEST_ZONE_MS];
    while (late - early > MINUTE_MS) {
      const middle = early + Math.floor((late - early) / 2 / MINUTE_MS) * MINUTE_MS;
      if (dayOf(isoOf(middle)) < day) early = middle;
      else late = middle;
    }
    return isoOf(late);
  };
  return {
    dayOf,
    hourOf: (iso) => Number(read(iso).clock.slice(0, 2)),
    spanOf: ({ from, to }) => ({ from: startOf(from), to: startOf(shiftDay(to, 1)) }),
    stamp: (iso) => {
      const { day, clock } = read(iso);
      return `${day} ${clock}`;
    },
  };
}

/** Returns the day so many days later (negative: earlier). */
export function shiftDay(day: string, days: number): string {
  return isoOf(msOf(`${day}T00:00:00.000Z`) + days * DAY_MS).slice(0, 10);
}

/** Returns the days that were chosen, in order and within those that are kept. */
export function chosenDays(choice: DayChoice, today: string): DayRange {
  const first = shiftDay(today, 1 - DAYS_KEPT);
  switch (choice.kind) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday': {
      const day = shiftDay(today, -1);
      return { from: day, to: day };
    }
    default: {
      const within = (day: string): string => (day < first ? first : day > today ? today : day);
      const [from, to] = [choice.from, choice.to].map(within).toSorted();
      return { from: from ?? today, to: to ?? today };
    }
  }
}
