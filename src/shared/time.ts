/** `iso` moved by milliseconds (negative: back), as ISO 8601 UTC with milliseconds. Throws when `iso` is no time. */
export function shiftIso(iso: string, ms: number): string {
  return new Date(Date.parse(iso) + ms).toISOString();
}
