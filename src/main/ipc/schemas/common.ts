import { z } from 'zod';

/** A read-only list. */
export function list<T extends z.ZodType>(item: T) {
  return z.array(item).readonly();
}

export const nothing = z.undefined();
export const done = z.null();
export const textOrNull = z.string().nullable();
export const numberOrNull = z.number().nullable();
