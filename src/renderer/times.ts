import type { Weekday } from '../shared/settings/opening-hours.ts';
import { timeOfDay, weekdayIn } from '../shared/time.ts';
import { computerZone, isTimeZone } from '../shared/settings/zones.ts';

export type Times = {
  /** "14:05", in the shop's time zone. */
  readonly clock: (iso: string) => string;
  /** "14:05" today, "12/03 14:05" on another day, at the shop. */
  readonly clockOrDay: (iso: string, nowMs: number) => string;
  /** "14:05:09" today, "12/03 14:05:09" on another day, at the shop. */
  readonly toTheSecond: (iso: string, nowMs: number) => string;
  /** The day of the week and the minute of the day at the shop. */
  readonly weekMoment: (nowMs: number) => { readonly weekday: Weekday; readonly minuteOfDay: number };
  /** "martes, 10 de marzo" at the shop. */
  readonly longDay: (iso: string) => string;
  /** "12/03" at the shop. */
  readonly day: (iso: string) => string;
};

/** Returns formatters for the shop's time zone. An unknown time zone falls back to that of the computer, or to UTC. */
export function createTimes({ timeZone, locale }: { timeZone: string; locale: string }): Times {
  const zoneName = isTimeZone(timeZone) ? timeZone : (computerZone() ?? 'UTC');
  const zone = { timeZone: zoneName };
  const clockFormat = new Intl.DateTimeFormat(locale, {
    ...zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const secondFormat = new Intl.DateTimeFormat(locale, {
    ...zone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  // Day before month in every language, as shops in Latin America read it.
  const dayFormat = new Intl.DateTimeFormat('en-GB', { ...zone, day: '2-digit', month: '2-digit' });
  const longDayFormat = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    ...zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
  const format = (formatter: Intl.DateTimeFormat, iso: string): string => {
    const time = Date.parse(iso);
    return Number.isNaN(time) ? '' : formatter.format(time);
  };
  const clock = (iso: string): string => format(clockFormat, iso);
  const day = (iso: string): string => format(dayFormat, iso);
  const onDay = (iso: string, nowMs: number, clockText: string): string =>
    day(iso) === dayFormat.format(nowMs) ? clockText : `${day(iso)} ${clockText}`.trim();
  return {
    clock,
    day,
    longDay: (iso) => format(longDayFormat, iso),
    weekMoment: (nowMs) => {
      const at = new Date(nowMs);
      return { weekday: weekdayIn(at, zoneName), minuteOfDay: timeOfDay(at, zoneName).minuteOfDay };
    },
    clockOrDay: (iso, nowMs) => onDay(iso, nowMs, clock(iso)),
    toTheSecond: (iso, nowMs) => onDay(iso, nowMs, format(secondFormat, iso)),
  };
}
