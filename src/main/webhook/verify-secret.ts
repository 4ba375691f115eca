import { hash, timingSafeEqual } from 'node:crypto';

/** `previous`: right, but another one than the first. */
export type SecretVerdict = 'right' | 'previous' | 'wrong' | 'none-stored';

/**
 * Compares the `Authorization` value with every stored secret, in a time that does not depend on how much of it is right.
 * Source: docs/partner-api.md, "Webhook": the portal's secret is sent verbatim, but gateways on the way put a scheme in
 * front or take it for a password. Every reading of the value is compared with every secret; none ends the search.
 */
export function verifySecret(header: string | undefined, secrets: readonly string[]): SecretVerdict {
  const [current, ...others] = secrets.map(withoutOuterSpace).filter((secret) => secret !== '');
  if (current === undefined) return 'none-stored';
  // Node reads header bytes as latin1, so this gives back the bytes that were sent.
  const given = readingsOf(header ?? '').map(digest);
  const isCurrent = countMatches(given, [current]) > 0;
  const isOther = countMatches(given, others) > 0;
  if (isCurrent) return 'right';
  return isOther ? 'previous' : 'wrong';
}

function countMatches(given: readonly Buffer[], secrets: readonly string[]): number {
  let matches = 0;
  for (const known of secrets.flatMap(spellings).flatMap(encodings).map(digest)) {
    for (const one of given) matches += Number(timingSafeEqual(one, known));
  }
  return matches;
}

/** A scheme of the portal, one of a gateway, and quotes around what is behind either. */
const MAX_LAYERS = 4;

/** What a header's value may mean: as it stands, without each scheme and quotes around it, and what is behind them in base64. */
function readingsOf(header: string): readonly Buffer[] {
  const readings: Buffer[] = [];
  let value = withoutOuterSpace(header);
  for (let layers = 0; layers <= MAX_LAYERS; layers += 1) {
    readings.push(...spellings(value).map(toBytes));
    const [, bare] = SCHEME.exec(value) ?? [];
    if (bare !== undefined) readings.push(...basicReadings(bare));
    const inner = withoutOuterSpace(bare ?? unquoted(value));
    if (inner === value) break;
    value = inner;
  }
  return readings;
}

const SCHEME = /^(?:bearer|basic)[ \t]+(.*)$/i;
const BASE64 = /^[\w+/-]+={0,2}$/;
const COLON = 0x3a;

/** The secret alone, as the password of any user, or as a user without a password (RFC 7617). */
function basicReadings(bare: string): readonly Buffer[] {
  const text = unquoted(bare);
  if (!BASE64.test(text)) return [];
  const whole = Buffer.from(text, 'base64');
  const colon = whole.indexOf(COLON);
  if (colon < 0) return [whole];
  return [
    whole,
    whole.subarray(colon + 1),
    ...(colon === whole.length - 1 ? [whole.subarray(0, colon)] : []),
  ];
}

/** As it stands, and as it would be with its scheme in another case or before more blanks (RFC 9110, section 11.1). */
function spellings(value: string): readonly string[] {
  const [, bare] = SCHEME.exec(value) ?? [];
  return bare === undefined ? [value] : [value, `${/^bearer/i.test(value) ? 'Bearer' : 'Basic'} ${bare}`];
}

function unquoted(value: string): string {
  return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
}

// HTTP drops spaces around a header's value, so a secret saved with them could never match.
function withoutOuterSpace(secret: string): string {
  let [from, to] = [0, secret.length];
  while (from < to && isBlank(secret[from])) from += 1;
  // A pattern that looks for blanks at the end takes a second for a header that is full of them elsewhere.
  while (to > from && isBlank(secret[to - 1])) to -= 1;
  return secret.slice(from, to);
}

function isBlank(letter: string | undefined): boolean {
  return letter === ' ' || letter === '\t';
}

function toBytes(value: string): Buffer {
  return Buffer.from(value, 'latin1');
}

// Letters outside ASCII are sent as UTF-8 by some programs and as latin1 by others.
function encodings(secret: string): readonly Buffer[] {
  const utf8 = Buffer.from(secret, 'utf8');
  const latin1 = Buffer.from(secret, 'latin1');
  const isOtherLatin1 = latin1.toString('latin1') === secret && !latin1.equals(utf8);
  return isOtherLatin1 ? [utf8, latin1] : [utf8];
}

function digest(bytes: Buffer): Buffer {
  return hash('sha256', bytes, 'buffer');
}

/** Wrong secrets are counted for so long. */
const WINDOW_MS = 60_000;

/**
 * Slows those who try secrets. A few wrong ones in a minute may be a mistake in a portal and are answered at once; the answers
 * to those after them are held back. Only wrong ones come here, so nobody who knows the secret ever waits.
 */
export function createGuesses(deps: {
  readonly free: number;
  readonly holdMs: number;
  readonly monotonicMs: () => number;
}) {
  let sinceMs = -Infinity;
  let count = 0;
  return {
    /** Counts a wrong secret; resolves when it may be answered. */
    answerable: async (): Promise<void> => {
      const nowMs = deps.monotonicMs();
      if (nowMs - sinceMs >= WINDOW_MS) {
        sinceMs = nowMs;
        count = 0;
      }
      count += 1;
      if (count > deps.free) await new Promise((resolve) => setTimeout(resolve, deps.holdMs));
    },
  };
}
