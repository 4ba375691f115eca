import { expect, test } from 'vitest';
import { createSecretVault, type Keychain } from '../../../src/main/store/settings/secret-vault.ts';
import { keyDestination } from '../../../src/shared/settings/secret-binding.ts';
import { createFixedClock, NOON } from '../../fakes/fixed-clock.ts';

const TOKEN = 'token-de-prueba-9876';
const ELSEWHERE = { ok: false, error: { code: 'bound-elsewhere' } };
const HERE = 'https://a.example';

/** A keychain, and the vault of one start after another. */
function rig(entries: Readonly<Record<string, string>> = {}) {
  const kept = new Map(Object.entries(entries));
  let isReadOnly = false;
  const keychain: Keychain = {
    getPassword: (_service, account) => Promise.resolve(kept.get(account) ?? null),
    setPassword: (_service, account, password) =>
      isReadOnly ? Promise.reject(new Error('locked')) : Promise.resolve(void kept.set(account, password)),
    deletePassword: (_service, account) => Promise.resolve(kept.delete(account)),
  };
  const { now } = createFixedClock();
  const start = () =>
    createSecretVault({ service: 'Tienda', now, loadKeychain: () => Promise.resolve(keychain) });
  return { start, kept, lock: () => (isReadOnly = true) };
}

test.each([
  ['without a note beside it', {}],
  ['with the note of an earlier version', { 'partner-token.meta': JSON.stringify({ savedAt: NOON }) }],
  ['with the note of somebody else', { 'partner-token.meta': 'not ours' }],
])('a secret %s is bound to the first place that it is asked for, for good', async (_what, meta) => {
  const { start } = rig({ 'partner-token': TOKEN, ...meta });
  const first = start();
  expect(await first.readFor('partner-token', HERE)).toEqual({ ok: true, value: TOKEN });
  expect(await first.readFor('partner-token', 'https://b.example')).toMatchObject(ELSEWHERE);
  await first.close();
  const second = start();
  expect(await second.readFor('partner-token', 'https://b.example')).toMatchObject(ELSEWHERE);
  expect(await second.readFor('partner-token', HERE)).toEqual({ ok: true, value: TOKEN });
  const statuses = await second.statuses();
  const savedAt = 'partner-token.meta' in meta && meta['partner-token.meta'] !== 'not ours' ? NOON : null;
  expect(statuses.ok && statuses.value['partner-token'].savedAt).toBe(savedAt);
});

test('a keychain that takes no note does not free the secret while the app runs, nor hold it back', async () => {
  const { start, lock } = rig({ 'partner-token': TOKEN });
  lock();
  const vault = start();
  expect(await vault.readFor('partner-token', HERE)).toEqual({ ok: true, value: TOKEN });
  expect(await vault.readFor('partner-token', 'https://b.example')).toMatchObject(ELSEWHERE);
});

test('one that is saved anew while it is being bound keeps the place of its own', async () => {
  const { start, kept } = rig({ 'partner-token': TOKEN });
  const vault = start();
  await vault.read('partner-token');
  const saved = vault.save('partner-token', 'otra-clave-123456', 'https://b.example');
  vault.bind('partner-token', HERE);
  await saved;
  await vault.close();
  expect(kept.get('partner-token.meta')).toContain('https://b.example');
  expect(await start().readFor('partner-token', HERE)).toMatchObject(ELSEWHERE);
});

test('nothing is sent nowhere, and what was forgotten is bound to nothing', async () => {
  const { start } = rig({ 'partner-token': TOKEN });
  const vault = start();
  expect(await vault.readFor('partner-token', '')).toMatchObject(ELSEWHERE);
  expect(vault.bindings()).toEqual({});
  await vault.forget('partner-token');
  expect(vault.bindings()).toEqual({});
  expect(await vault.readFor('partner-token', HERE)).toEqual({ ok: true, value: null });
});

test.each([
  ['HTTPS://A.example', HERE],
  ['https://a.example:443/v2', HERE],
  [' https://a.example/ ', HERE],
  ['https://a.example\\@b.example', HERE],
  ['http://127.0.0.1:80/x', 'http://127.0.0.1'],
  ['https://a.example:8443', 'https://a.example:8443'],
  ['https://a.example@b.example', 'https://a.example@b.example'],
  ['http://a.example:443', 'http://a.example:443'],
  ['https:b.example', 'https://b.example'],
  ['https:\\\\b.example', 'https://b.example'],
  ['ftp://a.example', null],
  ['', null],
])('the key for %j goes to %j', (address, to) => {
  expect(keyDestination('token', address, 'x')).toBe(to);
});
