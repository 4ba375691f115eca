import { hash, timingSafeEqual } from 'node:crypto';
import { basicSecret } from '../core/basic-secret.ts';

/** `previous`: right, but another one than the first. */
export type SecretVerdict = 'right' | 'previous' | 'wrong' | 'none-stored';

/**
 * Compares the whole `Authorization` value with every stored secret, plain and in its basic form, in a time that does
 * not depend on how much of it is right. Source: docs/partner-api.md, "Webhook": the portal's secret is sent verbatim.
 */
export function verifySecret(header: string | undefined, secrets: readonly string[]): SecretVerdict {
  const [current, ...others] = secrets.map(withoutOuterSpace).filter((secret) => secret !== '');
  if (current === undefined) return 'none-stored';
  // Node reads header bytes as latin1, so this gives back the bytes that were sent.
  const given = digest(Buffer.from(header ?? '', 'latin1'));
  const isCurrent = countMatches(given, [current]) > 0;
  const isOther = countMatches(given, others) > 0;
  if (isCurrent) return 'right';
  return isOther ? 'previous' : 'wrong';
}

function countMatches(given: Buffer, secrets: readonly string[]): number {
  let matches = 0;
  for (const known of digestsOf(secrets)) matches += Number(timingSafeEqual(given, known));
  return matches;
}

function digestsOf(secrets: readonly string[]): readonly Buffer[] {
  return secrets
    .flatMap((secret) => [secret, basicSecret(secret)])
    .flatMap(encodings)
    .map(digest);
}

// HTTP drops spaces around a header's value, so a secret saved with them could never match.
function withoutOuterSpace(secret: string): string {
  return secret.replace(/^[ \t]+|[ \t]+$/g, '');
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
