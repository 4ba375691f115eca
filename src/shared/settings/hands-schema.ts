import { z } from 'zod';
import { isInitials, MAX_STAFF } from './initials.ts';
import { isShortcut } from './shortcut.ts';

/** Returns the schema of the section `hands`. */
export function createHandsSchema() {
  return z
    .object({
      shortcut: z.string().refine((keys) => keys === '' || isShortcut(keys), 'not-a-shortcut'),
      initials: z
        .array(z.string().refine(isInitials, 'not-initials'))
        .max(MAX_STAFF, 'too-long')
        .refine((list) => new Set(list).size === list.length, 'not-initials'),
      atCounter: z.string(),
      voice: z.boolean(),
    })
    .transform((hands) => ({
      ...hands,
      atCounter: hands.initials.includes(hands.atCounter) ? hands.atCounter : '',
    }));
}
