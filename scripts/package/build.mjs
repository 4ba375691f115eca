// Builds the packages that this machine can build into dist/, checks each, and says which it cannot and why.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { prepareBuild } from '../prepare/build.mjs';
import { hasProgram } from '../prepare/command.mjs';
import { electronDistribution, prepareElectronRuntime } from '../prepare/electron-runtime.mjs';
import { inRoot } from '../prepare/paths.mjs';
import { Obstacle, runScript, step } from '../prepare/progress.mjs';
import { prepareForeignModules } from './foreign-modules.mjs';
import { ownVersion, pack } from './pack.mjs';
import { archsToBuild, planPackages } from './rules/plan.ts';
import { verifyPackages } from './verify.mjs';

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
  const targets = [...plan.filter(({ can }) => can).map(({ target }) => target), 'dir'];
  const version = ownVersion(electron.official);
  await step('package', async () => {
    const files = await pack({ electron, version, targets, archs, output: inRoot('dist') });
    return files.length === 0 ? 'an unpacked folder only' : files.map(describe).join(', ');
  });
  await step('verify', () => verifyPackages());
  for (const { target, can, how } of plan) console.log(`${can ? 'built' : 'not built'}: ${target} (${how})`);
  return 0;
});

/** @param {string} file */
function describe(file) {
  return `${path.relative(inRoot('.'), file)} ${(fs.statSync(file).size / 1e6).toFixed(1)} MB`;
}
