import { execFile, execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { spawnApp, type SpawnedApp } from '../desktop/launch-app.ts';
import { repository } from '../desktop/runtime.ts';
import { mountSmallDisk } from '../chaos/support/small-disk.ts';
import { es, LIMIT_MS, openShop, untilReceiving, type Shop } from './main-job/open-shop.ts';

const words = es.start;
let shop: Shop;
let app: SpawnedApp;

beforeEach(async () => {
  shop = await openShop();
  await untilReceiving(shop);
  await shop.app().stop();
  await shop.desktop.tray.waitUntilEmpty(LIMIT_MS);
});
afterEach(async () => {
  app?.kill('SIGTERM');
  await app?.exited;
  await shop?.stop();
});

const inProfile = (name: string): string => path.join(shop.profileDir, name);

async function start(options: Partial<Parameters<typeof spawnApp>[0]> = {}): Promise<void> {
  app = await spawnApp({
    desktop: shop.desktop,
    profileDir: shop.profileDir,
    args: ['--hidden'],
    ...options,
  });
}

/** Titles of all windows on the screen. */
async function windows(): Promise<string> {
  const { stdout } = await promisify(execFile)('xwininfo', ['-root', '-tree'], { env: shop.desktop.env });
  return stdout;
}

async function untilSaid(sentence: string): Promise<void> {
  await expect.poll(() => app.output(), { timeout: LIMIT_MS }).toContain(sentence);
}

/** Ways in which a file is there and cannot be read, also by root. */
const UNREADABLE: Readonly<Record<string, (file: string) => void>> = {
  'a folder in its place': (file) => fs.mkdirSync(file),
  'a link that leads to itself': (file) => fs.symlinkSync(path.basename(file), file),
  'a link to a disk that is not there': (file) => fs.symlinkSync('/no/such/disk/file', file),
};

test.for(Object.entries(UNREADABLE))(
  'settings that cannot be read (%s) are no new shop: it is shown, nothing is touched, and they count when they can be read',
  async ([, place]) => {
    const file = inProfile('settings.json');
    const settings = fs.readFileSync(file, 'utf8');
    fs.renameSync(file, inProfile('kept-away'));
    place(file);
    const before = fs.lstatSync(file);
    await start();
    await untilSaid('settings.json');
    await expect.poll(windows, { timeout: LIMIT_MS }).toContain(words.title);
    expect(fs.lstatSync(file).ino).toBe(before.ino);
    expect(fs.readdirSync(shop.profileDir).filter((name) => name.startsWith('settings.'))).toEqual([
      'settings.json',
    ]);
    expect(await windows()).not.toContain('"Mostrador"');
    fs.rmSync(file, { recursive: true });
    fs.renameSync(inProfile('kept-away'), file);
    await untilReceiving(shop);
    expect(fs.readFileSync(file, 'utf8')).toBe(settings);
    await expect.poll(windows, { timeout: LIMIT_MS }).not.toContain(words.title);
  },
);

const OTHERS = ['windows.json', 'health-history.jsonl', 'logs', '.updaterId', 'demo/demo.json'];

test.for(OTHERS)(
  'a shop starts and receives though %s cannot be read, and leaves it as it is',
  async (name) => {
    const file = inProfile(name);
    fs.rmSync(file, { recursive: true, force: true });
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.symlinkSync(path.basename(file), file);
    await start();
    await untilReceiving(shop);
    expect(fs.lstatSync(file).isSymbolicLink()).toBe(true);
    app.kill('SIGTERM');
    expect(await app.exited).toBe(0);
    expect(fs.lstatSync(file).isSymbolicLink()).toBe(true);
  },
);

test('an orders file that cannot be opened is not set aside, and is used when it can be', async () => {
  fs.renameSync(inProfile('orders.db'), inProfile('kept-away'));
  fs.symlinkSync('orders.db', inProfile('orders.db'));
  await start();
  await untilReceiving(shop);
  await shop.desktop.tray.waitForItem(LIMIT_MS);
  const sentence = es.health['store-unwritable'](null).sentence;
  await shop.desktop.tray.waitForItemWhere(({ tooltip }) => tooltip.includes(sentence), LIMIT_MS);
  fs.rmSync(inProfile('orders.db'));
  fs.renameSync(inProfile('kept-away'), inProfile('orders.db'));
  await shop.desktop.tray.waitForItemWhere(({ tooltip }) => tooltip.includes('Todo bien'), 4 * LIMIT_MS);
  expect(fs.readdirSync(shop.profileDir).filter((name) => name.startsWith('orders.damaged'))).toEqual([]);
});

/** The built app in a folder of its own, so that a test may take a part of it away. */
function copyApp(): string {
  const appDir = path.join(shop.desktop.folder, 'program');
  fs.mkdirSync(appDir);
  fs.cpSync(path.join(repository, 'out'), path.join(appDir, 'out'), { recursive: true });
  for (const name of ['package.json', 'node_modules', 'assets']) {
    fs.symlinkSync(path.join(repository, name), path.join(appDir, name));
  }
  return appDir;
}

/** Ends the process that the app began in its own place, and waits for its end. */
async function endSuccessor(): Promise<void> {
  const [, pid = ''] = /-(\d+)$/.exec(fs.readlinkSync(inProfile('SingletonLock'))) ?? [];
  process.kill(Number(pid), 'SIGTERM');
  await expect.poll(() => fs.existsSync(`/proc/${pid}/cwd`) || isLocked(), { timeout: LIMIT_MS }).toBe(false);
}

const isLocked = (): boolean =>
  fs.lstatSync(inProfile('SingletonLock'), { throwIfNoEntry: false }) !== undefined;

test('a start that fails for any other reason shows which, and the shop works as soon as it is gone', async () => {
  const appDir = copyApp();
  const part = path.join(appDir, 'out/main/app.js');
  fs.renameSync(part, `${part}.quarantined`);
  await start({ appDir });
  await untilSaid('Could not start');
  await expect.poll(windows, { timeout: LIMIT_MS }).toContain(words.title);
  expect(fs.readdirSync(shop.profileDir).filter((name) => /damaged/.test(name))).toEqual([]);
  fs.renameSync(`${part}.quarantined`, part);
  // Nobody presses the button: it tries again by itself, in a new process.
  expect(await app.exited).toBe(1);
  await untilReceiving(shop);
  await expect.poll(windows, { timeout: LIMIT_MS }).not.toContain(words.title);
  await endSuccessor();
});

test('a profile that is a file says so, and the app starts when it is a folder', async () => {
  const moved = `${shop.profileDir}-moved`;
  fs.renameSync(shop.profileDir, moved);
  fs.writeFileSync(shop.profileDir, 'no folder');
  await start();
  await untilSaid(words.troubles.unwritable('', '').message);
  await expect.poll(windows, { timeout: LIMIT_MS }).toContain(words.title);
  fs.rmSync(shop.profileDir);
  fs.renameSync(moved, shop.profileDir);
  await untilReceiving(shop);
});

test.runIf(process.getuid?.() === 0)('a profile on a disk that takes nothing says so', async () => {
  const moved = `${shop.profileDir}-moved`;
  fs.renameSync(shop.profileDir, moved);
  const disk = mountSmallDisk(shop.profileDir, 64 * 1024 * 1024);
  try {
    fs.cpSync(moved, shop.profileDir, { recursive: true });
    execFileSync('mount', ['-o', 'remount,ro', shop.profileDir]);
    await start();
    await untilSaid(`${shop.profileDir} (EROFS)`);
    await expect.poll(windows, { timeout: LIMIT_MS }).toContain(words.title);
    execFileSync('mount', ['-o', 'remount,rw', shop.profileDir]);
    await untilReceiving(shop);
    app.kill('SIGTERM');
    expect(await app.exited).toBe(0);
  } finally {
    disk.unmount();
  }
});

test('a lock that stayed behind, of another computer or of a process that is gone, keeps nobody out', async () => {
  fs.symlinkSync('caja-vieja-4711', inProfile('SingletonLock'));
  await start();
  await untilReceiving(shop);
});

test('something else in the place of the lock is named', async () => {
  fs.mkdirSync(inProfile('SingletonLock'));
  await start();
  await untilSaid('SingletonLock');
  fs.rmdirSync(inProfile('SingletonLock'));
  await untilReceiving(shop);
});

test('the app runs already: the second start ends with 0, and says nothing', async () => {
  await start();
  await untilReceiving(shop);
  const second = await spawnApp({ desktop: shop.desktop, profileDir: shop.profileDir, args: ['--hidden'] });
  expect(await second.exited).toBe(0);
});

test.for(['', 'Factory', 'Nowhere/None', ':', '../../etc/passwd'])(
  'the time zone "%s", which does not exist, ends nothing: times are those of the country',
  async (TZ) => {
    const settings = {
      ...shop.settings,
      shop: { ...shop.simulator.connection(), country: 'uy', timeZone: '' },
    };
    await start({ settings, env: { TZ } });
    await untilReceiving(shop);
    app.kill('SIGTERM');
    expect(await app.exited).toBe(0);
  },
);
