import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { lookAtSettings } from '../../../src/main/store/profile/profile-look.ts';
import {
  createSettingsStore,
  type SettingsFile,
  type SettingsStore,
} from '../../../src/main/store/settings/settings-store.ts';
import { DEFAULT_SETTINGS } from '../../../src/shared/settings/settings.ts';
import { NOON } from '../../fakes/fixed-clock.ts';
import { loadSettingsFile } from '../../fakes/settings-file.ts';
import { tempDir } from '../../fakes/temp-store.ts';

const CHANGED = { ...DEFAULT_SETTINGS, shop: { ...DEFAULT_SETTINGS.shop, vendorId: '0042' } };
let openFile: (profileDir: string) => SettingsFile;
let folder: ReturnType<typeof tempDir>;
let profileDir: string;
let file: string;

beforeAll(async () => {
  openFile = await loadSettingsFile();
});
beforeEach(() => {
  folder = tempDir();
  profileDir = path.join(folder.dir, 'profile');
  file = path.join(profileDir, 'settings.json');
  fs.mkdirSync(profileDir);
});
afterEach(() => folder.remove());

function open(): SettingsStore {
  return createSettingsStore({ profileDir, now: () => NOON, openFile });
}

function onDisk(): unknown {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

test('a profile without a file has the defaults and no problem', () => {
  const store = open();
  expect(store.read()).toEqual(DEFAULT_SETTINGS);
  expect(store.problems()).toEqual([]);
});

test('saved settings are read again at the next start', () => {
  const saved = open().save(CHANGED);
  expect(saved).toEqual({ ok: true, value: CHANGED });
  expect(open().read()).toEqual(CHANGED);
});

test('what is saved is in use at once and told to listeners until they leave', () => {
  const store = open();
  const heard: string[] = [];
  const leave = store.onChange((settings) => heard.push(settings.shop.vendorId));
  store.save(CHANGED);
  expect(store.read()).toEqual(CHANGED);
  leave();
  store.save(DEFAULT_SETTINGS);
  expect(heard).toEqual(['0042']);
});

test('invalid settings are refused by field, and neither file nor settings in use change', () => {
  const store = open();
  store.save(CHANGED);
  const heard: unknown[] = [];
  store.onChange((settings) => heard.push(settings));
  expect(store.save({ ...CHANGED, receiver: { port: 0 } })).toEqual({
    ok: false,
    error: {
      code: 'invalid',
      refused: { what: 'setting', field: 'receiver.port', fault: 'too_small' },
    },
  });
  expect(store.read()).toEqual(CHANGED);
  expect(onDisk()).toEqual(CHANGED);
  expect(heard).toEqual([]);
});

test('what a newer version wrote stays in the file', () => {
  fs.writeFileSync(file, JSON.stringify({ language: 'en', later: { monday: '9-18' } }));
  open().save(CHANGED);
  expect(onDisk()).toEqual({ ...CHANGED, later: { monday: '9-18' } });
});

test('a section that is not valid is named until settings are saved', () => {
  fs.writeFileSync(file, JSON.stringify({ language: 'en', receiver: { port: -1 } }));
  const store = open();
  expect(store.read()).toEqual({ ...DEFAULT_SETTINGS, language: 'en' });
  expect(store.problems()).toEqual([{ kind: 'section-reset', section: 'receiver' }]);
  store.save(store.read());
  expect(store.problems()).toEqual([]);
});

test.each(['{"language": "en"', '', '[]', '"settings"', 'null', '\u0000\u0000\u0000'])(
  'a file that holds %j is set aside and the defaults take over',
  (content) => {
    fs.writeFileSync(file, content);
    const store = open();
    const keptAs = 'settings.damaged-2026-03-02T15-00-00-000Z.json';
    expect(store.problems()).toEqual([{ kind: 'file-damaged', keptAs }]);
    expect(store.read()).toEqual(DEFAULT_SETTINGS);
    expect(fs.readFileSync(path.join(profileDir, keptAs), 'utf8')).toBe(content);
    expect(store.save(CHANGED).ok).toBe(true);
    expect(open().problems()).toEqual([]);
  },
);

test('when the disk refuses, the settings in use stay and it is said', () => {
  const store = open();
  store.save(CHANGED);
  // The folder gives way to a file: nothing can be written there any more.
  fs.rmSync(profileDir, { recursive: true });
  fs.writeFileSync(profileDir, '');
  const saved = store.save(DEFAULT_SETTINGS);
  expect(saved).toMatchObject({ ok: false, error: { code: 'disk-failed' } });
  expect(store.read()).toEqual(CHANGED);
});

/** Ways in which a file is there and cannot be read, also by root. */
const UNREADABLE: Readonly<Record<string, (file: string) => void>> = {
  'a folder in its place': (one) => fs.mkdirSync(one),
  'a link that leads to itself': (one) => fs.symlinkSync(path.basename(one), one),
  'a link to a disk that is not there': (one) => fs.symlinkSync('/no/such/disk/settings.json', one),
  'a pipe': (one) => void execFileSync('mkfifo', [one]),
  'a link to what never ends': (one) => fs.symlinkSync('/dev/zero', one),
};

test.runIf(process.platform !== 'win32').for(Object.entries(UNREADABLE))(
  'a file that cannot be read (%s) is not damaged, no new shop, and stays as it is',
  ([, place]) => {
    place(file);
    const { ino } = fs.lstatSync(file);
    expect(() => open()).toThrow('cannot be read');
    expect(lookAtSettings(profileDir)).toMatchObject({ kind: 'unreadable', where: file });
    expect(fs.lstatSync(file).ino).toBe(ino);
    expect(fs.readdirSync(profileDir)).toEqual(['settings.json']);
    fs.rmSync(file, { recursive: true });
    fs.writeFileSync(file, JSON.stringify({ shop: { vendorId: '0042' } }));
    expect(lookAtSettings(profileDir)).toBeNull();
    expect(open().read().shop.vendorId).toBe('0042');
  },
);

test.for(['EIO', 'EACCES', 'EBUSY', 'EPERM'])('the error %s when it is read is not damage either', (code) => {
  fs.writeFileSync(file, JSON.stringify({ shop: { vendorId: '0042' } }));
  const { readFileSync } = fs;
  vi.spyOn(fs, 'readFileSync').mockImplementation(() => {
    throw Object.assign(new Error(code), { code });
  });
  try {
    expect(() => open()).toThrow(`cannot be read: ${code}`);
    expect(lookAtSettings(profileDir)).toMatchObject({ kind: 'unreadable', why: code });
  } finally {
    vi.restoreAllMocks();
  }
  expect(fs.readFileSync).toBe(readFileSync);
  expect(fs.readdirSync(profileDir)).toEqual(['settings.json']);
  expect(open().read().shop.vendorId).toBe('0042');
});

test('a time zone that this computer does not know costs the shop nothing but the zone', () => {
  const shop = {
    name: 'La Esquina',
    chainId: 'c',
    vendorId: '0042',
    country: 'ar',
    timeZone: 'Mars/Olympus',
  };
  fs.writeFileSync(file, JSON.stringify({ shop }));
  const store = open();
  expect(store.read().shop).toEqual({ ...shop, timeZone: 'America/Argentina/Buenos_Aires' });
  expect(store.problems()).toEqual([]);
  expect(store.save(store.read()).ok).toBe(true);
});
