import type { DayRange } from '../../shared/orders/day.ts';
import type { Language } from '../../shared/settings/settings.ts';

/** Returns the days in words: "lunes, 30 de noviembre de 2026", or the first and the last of them. */
export function daysText({ from, to }: DayRange, language: Language): string {
  // A day of the calendar has no time zone.
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'es', {
    timeZone: 'UTC',
    weekday: from === to ? 'long' : 'short',
    day: 'numeric',
    month: from === to ? 'long' : 'short',
    year: 'numeric',
  });
  const text = (day: string): string => format.format(Date.parse(`${day}T12:00:00.000Z`));
  return from === to ? text(from) : `${text(from)} – ${text(to)}`;
}
