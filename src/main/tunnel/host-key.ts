import { hash } from 'node:crypto';

/** As `ssh-keygen -l` prints it. */
export function fingerprintOf(key: Buffer): string {
  return `SHA256:${hash('sha256', key, 'base64').replace(/=+$/, '')}`;
}

/** The first key that is met is trusted, from then on only that one. */
export function isTrusted(fingerprint: string, pinned: string): boolean {
  return pinned === '' || pinned === fingerprint;
}
