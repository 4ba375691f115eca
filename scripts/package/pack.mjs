import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { Arch, build, Platform } from 'electron-builder';
import { inRoot } from '../prepare/paths.mjs';
import { homepage, updateSource } from './rules/addresses.ts';
import { emptySigningVariables } from './rules/plan.ts';
import { versionToBuild } from './rules/version.ts';

// Files in a folder of Electron that are not part of Electron itself.
const NOT_TO_SHIP = ['version', '.complete', 'resources/default_app.asar'];

/**
 * Makes packages for this system of what lies in out/.
 * @param {object} what
 * @param {NonNullable<ReturnType<typeof import('../prepare/electron-runtime.mjs').electronDistribution>>} what.electron
 * @param {string} what.version
 * @param {readonly string[]} what.targets as electron-builder names them; `dir` is the app unpacked
 * @param {readonly string[]} what.archs as `process.arch` names them
 * @param {string} what.output folder, made new
 * @returns {Promise<readonly string[]>} the packages' files
 */
export async function pack({ electron, version, targets, archs, output }) {
  fs.rmSync(output, { recursive: true, force: true });
  for (const name of emptySigningVariables(process.env)) delete process.env[name];
  if (!electron.official) process.env['CUSTOM_FPM_PATH'] = inRoot('scripts/package/fpm.mjs');
  const built = await build({
    targets: Platform.current().createTarget([...targets], ...archs.map(toArch)),
    publish: 'never',
    config: {
      directories: { output },
      extraMetadata: { version, homepage: homepage(process.env) },
      publish: updateSource(process.env),
      ...(electron.official ? {} : { electronDist: electron.folder, electronVersion: electron.version }),
      afterPack: ({ appOutDir }) => {
        for (const name of NOT_TO_SHIP) fs.rmSync(path.join(appOutDir, name), { force: true });
      },
    },
  });
  return built.filter((file) => fs.statSync(file).isFile());
}

/** The version that a package of this repository carries. @param {boolean} official whether it holds the official Electron */
export function ownVersion(official) {
  return versionToBuild(JSON.parse(fs.readFileSync(inRoot('package.json'), 'utf8')).version, official);
}

/** @param {string} arch */
function toArch(arch) {
  return arch === 'arm64' ? Arch.arm64 : Arch.x64;
}
