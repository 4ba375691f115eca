import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepAppImageName } from '../../../src/main/shell/updates/replace-app-image.ts';

let dir: string;
let installed: string;
let fetched: string;
const told: string[] = [];
const log = { warn: (message: string) => void told.push(message) };

beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'mostrador-image-'));
  installed = path.join(dir, 'Mostrador-0.1.0.AppImage');
  fetched = path.join(dir, 'cache-Mostrador-9.0.0.AppImage');
  fs.writeFileSync(installed, 'old', { mode: 0o755 });
  fs.writeFileSync(fetched, '#!/bin/sh\nexit 0\n', { mode: 0o600 });
  told.length = 0;
});
afterEach(() => {
  vi.restoreAllMocks();
  fs.rmSync(dir, { recursive: true });
});

function install(appImage = installed): unknown {
  const updater = { installerPath: fetched, doInstall: (): boolean => false };
  keepAppImageName(updater, appImage, log);
  return updater.doInstall();
}

test.runIf(process.platform !== 'win32')('the new file takes the place and the name of the old one', () => {
  expect(install()).toBe(true);
  expect(fs.readdirSync(dir)).toEqual([path.basename(installed)]);
  expect(fs.readFileSync(installed, 'utf8')).toContain('exit 0');
  expect(fs.statSync(installed).mode & 0o777).toBe(0o755);
  expect(told).toEqual([]);
});

test.runIf(process.platform !== 'win32')('a link to it goes on leading to it', () => {
  const link = path.join(dir, 'mostrador');
  fs.symlinkSync(installed, link);
  expect(install(link)).toBe(true);
  expect(fs.readlinkSync(link)).toBe(installed);
  expect(fs.readFileSync(link, 'utf8')).toContain('exit 0');
});

test('when the disk refuses the old program is whole, and nothing is left beside it', () => {
  vi.spyOn(fs, 'renameSync').mockImplementation(() => {
    throw new Error('ENOSPC');
  });
  expect(() => install()).toThrow('ENOSPC');
  expect(fs.readFileSync(installed, 'utf8')).toBe('old');
  expect(fs.readdirSync(dir).toSorted()).toEqual([path.basename(installed), path.basename(fetched)]);
});
