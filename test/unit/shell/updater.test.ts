import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';

const electronUpdater = Object.assign(new EventEmitter(), {
  autoInstallOnAppQuit: true,
  checkForUpdates: () => Promise.resolve({ isUpdateAvailable: true, updateInfo: { version: '2.0.0' } }),
  downloadUpdate: (): Promise<string[]> => Promise.resolve([]),
});
vi.mock('electron', () => ({ app: { isPackaged: false } }));
vi.mock('electron-updater', () => ({ autoUpdater: electronUpdater }));
// Of Electron; looked into for what kind of package runs.
Object.assign(process, { resourcesPath: import.meta.dirname });
const { createUpdater } = await import('../../../src/main/shell/updates/updater.ts');

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const newUpdater = () =>
  createUpdater({
    restart: { executable: '/M.AppImage', again: [] },
    developmentConfig: fileURLToPath(import.meta.url),
    log,
  });

beforeEach(() => {
  electronUpdater.autoInstallOnAppQuit = true;
});

test('what was fetched is not installed at the end of the app until somebody says that it shall be', async () => {
  const updater = newUpdater();
  await updater.check();
  expect(electronUpdater.autoInstallOnAppQuit).toBe(false);
  let during = false;
  electronUpdater.downloadUpdate = () => {
    // electron-updater makes ready for the end only what is fetched with this on.
    during = electronUpdater.autoInstallOnAppQuit;
    return Promise.resolve([]);
  };
  expect(await updater.download(() => undefined)).toEqual({ ok: true, value: null });
  expect(during).toBe(true);
  expect(electronUpdater.autoInstallOnAppQuit).toBe(false);

  updater.setInstallAtQuit(true);
  await Promise.resolve();
  expect(electronUpdater.autoInstallOnAppQuit).toBe(true);
});

test('a file that was swapped after it was fetched is installed neither now nor at the end', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mostrador-update-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'M.AppImage');
  electronUpdater.downloadUpdate = () => {
    fs.writeFileSync(file, 'the published one');
    return Promise.resolve([file]);
  };
  const swaps = [
    () => fs.writeFileSync(file, 'another one'),
    () => fs.writeFileSync(file, 'the published onE'),
    () => fs.rmSync(file),
  ];
  for (const swap of swaps) {
    const updater = newUpdater();
    await updater.download(() => undefined);
    updater.setInstallAtQuit(true);
    await Promise.resolve();
    expect(electronUpdater.autoInstallOnAppQuit).toBe(true);
    swap();
    updater.setInstallAtQuit(true);
    await Promise.resolve();
    expect(electronUpdater.autoInstallOnAppQuit).toBe(false);
    expect(updater.installAndRestart()).toBe('tampered');
  }
});

test('nor after a download that failed', async () => {
  const updater = newUpdater();
  electronUpdater.downloadUpdate = () => Promise.reject(new Error('net::ERR_FAILED'));
  expect(await updater.download(() => undefined)).toEqual({ ok: false, error: 'offline' });
  expect(electronUpdater.autoInstallOnAppQuit).toBe(false);
});
