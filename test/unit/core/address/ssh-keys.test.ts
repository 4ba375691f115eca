import { expect, test } from 'vitest';
import { createSshKeys } from '../../../../src/main/core/address/ssh-keys.ts';
import type { SaveOutcome } from '../../../../src/shared/ipc-contract.ts';
import { err, ok } from '../../../../src/shared/result.ts';
import { noSecrets } from '../../../fakes/no-secrets.ts';
import { SAMPLE_SETTINGS } from '../../../fakes/sample-settings.ts';

type Deps = Parameters<typeof createSshKeys>[0];
const CLOSED: SaveOutcome = { ok: false, code: 'keychain-locked', detail: 'locked' };
const VIEW = { settings: SAMPLE_SETTINGS, secrets: noSecrets(), configured: true, problems: [] };
const SAVED: SaveOutcome = { ok: true, view: VIEW };

function rig(of: Partial<Deps> = {}) {
  const saved: unknown[] = [];
  const errors: string[] = [];
  const keys = createSshKeys({
    readKey: () => Promise.resolve(ok(null)),
    saveKey: (key) => {
      saved.push(key);
      return Promise.resolve(SAVED);
    },
    makeKey: () => Promise.resolve({ privateKey: 'new private', publicKey: 'new public' }),
    publicHalf: (key) => Promise.resolve(ok(`public of ${key}`)),
    settings: () => SAMPLE_SETTINGS,
    save: ({ tunnel }) => {
      saved.push(tunnel.ssh.hostKey);
      return Promise.resolve(SAVED);
    },
    log: { error: (message) => errors.push(message) },
    ...of,
  });
  return { ...keys, saved, errors };
}
const kept = (): ReturnType<Deps['readKey']> => Promise.resolve(ok('kept'));
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('a key that is stored is shown, not replaced', async () => {
  const { sshKey, saved } = rig({ readKey: kept });
  expect(await sshKey(false)).toEqual({ ok: true, publicKey: 'public of kept' });
  expect(saved).toEqual([]);
});

test.each([
  ['there is none', false, {}],
  ['another one is wanted', true, { readKey: kept }],
] as const)('a key is made and stored when %s', async (_why, replace, of) => {
  const { sshKey, saved } = rig(of);
  expect(await sshKey(replace)).toEqual({ ok: true, publicKey: 'new public' });
  expect(saved).toEqual(['new private']);
});

test.each([
  [
    'the keychain is closed',
    { readKey: () => Promise.resolve(err({ detail: 'locked' })) },
    'keychain_closed',
    'locked',
  ],
  ['it cannot be stored', { saveKey: () => Promise.resolve(CLOSED) }, 'keychain_closed', 'locked'],
  [
    'it is no key',
    { readKey: kept, publicHalf: () => Promise.resolve(err('unreadable')) },
    'auth_failed',
    null,
  ],
] as const)('no key is given out when %s', async (_why, of, code, detail) => {
  expect(await rig(of).sshKey(false)).toEqual({ ok: false, error: { code, detail } });
});

test('the key of a server is pinned, and one that could not be is written down', async () => {
  const { pinFirst, pinHostKey, saved, errors } = rig();
  pinFirst('SHA256:abc');
  expect(await pinHostKey('SHA256:def')).toEqual(SAVED);
  await settle();
  expect([saved, errors]).toEqual([['SHA256:abc', 'SHA256:def'], []]);
  const refused = rig({ save: () => Promise.resolve(CLOSED) });
  refused.pinFirst('SHA256:abc');
  const broken = rig({ save: () => Promise.reject(new Error('disk')) });
  broken.pinFirst('SHA256:abc');
  await settle();
  expect(refused.errors).toEqual(["The server's key could not be pinned: keychain-locked"]);
  expect(broken.errors).toEqual(["The server's key could not be pinned"]);
});
