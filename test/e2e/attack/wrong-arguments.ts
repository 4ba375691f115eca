import type { z } from 'zod';

/** Values that hardly any field of a channel takes. */
const WRONG: readonly unknown[] = [null, [], {}, -1, 1.5, 1e308, true, '', 'x'.repeat(20_000), '__proto__'];

/**
 * Returns arguments that a channel does not take, as JSON, made from one that it takes: each field left out and of each
 * wrong kind, all of it under `__proto__`, in a list, as a text, and what is not asked for at all. `good`: undefined for a
 * channel without an argument.
 */
export function wrongArguments(schema: z.ZodType, good: unknown): readonly string[] {
  const fields = typeof good === 'object' && good !== null ? Object.entries(good) : [];
  const whole = Object.fromEntries(fields);
  const changed = fields.flatMap(([name]) => [
    Object.fromEntries(fields.filter(([other]) => other !== name)),
    ...WRONG.map((value) => ({ ...whole, [name]: value })),
  ]);
  const made = [{}, { anything: 'else' }, [whole], JSON.stringify(whole), ...changed];
  const inside = JSON.stringify(whole);
  const texts = [
    ...made.map((value) => JSON.stringify(value)),
    `{"__proto__":${inside},"constructor":{"prototype":${inside}}}`,
  ];
  return texts.filter((text) => !schema.safeParse(JSON.parse(text)).success);
}
