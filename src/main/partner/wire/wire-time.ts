import { isObject, readText } from './wire-text.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** The largest offset from UTC in use. */
const FARTHEST_ZONE_MS = 14 * 60 * MINUTE_MS;
// Whatever lies outside means "no time" (0, year 1, 1970, -1, year 9999) or is a mistake.
const FIRST_MS = Date.UTC(2015, 0);
const END_MS = Date.UTC(2050, 0);
/** The last second that fits in 32 bits: "never". */
const LAST_32_BIT_MS = (2 ** 31 - 1) * 1000;
/** Seconds, milliseconds, microseconds, nanoseconds: no number of one is a time between the two years in another. */
const EPOCH_UNITS_MS = [1000, 1, 1e-3, 1e-6];

const CLOCK =
  String.raw`(?<hour>\d\d?)(?:(?<colon>:?)(?<minute>\d\d)(?:\k<colon>(?<second>\d\d)(?:[.,](?<fraction>\d+))?)?)?` +
  String.raw`(?:\s*(?<half>[ap])\.?\s*m\b\.?)?`;
// What Go and Ruby add to an offset says the same again: +0000 UTC, -0300 -03.
const AGAIN = String.raw`(?:\s*Z|\s+(?:[A-Z]{1,5}|[+-]\d{2,4})(?:\s+m=\S+)?)?`;
const ZONE =
  String.raw`(?:\s*(?:Z|UTC|GMT)?\s*(?:(?<sign>[+-])(?<zoneHour>\d\d?)(?::?(?<zoneMinute>\d\d))?` +
  `${AGAIN})?)`;
// What Java and JavaScript add: [America/Montevideo], (Uruguay Standard Time). Without brackets it has a slash.
const NAMED = String.raw`(?:\s*(?:\[|(?=\w+/))(?<named>[\w/+-]+)\]?|\s*\([^)]*\))?`;
const MONTH = String.raw`(?<month>[a-z]{3})[a-z]*\.?`;
const WEEKDAY = String.raw`(?:[a-z]{3,9}\.?,?\s+)?`;
const notation = (date: string, gap: string): RegExp =>
  new RegExp(`^${date}${gap}${CLOCK}${ZONE}${NAMED}$`, 'i');

const NUMBERED = String.raw`(?<year>\d{4})(?<dash>[-/.]?)(?<month>\d\d)\k<dash>(?<day>\d\d)`;
const NOTATIONS: readonly RegExp[] = [
  notation(NUMBERED, String.raw`(?:\s*T\s*|\s+|_)`),
  // 20261129222000, without any gap.
  /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)(?<fraction>\d{3})?Z?$/i,
  notation(String.raw`(?<year>\d{4})-?W(?<week>\d\d)-?(?<weekday>[1-7])`, 'T'),
  notation(String.raw`(?<year>\d{4})-(?<dayOfYear>\d{3})`, 'T'),
  notation(String.raw`(?<one>\d\d?)[/.-](?<other>\d\d?)[/.-](?<year>\d{4})`, String.raw`(?:T|,?\s+)`),
  // RFC 1123 and 850: Sun, 29 Nov 2026 22:20:00 GMT.
  notation(String.raw`${WEEKDAY}(?<day>\d\d?)[ -]${MONTH}[ -](?<year>\d{4}|\d\d)`, String.raw`,?\s+`),
  // JavaScript: Sun Nov 29 2026 22:20:00 GMT+0000 (…).
  notation(String.raw`${WEEKDAY}${MONTH}\s+(?<day>\d\d?),?\s+(?<year>\d{4})`, String.raw`,?\s+`),
  // C and Java: Sun Nov 29 22:20:00 UTC 2026.
  new RegExp(
    `^${WEEKDAY}${MONTH}${String.raw`\s+(?<day>\d\d?)\s+`}${CLOCK}${ZONE}${String.raw`\s+(?<year>\d{4})$`}`,
    'i',
  ),
];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const SPANISH_MONTHS = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'];

type Groups = Readonly<Partial<Record<string, string>>>;

/**
 * A time in any notation that platforms write, as ISO 8601 UTC with milliseconds and `Z`: ISO 8601 with or without
 * seconds, fractions and zone (none: UTC), numbers since 1970 in any unit, dates with names of months, and objects that
 * hold one of these. null for what is no time, and for the values that stand for "none": whatever is before 2015 or not
 * before 2050. Never throws. Source: docs/partner-api.md, "Times and versions".
 */
export function toIsoUtc(value: unknown): string | null {
  const ms = toMs(value, 0);
  if (ms === null || !(ms >= FIRST_MS && ms < END_MS)) return null;
  return Math.floor(ms / 1000) * 1000 === LAST_32_BIT_MS ? null : new Date(ms).toISOString();
}

function toMs(value: unknown, depth: number): number | null {
  if (typeof value === 'number') return epochMs(value);
  if (Array.isArray(value)) return calendarMs(value);
  if (isObject(value)) return depth < 2 ? wrappedMs(value, depth) : null;
  const text = readText(value, MAX_CHARS)?.replaceAll('\u2212', '-') ?? '';
  const digits = /^(?:\/Date\()?(\d+(?:\.\d+)?(?:[eE]\+?\d+)?)(?:[+-]\d{4})?(?:\)\/)?$/.exec(text)?.[1];
  return (digits === undefined ? null : epochMs(Number(digits))) ?? writtenMs(text);
}

const MAX_CHARS = 100;

function epochMs(count: number): number | null {
  const found = EPOCH_UNITS_MS.map((unit) => count * unit).find((ms) => ms >= FIRST_MS && ms < END_MS);
  return found === undefined ? null : Math.floor(found);
}

// Java writes [2026, 11, 29, 22, 20, 0, nanoseconds].
function calendarMs(parts: readonly unknown[]): number | null {
  const [year, month, day, hour, minute, second = 0, nanos = 0] = parts;
  const all = [year, month, day, hour, minute, second, nanos];
  if (parts.length < 5 || parts.length > 7 || !all.every((part) => Number.isInteger(part))) return null;
  const [y = 0, ...rest] = all.map(Number);
  return pointMs(y, rest);
}

const WRAPPERS = [
  '$date',
  '$numberLong',
  '$timestamp',
  't',
  'epochMillis',
  'millis',
  'epoch',
  'unix',
  'date',
  'dateTime',
  'datetime',
  'iso',
  'time',
  'timestamp',
  'value',
];
// The fields that Java writes for a time without a configured format.
const CALENDAR = ['year', 'monthValue', 'dayOfMonth', 'hour', 'minute', 'second', 'nano'];
const SECONDS = ['seconds', '_seconds', 'epochSecond', 'epoch_second'];

function wrappedMs(value: Readonly<Record<string, unknown>>, depth: number): number | null {
  const seconds = SECONDS.find((name) => Object.hasOwn(value, name));
  if (seconds !== undefined) {
    const nanos = Number(
      value['nanos'] ?? value['_nanoseconds'] ?? value['nanoseconds'] ?? value['nano'] ?? 0,
    );
    return epochMs(Number(value[seconds]) + (nanos >= 0 && nanos < 1e9 ? nanos / 1e9 : 0));
  }
  if (CALENDAR.slice(0, 5).every((name) => Object.hasOwn(value, name))) {
    return calendarMs(CALENDAR.map((name) => value[name] ?? 0));
  }
  const name = WRAPPERS.find((known) => Object.hasOwn(value, known));
  if (name === undefined) return null;
  const inner = value[name];
  const zone = value['timezone'] ?? value['time_zone'] ?? value['timeZone'];
  // PHP writes {"date": "2026-11-29 19:20:00.000000", "timezone": "America/Montevideo"}.
  if (typeof inner !== 'string' || typeof zone !== 'string') return toMs(inner, depth + 1);
  return writtenMs(/^[+-]/.test(zone) ? `${inner}${zone}` : `${inner}[${zone}]`) ?? toMs(inner, depth + 1);
}

function writtenMs(text: string): number | null {
  for (const form of NOTATIONS) {
    const groups: Groups | undefined = form.exec(text)?.groups;
    if (groups !== undefined) return groupsMs(groups, /(?:Z|UTC|GMT)\b/i.test(text));
  }
  return null;
}

function groupsMs(groups: Groups, isUtc: boolean): number | null {
  const { hour = '', minute = '0', second = '0', fraction = '', half, sign, named } = groups;
  const { zoneHour = '0', zoneMinute = '0' } = groups;
  const clock = toClock(Number(hour), half?.toLowerCase());
  const date = dateOf(groups);
  if (clock === null || date === null) return null;
  const nanos = Number(fraction.padEnd(9, '0').slice(0, 9));
  const [year, ...monthAndDay] = date;
  const local = pointMs(year, [...monthAndDay, clock, Number(minute), Number(second), nanos]);
  if (local === null) return null;
  const zoneMs = (Number(zoneHour) * 60 + Number(zoneMinute)) * MINUTE_MS;
  if (zoneMs > FARTHEST_ZONE_MS || Number(zoneMinute) >= 60) return null;
  if (sign !== undefined) return local - (sign === '-' ? -zoneMs : zoneMs);
  return named === undefined || isUtc ? local : inZone(local, named);
}

function toClock(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour;
  return hour < 1 || hour > 12 ? null : (hour % 12) + (half === 'p' ? 12 : 0);
}

function dateOf(groups: Groups): readonly [number, number, number] | null {
  const { week, weekday, dayOfYear, one, other, month = '', day } = groups;
  const year = Number(groups['year']) + (groups['year']?.length === 2 ? 2000 : 0);
  if (week !== undefined) {
    // 4 January is always in the first week.
    const fourth = Date.UTC(year, 0, 4);
    const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS;
    return ymd(monday + ((Number(week) - 1) * 7 + Number(weekday) - 1) * DAY_MS);
  }
  if (dayOfYear !== undefined) return ymd(Date.UTC(year, 0, Number(dayOfYear)));
  if (one !== undefined) {
    const [first, second] = [Number(one), Number(other)];
    // 05/06 may be either; 29/11 and 11/29 may not.
    if (first <= 12 && second <= 12 && first !== second) return null;
    return first > 12 ? [year, second, first] : [year, first, second];
  }
  if (/^\d/.test(month)) return [year, Number(month), Number(day)];
  const name = month.toLowerCase();
  const index = Math.max(MONTHS.indexOf(name), SPANISH_MONTHS.indexOf(name));
  return index < 0 ? null : [year, index + 1, Number(day)];
}

function ymd(ms: number): readonly [number, number, number] {
  const date = new Date(ms);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

/** null when there is no such day or clock. A day may end at 24:00, a minute with a leap second. */
function pointMs(year: number, rest: readonly number[]): number | null {
  const [month = 0, day = 0, hour = 0, minute = 0, second = 0, nanos = 0] = rest;
  const dayMs = Date.UTC(year, month - 1, day);
  const [, sameMonth, sameDay] = ymd(dayMs);
  // `Date` moves 30 February to March: a day that does not come back as it was is none.
  if (Number.isNaN(dayMs) || sameMonth !== month || sameDay !== day) return null;
  const isClock = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second <= 60;
  if (!isClock && !(hour === 24 && minute === 0 && second === 0)) return null;
  return dayMs + (hour * 60 + minute) * MINUTE_MS + second * 1000 + Math.floor(nanos / 1e6);
}

/** The point in time at which clocks in a zone show `localMs`; read as UTC when nobody knows the zone. */
function inZone(localMs: number, timeZone: string): number {
  try {
    const offsetMs = (ms: number): number => {
      const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
      const name = format.formatToParts(ms).find(({ type }) => type === 'timeZoneName')?.value ?? '';
      const [, sign, hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
      return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
    };
    return localMs - offsetMs(localMs - offsetMs(localMs));
  } catch {
    return localMs;
  }
}
