import { expect, test } from 'vitest';
import { homepage, updateSource } from '../../../scripts/package/rules/addresses.ts';
import {
  archsToBuild,
  emptySigningVariables,
  ngrokPackage,
  planPackages,
  updateProof,
} from '../../../scripts/package/rules/plan.ts';
import { faultsOfRelease } from '../../../scripts/package/rules/release.ts';
import { versionInName, versionToBuild, whyNotPublish } from '../../../scripts/package/rules/version.ts';

const built = (platform: string, official: boolean, hasDpkg = false): readonly string[] =>
  planPackages({ platform, official, hasDpkg })
    .filter(({ can }) => can)
    .map(({ target }) => target);

test('each system builds its own packages with the official Electron', () => {
  expect(built('linux', true)).toEqual(['deb', 'AppImage']);
  expect(built('win32', true)).toEqual(['nsis']);
  expect(built('darwin', true)).toEqual(['dmg']);
});

test('without the official Electron a Debian machine builds a deb, and nothing else is built anywhere', () => {
  expect(built('linux', false, true)).toEqual(['deb']);
  expect(built('linux', false, false)).toEqual([]);
  expect(built('win32', false)).toEqual([]);
  expect(built('darwin', false)).toEqual([]);
});

test('what is not built comes with the reason', () => {
  const reasons = planPackages({ platform: 'linux', official: false, hasDpkg: true });
  expect(reasons.find(({ target }) => target === 'AppImage')?.how).toContain('GitHub');
  expect(reasons.find(({ target }) => target === 'nsis')?.how).toBe(
    'the release pipeline builds it on Windows',
  );
});

test('the update is proven with what updates itself on a system, where that can be built', () => {
  const proof = (platform: string, official: boolean) =>
    updateProof({ platform, official, hasDpkg: platform === 'linux' });
  expect(proof('win32', true)).toMatchObject({ target: 'nsis', can: true });
  expect(proof('linux', true)).toMatchObject({ target: 'AppImage', can: true });
  expect(proof('darwin', true)).toMatchObject({ can: false, how: 'macOS updates signed apps only' });
  expect(proof('linux', false)).toMatchObject({ can: false });
  expect(proof('linux', false).how).toContain('GitHub');
  expect(proof('win32', false)).toMatchObject({ target: 'nsis', can: false });
});

test('only a plain version under its own tag may be published', () => {
  expect(whyNotPublish('1.2.3', 'v1.2.3')).toBeNull();
  expect(whyNotPublish('1.2.3-beta.1', 'v1.2.3-beta.1')).toBeNull();
  expect(whyNotPublish('1.2.3', 'v1.2.4')).toContain('they must agree');
  expect(whyNotPublish(versionToBuild('1.2.3', false), 'v1.2.3+local')).toContain('official Electron');
});

test('the version is read from the name of a package', () => {
  expect(versionInName('mostrador_0.1.0+local_amd64.deb')).toBe('0.1.0+local');
  expect(versionInName('Mostrador-0.1.0-arm64.dmg')).toBe('0.1.0');
  expect(versionInName('Mostrador-1.0.0-beta.2-x64.exe')).toBe('1.0.0-beta.2');
  expect(versionInName('latest.yml')).toBeNull();
});

test('updates come from the given address, else from the releases of the repository that built the package', () => {
  const env = { GITHUB_REPOSITORY: 'shop/mostrador' };
  expect(updateSource({})).toBeNull();
  expect(updateSource(env)).toEqual({ provider: 'github', owner: 'shop', repo: 'mostrador' });
  expect(updateSource({ ...env, MOSTRADOR_UPDATE_URL: 'http://127.0.0.1:1' })).toEqual({
    provider: 'generic',
    url: 'http://127.0.0.1:1',
  });
  expect(homepage(env)).toBe('https://github.com/shop/mostrador');
});

test('Windows and macOS get packages for both kinds of processors, where the official Electron is at hand', () => {
  expect(archsToBuild('win32', true, 'x64')).toEqual(['x64', 'arm64']);
  expect(archsToBuild('darwin', true, 'arm64')).toEqual(['x64', 'arm64']);
  expect(archsToBuild('linux', true, 'x64')).toEqual(['x64']);
  expect(archsToBuild('darwin', false, 'arm64')).toEqual(['arm64']);
});

test("ngrok's native part is named as its package is", () => {
  expect(ngrokPackage('linux', 'x64')).toBe('@ngrok/ngrok-linux-x64-gnu');
  expect(ngrokPackage('win32', 'arm64')).toBe('@ngrok/ngrok-win32-arm64-msvc');
  expect(ngrokPackage('darwin', 'x64')).toBe('@ngrok/ngrok-darwin-x64');
});

test('a certificate that is not there is no broken one', () => {
  expect(emptySigningVariables({ CSC_LINK: '', WIN_CSC_LINK: 'file.pfx', PATH: '' })).toEqual(['CSC_LINK']);
});

test('a release holds what every system installs and updates itself from, all of one version', () => {
  const names = [
    'Mostrador-1.2.3-x64.exe',
    'Mostrador-1.2.3-arm64.exe',
    'Mostrador-1.2.3-x64.dmg',
    'Mostrador-1.2.3-arm64.dmg',
    'Mostrador-1.2.3-arm64.zip',
    'mostrador_1.2.3_amd64.deb',
    'Mostrador-1.2.3.AppImage',
    'latest.yml',
    'latest-mac.yml',
    'latest-linux.yml',
  ];
  expect(faultsOfRelease(names, '1.2.3', 'v1.2.3')).toEqual([]);
  expect(faultsOfRelease(names.slice(1), '1.2.3', 'v1.2.3')).toEqual([
    'the installer for Windows is missing.',
  ]);
  const local = [...names, 'mostrador_1.2.3+local_amd64.deb'];
  expect(faultsOfRelease(local, '1.2.3', 'v1.2.3')).toEqual([
    'mostrador_1.2.3+local_amd64.deb is not of version 1.2.3.',
  ]);
  expect(faultsOfRelease(names, '1.2.3', 'v1.3.0')).toHaveLength(1);
});
