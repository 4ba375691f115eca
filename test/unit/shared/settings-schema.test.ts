import { describe, expect, test } from 'vitest';
import { readSettings } from '../../../src/main/store/settings/read-settings.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/shared/settings/settings.ts';
import { check, faultsOf, whole } from './settings-check.ts';

const GOOD: Settings = {
  shop: {
    name: 'Almacén Ñandú',
    chainId: 'cadena-1',
    vendorId: '0042',
    country: 'ar',
    timeZone: 'America/Montevideo',
  },
  partner: {
    baseUrl: 'https://pedidosya.partner.deliveryhero.io',
    auth: 'client-credentials',
    clientId: 'abc',
    tokenLabel: 'Gestión de órdenes',
  },
  receiver: { port: 4765 },
  tunnel: {
    ...DEFAULT_SETTINGS.tunnel,
    provider: 'own-url',
    publicUrl: 'https://tienda.example/pedidos',
  },
  alerts: {
    volume: 30,
    tones: { ready: 'knock', cancelled: 'alarm', 'cancelled-after-handover': 'drop', connection: 'soft' },
    escalateAfterMinutes: 0,
    connectionAfterMinutes: 5,
    unclaimed: { afterMinutes: 20, everyMinutes: 5 },
    quiet: { enabled: true, fromMinute: 0, toMinute: 1_439 },
  },
  hours: {
    enabled: true,
    days: { ...DEFAULT_SETTINGS.hours.days, sunday: { open: false, fromMinute: 0, toMinute: 1_439 } },
  },
  hands: { shortcut: 'Ctrl+Alt+M', initials: ['ANA', 'Ñ2'], atCounter: 'Ñ2', voice: true },
  computer: { keepAwake: false, automaticUpdates: true },
  outgoing: {
    phone: {
      way: 'ntfy',
      server: 'http://192.168.1.9:8080',
      topic: 'mi-tienda-7Qx',
      address: '',
      ready: 10,
      cancelled: 0,
      connection: -1,
    },
    till: {
      post: true,
      address: 'http://caja.local:3000/pedidos',
      files: true,
      folder: 'C:\\Caja\\Pedidos',
      form: 'received',
      people: true,
    },
    heartbeat: { enabled: true, address: 'https://hc-ping.example/1?create=1', method: 'POST' },
  },
  paper: {
    way: 'network',
    printer: 'Tickets',
    host: '192.168.1.50',
    port: 9_100,
    device: '/dev/usb/lp0',
    width: 58,
    name: 'first-name',
    symbol: 'qr',
    automatic: true,
    cancelled: true,
  },
  language: 'en',
  outlet: { on: true, refused: 404 },
  riders: { on: true, digits: 'last-2' },
  textSize: 150,
};

function saved(changes: Readonly<Record<string, unknown>>): Settings {
  return whole({ ...GOOD, ...changes });
}

function issue(changes: Readonly<Record<string, unknown>>): string {
  return faultsOf(check({ ...GOOD, ...changes }));
}

describe('saving', () => {
  test('an opening hour is a minute of the day', () => {
    const monday = { open: true, fromMinute: 600, toMinute: 1_440 };
    const hours = { enabled: true, days: { ...GOOD.hours.days, monday } };
    expect(issue({ hours })).toBe('hours.days.monday.toMinute: too_big');
  });

  test('good settings come out as they went in', () => {
    expect(whole(GOOD)).toEqual(GOOD);
    expect(whole(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
  });

  test('white space around an entry goes, leading zeros of an id stay, the country is put in lower case', () => {
    const shop = { ...GOOD.shop, vendorId: ' 0042\n', country: 'AR' };
    expect(saved({ shop }).shop).toMatchObject({ vendorId: '0042', country: 'ar' });
  });

  test.each([
    ['https://api.example', 'https://api.example'],
    ['https://api.example/', 'https://api.example'],
    ['https://api.example/v2', 'https://api.example'],
    ['https://api.example/v2/', 'https://api.example'],
    ['http://localhost:4010', 'http://localhost:4010'],
    ['http://127.0.0.1:4010/v2', 'http://127.0.0.1:4010'],
    ['http://[::1]:4010', 'http://[::1]:4010'],
  ])('the address %s is kept as %s', (given, kept) => {
    expect(saved({ partner: { ...GOOD.partner, baseUrl: given } }).partner.baseUrl).toBe(kept);
  });

  test.each([
    'http://api.example',
    'http://127.0.0.1.example',
    'http://localhost.example',
    'ftp://localhost',
    'https://user:secret@api.example',
    'https://api.example/?key=1',
    'api.example',
    '',
  ])('the address %j is refused', (baseUrl) => {
    expect(issue({ partner: { ...GOOD.partner, baseUrl } })).toBe('partner.baseUrl: https-needed');
  });

  test.each([
    [{ shop: { ...GOOD.shop, country: 'xx' } }, 'shop.country: unknown-country'],
    [{ shop: { ...GOOD.shop, timeZone: 'America/Nowhere' } }, 'shop.timeZone: unknown-time-zone'],
    [{ shop: { ...GOOD.shop, name: 'a'.repeat(201) } }, 'shop.name: too-long'],
    [{ shop: { ...GOOD.shop, chainId: 'a\u0000b' } }, 'shop.chainId: control-characters'],
    [{ receiver: { port: 0 } }, 'receiver.port: too_small'],
    [{ receiver: { port: 65_536 } }, 'receiver.port: too_big'],
    [{ receiver: { port: 80.5 } }, 'receiver.port: invalid_type'],
    [{ tunnel: { ...GOOD.tunnel, publicUrl: 'http://tienda.example' } }, 'tunnel.publicUrl: https-needed'],
    [{ tunnel: { ...GOOD.tunnel, provider: 'carrier-pigeon' } }, 'tunnel.provider: invalid_value'],
    [{ alerts: { ...GOOD.alerts, volume: 101 } }, 'alerts.volume: too_big'],
    [{ language: 'fr' }, 'language: invalid_value'],
    [{ shop: undefined }, 'shop: invalid_type'],
  ])('%j is refused with the field and a code', (changes, expected) => {
    expect(issue(changes)).toBe(expected);
  });
});

describe('reading a file', () => {
  test('nothing at all gives the defaults', () => {
    expect(readSettings({})).toEqual({ settings: DEFAULT_SETTINGS, reset: [] });
  });

  test('missing keys take their defaults and unknown ones do no harm', () => {
    const { settings, reset } = readSettings({ shop: { vendorId: '0042', later: true }, hours: {} });
    expect(reset).toEqual([]);
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, shop: { ...DEFAULT_SETTINGS.shop, vendorId: '0042' } });
  });

  test('missing keys deeper down take their defaults too', () => {
    const { settings, reset } = readSettings({
      alerts: { tones: { ready: 'chime' }, quiet: { enabled: true } },
    });
    expect(reset).toEqual([]);
    const { tones, quiet } = DEFAULT_SETTINGS.alerts;
    expect(settings.alerts).toEqual({
      ...DEFAULT_SETTINGS.alerts,
      tones: { ...tones, ready: 'chime' },
      quiet: { ...quiet, enabled: true },
    });
  });

  test('an invalid section has its defaults again, alone, and is named', () => {
    const { settings, reset } = readSettings({
      ...GOOD,
      receiver: { port: 'http' },
      tunnel: 7,
      language: null,
    });
    expect(reset).toEqual(['receiver', 'tunnel', 'language']);
    expect(settings).toEqual({
      ...GOOD,
      receiver: DEFAULT_SETTINGS.receiver,
      tunnel: DEFAULT_SETTINGS.tunnel,
      language: DEFAULT_SETTINGS.language,
    });
  });
});
