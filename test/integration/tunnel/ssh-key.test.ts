import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeSshKey, publicHalf } from '../../../src/main/tunnel/ssh-key.ts';
import { tempDir } from '../../fakes/temp-store.ts';

test('a key that was made is one that OpenSSH reads, and both tell the same public half', async () => {
  const { dir, remove } = tempDir();
  try {
    const { privateKey, publicKey } = await makeSshKey();
    const file = path.join(dir, 'key');
    // As it comes back from the keychain: with the end of its last line.
    fs.writeFileSync(file, `${privateKey.trim()}\n`, { mode: 0o600 });
    const [type, content] = execFileSync('ssh-keygen', ['-y', '-f', file], { encoding: 'utf8' }).split(' ');
    expect(publicKey).toBe(`${String(type)} ${String(content).trim()} mostrador`);
    expect(await publicHalf(`${privateKey.trim()}\n`)).toEqual({ ok: true, value: publicKey });
  } finally {
    remove();
  }
});
