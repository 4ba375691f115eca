import { expect, test } from 'vitest';
import { createProviders, type ProviderMakers } from '../../../../src/main/core/address/providers.ts';
import type { TunnelProvider } from '../../../../src/main/core/address/types.ts';
import { err, ok, type Result } from '../../../../src/shared/result.ts';
import { NOWHERE } from '../../../../src/shared/settings/secret-binding.ts';
import type { TunnelProviderId } from '../../../../src/shared/settings/tunnel-settings.ts';
import { SAMPLE_SETTINGS } from '../../../fakes/sample-settings.ts';

const PROVIDER: TunnelProvider = {
  steadyMs: 1,
  hasLink: true,
  open: () => ({ close: () => Promise.resolve() }),
};
type Secret = Result<string | null, { readonly code: string }>;

function rig(answer: Secret = ok('token'), program: string | null = '/usr/bin/cloudflared') {
  const made: unknown[] = [];
  const asked: string[] = [];
  const note =
    (kind: string) =>
    (options?: unknown): TunnelProvider => {
      made.push([kind, options]);
      return PROVIDER;
    };
  const make: ProviderMakers = {
    ssh: note('ssh'),
    ngrok: note('ngrok'),
    cloudflared: note('cloudflared'),
  };
  const build = createProviders({
    settings: () => SAMPLE_SETTINGS,
    readSecret: (name, to) => {
      asked.push(`${name}${to === NOWHERE ? ' for nowhere' : ''}`);
      return Promise.resolve(answer);
    },
    findCloudflared: () => Promise.resolve(program),
    make,
  });
  const { tunnel } = SAMPLE_SETTINGS;
  return {
    made,
    asked,
    build: (provider: TunnelProviderId, executable = '', domain = 'pedidos.ngrok.app') =>
      build(
        {
          ...tunnel,
          provider,
          publicUrl: 'https://pedidos.example.com',
          ngrok: { domain },
          ssh: { ...tunnel.ssh, host: 'example.com', user: 'ana', remoteBind: '127.0.0.1:8080' },
          cloudflared: { executable },
        },
        4_765,
      ),
  };
}

test('without a provider there is nothing to build, and no secret is read', async () => {
  const { build, asked } = rig();
  expect(await build('none')).toBeNull();
  expect(asked).toEqual([]);
});

test('an own address is up at once: there is nothing to connect, no secret is read', async () => {
  const { build, made, asked } = rig();
  const provider = await build('own-url');
  const events: unknown[] = [];
  if (provider?.ok === true) provider.value.open((event) => void events.push(event));
  expect(provider).toMatchObject(ok({ hasLink: false }));
  expect(events).toEqual([{ type: 'up' }]);
  expect([made, asked]).toEqual([[], []]);
});

test.each([
  ['ssh', 'ssh-private-key', { privateKey: 'token', port: 4_765 }],
  ['ngrok', 'ngrok-token', { domain: 'pedidos.ngrok.app', token: 'token', port: 4_765 }],
  ['cloudflared', 'cloudflared-token', { executable: '/usr/bin/cloudflared', token: 'token' }],
] as const)('%s gets its own secret, for the place where it is sent', async (provider, name, options) => {
  const { build, made, asked } = rig();
  expect(await build(provider)).toEqual(ok(PROVIDER));
  expect(made).toEqual([[provider, expect.objectContaining(options)]]);
  expect(asked).toEqual([name]);
});

test.each([
  ['ssh', ok(null), { code: 'secret_missing', detail: 'ssh-private-key' }],
  ['ngrok', ok(null), { code: 'secret_missing', detail: 'ngrok-token' }],
  ['ngrok', err({ code: 'keychain-locked' }), { code: 'keychain_closed', detail: null }],
  ['ngrok', err({ code: 'bound-elsewhere' }), { code: 'secret_elsewhere', detail: 'ngrok-token' }],
  ['ssh', err({ code: 'bound-elsewhere' }), { code: 'secret_elsewhere', detail: 'ssh-private-key' }],
  ['cloudflared', err({ code: 'keychain-locked' }), { code: 'keychain_closed', detail: null }],
  ['cloudflared', err({ code: 'bound-elsewhere' }), { code: 'program_untyped', detail: null }],
] as const)('%s with %j is refused with %j', async (provider, secret, error) => {
  const { build, made } = rig(secret);
  expect(await build(provider)).toEqual(err(error));
  expect(made).toEqual([]);
});

test('a program that a file named is named in the refusal', async () => {
  expect(await rig(err({ code: 'bound-elsewhere' })).build('cloudflared', '/tmp/other')).toEqual(
    err({ code: 'program_untyped', detail: '/tmp/other' }),
  );
});

test('without its program cloudflared’s token is not even read', async () => {
  const { build, asked } = rig(ok('token'), null);
  expect(await build('cloudflared')).toEqual(err({ code: 'binary_missing', detail: 'cloudflared' }));
  expect(asked).toEqual([]);
});

test('settings that lack something are refused before a secret is read', async () => {
  const { build, asked } = rig();
  expect(await build('ngrok', '', '')).toEqual(err({ code: 'not_configured', detail: 'domain' }));
  expect(asked).toEqual([]);
});
