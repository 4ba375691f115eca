import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';

const requests: (EventEmitter & { isAborted: boolean })[] = [];
const createRequest = (): unknown => {
  const request = Object.assign(new EventEmitter(), {
    abort: () => void (request.isAborted = true),
    isAborted: false,
  });
  requests.push(request);
  return request;
};
const electronUpdater = Object.assign(new EventEmitter(), {
  autoInstallOnAppQuit: true,
  checkForUpdates: () => Promise.resolve({ isUpdateAvailable: true, updateInfo: { version: '2.0.0' } }),
  downloadUpdate: (): Promise<string[]> => Promise.resolve([]),
  httpExecutor: { createRequest },
  netSession: { closeAllConnections: (): Promise<void> => Promise.resolve() },
});
const ended: string[] = [];
vi.mock('electron', () => ({
  app: {
    isPackaged: false,
    relaunch: ({ execPath }: { readonly execPath: string }) => ended.push(execPath),
    quit: () => ended.push('quit'),
  },
}));
vi.mock('electron-updater', () => ({ autoUpdater: electronUpdater }));
// Of Electron; looked into for what kind of package runs.
Object.assign(process, { resourcesPath: import.meta.dirname });
const { createUpdater } = await import('../../../src/main/shell/updates/updater.ts');

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const newUpdater = (appImage = '/M.AppImage') =>
  createUpdater({
    restart: { executable: appImage, again: [] },
    developmentConfig: fileURLToPath(import.meta.url),
    log,
  });

beforeEach(() => {
  electronUpdater.autoInstallOnAppQuit = true;
  electronUpdater.removeAllListeners();
  electronUpdater.httpExecutor = { createRequest };
  requests.length = 0;
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

test('the app does not end for an update that could not be put in its place, for it would not come back, or as it was', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mostrador-update-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'fetched');
  electronUpdater.downloadUpdate = () => {
    fs.writeFileSync(file, 'the published one');
    return Promise.resolve([file]);
  };
  const installed = path.join(folder, 'place', 'M.AppImage');
  fs.mkdirSync(path.dirname(installed));
  const installFrom = async (appImage: string) => {
    const updater = newUpdater(appImage);
    await updater.download(() => undefined);
    return updater.installAndRestart();
  };
  expect(await installFrom(installed)).toBe('install');
  fs.writeFileSync(installed, 'the old one');
  const { mkdtempSync, statfsSync } = fs;
  const restore = (): void => void Object.assign(fs, { mkdtempSync, statfsSync });
  onTestFinished(restore);
  fs.mkdtempSync = () => {
    throw Object.assign(new Error('read-only'), { code: 'EROFS' });
  };
  expect(await installFrom(installed)).toBe('install');
  restore();
  Object.assign(fs, { statfsSync: () => ({ bavail: 1, bsize: 1 }) });
  expect(await installFrom(installed)).toBe('disk');
  restore();
  expect(ended).toEqual([]);
  expect(await installFrom(installed)).toBeNull();
  expect(ended).toEqual([installed, 'quit']);
  expect(fs.readdirSync(path.dirname(installed))).toEqual(['M.AppImage']);
});

test('nor after a download that failed', async () => {
  const why = { offline: 'net::ERR_FAILED', install: 'Cannot update while running on a read-only volume.' };
  for (const [error, message] of Object.entries(why)) {
    electronUpdater.downloadUpdate = () => Promise.reject(new Error(message));
    expect(await newUpdater().download(() => undefined)).toEqual({ ok: false, error });
    expect(electronUpdater.autoInstallOnAppQuit).toBe(false);
  }
});

test('what is under way when the app ends is broken off, also when it is tried in another way, and nothing more begins', async () => {
  const updater = newUpdater();
  const broken: string[] = [];
  const ways = [Promise.withResolvers<string[]>(), Promise.withResolvers<string[]>()];
  electronUpdater.downloadUpdate = async () => {
    for (const way of ways) await way.promise.catch(() => undefined);
    throw new Error('net::ERR_FAILED');
  };
  electronUpdater.netSession.closeAllConnections = () => {
    broken.push('all');
    ways[broken.length - 1]?.reject(new Error('net::ERR_CONNECTION_CLOSED'));
    return Promise.resolve();
  };
  const under = updater.download(() => undefined);
  await updater.leave();
  expect(broken).toEqual(['all', 'all']);
  expect(await under).toEqual({ ok: false, error: 'offline' });
  let asked = 0;
  electronUpdater.checkForUpdates = () => {
    asked += 1;
    return Promise.resolve({ isUpdateAvailable: false, updateInfo: { version: '2.0.0' } });
  };
  expect(await updater.check()).toMatchObject({ ok: false });
  expect(asked).toBe(0);
});

test.each(['check', 'download'] as const)(
  'a server that says nothing more for a minute ends the %s, and the next one begins anew',
  async (task) => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const updater = newUpdater();
    const run = () => (task === 'check' ? updater.check() : updater.download(() => undefined));
    await updater.check();
    const hung = Promise.withResolvers<never>();
    electronUpdater.checkForUpdates = () => hung.promise;
    electronUpdater.downloadUpdate = () => hung.promise;
    let broken = 0;
    electronUpdater.netSession.closeAllConnections = () => {
      broken += 1;
      hung.reject(new Error('net::ERR_CONNECTION_CLOSED'));
      return Promise.resolve();
    };
    const under = run();
    await vi.advanceTimersByTimeAsync(59_000);
    // It was slow, and goes on.
    electronUpdater.emit('download-progress', { percent: 1 });
    await vi.advanceTimersByTimeAsync(task === 'check' ? 0 : 59_000);
    expect(broken).toBe(0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await under).toEqual({ ok: false, error: 'offline' });
    await vi.advanceTimersByTimeAsync(600_000);
    expect(broken).toBe(1);
  },
);

test('an end waits for no task that cannot be broken off', async () => {
  const updater = newUpdater();
  electronUpdater.downloadUpdate = () => new Promise(() => undefined);
  electronUpdater.netSession.closeAllConnections = () => new Promise(() => undefined);
  void updater.download(() => undefined);
  const began = performance.now();
  await updater.leave();
  expect(performance.now() - began).toBeLessThan(10_000);
});

/** As electron-updater asks: nobody but the error of the request ends it. `says`: what comes over it. */
const download = (says: EventEmitter) => (): Promise<string[]> =>
  new Promise((resolve, reject) => {
    electronUpdater.httpExecutor.createRequest();
    const request = requests.at(-1);
    request?.on('error', reject);
    request?.emit('response', says);
    says.on('end', () => resolve([]));
  });

test('a request whose response comes over a connection that no closing of connections touches is broken off at the end', async () => {
  const updater = newUpdater();
  electronUpdater.downloadUpdate = download(new EventEmitter());
  const under = updater.download(() => undefined);
  await expect.poll(() => requests.length).toBe(1);
  await updater.leave();
  expect(requests.map(({ isAborted }) => isAborted)).toEqual([true]);
  expect(await under).toMatchObject({ ok: false });
  expect(() => electronUpdater.httpExecutor.createRequest()).toThrow('The app ends');
});

test('one that is over is left alone', async () => {
  const updater = newUpdater();
  const response = new EventEmitter();
  electronUpdater.downloadUpdate = download(response);
  const under = updater.download(() => undefined);
  await expect.poll(() => requests.length).toBe(1);
  response.emit('end');
  response.emit('close');
  expect(await under).toMatchObject({ ok: true });
  await updater.leave();
  expect(requests.map(({ isAborted }) => isAborted)).toEqual([false]);
});

test('and at once when the server says nothing more for a minute', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const updater = newUpdater();
  await updater.check();
  electronUpdater.downloadUpdate = download(new EventEmitter());
  const under = updater.download(() => undefined);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await under).toEqual({ ok: false, error: 'offline' });
  expect(requests.map(({ isAborted }) => isAborted)).toEqual([true]);
});
