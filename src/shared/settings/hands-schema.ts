import { z } from 'zod';
import { isShortcut } from './shortcut.ts';

/** Returns the schema of the section `hands`. */
export function createHandsSchema() {
  return z.object({
    shortcut: z.string().refine((keys) => keys === '' || isShortcut(keys), 'not-a-shortcut'),
  });
}
