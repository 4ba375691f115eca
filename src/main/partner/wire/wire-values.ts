import { z } from 'zod';
import { readQuantity } from './wire-amount.ts';
import { isObject, readLabel, readLine, readText } from './wire-text.ts';
import { toIsoUtc } from './wire-time.ts';

// These readers take any value and decide themselves: failing and catching in zod costs ten times as much, and an order
// has hundreds of fields.
const anything = z.unknown().optional();

/** Text in one line, or a number as text. Blank, absent or of another type: null. Never fails. */
export const text = anything.transform((value) => readLine(value));

/** The same, at most so long. */
export const textOf = (maxChars: number) => anything.transform((value) => readLine(value, maxChars));

/** One line that may stand in an object. Never fails. */
export const label = (maxChars: number) =>
  anything.transform((value) => readLabel(value, maxChars)?.replace(/\s+/gu, ' ') ?? null);

/** The same in as many lines as it came. */
export const prose = (maxChars: number) => anything.transform((value) => readLabel(value, maxChars));

/** Whatever was sent: what it means depends on the currency. */
export const money = anything;

/** A number of pieces or a weight. Never fails. */
export const quantity = anything.transform((value) => readQuantity(value));

/** A number that is not negative, or null. Never fails. */
export const count = anything.transform((value) => readQuantity(value).count);

const YES = /^(?:true|1|yes|y|si|sí)$/i;
const NO = /^(?:false|0|no|n)$/i;

/** Never fails. */
export const flag = anything.transform((value) => {
  const said = typeof value === 'boolean' ? String(value) : (readText(value) ?? '');
  if (YES.test(said)) return true;
  return NO.test(said) ? false : null;
});

/** A time as ISO 8601 UTC with milliseconds, or null. Never fails. */
export const time = anything.transform(toIsoUtc);

/** An object, or null when there is none or it is something else. Never fails. */
export function objectOrNull<T extends z.core.$ZodLooseShape>(shape: T) {
  const whole = z.object(shape);
  return anything.transform((value) => (isObject(value) ? whole.parse(value) : null));
}
