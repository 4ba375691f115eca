/** `iso` moved by milliseconds (negative: back), as ISO 8601 UTC with milliseconds. Throws when `iso` is no time. */
export function shiftIso(iso: string, ms: number): string {
  return new Date(Date.parse(iso) + ms).toISOString();
}

/** Milliseconds from one ISO time to a later one; negative when it is earlier. */
export function msBetween(from: string, to: string): number {
  return Date.parse(to) - Date.parse(from);
}
