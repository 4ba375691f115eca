import fs from 'node:fs';
import path from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { inRoot } from '../prepare/paths.mjs';
import { Obstacle } from '../prepare/progress.mjs';
import { readAsarIndex } from './rules/asar-index.ts';
import { ngrokPackage } from './rules/plan.ts';
import { readYaml } from './rules/read-yaml.ts';
import { contentsTable, missingFiles, strayFiles, wrongNativeModules } from './rules/contents.ts';

/** What electron-builder.yml calls the fuses. Source: electronjs.org/docs/latest/tutorial/fuses */
const FUSES = /** @type {const} */ ({
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  loadBrowserProcessSpecificV8Snapshot: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
});

/**
 * Looks at every unpacked app in a folder as it came out: the fuses as they stand in the binary, what lies in the asar,
 * the native modules beside it, the integrity note where the system checks it. Writes what is inside to
 * contents-<app>.txt in that folder. Answers what was found.
 * @param {string} [dist] default: dist/
 */
export async function verifyPackages(dist = inRoot('dist')) {
  const apps = unpackedApps(dist);
  if (apps.length === 0)
    throw new Obstacle(`There is no unpacked app in ${dist}: run npm run package first.`);
  return (await Promise.all(apps.map(verifyApp))).join('\n');
}

/** @typedef {{ name: string, target: [platform: string, arch: string], resources: string, binary: string, integrity: string | null, folder: string }} UnpackedApp */

/** @param {UnpackedApp} app */
async function verifyApp({ name, target, folder, resources, binary, integrity }) {
  const { files, hash } = readAsarIndex(path.join(resources, 'app.asar'));
  refuse(name, 'fuses are not as wanted', await wrongFuses(binary));
  const packages = loadedPackages(target);
  refuse(name, 'not to be shipped', strayFiles(files, packages));
  refuse(name, 'missing', missingFiles(files, packages));
  refuse(name, 'native modules that cannot be loaded', wrongNativeModules(files));
  const beside = files.filter((file) => file.unpacked).map((file) => `app.asar.unpacked/${file.path}`);
  refuse(
    name,
    'named in the archive and not beside it',
    beside.filter((file) => !fs.existsSync(path.join(resources, file))),
  );
  if (integrity !== null && !fs.readFileSync(integrity).includes(hash)) {
    refuse(name, "the archive's checksum is not in", [integrity]);
  }
  const table = contentsTable(listFiles(folder), files);
  fs.writeFileSync(path.join(folder, '..', `contents-${name}.txt`), `${table.full}\n`);
  const noted = integrity === null ? 'this system has no integrity check' : 'integrity noted';
  return `${name}: ${Object.keys(FUSES).length} fuses read back, ${files.length} files in the archive, ${noted}\n${table.summary}`;
}

/** @param {string} app @param {string} what @param {readonly string[]} which */
function refuse(app, what, which) {
  if (which.length > 0) throw new Obstacle(`${app}: ${what}:\n  ${which.join('\n  ')}`);
}

/** Packages that stay outside the bundle, as the build noted them; the native part of one is for the app's own system. @param {UnpackedApp['target']} target @returns {readonly string[]} */
function loadedPackages(target) {
  /** @type {readonly import('./rules/licences.ts').Licence[]} */
  const licences = JSON.parse(fs.readFileSync(inRoot('out/main/licences.json'), 'utf8'));
  const names = licences.flatMap(({ loadedFrom }) => loadedFrom ?? []);
  return names.map((name) => (name.startsWith('@ngrok/ngrok-') ? ngrokPackage(...target) : name));
}

/** @param {string} binary the executable, on macOS the app's folder */
async function wrongFuses(binary) {
  const read = await getCurrentFuseWire(binary);
  /** @type {any} */
  const config = readYaml(inRoot('electron-builder.yml'));
  return Object.entries(FUSES).flatMap(([name, fuse]) => {
    const wanted = config.electronFuses[name];
    if (typeof wanted !== 'boolean') return [`${name} is not written out in electron-builder.yml`];
    // The fuse wire has a digit for each fuse; a letter for one that was removed.
    const state = String.fromCharCode(Number(read[fuse]));
    return state === (wanted ? '1' : '0') ? [] : [`${name} is ${state}`];
  });
}

/** @param {string} dist */
function unpackedApps(dist) {
  return fs.existsSync(dist)
    ? fs.readdirSync(dist).flatMap((name) => unpackedApp(name, path.join(dist, name)))
    : [];
}

/** What lies where in an unpacked app; none when the folder is none. @param {string} name @param {string} folder @returns {UnpackedApp[]} */
function unpackedApp(name, folder) {
  const resources = path.join(folder, 'resources');
  const arch = name.includes('arm64') ? 'arm64' : 'x64';
  if (/^linux(-\w+)?-unpacked$/.test(name)) {
    return [
      {
        name,
        target: ['linux', arch],
        folder,
        resources,
        binary: path.join(folder, 'mostrador'),
        integrity: null,
      },
    ];
  }
  if (/^win(-\w+)?-unpacked$/.test(name)) {
    const binary = path.join(folder, 'Mostrador.exe');
    return [{ name, target: ['win32', arch], folder, resources, binary, integrity: binary }];
  }
  if (!/^mac(-\w+)?$/.test(name)) return [];
  const binary = path.join(folder, 'Mostrador.app');
  const contents = path.join(binary, 'Contents');
  return [
    {
      name,
      target: ['darwin', arch],
      folder,
      resources: path.join(contents, 'Resources'),
      binary,
      integrity: path.join(contents, 'Info.plist'),
    },
  ];
}

/** @param {string} folder */
function listFiles(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted()
    .map((file) => ({
      path: path.relative(folder, file).replaceAll('\\', '/'),
      bytes: fs.statSync(file).size,
    }));
}
