import { msOf, parseHttpDate } from '../../../shared/time.ts';

const SECONDS = String.raw`\d+(?:\.\d+)?`;
/** Whole seconds by the standard; some write a fraction or a unit, and a proxy may add a value of its own. */
const WAIT = new RegExp(`^${SECONDS}(?:\\s*,\\s*${SECONDS})*\\s*(?:s|secs?|seconds?)?$`, 'i');
/** So many seconds are no pause: some write the time since 1970 instead. */
const SINCE_1970 = 1e9;

/**
 * Returns the value of a `Retry-After` header, seconds or a time, as milliseconds from now; null when it says nothing. Of
 * several the longest. `parseTime` reads times that are no HTTP date. Source: RFC 9110, 10.2.3.
 */
export function parseRetryAfter(
  header: string | null,
  {
    nowMs,
    maxMs = Infinity,
    parseTime = () => null,
  }: {
    readonly nowMs: number;
    readonly maxMs?: number;
    /** Returns a time in ISO UTC; null when it cannot be read. */
    readonly parseTime?: (text: string) => string | null;
  },
): number | null {
  const text = header?.trim() ?? '';
  const seconds = WAIT.test(text) ? Math.max(...text.split(',').map(Number.parseFloat)) : Number.NaN;
  const atMs = seconds < SINCE_1970 ? Number.NaN : msOf(parseHttpDate(text) ?? parseTime(text) ?? '');
  const ms = Number.isNaN(atMs) ? seconds * 1000 : atMs - nowMs;
  return Number.isNaN(ms) ? null : Math.min(Math.max(Math.ceil(ms), 0), maxMs);
}
