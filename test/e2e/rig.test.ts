import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchApp, spawnApp, type LaunchedApp } from '../desktop/launch-app.ts';
import { ordinaryUser } from '../desktop/ordinary-user.ts';
import { repository } from '../desktop/runtime.ts';
import { readScreen, framebufferFile } from '../desktop/screen.ts';
import { startDesktop, type Desktop } from '../desktop/session.ts';

const LIMIT_MS = 5_000;
const appDir = path.join(repository, 'test/fixtures/tray-app');

let desktop: Desktop;
let launched: LaunchedApp;

beforeAll(async () => {
  desktop = await startDesktop();
  launched = await launchApp({ desktop, appDir });
  await desktop.tray.waitForItem(LIMIT_MS);
});

afterAll(async () => {
  await launched.stop();
  await desktop.stop();
});

describe('the tray', () => {
  test('shows the tooltip, the icon and the menu that the app set', async () => {
    const item = await desktop.tray.waitForItemWhere(({ tooltip }) => tooltip === 'refreshed 0', LIMIT_MS);
    expect(item.status).toBe('Active');
    expect([...(item.icons[0]?.argb.subarray(0, 4) ?? [])]).toEqual([255, 255, 0, 0]);
    const labels = (await desktop.tray.menu())
      .filter((entry) => !entry.separator)
      .map((entry) => entry.label);
    expect(labels).toEqual(['refreshed 0', 'Notify', 'More', 'Quit']);
  });

  test('chooses an entry by its label, in a submenu too, and sees what it changed', async () => {
    await desktop.tray.choose('Refresh_now');
    const menu = await desktop.tray.waitForMenu((items) => items[0]?.label === 'refreshed 1', LIMIT_MS);
    expect(menu[0]).toMatchObject({ enabled: false, separator: false });
    await desktop.tray.waitForItemWhere(({ tooltip }) => tooltip === 'refreshed 1', LIMIT_MS);
  });

  test('refuses an entry that is disabled or not there', async () => {
    await expect(desktop.tray.choose('refreshed 1')).rejects.toThrow('disabled');
    await expect(desktop.tray.choose('Nothing')).rejects.toThrow('No menu entry "Nothing"');
    await expect(desktop.tray.waitForMenu((items) => items.length > 99, 200)).rejects.toThrow('Last seen');
  });
});

test('a notification arrives with its words and its urgency, and a click on it comes back', async () => {
  await desktop.tray.choose('Notify');
  const toast = await desktop.notifications.waitFor(({ title }) => title === 'Order 4821', LIMIT_MS);
  expect(toast).toMatchObject({ body: 'a &lt; b', urgency: 'critical', replaces: 0 });
  desktop.notifications.click(toast.id);
  await desktop.tray.waitForMenu((items) => items[0]?.label === 'refreshed 2', LIMIT_MS);
  await desktop.tray.choose('Notify');
  const second = await desktop.notifications.waitFor(({ id }) => id > toast.id, LIMIT_MS);
  desktop.notifications.close(second.id, 'dismissed');
  await expect.poll(launched.output, { timeout: LIMIT_MS }).toContain('closed');
  await expect(desktop.notifications.waitFor(({ title }) => title === 'other', 100)).rejects.toThrow(
    'Order 4821',
  );
});

test('a left click opens the window, which stands on the virtual screen', async () => {
  await desktop.tray.activate();
  const page = await launched.app.firstWindow();
  expect(await page.title()).toBe('Red');
  const redPixels = (): number => {
    const { rgba } = readScreen(fs.readFileSync(framebufferFile(desktop.folder)));
    let count = 0;
    for (let at = 0; at < rgba.length; at += 4) if (rgba.readUInt32BE(at) === 0xc80a14ff) count += 1;
    return count;
  };
  await expect.poll(redPixels, { timeout: LIMIT_MS }).toBe(400 * 300);
  const file = path.join(desktop.folder, 'screen.png');
  await desktop.saveScreen(file);
  expect(fs.readFileSync(file).subarray(1, 4).toString()).toBe('PNG');
});

test('secrets put into the keyring are found by the keychain library inside the app', async () => {
  await desktop.keyring.store('Mostrador rig', 'webhook-secret', 'another');
  await desktop.keyring.store('Mostrador rig', 'partner-token', 'só secreto');
  const found = await launched.app.evaluate(async (_, folder) => {
    // What evaluate() runs has no imports; the library's types are not those of the fixture.
    const keytar = process.getBuiltinModule('node:module').createRequire(`${folder}/package.json`)(
      'keytar',
    ) as {
      getPassword: (service: string, account: string) => Promise<string | null>;
    };
    return keytar.getPassword('Mostrador rig', 'partner-token');
  }, repository);
  expect(found).toBe('só secreto');
  expect(await desktop.keyring.read('Mostrador rig', 'other')).toBeNull();
});

test('the profile folder given is the one the app uses', async () => {
  const used = await launched.app.evaluate(({ app }) => app.getPath('userData'));
  expect(used).toBe(launched.profileDir);
});

test('an app that is killed leaves the tray', async () => {
  const other = await startDesktop({ keyring: false });
  try {
    const app = await spawnApp({ desktop: other, appDir });
    await other.tray.waitForItem(LIMIT_MS);
    app.kill('SIGKILL');
    expect(await app.exited).toBe('SIGKILL');
    await other.tray.waitUntilEmpty(LIMIT_MS);
  } finally {
    await other.stop();
  }
  expect(fs.existsSync(other.folder)).toBe(false);
});

const user = ordinaryUser();
test.skipIf(user === null)('the app runs as an ordinary user with the sandbox on', async () => {
  if (user === null) return;
  const app = await launchApp({ desktop, appDir, user });
  try {
    expect(await app.app.evaluate(() => process.getuid?.())).toBe(user.uid);
    expect(await app.app.evaluate(({ app }) => app.commandLine.hasSwitch('no-sandbox'))).toBe(false);
    await app.app.evaluate(({ BrowserWindow }) =>
      new BrowserWindow({ show: false }).loadURL('data:text/html,x'),
    );
    const page = await app.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    );
    // Chromium's sandbox filters the system calls of its pages.
    expect(fs.readFileSync(`/proc/${page}/status`, 'utf8')).toMatch(/^Seccomp:\t2$/m);
  } finally {
    await app.stop();
  }
});

test('a desktop ends with the process that started it, even when that is killed', async () => {
  const session = path.join(repository, 'test/desktop/session.ts');
  const script = `const { startDesktop } = await import(${JSON.stringify(session)});
    const desktop = await startDesktop(); console.log(desktop.folder); setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const folder = await new Promise<string>((resolve) => {
    parent.stdout.once('data', (chunk) => resolve(String(chunk).trim()));
  });
  try {
    expect(processesOf(folder).toSorted()).toEqual([
      'Xvfb',
      'dbus-daemon',
      'gnome-keyring-d',
      'openbox',
      'pulseaudio',
    ]);
    parent.kill('SIGKILL');
    await expect.poll(() => processesOf(folder), { timeout: LIMIT_MS }).toEqual([]);
  } finally {
    await sleep(0);
    fs.rmSync(folder, { recursive: true, force: true });
  }
});

/** Names of the running programs whose home is in a desktop's folder. */
function processesOf(folder: string): string[] {
  return fs
    .readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((pid) => {
      try {
        const environment = fs.readFileSync(`/proc/${pid}/environ`, 'utf8');
        if (!environment.split('\0').includes(`HOME=${folder}/home`)) return [];
        return [fs.readFileSync(`/proc/${pid}/comm`, 'utf8').trim()];
      } catch {
        // It ended while it was looked at.
        return [];
      }
    });
}
