import { expect, test } from 'vitest';
import { settingsChanges } from '../../../../src/renderer/settings/form/settings-changes.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../../src/shared/settings/settings.ts';
import { textsFor } from '../../../../src/shared/texts/texts.ts';

/** Settings of which every single value differs from the first ones, as far as a value of its kind can. */
const OTHER: Settings = {
  shop: { name: 'A', chainId: 'b', vendorId: 'c', country: 'pe', timeZone: 'America/Lima' },
  partner: { baseUrl: 'https://a.example', auth: 'client-credentials', clientId: 'd', tokenLabel: 'e' },
  receiver: { port: 44_530 },
  tunnel: {
    provider: 'ssh',
    publicUrl: 'https://b.example',
    ngrok: { domain: 'c.example' },
    cloudflared: { executable: '/c' },
    ssh: { host: 'h', port: 23, user: 'u', remoteBind: 'r', hostKey: 'k', urlPattern: 'p' },
  },
  alerts: {
    volume: 11,
    tones: {
      ready: 'drop',
      cancelled: 'bell',
      'cancelled-after-handover': 'bell',
      connection: 'bell',
    },
    escalateAfterMinutes: 7,
    connectionAfterMinutes: 9,
    unclaimed: { afterMinutes: 33, everyMinutes: 44 },
    quiet: { enabled: true, fromMinute: 61, toMinute: 62 },
  },
  hours: DEFAULT_SETTINGS.hours,
  hands: { shortcut: 'Ctrl+Alt+M', initials: ['ANA'], atCounter: 'ANA', voice: true },
  computer: { keepAwake: false, automaticUpdates: false },
  outgoing: {
    phone: {
      way: 'ntfy',
      server: 'https://ntfy.example',
      topic: 't',
      address: 'https://d.example',
      ready: 10,
      cancelled: 10,
      connection: 10,
    },
    till: {
      post: true,
      address: 'https://e.example',
      files: true,
      folder: '/f',
      form: 'received',
      people: true,
    },
    heartbeat: { enabled: true, address: 'https://f.example', method: 'POST' },
  },
  paper: {
    way: 'network',
    printer: 'p',
    host: 'h',
    port: 9_101,
    device: '/d',
    width: 58,
    name: 'none',
    symbol: 'qr',
    automatic: true,
    cancelled: true,
  },
  language: 'en',
  riders: { on: true, digits: 'last-2' },
  outlet: { on: true, refused: null },
  textSize: 150,
};

/** Returns the ways to all single values that are not the same in both. */
function differences(one: unknown, other: unknown, way = ''): readonly string[] {
  if (typeof one !== 'object' || one === null || Array.isArray(one))
    return JSON.stringify(one) === JSON.stringify(other) ? [] : [way];
  const inner = new Map(Object.entries(other ?? {}));
  return Object.entries(one).flatMap(([name, value]) =>
    differences(value, inner.get(name), `${way}/${name}`),
  );
}

test.each(['es', 'en'] as const)(
  'each setting that changes has a line of its own, in words, in %s',
  (language) => {
    const changes = settingsChanges(DEFAULT_SETTINGS, OTHER, textsFor(language));
    const ways = differences(DEFAULT_SETTINGS, OTHER);
    expect(ways).toContain('/paper/cancelled');
    expect(changes).toHaveLength(ways.length);
    expect(new Set(changes.map(({ label }) => label)).size).toBe(changes.length);
    for (const { label, before, after } of changes) {
      expect(label).not.toMatch(/[a-z][A-Z]|^[a-z]+$/);
      expect([before, after]).not.toContain('');
    }
    const raw = new Set([
      'off',
      'network',
      'ntfy',
      'none',
      'qr',
      'code128',
      'initial',
      'tidy',
      'received',
      'true',
    ]);
    const told = changes.flatMap(({ before, after }) => [before, after]);
    expect(told.filter((value) => raw.has(value))).toEqual([]);
  },
);
