// Builds the packages that this machine can build into dist/, checks each, and says which it cannot and why.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { Arch, build, Platform } from 'electron-builder';
import { prepareBuild } from '../prepare/build.mjs';
import { hasProgram } from '../prepare/command.mjs';
import { electronDistribution, prepareElectronRuntime } from '../prepare/electron-runtime.mjs';
import { inRoot } from '../prepare/paths.mjs';
import { Obstacle, runScript, step } from '../prepare/progress.mjs';
import { homepage, updateSource } from './rules/addresses.ts';
import { prepareForeignModules } from './foreign-modules.mjs';
import { archsToBuild, emptySigningVariables, planPackages } from './rules/plan.ts';
import { versionToBuild } from './rules/version.ts';
import { verifyPackages } from './verify.mjs';

// What a folder of Electron holds beside Electron itself.
const NOT_TO_SHIP = ['version', '.complete', 'resources/default_app.asar'];

await runScript(async () => {
  await step('electron', prepareElectronRuntime);
  await step('build', prepareBuild);
  const electron = electronDistribution();
  if (electron === null) throw new Obstacle('There is no Electron to make packages of.');
  const plan = planPackages({
    platform: process.platform,
    official: electron.official,
    hasDpkg: process.platform === 'linux' && hasProgram('dpkg-deb'),
  });
  const archs = archsToBuild(process.platform, electron.official, process.arch);
  await step('native', () => prepareForeignModules(archs));
  const targets = plan.filter(({ can }) => can).map(({ target }) => target);
  const version = versionToBuild(packageVersion(), electron.official);
  await step('package', async () => {
    const files = await pack(electron, version, targets, archs);
    return files.length === 0 ? 'an unpacked folder only' : files.map(describe).join(', ');
  });
  await step('verify', () => verifyPackages());
  for (const { target, can, how } of plan) console.log(`${can ? 'built' : 'not built'}: ${target} (${how})`);
  return 0;
});

/**
 * @param {NonNullable<ReturnType<typeof electronDistribution>>} electron
 * @param {string} version
 * @param {readonly string[]} targets
 * @param {readonly string[]} archs
 * @returns {Promise<readonly string[]>} the packages' files
 */
async function pack(electron, version, targets, archs) {
  fs.rmSync(inRoot('dist'), { recursive: true, force: true });
  for (const name of emptySigningVariables(process.env)) delete process.env[name];
  if (!electron.official) process.env['CUSTOM_FPM_PATH'] = inRoot('scripts/package/fpm.mjs');
  const built = await build({
    targets: Platform.current().createTarget([...targets, 'dir'], ...archs.map(toArch)),
    publish: 'never',
    config: {
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

/** @param {string} arch */
function toArch(arch) {
  return arch === 'arm64' ? Arch.arm64 : Arch.x64;
}

/** @returns {string} */
function packageVersion() {
  return JSON.parse(fs.readFileSync(inRoot('package.json'), 'utf8')).version;
}

/** @param {string} file */
function describe(file) {
  return `${path.relative(inRoot('.'), file)} ${(fs.statSync(file).size / 1e6).toFixed(1)} MB`;
}
