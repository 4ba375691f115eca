import { z } from 'zod';

const MAX_KILO_DECIMALS = 1000;

// A lone surrogate or a control character is no valid text for a notification; line breaks and tabs are.
const UNPRINTABLE = /[\p{Cs}\u0000-\u0008\u000B-\u001F\u007F]/gu;

/** Text, or a number as text. Blank, absent or of another type: null. Never fails. */
export const text = z
  .union([z.string(), z.number()])
  .transform((value) => {
    const clean = String(value).replace(UNPRINTABLE, '').trim();
    return clean === '' ? null : clean;
  })
  .nullable()
  .catch(null);

/** A decimal in major units, as it was sent: number or text. Never fails. */
export const money = z.union([z.string(), z.number()]).nullable().catch(null);

/** A number of pieces or kilograms with up to three decimals, never negative. Never fails. */
export const quantity = z
  .union([z.string().regex(/^\s*\d+(\.\d+)?\s*$/), z.number()])
  .transform((value) => Math.round(Number(value) * MAX_KILO_DECIMALS) / MAX_KILO_DECIMALS)
  .refine((value) => value >= 0 && Number.isFinite(value))
  .nullable()
  .catch(null);

/** Never fails. */
export const flag = z
  .union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')])
  .nullable()
  .catch(null);

/** A time as ISO 8601 UTC with milliseconds, or null. Never fails. */
export const time = text.transform((value) => (value === null ? null : toIsoUtc(value)));

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
