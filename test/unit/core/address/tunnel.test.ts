import { expect, test } from 'vitest';
import type { SettingsView } from '../../../../src/shared/ipc-contract.ts';
import { err } from '../../../../src/shared/result.ts';
import type { TunnelError } from '../../../../src/shared/tunnel.ts';
import { noSecrets } from '../../../fakes/no-secrets.ts';
import { SAMPLE_SETTINGS } from '../../../fakes/sample-settings.ts';
import { ALIVE, failing, URL } from './rig.ts';
import { createRig, follow, INBOUND_AT, KEPT, view } from './tunnel-rig.ts';

test('an address that is proven is online, told once, and shown as a light', async () => {
  const made = createRig();
  expect(made.tunnel.pages.status()).toMatchObject({
    state: 'stopped',
    provider: 'none',
    url: null,
    error: null,
  });
  expect(made.tunnel.isOnline()).toBe(false);
  await follow(made, view());
  expect(made.tunnel.isOnline()).toBe(true);
  expect(made.statuses.at(-1)).toMatchObject({ state: 'online', provider: 'own-url', url: URL });
  expect(made.onOnline).toHaveBeenCalledTimes(1);
  expect(made.lights.at(-1)).toEqual(['tunnel', 'ok', 'ok', null]);
  expect(made.log.info.mock.calls).toEqual([
    ['Tunnel own-url: starting', undefined],
    ['Tunnel own-url: online', undefined],
  ]);
  expect(made.makeProvider.mock.calls).toEqual([[view().settings.tunnel, SAMPLE_SETTINGS.receiver.port]]);
  await made.pass(10 * 60_000);
  expect(made.onOnline).toHaveBeenCalledTimes(1);
});

test.each<[string, SettingsView, boolean, unknown]>([
  [
    'no address is chosen',
    view({ provider: 'none' }),
    true,
    { state: 'stopped', provider: 'none', url: null },
  ],
  [
    'nothing could tell who calls',
    view({}, { configured: false, secrets: noSecrets() }),
    true,
    { state: 'stopped', provider: 'own-url', url: URL, error: null },
  ],
  [
    'the receiver has not its port',
    view(),
    false,
    { state: 'offline', url: URL, error: { code: 'local_down', detail: null } },
  ],
])('when %s nothing is opened', async (_why, shown, isHeld, status) => {
  const made = createRig();
  await follow(made, shown, isHeld);
  expect(made.makeProvider).not.toHaveBeenCalled();
  expect(made.tunnel.pages.status()).toMatchObject({
    attempt: 0,
    nextRetryAt: null,
    lastProbe: null,
    lastInboundAt: INBOUND_AT,
    ...Object(status),
  });
  expect(await made.tunnel.pages.test()).toEqual({
    ok: false,
    error: made.tunnel.pages.status().error ?? { code: 'not_configured', detail: null },
  });
});

test('without a provider it is stopped, and with one that lacks something failed with what that is', async () => {
  const made = createRig();
  made.given.made = null;
  await follow(made, view());
  expect(made.tunnel.pages.status()).toMatchObject({ state: 'stopped', error: null });
  const error: TunnelError = { code: 'secret_missing', detail: 'ngrok-token' };
  made.given.made = err(error);
  await made.tunnel.pages.restart();
  expect(made.tunnel.pages.status()).toMatchObject({ state: 'failed', url: URL, error });
  expect(made.log.info).toHaveBeenLastCalledWith('Tunnel own-url: failed', error);
  expect(await made.tunnel.pages.prove(URL)).toEqual({ ok: false, error });
  expect(made.opened).toHaveLength(0);
});

test.each([
  ['a program that is not there', 'binary_missing', true],
  ['a keychain that is closed', 'keychain_closed', true],
  ['a key that nobody gave', 'secret_missing', false],
] as const)('%s is looked for again by the next look: %s, %s', async (_what, code, isAgain) => {
  const made = createRig();
  const failed = made.given.made;
  made.given.made = err({ code, detail: null });
  await follow(made, view());
  const { since } = made.tunnel.pages.status();
  await made.pass(60_000);
  await follow(made, view());
  expect(made.tunnel.pages.status()).toMatchObject({ state: 'failed', since, error: { code } });
  expect(made.makeProvider).toHaveBeenCalledTimes(isAgain ? 2 : 1);
  made.given.made = failed;
  await follow(made, view());
  expect(made.tunnel.isOnline()).toBe(isAgain);
  await follow(made, view());
  expect(made.opened).toHaveLength(isAgain ? 1 : 0);
});

test('a look that takes longer than until the next one is waited for', async () => {
  const made = createRig();
  made.given.made = err({ code: 'binary_missing', detail: null });
  await follow(made, view());
  made.makeProvider.mockReturnValue(new Promise(() => undefined));
  for (let minute = 0; minute < 5; minute += 1) await follow(made, view());
  expect(made.makeProvider).toHaveBeenCalledTimes(2);
});

test('a provider without an address is not configured', async () => {
  const made = createRig();
  await follow(made, view({ publicUrl: '' }));
  expect(made.tunnel.pages.status()).toMatchObject({
    state: 'failed',
    error: { code: 'not_configured', detail: null },
  });
  expect(made.opened).toHaveLength(0);
});

test('only what a connection needs makes a new one, and the one before is closed first', async () => {
  const made = createRig();
  await follow(made, view());
  await follow(made, view());
  await follow(made, { ...view(), problems: [] });
  const { ssh } = SAMPLE_SETTINGS.tunnel;
  await follow(made, view({ ssh: { ...ssh, hostKey: 'SHA256:of-the-server' } }));
  expect(made.opened).toEqual([{ closed: false }]);
  await follow(made, view({ ssh: { ...ssh, host: 'another.example' } }));
  expect(made.opened).toEqual([{ closed: true }, { closed: false }]);
  await follow(made, view({ ssh: { ...ssh, host: 'another.example' } }), false);
  expect(made.opened.map(({ closed }) => closed)).toEqual([true, true]);
  await follow(made, view({ ssh: { ...ssh, host: 'another.example' } }));
  expect(made.opened).toHaveLength(3);
});

test.each([
  ['ssh', 'ssh-private-key', 'ngrok-token'],
  ['ngrok', 'ngrok-token', 'cloudflared-token'],
  ['cloudflared', 'cloudflared-token', 'ssh-private-key'],
] as const)(
  'over %s another %s makes a new connection, another %s does not',
  async (provider, own, other) => {
    const made = createRig();
    const shown = view({
      provider,
      ngrok: { domain: 'shop.ngrok.app' },
      ssh: { ...SAMPLE_SETTINGS.tunnel.ssh, host: 'h', user: 'u', remoteBind: '80' },
    });
    await follow(made, shown);
    expect(made.opened).toHaveLength(1);
    await follow(made, { ...shown, secrets: { ...shown.secrets, [other]: KEPT } });
    expect(made.opened).toHaveLength(1);
    await follow(made, { ...shown, secrets: { ...shown.secrets, [own]: KEPT } });
    expect(made.opened).toHaveLength(2);
  },
);

test('what was taken down is opened again by the same settings, and stopped for good by stop', async () => {
  const made = createRig();
  await follow(made, view());
  await made.tunnel.release();
  expect(made.opened).toEqual([{ closed: true }]);
  expect(await made.tunnel.pages.test()).toMatchObject({ ok: false });
  await follow(made, view());
  expect(made.opened).toEqual([{ closed: true }, { closed: false }]);
  await made.tunnel.stop();
  expect(made.opened.map(({ closed }) => closed)).toEqual([true, true]);
  expect(made.timers()).toBe(0);
});

test('a change that fails is written down, and the next one works', async () => {
  const made = createRig();
  const error = new Error('no');
  made.makeProvider.mockRejectedValueOnce(error);
  await follow(made, view());
  expect(made.log.error.mock.calls).toEqual([['The tunnel could not be changed', error]]);
  await made.tunnel.pages.restart();
  expect(made.tunnel.isOnline()).toBe(true);
});

test('only the address that is up is proven, and a restart without settings begins nothing', async () => {
  const made = createRig();
  expect((await made.tunnel.pages.restart()).state).toBe('stopped');
  expect(made.makeProvider).not.toHaveBeenCalled();
  made.tunnel.follow(view(), true);
  expect(await made.tunnel.pages.prove(URL)).toEqual({ ok: true, ms: ALIVE.ms });
  expect(await made.tunnel.pages.prove('https://other.example')).toEqual({
    ok: false,
    error: { code: 'not_configured', detail: null },
  });
});

test('a webhook asks at once when the address is not proven, and so does a computer that woke up', async () => {
  const made = createRig();
  made.given.answer = failing('timeout');
  await follow(made, view());
  await made.pass(5 * 60_000);
  expect(made.tunnel.isOnline()).toBe(false);
  made.given.answer = ALIVE;
  made.tunnel.noteInbound();
  await made.settle();
  expect(made.tunnel.isOnline()).toBe(true);
  made.given.answer = failing('timeout');
  const before = made.opened.length;
  made.tunnel.wake();
  await made.settle();
  expect(made.opened).toHaveLength(before + 1);
});

test('an address of this computer needs no network', async () => {
  const made = createRig();
  await follow(made, view());
  const [options] = made.makeProbe.mock.calls[0] ?? [];
  expect(options?.port).toBe(SAMPLE_SETTINGS.receiver.port);
  made.given.hasNetwork = false;
  expect(options?.hasNetwork('http://127.0.0.1:4765')).toBe(true);
  expect(options?.hasNetwork(URL)).toBe(false);
  made.given.hasNetwork = true;
  expect(options?.hasNetwork(URL)).toBe(true);
});

test('settings that arrive while the app ends, or wait for their turn then, open nothing', async () => {
  const made = createRig();
  made.tunnel.follow(view(), true);
  const ended = made.tunnel.stop();
  made.tunnel.follow(view({ publicUrl: 'https://other.example' }), true);
  await Promise.all([ended, made.tunnel.pages.restart()]);
  await made.pass(60_000);
  expect(made.opened).toEqual([]);
});
