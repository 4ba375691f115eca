import type { z } from 'zod';

/** Returns what a stored text holds as JSON; null when it is not JSON, or not of this shape. */
export function readJson<T>(stored: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.safeParse(JSON.parse(stored)).data ?? null;
  } catch {
    return null;
  }
}
