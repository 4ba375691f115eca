import { WEEKDAYS, type Weekday } from './settings/opening-hours.ts';

/**
 * Returns `iso` moved by milliseconds (negative: back), as ISO 8601 UTC with milliseconds. Throws when `iso` is not a
 * time.
 */
export function shiftIso(iso: string, ms: number): string {
  return new Date(Date.parse(iso) + ms).toISOString();
}

/** Returns the milliseconds from one ISO time to a later one; negative when it is earlier. */
export function msBetween(from: string, to: string): number {
  return Date.parse(to) - Date.parse(from);
}

/** Returns an ISO time as milliseconds since 1970. */
export function msOf(iso: string): number {
  return Date.parse(iso);
}

/** Returns milliseconds since 1970 as ISO 8601 UTC. Throws when they are not a time. */
export function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const CLOCK = String.raw`(?<clock>\d\d:\d\d:\d\d)`;
/** The form that servers write, and the two older ones that must be read as well. Source: RFC 9110, 5.6.7. */
const HTTP_DATES = [
  String.raw`[a-z]{3}, (?<day>\d\d?) (?<month>[a-z]{3}) (?<year>\d{4}) ${CLOCK} (?:GMT|UTC)`,
  String.raw`[a-z]{6,9}, (?<day>\d\d)-(?<month>[a-z]{3})-(?<year>\d\d) ${CLOCK} (?:GMT|UTC)`,
  String.raw`[a-z]{3} (?<month>[a-z]{3}) {1,2}(?<day>\d\d?) ${CLOCK} (?<year>\d{4})`,
].map((form) => new RegExp(`^${form}$`, 'i'));

/** Returns the time of an HTTP `Date` header as ISO 8601 UTC; null when it has none. */
export function parseHttpDate(text: string): string | null {
  const found = HTTP_DATES.map((form) => form.exec(text.trim())?.groups).find(
    (groups) => groups !== undefined,
  );
  if (found === undefined) return null;
  const { day = '', month = '', year = '', clock = '' } = found;
  const [hour = 0, minute = 0, second = 0] = clock.split(':').map(Number);
  const fullYear = Number(year) + (year.length === 2 ? 2000 : 0);
  const dayMs = Date.UTC(fullYear, MONTHS.indexOf(month.toLowerCase()), Number(day));
  // `Date` moves 31 February to March: a day that does not come back as it was is none.
  const isDay = new Date(dayMs).getUTCDate() === Number(day) && MONTHS.includes(month.toLowerCase());
  if (!isDay || hour >= 24 || minute >= 60 || second > 60) return null;
  return isoOf(dayMs + ((hour * 60 + minute) * 60 + second) * 1000);
}

/** Returns the time of day in an IANA zone: minutes since midnight, and milliseconds into that minute. */
export function timeOfDay(
  at: Date,
  timeZone: string,
): { readonly minuteOfDay: number; readonly msOfMinute: number } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
    .formatToParts(at)
    .filter(({ type }) => type === 'hour' || type === 'minute')
    .map(({ value }) => Number(value));
  const [hour = 0, minute = 0] = parts;
  return { minuteOfDay: hour * 60 + minute, msOfMinute: at.getTime() % 60_000 };
}

/** Returns the day of the week in an IANA zone. */
export function weekdayIn(at: Date, timeZone: string): Weekday {
  const name = new Intl.DateTimeFormat('en', { timeZone, weekday: 'long' }).format(at).toLowerCase();
  return WEEKDAYS.find((day) => day === name) ?? 'monday';
}

/** Returns "14:05" for today, "12/03 14:05" for another day, in an IANA zone. */
export function clockIn(timeZone: string, iso: string, now: string): string {
  const read = (time: string): { readonly day: string; readonly clock: string } => {
    const parts = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      day: '2-digit',
      month: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).formatToParts(Date.parse(time));
    const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
    return { day: `${part('day')}/${part('month')}`, clock: `${part('hour')}:${part('minute')}` };
  };
  const at = read(iso);
  return at.day === read(now).day ? at.clock : `${at.day} ${at.clock}`;
}

/** Now, as ISO 8601 UTC with milliseconds. */
export type Now = () => string;
