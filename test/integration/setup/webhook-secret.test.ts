import { expect, onTestFinished, test } from 'vitest';
import { createConfiguration } from '../../../src/main/core/settings/configuration.ts';
import { basicSecret } from '../../../src/main/core/settings/configuration.ts';
import { provesCurrent, type SecretUse } from '../../../src/main/core/setup/steps.ts';
import { createDeliveryLog } from '../../../src/main/store/orders/delivery-log.ts';
import { createSetupRecords } from '../../../src/main/store/settings/setup-records.ts';
import { ok } from '../../../src/shared/result.ts';
import { DEFAULT_SETTINGS, type SecretName } from '../../../src/shared/settings/settings.ts';
import { shiftIso } from '../../../src/shared/time.ts';
import { noSecrets } from '../../fakes/no-secrets.ts';
import { openTempStore } from '../../fakes/temp-store.ts';
import { orderText, post, PREVIOUS, SECRET, startReceiver } from '../webhook/rig.ts';

/** The real receiver, its log on a real disk, and what the setup reads out of it. */
async function rig(overrides: Parameters<typeof startReceiver>[0] = {}) {
  const opened = openTempStore(() => new Date().toISOString());
  const log = createDeliveryLog({ db: opened.db, log: { error: () => undefined } });
  const receiver = await startReceiver({ record: log.add, ...overrides });
  onTestFinished(() => {
    log.flush();
    opened.close();
  });
  return { ...receiver, log, records: createSetupRecords({ db: opened.db, flush: log.flush }) };
}

test('the records tell which secret the platform sent last', async () => {
  const { url, records } = await rig();
  expect(records.secretUse()).toEqual({ accepted: null, refusedAt: null });
  expect((await post(url, orderText(), { authorization: PREVIOUS })).status).toBe(200);
  expect(records.secretUse().accepted).toMatchObject({ withPrevious: true });
  expect((await post(url, orderText(), { authorization: basicSecret(SECRET) })).status).toBe(200);
  expect(records.secretUse().accepted).toMatchObject({ withPrevious: false });
  expect(records.secretUse().refusedAt).toBeNull();
});

test('a request that is no order proves nothing', async () => {
  const { url, records } = await rig();
  expect((await post(url, '{}')).status).toBe(400);
  expect(records.secretUse()).toEqual({ accepted: null, refusedAt: null });
});

test('two wrong secrets in a row tell that the platform has another one; the right one ends that', async () => {
  const { url, records } = await rig();
  const send = async (authorization: string) => (await post(url, orderText(), { authorization })).status;
  expect([await send('another'), await send('another')]).toEqual([401, 401]);
  expect(records.secretUse().accepted).toBeNull();
  expect(records.secretUse().refusedAt).not.toBeNull();
  expect(await send(SECRET)).toBe(200);
  expect(records.secretUse().refusedAt).toBeNull();
});

test('strangers who call once, or bring no secret at all, say nothing of the platform', async () => {
  const { url, records } = await rig();
  for (let call = 0; call < 3; call += 1) {
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(url, { method: 'POST', headers, body: orderText() })).status).toBe(401);
  }
  expect((await post(url, orderText(), { authorization: 'another' })).status).toBe(401);
  expect((await post(url, orderText())).status).toBe(200);
  expect((await post(url, orderText(), { authorization: 'another' })).status).toBe(401);
  expect(records.secretUse().refusedAt).toBeNull();
});

test('while no shop is known an order is not kept and not answered 200, so that it comes again', async () => {
  const shop = {
    name: 'Súper',
    chainId: 'c',
    countryCode: 'uy',
    storeId: '7',
    externalPartnerConfigId: null,
  };
  const { url, log, received } = await rig({ parse: () => ({ kind: 'unknown-shop', shop }) });
  expect((await post(url, orderText())).status).toBe(503);
  expect(received).toEqual([]);
  expect(log.recent(5).map(({ outcome }) => outcome)).toEqual(['no-shop']);
});

/** The real rules over a keychain in memory. */
function configurationRig() {
  const kept = new Map<SecretName, string>();
  const copied: string[] = [];
  let use: SecretUse = { accepted: null, refusedAt: null };
  let savedAt: string | null = null;
  let count = 0;
  let at = '2026-03-12T12:00:00.000Z';
  const later = (): string => (at = shiftIso(at, 60_000));
  const configuration = createConfiguration({
    store: { read: () => DEFAULT_SETTINGS, problems: () => [], save: () => ok(DEFAULT_SETTINGS) },
    vault: {
      read: (name) => Promise.resolve(ok(kept.get(name) ?? null)),
      readFor: (name) => Promise.resolve(ok(kept.get(name) ?? null)),
      bind: () => undefined,
      bindings: () => ({}),
      save: (name, value) => {
        if (name === 'webhook-secret') savedAt = later();
        return Promise.resolve(ok((kept.set(name, value), null)));
      },
      forget: (name) => Promise.resolve(ok((kept.delete(name), null))),
      statuses: () =>
        Promise.resolve(ok({ ...noSecrets(), 'webhook-secret': { present: true, last4: null, savedAt } })),
    },
    newSecret: () => `secret-${String((count += 1))}`,
    copy: (text) => copied.push(text),
    isPreviousInUse: (since) => !provesCurrent(use, since),
    onChanged: () => Promise.resolve(),
  });
  const secrets = () => [kept.get('webhook-secret'), kept.get('webhook-secret-previous')];
  /** The platform calls. */
  const call = (secret: 'current' | 'previous'): void => {
    use = { accepted: { at: later(), withPrevious: secret === 'previous' }, refusedAt: null };
  };
  return { configuration, secrets, copied, call };
}

test('a new secret keeps the one before, until the change is ended', async () => {
  const { configuration, secrets } = configurationRig();
  await configuration.generateWebhookSecret();
  await configuration.generateWebhookSecret();
  expect(secrets()).toEqual(['secret-2', 'secret-1']);
  await configuration.forgetSecret('webhook-secret-previous');
  expect(secrets()).toEqual(['secret-2', undefined]);
});

test('a secret that the platform never got does not push out the one that it still sends', async () => {
  const { configuration, secrets, call } = configurationRig();
  await configuration.generateWebhookSecret();
  await configuration.generateWebhookSecret();
  call('previous');
  await configuration.generateWebhookSecret();
  expect(secrets()).toEqual(['secret-3', 'secret-1']);
  call('current');
  await configuration.generateWebhookSecret();
  expect(secrets()).toEqual(['secret-4', 'secret-3']);
});

test('of secrets that are made in a hurry none pushes out the one that the platform sent last', async () => {
  const { configuration, secrets, call } = configurationRig();
  await configuration.generateWebhookSecret();
  call('current');
  await configuration.generateWebhookSecret();
  await configuration.generateWebhookSecret();
  await configuration.generateWebhookSecret();
  expect(secrets()).toEqual(['secret-4', 'secret-1']);
  call('current');
  await configuration.generateWebhookSecret();
  expect(secrets()).toEqual(['secret-5', 'secret-4']);
});

test('the previous secret is kept anew once the change before was ended, whatever the log still says', async () => {
  const { configuration, secrets, call } = configurationRig();
  await configuration.generateWebhookSecret();
  call('previous');
  await configuration.generateWebhookSecret();
  expect(secrets()).toEqual(['secret-2', 'secret-1']);
});

test('the secret is copied as it is, or with its user in front', async () => {
  const { configuration, copied } = configurationRig();
  await configuration.generateWebhookSecret();
  await configuration.copyWebhookSecret('plain');
  await configuration.copyWebhookSecret('basic');
  const encoded = Buffer.from('mostrador:secret-1').toString('base64');
  expect(copied).toEqual(['secret-1', `Basic ${encoded}`]);
});
