import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { repository } from '../../desktop/runtime.ts';

const read = (name: string): string => fs.readFileSync(path.join(repository, name), 'utf8');
const entry = z.object({
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  hasInstallScript: z.boolean().optional(),
});
const { packages } = z
  .object({ packages: z.record(z.string(), entry) })
  .parse(JSON.parse(read('package-lock.json')));
const manifest = z
  .object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
    optionalDependencies: z.record(z.string(), z.string()),
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(JSON.parse(read('package.json')));
const foreign = Object.entries(packages).filter(([place]) => place !== '');

/** Packages that would run something of their own while they are installed, and why that does not happen here. */
const WITH_INSTALL_SCRIPT: Readonly<Record<string, string>> = {
  '@photostructure/sqlite': 'builds itself; the prebuilt one lies in the package',
  'cpu-features': 'builds itself; ssh2 does without',
  'electron-test-types': 'fetches Electron; only its types are read',
  'electron-winstaller': 'takes a tool along that is not used',
  keytar: 'builds itself; the prebuilt one lies in the package',
  node: 'fetches the Node that npm scripts run on: the only one that is let',
  ssh2: 'builds a faster cipher; Node’s own is used',
  usocket: 'builds itself; only tests would load it',
};

test('of all packages only those run something when they are installed that are known to, and only one is let', () => {
  const named = foreign
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(([place]) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length));
  expect([...new Set(named)].toSorted()).toEqual(Object.keys(WITH_INSTALL_SCRIPT).toSorted());
  expect(read('.npmrc').split('\n')).toContain('ignore-scripts=true');
  const allowed = Object.entries(manifest.allowScripts).filter(([, isLet]) => isLet);
  expect(allowed).toEqual([['node', true]]);
});

test('every package comes from the registry and is held to what it was, in exactly one version', () => {
  const loose = foreign.filter(
    ([, { resolved = '', integrity = '' }]) =>
      !/^(?:$|https:\/\/registry\.npmjs\.org\/)/.test(resolved) || !/^sha512-[\w+/]{86}==$/.test(integrity),
  );
  expect(loose).toEqual([]);
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  const versions = Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(
    versions.filter((version) => !/^(?:npm:(?:@[\w-]+\/)?[\w-]+@)?\d+\.\d+\.\d+$/.test(version)),
  ).toEqual([]);
});
