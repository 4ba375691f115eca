import { expect, test } from 'vitest';
import { cloudflaredPlaces, findCloudflared } from '../../../src/main/tunnel/find-cloudflared.ts';

test('the search path comes first, and a place that the owner names is the only one', async () => {
  const env = { PATH: '/one:/two', HOME: '/home/ana' };
  const canRun = (file: string): boolean => ['/two/cloudflared', '/usr/bin/cloudflared'].includes(file);
  expect(await findCloudflared({ executable: '', env, platform: 'linux' }, canRun)).toBe('/two/cloudflared');
  expect(await findCloudflared({ executable: '/usr/bin/cloudflared', env }, canRun)).toBe(
    '/usr/bin/cloudflared',
  );
  expect(await findCloudflared({ executable: '/elsewhere', env }, canRun)).toBeNull();
  expect(await findCloudflared({ executable: '', env: {}, platform: 'linux' }, () => false)).toBeNull();
});

test('the usual places of each system are looked at', () => {
  expect(cloudflaredPlaces('darwin', {})).toContain('/opt/homebrew/bin/cloudflared');
  expect(cloudflaredPlaces('linux', { HOME: '/home/ana' })).toContain('/home/ana/.local/bin/cloudflared');
  const windows = cloudflaredPlaces('win32', {
    PATH: 'C:\\Windows;D:\\tools',
    'ProgramFiles(x86)': 'C:\\Program Files (x86)',
    LOCALAPPDATA: 'C:\\Users\\ana\\AppData\\Local',
  });
  expect(windows).toEqual([
    'C:\\Windows\\cloudflared.exe',
    'D:\\tools\\cloudflared.exe',
    'C:\\Program Files (x86)\\cloudflared\\cloudflared.exe',
    'C:\\Users\\ana\\AppData\\Local\\Microsoft\\WinGet\\Links\\cloudflared.exe',
  ]);
});

test('what was downloaded is not started by itself, whatever the search path says', () => {
  const unix = [
    '/home/ana/Downloads',
    '/home/ana/Descargas/tools',
    '/tmp',
    '/var/tmp/x',
    '.',
    'bin',
    '/a/../tmp',
  ];
  const found = cloudflaredPlaces('linux', { PATH: [...unix, '/opt/tools'].join(':') });
  expect(found.filter((file) => !/^\/(?:opt|usr|snap|home\/linuxbrew)\//.test(file))).toEqual([]);
  expect(found[0]).toBe('/opt/tools/cloudflared');
  const windows = cloudflaredPlaces('win32', {
    PATH: 'C:\\Users\\ana\\Downloads;tools;C:\\Users\\ana\\AppData\\Local\\Temp;D:\\tools',
    USERPROFILE: 'C:\\Users\\ana',
  });
  expect(windows).toEqual(['D:\\tools\\cloudflared.exe']);
});

test('a download that the owner names himself is his decision', async () => {
  const executable = '/home/ana/Downloads/cloudflared';
  expect(await findCloudflared({ executable, env: {} }, () => true)).toBe(executable);
});

test('main goes on while a place is slow to say that nothing is there', async () => {
  let answer = (_isThere: boolean): void => undefined;
  const slow = (): Promise<boolean> => new Promise((resolve) => (answer = resolve));
  const found = findCloudflared({ executable: '//gone/share/cloudflared.exe', env: {} }, slow);
  answer(false);
  expect(await found).toBeNull();
});

test('a folder named like the program is not the program', async () => {
  expect(await findCloudflared({ executable: import.meta.dirname, env: {} })).toBeNull();
  // A program that every system has that runs this.
  expect(await findCloudflared({ executable: process.execPath, env: {} })).toBe(process.execPath);
});
