import { randomBytes } from 'node:crypto';

/** Returns random bytes as text that is safe in a URL and in a form. */
export function randomSecret(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}
