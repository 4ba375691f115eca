import { expect, test } from 'vitest';
import { createConfiguration } from '../../../../src/main/core/settings/configuration.ts';
import { createSecretVault } from '../../../../src/main/store/settings/secret-vault.ts';
import { ok } from '../../../../src/shared/result.ts';
import type { Settings } from '../../../../src/shared/settings/settings.ts';
import type { TunnelProviderId } from '../../../../src/shared/settings/tunnel-settings.ts';
import { SAMPLE_SETTINGS } from '../../../fakes/sample-settings.ts';

const withProvider = (provider: TunnelProviderId): Settings => ({
  ...SAMPLE_SETTINGS,
  tunnel: { ...SAMPLE_SETTINGS.tunnel, provider },
});

/** A start with this provider over a keychain that holds these accounts. */
function start(provider: TunnelProviderId, accounts: Readonly<Record<string, string>>) {
  const kept = new Map(Object.entries(accounts));
  let settings = withProvider(provider);
  let refuse: 'set' | 'delete' | 'get' | null = null;
  const guard = (call: typeof refuse): Promise<void> =>
    refuse === call ? Promise.reject(new Error('locked collection')) : Promise.resolve();
  const vault = createSecretVault({
    service: 'Tienda',
    now: () => '2026-11-29T12:00:00.000Z',
    loadKeychain: () =>
      Promise.resolve({
        getPassword: (_service, account) => guard('get').then(() => kept.get(account) ?? null),
        setPassword: (_service, account, value) => guard('set').then(() => void kept.set(account, value)),
        deletePassword: (_service, account) => guard('delete').then(() => kept.delete(account)),
      }),
  });
  const configuration = createConfiguration({
    store: {
      read: () => settings,
      problems: () => [],
      save: (next) => {
        settings = withProvider((next as Settings).tunnel.provider);
        return ok(settings);
      },
    },
    vault,
    newSecret: () => 'secret',
    copy: () => undefined,
    isPreviousInUse: () => false,
    onChanged: () => Promise.resolve(),
  });
  return {
    configuration,
    plant: (account: string, value: string): void => void kept.set(account, value),
    refuse: (call: typeof refuse): void => void (refuse = call),
    choose: (next: TunnelProviderId) => configuration.save(withProvider(next)),
    tokens: () => Object.fromEntries([...kept].filter(([account]) => account.endsWith('-token'))),
  };
}

test.each(['ngrok', 'cloudflared'] as const)(
  'the one key of all providers becomes that of %s when the settings name it, and of no other',
  async (provider) => {
    const { configuration, tokens, choose } = start(provider, { 'tunnel-token': 'clave-vieja-1234' });
    await configuration.apply();
    expect(tokens()).toEqual({ [`${provider}-token`]: 'clave-vieja-1234' });
    const { secrets } = await configuration.view();
    expect(secrets[`${provider}-token`]).toMatchObject({ present: true, last4: '1234' });
    expect(secrets['tunnel-token'].present).toBe(false);

    await choose(provider === 'ngrok' ? 'cloudflared' : 'ngrok');
    expect(tokens()).toEqual({ [`${provider}-token`]: 'clave-vieja-1234' });
  },
);

test('a provider with a key of its own keeps that, and the old one is gone', async () => {
  const own = { 'cloudflared-token': 'la-propia-5678' };
  const { configuration, tokens } = start('cloudflared', { ...own, 'tunnel-token': 'clave-vieja-1234' });
  await configuration.apply();
  expect(tokens()).toEqual(own);
});

test.each(['ssh', 'own-url'] as const)(
  'a shop that has gone over to %s keeps no key for whatever comes next',
  async (provider) => {
    const { configuration, tokens } = start(provider, { 'tunnel-token': 'clave-vieja-1234' });
    await configuration.apply();
    expect(tokens()).toEqual({});
  },
);

test('where nobody has chosen yet the old key waits for a start that names a provider', async () => {
  const old = { 'tunnel-token': 'clave-vieja-1234' };
  const { configuration, tokens, choose } = start('none', old);
  await configuration.apply();
  await choose('cloudflared');
  expect(tokens()).toEqual(old);
});

test.each(['set', 'delete', 'get'] as const)(
  'a keychain that refuses to %s loses no key, and the provider at the start gets it later all the same',
  async (call) => {
    const { configuration, tokens, choose, refuse } = start('ngrok', { 'tunnel-token': 'clave-vieja-1234' });
    refuse(call);
    await configuration.apply();
    await choose('cloudflared');
    expect(tokens()).toMatchObject({ 'tunnel-token': 'clave-vieja-1234' });
    expect(tokens()).not.toHaveProperty('cloudflared-token');
    refuse(null);
    await configuration.apply();
    expect(tokens()).toEqual({ 'ngrok-token': 'clave-vieja-1234' });
  },
);

test('an old key that a keychain shows late is taken over all the same', async () => {
  const { configuration, tokens, plant } = start('ngrok', {});
  await configuration.apply();
  plant('tunnel-token', 'clave-vieja-1234');
  await configuration.recheck();
  expect(tokens()).toEqual({ 'ngrok-token': 'clave-vieja-1234' });
});

test('a key that is saved under the old name is that of the chosen provider', async () => {
  const { configuration, tokens } = start('cloudflared', {});
  await configuration.saveSecret('tunnel-token', 'clave-nueva-1234');
  expect(tokens()).toEqual({ 'cloudflared-token': 'clave-nueva-1234' });
});
