/** How many people may stand at one counter, each with a key of their own. */
export const MAX_STAFF = 12;
/** The key of each place in the list, together with Alt. No scanner and nobody who types a code holds that. */
export const STAFF_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', 'A', 'B'] as const;
const INITIALS = /^[\p{Lu}\p{N}]{1,3}$/u;

/** Returns what was typed as initials, or null when it cannot be: one to three letters or digits. */
export function toInitials(typed: string): string | null {
  const text = typed.normalize('NFC').trim().toUpperCase();
  return INITIALS.test(text) ? text : null;
}

/** Returns true for initials as they are kept. */
export function isInitials(text: string): boolean {
  return INITIALS.test(text);
}

/** Returns whose initials stand with a mark; null for one without: it was made at the counter by whoever was there. */
export function initialsIn(by: string | null | undefined): string | null {
  return by !== null && by !== undefined && isInitials(by) ? by : null;
}
