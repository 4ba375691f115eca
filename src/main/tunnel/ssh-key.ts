import { err, ok, type Result } from '../../shared/result.ts';

/** Returns the ssh2 library. Loads it at first use, because most shops never need it. */
export async function loadSsh2(): Promise<typeof import('ssh2')> {
  return (await import('ssh2')).default;
}

const COMMENT = 'mostrador';

/** Returns a new ed25519 key in OpenSSH's format; the public half is a line for `authorized_keys`. */
export async function makeSshKey(): Promise<{ readonly privateKey: string; readonly publicKey: string }> {
  const { utils } = await loadSsh2();
  for (;;) {
    const pair = utils.generateKeyPairSync('ed25519', { comment: COMMENT });
    // About one in 250 is malformed (mscdex/ssh2#1390); remove this when ssh2 makes only keys that it can read.
    const isReadable = [pair.private, pair.public].every((half) => !(utils.parseKey(half) instanceof Error));
    if (isReadable) return { privateKey: pair.private, publicKey: pair.public };
  }
}

/** Returns the public half of a private key; `unreadable`: it is no key, or it needs a passphrase. */
export async function publicHalf(privateKey: string): Promise<Result<string, 'unreadable'>> {
  const { utils } = await loadSsh2();
  const parsed = utils.parseKey(privateKey);
  if (parsed instanceof Error) return err('unreadable');
  return ok(`${parsed.type} ${parsed.getPublicSSH().toString('base64')} ${COMMENT}`);
}
