import { describe, expect, test } from 'vitest';
import {
  withOwnProgram,
  readSettingsCopy,
  writeSettingsCopy,
} from '../../../src/main/store/settings/settings-file.ts';
import { DEFAULT_SETTINGS, SECRET_NAMES, type Settings } from '../../../src/shared/settings/settings.ts';
import { NOON } from '../../fakes/fixed-clock.ts';

const SHOP: Settings = {
  ...DEFAULT_SETTINGS,
  shop: { ...DEFAULT_SETTINGS.shop, name: 'Almacén Ñandú', chainId: 'c', vendorId: '0042' },
  alerts: { ...DEFAULT_SETTINGS.alerts, volume: 35 },
};
const COPY = writeSettingsCopy(SHOP, NOON);

/** The copy with something in it changed. */
function copyWith(change: Readonly<Record<string, unknown>>): string {
  const content = JSON.parse(COPY) as Record<string, unknown>;
  return JSON.stringify({ ...content, ...change });
}
const refused = (text: string) => {
  const read = readSettingsCopy(text, DEFAULT_SETTINGS);
  return read.ok ? 'taken' : read.error;
};

describe('a copy of the settings', () => {
  test('comes back as it went out, on another computer too', () => {
    expect(readSettingsCopy(COPY, DEFAULT_SETTINGS)).toEqual({ ok: true, value: SHOP });
  });

  test('names no secret', () => {
    for (const name of SECRET_NAMES) expect(COPY).not.toContain(name);
  });

  test('saved by an editor with a byte order mark is read all the same', () => {
    expect(readSettingsCopy(`\uFEFF${COPY}`, DEFAULT_SETTINGS)).toMatchObject({ ok: true });
  });

  test('that lacks a part leaves that part as it is', () => {
    const { alerts: _, ...older } = SHOP;
    const read = readSettingsCopy(copyWith({ settings: older }), {
      ...DEFAULT_SETTINGS,
      alerts: { ...DEFAULT_SETTINGS.alerts, volume: 5 },
    });
    expect(read).toMatchObject({ ok: true, value: { shop: SHOP.shop, alerts: { volume: 5 } } });
  });

  test('brings no key that is none of ours', () => {
    const settings = { ...SHOP, token: 'x', shop: { ...SHOP.shop, password: 'y' } };
    expect(readSettingsCopy(copyWith({ settings }), DEFAULT_SETTINGS)).toEqual({ ok: true, value: SHOP });
  });

  test.each([
    ['no JSON', 'PK\u0003\u0004'],
    ['empty', ''],
    ['JSON of something else', '{"name":"package"}'],
    ['settings of another program', copyWith({ app: 'Otro' })],
    ['a list', '[1, 2]'],
    ['the file of a profile', JSON.stringify(SHOP)],
  ])('%s is refused as foreign', (_what, text) => {
    expect(refused(text)).toEqual({ why: 'foreign', detail: null });
  });

  test('with a value that is not valid is refused, and the part is named', () => {
    const settings = { ...SHOP, alerts: { ...SHOP.alerts, volume: 900 } };
    expect(refused(copyWith({ settings }))).toEqual({ why: 'damaged', detail: 'alerts' });
  });

  test('of a newer version is refused as such', () => {
    expect(refused(copyWith({ version: 2 }))).toEqual({ why: 'newer', detail: null });
  });
});

describe('a program to start', () => {
  const naming = (executable: string): Settings => ({
    ...SHOP,
    tunnel: { ...SHOP.tunnel, provider: 'cloudflared', cloudflared: { executable } },
  });
  test.each([
    ['/tmp/malo', '', '', '/tmp/malo'],
    ['/tmp/malo', '/usr/bin/cloudflared', '/usr/bin/cloudflared', '/tmp/malo'],
    ['', '/usr/bin/cloudflared', '/usr/bin/cloudflared', undefined],
    ['/usr/bin/cloudflared', '/usr/bin/cloudflared', '/usr/bin/cloudflared', undefined],
  ])('%o of a file, where this computer names %o, is %o', (named, own, kept, program) => {
    expect(withOwnProgram(naming(named), naming(own))).toEqual({ settings: naming(kept), program });
  });
});

describe('the places that messages go to', () => {
  const PLACES = {
    ...DEFAULT_SETTINGS.outgoing,
    phone: { ...DEFAULT_SETTINGS.outgoing.phone, way: 'ntfy', topic: 'a-topic-7Qx' },
    heartbeat: { enabled: true, address: 'https://hc.example/a-uuid', method: 'GET' },
  } as const;

  test('are in no copy', () => {
    expect(writeSettingsCopy({ ...SHOP, outgoing: PLACES }, NOON)).not.toMatch(/a-topic|a-uuid/);
  });

  test('are never taken from a file: this computer keeps its own', () => {
    const brought = copyWith({ settings: { ...SHOP, outgoing: PLACES } });
    const read = readSettingsCopy(brought, DEFAULT_SETTINGS);
    expect(read.ok && withOwnProgram(read.value, DEFAULT_SETTINGS).settings.outgoing).toEqual(
      DEFAULT_SETTINGS.outgoing,
    );
    const own = { ...DEFAULT_SETTINGS, outgoing: PLACES };
    expect(withOwnProgram(DEFAULT_SETTINGS, own).settings.outgoing).toEqual(PLACES);
  });
});
