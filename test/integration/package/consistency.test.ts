import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Licence } from '../../../scripts/package/rules/licences.ts';
import { readYaml } from '../../../scripts/package/rules/read-yaml.ts';
import { readConfig } from '../../../src/main/config.ts';
import { createSecretVault } from '../../../src/main/store/settings/secret-vault.ts';
import { APP_ID, TOAST_ACTIVATOR_CLSID } from '../../../src/shared/app-identity.ts';
import { SECRET_NAMES } from '../../../src/shared/settings/settings.ts';
import { createFixedClock } from '../../fakes/fixed-clock.ts';
import { repository } from '../../desktop/runtime.ts';

const read = (name: string): string => fs.readFileSync(path.join(repository, name), 'utf8');
const installer = read('assets/installer.nsh');
const config = readYaml(path.join(repository, 'electron-builder.yml')) as {
  readonly appId: string;
  readonly productName: string;
  readonly files: readonly string[];
  readonly nsis: { readonly include: string; readonly installerLanguages: readonly string[] };
  readonly mac: { readonly extendInfo?: Readonly<Record<string, string>> };
  readonly electronFuses: Readonly<Record<string, boolean>>;
};
const licencesOf = (part: string): readonly Licence[] =>
  JSON.parse(read(`out/${part}/licences.json`)) as readonly Licence[];

test('the id of the app, its notifications and its shortcuts is one and the same', () => {
  expect(config.appId).toBe(APP_ID);
  expect(read('src/main/index.ts')).toContain('app.setAppUserModelId(APP_ID)');
  expect(config.nsis.include).toBe('assets/installer.nsh');
});

test('the class that Windows calls when a notification is chosen is the same in app and installer', () => {
  expect(/!define TOAST_ACTIVATOR_CLSID "(.*)"/.exec(installer)?.[1]).toBe(TOAST_ACTIVATOR_CLSID);
  expect(read('src/main/index.ts')).toContain('windowsApp.setToastActivatorCLSID?.(TOAST_ACTIVATOR_CLSID)');
});

test('the uninstaller forgets every entry that the app may have put into the keychain', async () => {
  const kept: string[] = [];
  for (const args of [[], ['--demo']]) {
    const vault = createSecretVault({
      service: readConfig(args, {}).keychainService,
      now: createFixedClock().now,
      loadKeychain: () =>
        Promise.resolve({
          getPassword: () => Promise.resolve(null),
          // Windows knows an entry by this name.
          setPassword: (service, account) => Promise.resolve(void kept.push(`${service}/${account}`)),
          deletePassword: () => Promise.resolve(true),
        }),
    });
    const key = `whsec_${Buffer.alloc(24, 'k').toString('base64')}`;
    for (const name of SECRET_NAMES) expect(await vault.save(name, key)).toMatchObject({ ok: true });
  }
  const macro = /!macro forgetSecret NAME(.*?)!macroend/s.exec(installer)?.[1] ?? '';
  const targets = [...macro.matchAll(/CredDeleteW\(w "([^"]+)", i 1, i 0\)/g)].map(
    ([, target = '']) => target,
  );
  const forgotten = [...installer.matchAll(/!insertmacro forgetSecret "([\w-]+)"/g)].flatMap(
    ([, name = '']) => targets.map((target) => target.replace('${NAME}', name)),
  );
  expect(forgotten.toSorted()).toEqual(kept.toSorted());
});

test('macOS can say why the app reaches printers and devices of the shop’s network', () => {
  expect(config.mac.extendInfo?.['NSLocalNetworkUsageDescription']).toMatch(/imprimir .*print/);
});

test('the question of the uninstaller stands there in every language of the installer', () => {
  expect(config.nsis.installerLanguages).toEqual(['es_ES', 'en_US']);
  expect(installer.match(/LangString keepData \$\{LANG_\w+\}/g)).toEqual([
    'LangString keepData ${LANG_ENGLISH}',
    'LangString keepData ${LANG_SPANISHINTERNATIONAL}',
  ]);
});

test('of node_modules exactly that is packed which the build leaves outside its bundle', () => {
  const list = config.files.flatMap((one) => /^!\*\*\/node_modules\/!\((.*)\)\/\*\*$/.exec(one)?.[1] ?? []);
  const packed = list.flatMap((names) => names.split('|'));
  // A scope is packed whole.
  const loaded = licencesOf('main').flatMap(({ loadedFrom }) => loadedFrom?.split('/')[0] ?? []);
  expect(packed.toSorted()).toEqual([...new Set(loaded)].toSorted());
});

test('neither sources nor tests are packed', () => {
  const taken = config.files.filter((one) => !one.startsWith('!'));
  expect(taken).toEqual(['out/**', 'assets/icons/**', 'assets/tray/**', 'assets/sounds/**', 'package.json']);
});

test('everything that is shipped has a licence that lets it be, with its text', () => {
  const licences = [...licencesOf('main'), ...licencesOf('renderer')];
  const names = licences.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['electron', 'express', 'axios', 'zod', 'react', 'ssh2']));
  const free = ['MIT', '(MIT OR Apache-2.0)', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Unlicense'];
  const allowed = [...free, 'Apache-2.0', 'BlueOak-1.0.0', '0BSD', 'Python-2.0'];
  expect(licences.filter(({ licence }) => !allowed.includes(licence))).toEqual([]);
  expect(licences.filter(({ text }) => text.length < 200)).toEqual([]);
});

test('every fuse is written out, and those that would open the app to other programs are off', () => {
  expect(config.electronFuses).toMatchObject({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    enableCookieEncryption: true,
    grantFileProtocolExtraPrivileges: false,
    loadBrowserProcessSpecificV8Snapshot: false,
  });
});
