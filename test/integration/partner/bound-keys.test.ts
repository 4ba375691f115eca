import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createConfiguration } from '../../../src/main/core/settings/configuration.ts';
import { createPartnerClient } from '../../../src/main/partner/client.ts';
import { createReadSecrets } from '../../../src/main/secrets.ts';
import { createRedactor } from '../../../src/main/redact.ts';
import { createSecretVault, type Keychain } from '../../../src/main/store/settings/secret-vault.ts';
import { createSettingsStore } from '../../../src/main/store/settings/settings-store.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/shared/settings/settings.ts';
import { loadSettingsFile } from '../../fakes/settings-file.ts';
import { SAMPLE_SETTINGS } from '../../fakes/sample-settings.ts';
import { json, openOddServer, type Seen } from './rig.ts';

const TOKEN = 'token-de-la-tienda-9876';
const CLIENT_SECRET = 'secreto-del-cliente-5432';
const NOW = '2026-03-12T12:00:00.000Z';
const ELSEWHERE = { ok: false, error: { code: 'key-elsewhere' } };

type Partner = Partial<Settings['partner']>;
const at = (partner: Partner): Settings => ({
  ...SAMPLE_SETTINGS,
  partner: { ...DEFAULT_SETTINGS.partner, ...partner },
});

/** A host that writes down what it is shown. */
async function host() {
  const { baseUrl, seen } = await openOddServer(({ url }, response) =>
    url.endsWith('/oauth/token')
      ? json(response, 200, { access_token: 'emitido', expires_in: 600 })
      : json(response, 200, { orders: [], page: 1, total_pages: 1 }),
  );
  const shown = (secret: string): boolean => JSON.stringify(seen satisfies readonly Seen[]).includes(secret);
  return { baseUrl, seen, shown };
}

/** One computer: its profile's folder and its keychain, and the app that is started on them. */
async function computer(settings: Settings, secrets: Readonly<Record<string, string>>) {
  const profileDir = fs.mkdtempSync(path.join(os.tmpdir(), 'bound-'));
  onTestFinished(() => fs.rmSync(profileDir, { recursive: true, force: true }));
  const kept = new Map(Object.entries(secrets));
  const keychain: Keychain = {
    getPassword: (_service, account) => Promise.resolve(kept.get(account) ?? null),
    setPassword: (_service, account, password) => Promise.resolve(void kept.set(account, password)),
    deletePassword: (_service, account) => Promise.resolve(kept.delete(account)),
  };
  const openFile = await loadSettingsFile();
  const file = path.join(profileDir, 'settings.json');
  /** As an editor, an import into the folder or a restore does it: while the app does not run. */
  const write = (content: Settings): void => fs.writeFileSync(file, JSON.stringify(content));
  write(settings);
  const start = async () => {
    const store = createSettingsStore({ profileDir, now: () => NOW, openFile });
    const vault = createSecretVault({
      service: 'Tienda',
      now: () => NOW,
      loadKeychain: () => Promise.resolve(keychain),
    });
    const configuration = createConfiguration({
      store,
      vault,
      newSecret: () => 'nuevo',
      copy: () => undefined,
      isPreviousInUse: () => false,
      onChanged: () => Promise.resolve(),
    });
    const client = createPartnerClient({
      settings: store.read,
      secrets: { read: createReadSecrets(vault, createRedactor()).toSend },
      now: () => NOW,
      log: { info: () => undefined, warn: () => undefined },
    });
    await configuration.apply();
    const saved = configuration.save;
    return { configuration, vault, check: client.check, save: saved, stop: vault.close };
  };
  return { write, start, kept };
}

test('a key that was there before is bound to where the settings send it, and a file cannot send it elsewhere', async () => {
  const [platform, foreign] = [await host(), await host()];
  const shop = await computer(at({ baseUrl: platform.baseUrl }), { 'partner-token': TOKEN });
  const first = await shop.start();
  expect(await first.check()).toMatchObject({ ok: true });
  expect(platform.shown(TOKEN)).toBe(true);
  await first.stop();

  shop.write(at({ baseUrl: foreign.baseUrl }));
  const second = await shop.start();
  expect(await second.check()).toMatchObject(ELSEWHERE);
  expect(foreign.seen).toEqual([]);
  await second.stop();

  shop.write(at({ baseUrl: `${platform.baseUrl}/sub` }));
  expect(await (await shop.start()).check()).toMatchObject({ ok: true });
});

test('a key that was never used yet is bound at the start all the same, whichever way to sign in was chosen', async () => {
  const [platform, foreign] = [await host(), await host()];
  const settings = at({ baseUrl: platform.baseUrl, clientId: 'mostrador' });
  const shop = await computer(settings, { 'partner-token': TOKEN, 'partner-client-secret': CLIENT_SECRET });
  const { save, check } = await shop.start();
  await save(at({ baseUrl: foreign.baseUrl, auth: 'client-credentials', clientId: 'mostrador' }), 'file');
  expect(await check()).toMatchObject(ELSEWHERE);
  expect(foreign.seen).toEqual([]);
});

test('a shop that is not set up yet keeps its key from what an import brings', async () => {
  const foreign = await host();
  const shop = await computer(DEFAULT_SETTINGS, { 'partner-token': TOKEN });
  const { save, check } = await shop.start();
  await save(at({ baseUrl: foreign.baseUrl }), 'file');
  expect(await check()).toMatchObject(ELSEWHERE);
  expect(foreign.seen).toEqual([]);
});

test.each(['typed', 'file'] as const)(
  'another address, saved as %s, gets nothing until the key is pasted again; the old one is good at once',
  async (by) => {
    const [platform, other] = [await host(), await host()];
    const shop = await computer(at({ baseUrl: platform.baseUrl }), {});
    const { configuration, save, check } = await shop.start();
    await configuration.saveSecret('partner-token', TOKEN);
    expect(await check()).toMatchObject({ ok: true });

    await save(at({ baseUrl: other.baseUrl }), by);
    expect(await check()).toMatchObject(ELSEWHERE);
    expect(other.seen).toEqual([]);
    await save(at({ baseUrl: platform.baseUrl }), by);
    expect(await check()).toMatchObject({ ok: true });

    await save(at({ baseUrl: other.baseUrl }), by);
    await configuration.saveSecret('partner-token', TOKEN);
    expect(await check()).toMatchObject({ ok: true });
    expect(other.shown(TOKEN)).toBe(true);
  },
);

test('a client secret belongs to its client id, and to its address', async () => {
  const [platform, foreign] = [await host(), await host()];
  const signIn = { baseUrl: platform.baseUrl, auth: 'client-credentials', clientId: 'mostrador' } as const;
  const shop = await computer(at(signIn), { 'partner-client-secret': CLIENT_SECRET });
  const { save, check } = await shop.start();
  expect(await check()).toMatchObject({ ok: true });
  const known = platform.seen.length;
  await save(at({ ...signIn, clientId: 'otro' }), 'typed');
  expect(await check()).toMatchObject(ELSEWHERE);
  expect(platform.seen).toHaveLength(known);
  await save(at({ ...signIn, baseUrl: foreign.baseUrl }), 'typed');
  expect(await check()).toMatchObject(ELSEWHERE);
  expect(foreign.seen).toEqual([]);
  await save(at({ ...signIn, clientId: ' mostrador ' }), 'typed');
  expect(await check()).toMatchObject({ ok: true });
});

test('a client secret without a client id goes nowhere, whoever brings one, until it is pasted again', async () => {
  const [platform, foreign] = [await host(), await host()];
  const signIn = { baseUrl: platform.baseUrl, auth: 'client-credentials' } as const;
  const shop = await computer(at(signIn), { 'partner-client-secret': CLIENT_SECRET });
  const { configuration, save, check } = await shop.start();
  await save(at({ ...signIn, baseUrl: foreign.baseUrl, clientId: 'suyo' }), 'file');
  await save(at({ ...signIn, baseUrl: foreign.baseUrl, clientId: 'propio' }), 'typed');
  expect(await check()).toMatchObject(ELSEWHERE);
  expect(foreign.seen).toEqual([]);
  await save(at({ ...signIn, clientId: 'propio' }), 'typed');
  await configuration.saveSecret('partner-client-secret', CLIENT_SECRET);
  expect(await check()).toMatchObject({ ok: true });
});

test('a key that somebody else puts into the keychain in place of the bound one is bound anew', async () => {
  const [before, after] = [await host(), await host()];
  const shop = await computer(at({ baseUrl: before.baseUrl }), { 'partner-token': TOKEN });
  const first = await shop.start();
  await first.stop();
  shop.kept.set('partner-token', 'otra-clave-a-mano');
  shop.write(at({ baseUrl: after.baseUrl }));
  expect(await (await shop.start()).check()).toMatchObject({ ok: true });
  expect(after.shown('otra-clave-a-mano')).toBe(true);
});

test.each([
  'https:evil.example',
  'https://@evil.example',
  'https:\\\\evil.example',
  'https://EVIL.example/x',
])('no spelling of another host passes for the own one: %s', async (spelling) => {
  const asked: string[] = [];
  const shop = await computer(at({ baseUrl: 'https://own.example' }), { 'partner-token': TOKEN });
  const { vault, configuration } = await shop.start();
  const client = createPartnerClient({
    settings: () => at({ baseUrl: spelling }),
    secrets: { read: createReadSecrets(vault, createRedactor()).toSend },
    now: () => NOW,
    log: { info: () => undefined, warn: () => undefined },
    fetch: () => {
      asked.push(spelling);
      return Promise.reject(new Error('not to be asked'));
    },
  });
  expect((await client.check()).ok).toBe(false);
  expect(asked).toEqual([]);
  expect((await configuration.view()).boundTo).toEqual({ 'partner-token': 'https://own.example' });
});

test('the webhook secret and the SSH key go along with what a person types, never with a file', async () => {
  const own = (publicUrl: string, host: string): Settings => ({
    ...SAMPLE_SETTINGS,
    tunnel: {
      ...DEFAULT_SETTINGS.tunnel,
      provider: 'ssh',
      publicUrl,
      ssh: { ...DEFAULT_SETTINGS.tunnel.ssh, host, user: 'shop' },
    },
  });
  const shop = await computer(own('https://a.example', 'a.example'), {
    'webhook-secret': 'secreto-del-aviso-11',
    'ssh-private-key': 'una llave',
  });
  const { save, vault } = await shop.start();
  const goes = async (url: string, to: string): Promise<readonly boolean[]> => [
    (await vault.readFor('webhook-secret', url)).ok,
    (await vault.readFor('ssh-private-key', to)).ok,
  ];
  expect(await goes('https://a.example', 'shop@a.example')).toEqual([true, true]);
  await save(own('https://b.example', 'b.example'), 'file');
  expect(await goes('https://b.example', 'shop@b.example')).toEqual([false, false]);
  // Saved again by a person, without a look at it: that types nothing.
  await save(own('https://b.example', 'b.example'), 'typed');
  expect(await goes('https://b.example', 'shop@b.example')).toEqual([false, false]);
  // As the sentence says: cleared, saved, typed again, saved.
  await save(own('', ''), 'typed');
  await save(own('https://b.example', 'b.example'), 'typed');
  expect(await goes('https://b.example', 'shop@b.example')).toEqual([true, true]);
  await save(own('https://c.example', 'c.example'), 'typed');
  expect(await goes('https://c.example', 'shop@c.example')).toEqual([true, true]);
});
