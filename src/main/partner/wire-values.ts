import { z } from 'zod';

// These readers take any value and decide themselves: failing and catching in zod costs ten times as much, and an order
// has hundreds of fields.
const anything = z.unknown().optional();
const DECIMAL = /^\s*\d+(\.\d+)?\s*$/;
const THOUSANDTHS = 1000;

/** Text, or a number as text. Blank, absent or of another type: null. Never fails. */
export const text = anything.transform(readText);

/** A decimal in major units, as it was sent: number or text. Never fails. */
export const money = anything.transform((value) =>
  typeof value === 'string' || typeof value === 'number' ? value : null,
);

/** A number of pieces or kilograms with up to three decimals, never negative. Never fails. */
export const quantity = anything.transform((value) => {
  if (typeof value !== 'number' && !(typeof value === 'string' && DECIMAL.test(value))) return null;
  const rounded = Math.round(Number(value) * THOUSANDTHS) / THOUSANDTHS;
  return rounded >= 0 && Number.isFinite(rounded) ? rounded : null;
});

/** Never fails. */
export const flag = anything.transform((value) => {
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : null;
});

/** A time as ISO 8601 UTC with milliseconds, or null. Never fails. */
export const time = anything.transform((value) => {
  const written = readText(value);
  return written === null ? null : toIsoUtc(written);
});

/** An object, or null when there is none or it is something else. Never fails. */
export function objectOrNull<T extends z.core.$ZodLooseShape>(shape: T) {
  const whole = z.object(shape);
  return anything.transform((value) => (isObject(value) ? whole.parse(value) : null));
}

// A lone surrogate or a control character is no valid text for a notification; line breaks and tabs are.
const UNPRINTABLE = /(?![\n\t])[\p{Cs}\p{Cc}]/gu;
// Nearly every text; knowing it at a glance halves the cost of reading one.
const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/;

function readText(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return null;
  if (PLAIN.test(value)) return value;
  const clean = value.replace(UNPRINTABLE, '').trim();
  return clean === '' ? null : clean;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const TIME =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(?:Z|([+-])(\d\d):?(\d\d))?$/i;
const MINUTE_MS = 60_000;

/**
 * An ISO 8601 time, with or without seconds, fractions and zone (none: UTC), as UTC with milliseconds and `Z`; null when
 * there is no such time. Source: docs/partner-api.md, "Times and versions".
 */
export function toIsoUtc(value: string): string | null {
  const match = TIME.exec(value);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second = '00', fraction = '', sign, zoneHours, zoneMinutes] =
    match;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
  const localMs = Date.parse(local);
  // `Date` moves 30 February to March: a time that does not come back as it was is none.
  if (Number.isNaN(localMs) || new Date(localMs).toISOString() !== local) return null;
  const zoneMs = (Number(zoneHours ?? 0) * 60 + Number(zoneMinutes ?? 0)) * MINUTE_MS;
  const iso = new Date(localMs - (sign === '-' ? -zoneMs : zoneMs)).toISOString();
  // Years outside 0000-9999 are written with a sign and would not sort as text.
  return iso.length === local.length ? iso : null;
}
