import { expect, test } from 'vitest';
import { countryOptions, timeZoneOptions } from '../../../../src/renderer/settings/form/countries.ts';
import {
  NOTHING_TYPED,
  realEdits,
  toFields,
  toSettings,
  type Fields,
} from '../../../../src/renderer/settings/form/fields.ts';
import {
  findMissing,
  findProblems,
  findSwapped,
  refusedEntry,
  type Problems,
} from '../../../../src/renderer/settings/form/validate.ts';
import type { SettingFault, SettingPath } from '../../../../src/shared/settings/setting-faults.ts';
import { createSettingsCheck } from '../../../../src/shared/settings/settings-schema.ts';
import {
  DEFAULT_SETTINGS,
  SECRET_NAMES,
  type SecretStatuses,
} from '../../../../src/shared/settings/settings.ts';

const base = toFields(DEFAULT_SETTINGS);
const check = (change: Partial<Fields>): Problems => findProblems({ ...base, ...change }, DEFAULT_SETTINGS);

function secrets(present: readonly string[]): SecretStatuses {
  return Object.fromEntries(
    SECRET_NAMES.map((name) => [name, { present: present.includes(name), last4: null, savedAt: null }]),
  ) as SecretStatuses;
}

test('the settings that a fresh app has are valid', () => {
  expect(check({})).toEqual({});
});

test('ids may not hold spaces or slashes, but what surrounds them does not matter', () => {
  expect(check({ chainId: 'a b', vendorId: 'x/y' })).toEqual({ chainId: 'spaces', vendorId: 'spaces' });
  expect(check({ chainId: ' 5d7e2a90-1b3c ', vendorId: '0072' })).toEqual({});
});

test('the address of the API is https, or http on this computer', () => {
  const isMarked = (baseUrl: string): boolean => check({ baseUrl }).baseUrl === 'address';
  const good = [
    'https://pedidosya.example/v2',
    'http://127.0.0.1:4800',
    'http://localhost:1',
    ' https://a.b ',
  ];
  const bad = ['http://pedidosya.example', 'pedidosya.example', '', 'https://u:p@a.b', 'https://a.b/?k=1'];
  expect(good.filter(isMarked)).toEqual([]);
  expect(bad.filter(isMarked)).toEqual(bad);
});

test('the port is a whole number that ordinary programs may use', () => {
  const isMarked = (port: string): boolean => check({ port }).port === 'port';
  const bad = ['', '80', '65536', '4765.5', '-1', 'abc', '1e4'];
  expect(['1024', '4765', ' 65535 '].filter(isMarked)).toEqual([]);
  expect(bad.filter(isMarked)).toEqual(bad);
});

test('a time zone that this computer does not know is marked', () => {
  expect(check({ timeZone: 'Mars/Olympus' })).toEqual({ timeZone: 'timeZone' });
  expect(check({ timeZone: 'America/Montevideo' })).toEqual({});
});

test('trying needs the shop and the secret of the chosen way in, saved or typed', () => {
  const shop = { ...base, chainId: 'c', vendorId: 'v' };
  expect(findMissing(base, NOTHING_TYPED, secrets([]))).toEqual({
    chainId: 'required',
    vendorId: 'required',
    'partner-token': 'required',
  });
  expect(findMissing(shop, NOTHING_TYPED, secrets(['partner-token']))).toEqual({});
  expect(findMissing(shop, { ...NOTHING_TYPED, 'partner-token': 'eyJ' }, secrets([]))).toEqual({});
  const client = { ...shop, auth: 'client-credentials' } as const;
  expect(findMissing(client, NOTHING_TYPED, secrets(['partner-token']))).toEqual({
    clientId: 'required',
    'partner-client-secret': 'required',
  });
});

test('what main refuses is marked where it stands', () => {
  const setting = (field: SettingPath | null, fault: SettingFault): Problems =>
    refusedEntry({ what: 'setting', field, fault });
  expect(setting('partner.baseUrl', 'https-needed')).toEqual({ baseUrl: 'address' });
  expect(setting('shop.name', 'too-long')).toEqual({ name: 'tooLong' });
  expect(setting('receiver.port', 'invalid_type')).toEqual({ port: 'port' });
  expect(setting('shop.country', 'unknown-country')).toEqual({ country: 'refused' });
  expect(setting('tunnel.publicUrl', 'https-needed')).toEqual({ publicUrl: 'address' });
  expect(setting('tunnel.ssh.host', 'not-a-host')).toEqual({ sshHost: 'host' });
  expect(setting('hours.days.sunday.toMinute', 'too_big')).toEqual({ sunday: 'time' });
  expect(setting('computer', 'invalid_type')).toEqual({});
  expect(setting(null, 'invalid_type')).toEqual({});
  expect(refusedEntry({ what: 'secret', name: 'partner-token', fault: 'control-characters' })).toEqual({
    'partner-token': 'secretStrange',
  });
});

test.each([
  [{ ngrokDomain: 'no domain' }, { ngrokDomain: 'domain' }],
  [{ sshHost: 'my server' }, { sshHost: 'host' }],
  [{ sshUser: 'two users' }, { sshUser: 'user' }],
  [{ sshBind: '8080 8081' }, { sshBind: 'bind' }],
  [{ sshPattern: '(' }, { sshPattern: 'pattern' }],
  [{ sshPort: '22a' }, { sshPort: 'anyPort' }],
  [{ printerPort: '91OO' }, { printerPort: 'anyPort' }],
  [{ printerPort: '65536' }, { printerPort: 'anyPort' }],
  [{ printerDevice: '/etc/passwd' }, { printerDevice: 'printer' }],
  [{ cloudflared: 'x'.repeat(501) }, { cloudflared: 'tooLong' }],
  [{ publicUrl: 'http://shop.example' }, { publicUrl: 'address' }],
  [{ escalateAfter: '121' }, { escalateAfter: 'minutes' }],
  [{ connectionAfter: 'soon' }, { connectionAfter: 'minutes' }],
  [{ quietFrom: '24:00' }, { quietFrom: 'time' }],
  [{ sunday: { open: true, from: '09:00', to: 'later' } }, { sunday: 'time' }],
  [{ tokenLabel: 'a\u0000b' }, { tokenLabel: 'refused' }],
] as const)('%j is marked before main is asked', (typed, marks) => {
  expect(check(typed)).toEqual(marks);
});

test('what belongs in another field is marked where it was pasted', () => {
  const chain = '5d7e2a90-1b3c-4f86-9a25-c4e8b7d61f02';
  const fields = { ...base, auth: 'token', chainId: chain, vendorId: chain.toUpperCase() } as const;
  const typed = { ...NOTHING_TYPED, 'partner-token': `"${chain}"` };
  expect(findSwapped(fields, typed)).toEqual({ vendorId: 'sameAsChain', 'partner-token': 'secretId' });
  expect(findSwapped({ ...fields, vendorId: '0042' }, NOTHING_TYPED)).toEqual({});
  expect(findSwapped({ ...fields, chainId: '', vendorId: '' }, NOTHING_TYPED)).toEqual({});
});

test('the address of the portal without an id in it is marked, and so is half an id', () => {
  expect(check({ chainId: 'https://portal.pedidosya.com/integrations' })).toEqual({ chainId: 'noChain' });
  expect(check({ chainId: '5d7e2a90-1b3c-4f86-9a25-c4e8' })).toEqual({ chainId: 'cut' });
  expect(check({ vendorId: 'portal.pedidosya.com/x' })).toEqual({ vendorId: 'page' });
  expect(check({ publicUrl: 'https://dashboard.ngrok.com/domains' })).toEqual({ publicUrl: 'page' });
});

test('the form and the save judge alike what a person types', () => {
  const typed = createSettingsCheck('typed');
  for (const port of ['80', '1023', '65536', '4765.5']) {
    const settings = toSettings({ ...base, port }, DEFAULT_SETTINGS);
    expect(typed(settings).ok).toBe(false);
    expect(check({ port })).toEqual({ port: 'port' });
  }
  expect(typed(toSettings({ ...base, port: '1024' }, DEFAULT_SETTINGS)).ok).toBe(true);
});

test('typing changes what has a field and leaves the rest of the settings alone', () => {
  const own = {
    ...DEFAULT_SETTINGS,
    tunnel: {
      ...DEFAULT_SETTINGS.tunnel,
      provider: 'own-url',
      publicUrl: 'https://shop.example',
    },
  } as const;
  const saved = toSettings({ ...toFields(own), name: ' Don Pepe ', port: ' 5000 ' }, own);
  expect(saved).toEqual({
    ...own,
    shop: { ...own.shop, name: 'Don Pepe' },
    receiver: { port: 5000 },
  });
});

test('typing a value back to what it was is no edit', () => {
  expect(realEdits({ name: '', port: '5000' }, base)).toEqual({ port: '5000' });
});

test('a day that is closed as before is no edit, whatever its times', () => {
  const closed = { ...base, monday: { open: false, from: '09:00', to: '22:00' } };
  const typed = { open: false, from: '11:30', to: '22:' };
  expect(realEdits({ monday: typed }, closed)).toEqual({});
  expect(realEdits({ monday: { ...typed, open: true } }, closed)).toEqual({
    monday: { ...typed, open: true },
  });
  expect(realEdits({ monday: { ...base.monday } }, base)).toEqual({});
});

test('countries are named in the language of the page and sorted by name', () => {
  const names = countryOptions('es').map((country) => country.name);
  expect(names).toContain('República Dominicana');
  expect(names).toContain('Perú');
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'es')));
});

test('the time zones of the country come first, and the chosen one is always offered', () => {
  const { country, others } = timeZoneOptions('cl', 'Europe/Madrid');
  expect(country).toContain('America/Santiago');
  expect(others).not.toContain('America/Santiago');
  expect(others).toContain('Europe/Madrid');
  expect(others).toContain('America/Montevideo');
});
