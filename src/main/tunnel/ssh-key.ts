import { err, ok, type Result } from '../../shared/result.ts';

/** Loaded at first use: most shops never need it. */
export async function loadSsh2(): Promise<typeof import('ssh2')> {
  return (await import('ssh2')).default;
}

const COMMENT = 'mostrador';

/** A new ed25519 key in OpenSSH's format: the private half, and the public half as a line of `authorized_keys`. */
export async function makeSshKey(): Promise<{ readonly privateKey: string; readonly publicKey: string }> {
  const { utils } = await loadSsh2();
  for (;;) {
    const pair = utils.generateKeyPairSync('ed25519', { comment: COMMENT });
    // One in some 250 is malformed (mscdex/ssh2#1390); this may go when ssh2 makes only keys that it can read.
    const isReadable = [pair.private, pair.public].every((half) => !(utils.parseKey(half) instanceof Error));
    if (isReadable) return { privateKey: pair.private, publicKey: pair.public };
  }
}

/** The public half of a private key; `unreadable` for what is no key, and for one that wants a passphrase. */
export async function publicHalf(privateKey: string): Promise<Result<string, 'unreadable'>> {
  const { utils } = await loadSsh2();
  const parsed = utils.parseKey(privateKey);
  if (parsed instanceof Error) return err('unreadable');
  return ok(`${parsed.type} ${parsed.getPublicSSH().toString('base64')} ${COMMENT}`);
}
