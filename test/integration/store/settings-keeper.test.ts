import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  createSettingsKeeper,
  type SettingsFile,
  type SettingsStore,
} from '../../../src/main/store/settings-keeper.ts';
import { DEFAULT_SETTINGS } from '../../../src/shared/settings.ts';
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
  return createSettingsKeeper({ profileDir, now: () => NOON, openFile });
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
    error: { code: 'invalid', detail: 'receiver.port: too_small' },
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
