import { expect, test } from 'vitest';
import { homepage, updateSource } from '../../../scripts/package/rules/addresses.ts';
import { planPackages } from '../../../scripts/package/rules/plan.ts';
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
