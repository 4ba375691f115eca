import { expect, test } from 'vitest';
import { createConfiguration } from '../../../src/main/core/configuration.ts';
import type { SecretVault, VaultError } from '../../../src/main/core/ports.ts';
import { isListening } from '../../../src/main/core/receiver-keeper.ts';
import { placeOf } from '../../../src/main/core/road-health.ts';
import type { SettingsView } from '../../../src/shared/ipc-contract.ts';
import { err, ok } from '../../../src/shared/result.ts';
import type { SecretName, SecretStatuses } from '../../../src/shared/settings.ts';
import { noSecrets } from '../../fakes/no-secrets.ts';
import { SAMPLE_SETTINGS } from '../../fakes/sample-settings.ts';

const HANGS: VaultError = { code: 'keychain-timeout', detail: null };
const saved = (last4: string) => ({ present: true, last4, savedAt: null });

/** The settings of a shop that is set up, over a keychain that can be made to hang. */
function rig() {
  let secrets: SecretStatuses = {
    ...noSecrets(),
    'partner-token': saved('9876'),
    'webhook-secret': saved('1234'),
  };
  let hangs = false;
  const told: SettingsView[] = [];
  const errors: (VaultError | null)[] = [];
  const answer: SecretVault['save'] = () => Promise.resolve(hangs ? err(HANGS) : ok(null));
  const configuration = createConfiguration({
    store: { read: () => SAMPLE_SETTINGS, problems: () => [], save: () => ok(SAMPLE_SETTINGS) },
    vault: {
      read: () => Promise.resolve(hangs ? err(HANGS) : ok('secret')),
      save: answer,
      forget: (name) => answer(name, ''),
      statuses: () => Promise.resolve(hangs ? err(HANGS) : ok(secrets)),
    },
    newSecret: () => 'secret',
    copy: () => undefined,
    isPreviousInUse: () => false,
    onChanged: (view) => {
      told.push(view);
      return Promise.resolve();
    },
    onVaultError: (error) => errors.push(error),
  });
  return {
    configuration,
    told,
    errors,
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
  expect(told.map(placeOf)).toEqual([placeOf(good), placeOf(good)]);
  expect(errors).toEqual([null, HANGS, HANGS, HANGS]);
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

test('a secret that is saved after it was given up is told, so that all follow', async () => {
  const { configuration, told, hang, land } = rig();
  const good = await configuration.view();
  hang(true);
  expect(await configuration.saveSecret('partner-token', 'otro-token')).toMatchObject(HANGS);
  expect(told).toEqual([]);
  hang(false);
  land('partner-token', '4321');
  await configuration.noticeLate();
  expect(told.map(({ secrets }) => secrets['partner-token'].last4)).toEqual(['4321']);
  expect(told.map(placeOf)).not.toEqual([placeOf(good)]);
});
