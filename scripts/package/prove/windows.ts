import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { within } from '../../../test/desktop/within.ts';
import { credentials } from './credentials.ts';
import type { Installed } from './smoke.ts';

const LIMIT_MS = 120_000;
const UNINSTALL_KEY = String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall`;

const local = process.env['LOCALAPPDATA'] ?? '';
const roaming = process.env['APPDATA'] ?? '';
const folder = path.join(local, 'Programs', 'Mostrador');
const program = path.join(folder, 'Mostrador.exe');

/** Where an installed app and its files are on this Windows. */
export const places = {
  folder,
  program,
  data: path.join(roaming, 'Mostrador'),
  links: [
    path.join(roaming, String.raw`Microsoft\Windows\Start Menu\Programs\Mostrador.lnk`),
    path.join(process.env['USERPROFILE'] ?? '', 'Desktop', 'Mostrador.lnk'),
  ],
  updates: path.join(local, 'mostrador-updater'),
} as const;

/** The installed app, with the current user's data and secrets. */
export const installedApp: Installed = {
  command: program,
  args: [],
  env: process.env,
  profileDir: places.data,
  saveSecret: credentials.save,
};

/** Runs an installer of the app silently and waits until everything is installed. */
export async function install(setup: string): Promise<void> {
  execFileSync(setup, ['/S'], { timeout: LIMIT_MS });
  await until(() => [program, ...places.links].every((file) => fs.existsSync(file)), 'The program');
}

/** Runs the app's uninstaller and waits until everything is gone. */
export async function uninstall(...args: readonly string[]): Promise<void> {
  execFileSync(path.join(folder, 'Uninstall Mostrador.exe'), args, { timeout: LIMIT_MS });
  await until(() => !fs.existsSync(folder) && installedVersion() === '', 'The end of it');
}

/** Returns the app's entry in the Windows list of programs; empty when there is none. */
export function installedVersion(): string {
  // One block per program.
  const block = registry(UNINSTALL_KEY)
    .split(/\r?\n\r?\n/)
    .find((text) => /DisplayName\s+REG_SZ\s+Mostrador\b/.test(text));
  return /DisplayVersion\s+REG_SZ\s+(\S+)/.exec(block ?? '')?.[1] ?? '';
}

/** Returns a registry key and everything below it; empty when there is none. */
export function registry(key: string): string {
  try {
    return execFileSync('reg', ['query', key, '/s'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return '';
  }
}

/** The PowerShell of Windows itself: the newer one cannot use all of its interfaces. */
export function powershell(script: string): string {
  const args = ['-NoProfile', '-NonInteractive', '-Command', script];
  return execFileSync('powershell.exe', args, { encoding: 'utf8', timeout: LIMIT_MS }).trim();
}

export function until(isSo: () => boolean, what: string): Promise<void> {
  const wait = async (): Promise<void> => {
    while (!isSo()) await sleep(200);
  };
  return within(wait(), LIMIT_MS, what);
}
