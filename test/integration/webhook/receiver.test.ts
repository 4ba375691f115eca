import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { composeWebhook } from '../../../src/main/compose/webhook.ts';
import { createConfiguration } from '../../../src/main/core/settings/configuration.ts';
import { createHealthBoard } from '../../../src/main/core/health/board.ts';
import { targetKeyOf } from '../../../src/main/core/health/to-health.ts';
import { createReadSecrets, type ReadSecrets } from '../../../src/main/secrets.ts';
import { createRedactor } from '../../../src/main/redact.ts';
import { createSecretVault, type Keychain } from '../../../src/main/store/settings/secret-vault.ts';
import type { SettingsView } from '../../../src/shared/ipc-contract.ts';
import { err, ok } from '../../../src/shared/result.ts';
import { createFixedClock } from '../../fakes/fixed-clock.ts';
import { noSecrets } from '../../fakes/no-secrets.ts';
import { SAMPLE_SETTINGS } from '../../fakes/sample-settings.ts';
import { orderText, parseOrder, post, unchanged } from './rig.ts';

/** A port, and the program that has it. */
async function takenPort(): Promise<{ readonly port: number; readonly free: () => Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has one.
  const { port } = server.address() as AddressInfo;
  const free = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  return { port, free };
}

/** The way from the keychain to an answer, on a port that is free unless told. */
async function openWebhook(secrets: Pick<ReadSecrets, 'webhook'>, taken?: { readonly port: number }) {
  const own = await takenPort();
  await own.free();
  const port = taken?.port ?? own.port;
  const { now } = createFixedClock();
  const health = createHealthBoard({ now, onChange: () => undefined });
  const webhook = composeWebhook({
    secrets,
    parse: parseOrder,
    receive: (orders) => orders.map(unchanged),
    isStoreDown: () => false,
    notStored: () => null,
    publish: () => undefined,
    record: () => undefined,
    answerNonce: () => null,
    now,
    health,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  onTestFinished(() => webhook.stop());
  const base = `http://127.0.0.1:${String(port)}`;
  const settings = { ...SAMPLE_SETTINGS, receiver: { port } };
  return {
    webhook,
    settings,
    light: () => health.read().receiver,
    healthz: async (): Promise<number> => (await fetch(`${base}/healthz`)).status,
    post: async (secret: string): Promise<number> =>
      (await post(`${base}/webhooks/orders`, orderText(), { authorization: secret })).status,
    view: (hasSecret = true): SettingsView => ({
      settings,
      secrets: { ...noSecrets(), 'webhook-secret': { present: hasSecret, last4: null, savedAt: null } },
      configured: true,
      problems: [],
    }),
  };
}

const CLOSED = err({ code: 'keychain-locked', detail: null } as const);

test('while the secret cannot be read the app is not ready and asks to be called again', async () => {
  let answer: Awaited<ReturnType<ReadSecrets['webhook']>> = CLOSED;
  const rig = await openWebhook({ webhook: () => Promise.resolve(answer) });
  await rig.webhook.follow(rig.view());
  expect([await rig.healthz(), await rig.post('secreto')]).toEqual([503, 503]);
  answer = ok(['secreto']);
  await rig.webhook.retry();
  expect([await rig.healthz(), await rig.post('secreto')]).toEqual([200, 200]);
});

test('from the start of a shop that was set up its port is held, and a keychain that wakes opens it by itself', async () => {
  let answer: Awaited<ReturnType<ReadSecrets['webhook']>> = CLOSED;
  const rig = await openWebhook({ webhook: () => Promise.resolve(answer) });
  await rig.webhook.hold({ ...rig.settings, shop: { ...rig.settings.shop, vendorId: '' } });
  expect(rig.webhook.port()).toBeNull();
  await rig.webhook.hold(rig.settings);
  expect([await rig.healthz(), await rig.post('secreto')]).toEqual([503, 503]);
  // What a closed keychain makes of the settings: as if there were no shop.
  const blind = { ...rig.view(false), configured: false };
  await rig.webhook.follow(blind);
  expect([await rig.healthz(), await rig.post('secreto'), rig.light().code]).toEqual([
    503,
    503,
    'keychain-unavailable',
  ]);
  answer = ok(['secreto']);
  await rig.webhook.retry();
  expect([await rig.healthz(), await rig.post('secreto'), rig.light().state]).toEqual([200, 200, 'ok']);
});

test('the port that was held for a shop is given up when there are no keys at all', async () => {
  const rig = await openWebhook({ webhook: () => Promise.resolve(ok([])) });
  await rig.webhook.hold(rig.settings);
  await rig.webhook.follow({ ...rig.view(false), configured: false });
  expect([rig.webhook.port(), rig.light().code]).toEqual([null, 'not-configured']);
});

test('a secret that was read once goes on being accepted when it cannot be read later', async () => {
  let answer: Awaited<ReturnType<ReadSecrets['webhook']>> = ok(['secreto']);
  const rig = await openWebhook({ webhook: () => Promise.resolve(answer) });
  await rig.webhook.follow(rig.view());
  answer = CLOSED;
  await rig.webhook.follow(rig.view());
  expect([await rig.healthz(), await rig.post('secreto'), await rig.post('otro')]).toEqual([200, 200, 401]);
});

test('with no secret stored the app is ready and refuses every webhook', async () => {
  const rig = await openWebhook({ webhook: () => Promise.resolve(ok([])) });
  await rig.webhook.follow(rig.view(false));
  expect([await rig.healthz(), await rig.post('secreto')]).toEqual([200, 401]);
});

test('a port that another program gave back is opened at the next try', async () => {
  const taken = await takenPort();
  const rig = await openWebhook({ webhook: () => Promise.resolve(ok(['secreto'])) }, taken);
  await rig.webhook.follow(rig.view());
  expect(rig.light()).toMatchObject({ state: 'down', code: 'receiver-port-in-use' });
  await taken.free();
  await rig.webhook.retry();
  expect(rig.light()).toMatchObject({ state: 'ok', code: 'ok' });
  expect(await rig.post('secreto')).toBe(200);
});

/** A keychain with both secrets of a shop, whose calls can be made to hang. */
function hangingKeychain() {
  const kept = new Map([
    ['partner-token', 'token-de-prueba-9876'],
    ['webhook-secret', 'secreto'],
  ]);
  const waiting: (() => void)[] = [];
  let hangs = false;
  const call = async <T>(work: () => T): Promise<T> => {
    if (hangs) await new Promise<void>((resolve) => waiting.push(resolve));
    return work();
  };
  const keychain: Keychain = {
    getPassword: (_service, account) => call(() => kept.get(account) ?? null),
    setPassword: (_service, account, password) => call(() => void kept.set(account, password)),
    deletePassword: (_service, account) => call(() => kept.delete(account)),
  };
  const answer = (): void => {
    hangs = false;
    for (const go of waiting.splice(0)) go();
  };
  return { keychain, hang: (): void => void (hangs = true), answer };
}

test('a keychain that hangs while a secret is saved costs the shop at work nothing, and a late success is followed', async () => {
  const { keychain, hang, answer } = hangingKeychain();
  const vault = createSecretVault({
    service: 'Mostrador Prueba',
    now: createFixedClock().now,
    timeoutMs: 60,
    onLate: () => void configuration.apply(),
    loadKeychain: () => Promise.resolve(keychain),
  });
  const secrets = createReadSecrets(vault, createRedactor());
  const rig = await openWebhook(secrets);
  const places: (string | null)[] = [];
  const follow = async (view: SettingsView): Promise<void> => {
    places.push(targetKeyOf(view));
    await rig.webhook.follow(view);
  };
  const configuration = createConfiguration({
    store: { read: () => rig.settings, problems: () => [], save: () => ok(rig.settings) },
    vault,
    newSecret: () => 'nuevo',
    copy: () => undefined,
    isPreviousInUse: () => false,
    onChanged: follow,
  });
  await configuration.apply();

  hang();
  const saved = await configuration.saveSecret('webhook-secret', 'nuevo-secreto');
  expect(saved).toMatchObject({ ok: false, code: 'keychain-timeout' });
  // What the pages read, every minute, and what a change of the settings brings.
  await configuration.view();
  await configuration.recheck();
  await configuration.save(rig.settings);
  expect(new Set(places)).toEqual(new Set([places[0]]));
  expect(places[0]).not.toBeNull();
  expect([await rig.healthz(), await rig.post('secreto'), rig.light().state]).toEqual([200, 200, 'ok']);
  expect(await secrets.one('partner-token')).toEqual({ ok: true, value: 'token-de-prueba-9876' });

  answer();
  await expect.poll(() => rig.post('nuevo-secreto')).toBe(200);
  expect(await rig.post('secreto')).toBe(401);
});
