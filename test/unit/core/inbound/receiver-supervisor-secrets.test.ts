import { describe, expect, test } from 'vitest';
import {
  createReceiverSupervisor,
  isListening,
  webhookSubject,
  type KnownSecrets,
  type ReceiverProblem,
} from '../../../../src/main/core/inbound/receiver-supervisor.ts';
import type { SettingsView } from '../../../../src/shared/ipc-contract.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../../src/shared/settings/settings.ts';
import { err, ok } from '../../../../src/shared/result.ts';
import { noSecrets } from '../../../fakes/no-secrets.ts';
import { SAMPLE_SETTINGS } from '../../../fakes/sample-settings.ts';

const SAVED = '2026-03-12T12:00:00.000Z';

function view({
  configured = true,
  hasSecret = true,
  settings = SAMPLE_SETTINGS,
}: {
  readonly configured?: boolean;
  readonly hasSecret?: boolean;
  readonly settings?: Settings;
}): SettingsView {
  const secret = { present: hasSecret, last4: null, savedAt: hasSecret ? SAVED : null };
  return { settings, secrets: { ...noSecrets(), 'webhook-secret': secret }, configured, problems: [] };
}

function rig(secrets?: () => KnownSecrets, problem: Omit<ReceiverProblem, 'port'> | null = null) {
  const open: number[] = [];
  const health: unknown[] = [];
  const supervisor = createReceiverSupervisor({
    create: (port) => ({
      start: () => {
        if (problem !== null) return Promise.resolve(err({ port, ...problem }));
        open.push(port);
        return Promise.resolve(ok(null));
      },
      stop: () => {
        open.splice(open.indexOf(port), 1);
        return Promise.resolve();
      },
    }),
    ...(secrets === undefined ? {} : { secrets }),
    setHealth: (...state) => health.push(state),
  });
  return { supervisor, open, health, port: SAMPLE_SETTINGS.receiver.port };
}

describe('before the keychain answers', () => {
  test('the port of a known shop is held open, so that no caller finds it closed', async () => {
    const { supervisor, open, port } = rig();
    expect(supervisor.port()).toBeNull();
    await supervisor.hold(SAMPLE_SETTINGS);
    expect(open).toEqual([port]);
    expect(supervisor.port()).toBe(port);
  });

  test('without a shop nothing is opened', async () => {
    const { supervisor, open } = rig();
    await supervisor.hold(DEFAULT_SETTINGS);
    expect(open).toEqual([]);
  });

  test('what settings said meanwhile goes before it', async () => {
    const { supervisor, open } = rig();
    await supervisor.follow(view({ configured: false, hasSecret: false, settings: DEFAULT_SETTINGS }));
    await supervisor.hold(SAMPLE_SETTINGS);
    expect(open).toEqual([]);
  });

  test('a known shop waits for it with an open port and a red light; an unknown one is off', async () => {
    const { supervisor, open, health, port } = rig(() => 'unknown');
    await supervisor.follow(view({ configured: false, hasSecret: false }));
    expect(open).toEqual([port]);
    expect(health).toEqual([['down', 'keychain-unavailable']]);
    await supervisor.follow(view({ configured: false, hasSecret: false, settings: DEFAULT_SETTINGS }));
    expect(open).toEqual([]);
    expect(health.at(-1)).toEqual(['off', 'not-configured']);
    expect(supervisor.port()).toBeNull();
  });
});

describe('a receiver that is open', () => {
  test('says its port', async () => {
    const { supervisor, health, port } = rig();
    await supervisor.follow(view({}));
    expect(health).toEqual([['ok', 'ok', String(port)]]);
  });

  test.each([
    ['own-url', 'degraded'],
    ['none', 'off'],
  ] as const)(
    'without a webhook secret says that it refuses every call: with the address %s its light is %s',
    async (provider, state) => {
      const { supervisor, open, health, port } = rig();
      const settings = { ...SAMPLE_SETTINGS, tunnel: { ...SAMPLE_SETTINGS.tunnel, provider } };
      await supervisor.follow(view({ hasSecret: false, settings }));
      expect(open).toEqual([port]);
      expect(health).toEqual([[state, 'receiver-no-secret']]);
    },
  );

  test('is there for a shop that only has a secret so far', async () => {
    const { supervisor, open, port } = rig();
    await supervisor.follow(view({ configured: false }));
    expect(open).toEqual([port]);
  });

  test('moves with its port, and closes with the shop and at the end', async () => {
    const { supervisor, open } = rig();
    await supervisor.follow(view({}));
    await supervisor.follow(view({ settings: { ...SAMPLE_SETTINGS, receiver: { port: 4799 } } }));
    expect(open).toEqual([4799]);
    await supervisor.stop();
    expect(open).toEqual([]);
    expect(supervisor.port()).toBeNull();
  });
});

describe('a port that cannot be opened', () => {
  test('because another program has it is said with that program and a port that is free', async () => {
    const { supervisor, health, port } = rig(undefined, {
      code: 'port-in-use',
      owner: 'nginx',
      suggested: 4770,
    });
    await supervisor.follow(view({}));
    const fact = { kind: 'port', port, owner: 'nginx', suggested: 4770 };
    expect(health).toEqual([['down', 'receiver-port-in-use', fact]]);
    expect(supervisor.port()).toBeNull();
  });

  test('for another reason is said with its number', async () => {
    const { supervisor, health, port } = rig(undefined, { code: 'failed', owner: null, suggested: null });
    await supervisor.follow(view({}));
    expect(health).toEqual([['down', 'receiver-failed', String(port)]]);
  });
});

test('calls are expected by a shop, and by whoever has a webhook secret', () => {
  expect(isListening(view({ configured: true, hasSecret: false }))).toBe(true);
  expect(isListening(view({ configured: false, hasSecret: true }))).toBe(true);
  expect(isListening(view({ configured: false, hasSecret: false }))).toBe(false);
});

describe('what a proof of webhooks depends on', () => {
  const usual = webhookSubject(view({}));

  test('is the address, the port, the secret and the shop, however its ids are spelled', () => {
    const { shop, receiver } = SAMPLE_SETTINGS;
    const differs = (settings: Partial<Settings>): boolean =>
      webhookSubject(view({ settings: { ...SAMPLE_SETTINGS, ...settings } })) !== usual;
    expect(differs({})).toBe(false);
    expect(differs({ receiver: { ...receiver, port: 4799 } })).toBe(true);
    expect(differs({ shop: { ...shop, vendorId: '99' } })).toBe(true);
    expect(differs({ shop: { ...shop, vendorId: ` ${shop.vendorId} ` } })).toBe(false);
    expect(differs({ shop: { ...shop, name: 'Otro nombre' } })).toBe(false);
    const { secrets, ...rest } = view({});
    const again = { ...secrets['webhook-secret'], savedAt: '2026-03-13T12:00:00.000Z' };
    expect(webhookSubject({ ...rest, secrets: { ...secrets, 'webhook-secret': again } })).not.toBe(usual);
  });

  test('is nothing while no webhook can be accepted', () => {
    expect(usual).not.toBeNull();
    expect(webhookSubject(view({ hasSecret: false }))).toBeNull();
  });
});
