import { expect, test } from 'vitest';
import { createConfiguration } from '../../../../src/main/core/settings/configuration.ts';
import type { VaultError } from '../../../../src/main/core/settings/types.ts';
import { isListening } from '../../../../src/main/core/inbound/receiver-supervisor.ts';
import { targetKeyOf } from '../../../../src/main/core/health/to-health.ts';
import type { SettingsView } from '../../../../src/shared/ipc-contract.ts';
import { err, ok } from '../../../../src/shared/result.ts';
import type { SecretName, SecretStatuses, Settings } from '../../../../src/shared/settings/settings.ts';
import { NO_SECRET, noSecrets } from '../../../fakes/no-secrets.ts';
import { SAMPLE_SETTINGS } from '../../../fakes/sample-settings.ts';

const HANGS: VaultError = { code: 'keychain-timeout', detail: null };
const saved = (last4: string) => ({ present: true, last4, savedAt: null });

/** The settings of a shop that is set up, over a keychain that can be made to hang. */
function rig(settings: Settings = SAMPLE_SETTINGS) {
  let secrets: SecretStatuses = {
    ...noSecrets(),
    'partner-token': saved('9876'),
    'webhook-secret': saved('1234'),
  };
  let hangs = false;
  const told: SettingsView[] = [];
  const errors: (VaultError | null)[] = [];
  const asked: boolean[] = [];
  const answer = () => Promise.resolve(hangs ? err(HANGS) : ok(null));
  const configuration = createConfiguration({
    store: { read: () => settings, problems: () => [], save: () => ok(settings) },
    vault: {
      read: () => Promise.resolve(hangs ? err(HANGS) : ok('secret')),
      readFor: () => Promise.resolve(hangs ? err(HANGS) : ok('secret')),
      bind: () => undefined,
      bindings: () => ({}),
      save: answer,
      forget: answer,
      statuses: ({ again } = { again: false }) => {
        asked.push(again);
        return Promise.resolve(hangs ? err(HANGS) : ok(secrets));
      },
    },
    newSecret: () => 'secret',
    copy: () => undefined,
    isPreviousInUse: () => false,
    onChanged: (view, closed) => {
      told.push(view);
      errors.push(closed);
      return Promise.resolve();
    },
  });
  return {
    configuration,
    told,
    errors,
    asked,
    lose: (name: SecretName): void => {
      secrets = { ...secrets, [name]: NO_SECRET };
    },
    hang: (does: boolean): void => void (hangs = does),
    land: (name: SecretName, last4: string): void => {
      secrets = { ...secrets, [name]: saved(last4) };
    },
  };
}

test('a keychain that hangs later stops neither receiver nor polls, and is said', async () => {
  const { configuration, told, errors, hang } = rig();
  const good = await configuration.view();
  expect(good.configured).toBe(true);
  hang(true);
  expect(await configuration.view()).toEqual(good);
  await configuration.recheck();
  await configuration.save(SAMPLE_SETTINGS);
  expect(told).toEqual([good, good]);
  expect(told.every(isListening)).toBe(true);
  expect(told.map(targetKeyOf)).toEqual([targetKeyOf(good), targetKeyOf(good)]);
  expect(errors).toEqual([HANGS, HANGS]);
});

test('a keychain that hangs from the start is no shop, and is looked at again until it answers', async () => {
  const { configuration, told, hang } = rig();
  hang(true);
  expect((await configuration.view()).configured).toBe(false);
  hang(false);
  await configuration.recheck();
  expect(told.map(({ configured }) => configured)).toEqual([true]);
  await configuration.recheck();
  expect(told).toHaveLength(1);
});

test('whether a shop is set up is open until settings and secrets were read', async () => {
  const { configuration, lose } = rig();
  expect([configuration.isSetUp(), configuration.needsSetup()]).toEqual([false, false]);
  await configuration.apply();
  expect([configuration.isSetUp(), configuration.needsSetup()]).toEqual([true, false]);
  lose('partner-token');
  await configuration.apply();
  expect([configuration.isSetUp(), configuration.needsSetup()]).toEqual([false, true]);
});

test('a secret that is saved after it was given up is told, so that all follow', async () => {
  const { configuration, told, hang, land } = rig();
  const good = await configuration.view();
  hang(true);
  expect(await configuration.saveSecret('partner-token', 'otro-token')).toMatchObject(HANGS);
  expect(told).toEqual([]);
  hang(false);
  land('partner-token', '4321');
  await configuration.apply();
  expect(told.map(({ secrets }) => secrets['partner-token'].last4)).toEqual(['4321']);
  expect(told.map(targetKeyOf)).not.toEqual([targetKeyOf(good)]);
});

test('a page that reads while a keychain wakes takes nothing from the look that opens everything', async () => {
  const { configuration, told, errors, hang } = rig();
  hang(true);
  await configuration.apply();
  hang(false);
  expect((await configuration.view()).configured).toBe(true);
  expect(told.map(({ configured }) => configured)).toEqual([false]);
  await configuration.recheck();
  expect(told.map(({ configured }) => configured)).toEqual([false, true]);
  expect(errors).toEqual([HANGS, null]);
});

test('a keychain that stays closed is told once', async () => {
  const { configuration, told, hang } = rig();
  hang(true);
  await configuration.apply();
  await configuration.recheck();
  await configuration.recheck();
  expect(told).toHaveLength(1);
});

test('keys that are gone are looked for again, and those that are back are told', async () => {
  const { configuration, told, asked, lose, land } = rig();
  lose('partner-token');
  await configuration.apply();
  await configuration.recheck();
  land('partner-token', '4321');
  await configuration.recheck();
  expect(told.map(({ configured }) => configured)).toEqual([false, true]);
  expect(asked).toEqual([false, true, true]);
  await configuration.recheck();
  expect(asked).toHaveLength(3);
});

// A keyring that is filled again, by a person or a program, holds one key before the other.
test.each<readonly SecretName[]>([
  ['partner-token', 'webhook-secret'],
  ['webhook-secret', 'partner-token'],
])('keys that come back one by one are all told: %s, then %s', async (first, last) => {
  const { configuration, told, lose, land } = rig();
  lose(first);
  lose(last);
  await configuration.apply();
  land(first, '4321');
  await configuration.recheck();
  land(last, '8765');
  await configuration.recheck();
  expect(told.at(-1)).toMatchObject({ configured: true, secrets: { [last]: saved('8765') } });
});

test('a webhook secret that alone was gone at the start is used as soon as it is back', async () => {
  const { configuration, told, asked, lose, land } = rig();
  lose('webhook-secret');
  await configuration.apply();
  await configuration.recheck();
  expect(told).toHaveLength(1);
  land('webhook-secret', '4321');
  await configuration.recheck();
  expect(told.map(({ secrets }) => secrets['webhook-secret'].present)).toEqual([false, true]);
  await configuration.recheck();
  expect(asked).toEqual([false, true, true]);
});

const { tunnel, outgoing } = SAMPLE_SETTINGS;
test.each<readonly [SecretName, Settings]>([
  ['ngrok-token', { ...SAMPLE_SETTINGS, tunnel: { ...tunnel, provider: 'ngrok' } }],
  ['cloudflared-token', { ...SAMPLE_SETTINGS, tunnel: { ...tunnel, provider: 'cloudflared' } }],
  ['ssh-private-key', { ...SAMPLE_SETTINGS, tunnel: { ...tunnel, provider: 'ssh' } }],
  ['till-secret', { ...SAMPLE_SETTINGS, outgoing: { ...outgoing, till: { ...outgoing.till, post: true } } }],
])('%s, which these settings need, is used as soon as it is back', async (name, settings) => {
  const { configuration, told, land } = rig(settings);
  await configuration.apply();
  await configuration.recheck();
  expect(told).toHaveLength(1);
  land(name, '4321');
  await configuration.recheck();
  expect(told.map(({ secrets }) => secrets[name].present)).toEqual([false, true]);
});
