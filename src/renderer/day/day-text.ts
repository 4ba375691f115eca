import type { DayRange } from '../../shared/orders/day.ts';
import type { Language } from '../../shared/settings/settings.ts';
import type { Texts } from '../../shared/texts/texts.ts';

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

/** Returns how long something took in words: seconds up to two minutes, then minutes, then hours. */
export function durationText(ms: number | null, texts: Texts['day']): string {
  if (ms === null) return texts.none;
  const seconds = Math.round(ms / 1000);
  if (seconds < 120) return texts.seconds(seconds);
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? texts.minutes(minutes) : texts.hoursMinutes(Math.floor(minutes / 60), minutes % 60);
}
