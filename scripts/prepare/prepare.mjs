import { prepareBuild } from './build.mjs';
import { prepareDependencies } from './dependencies.mjs';
import { prepareElectronRuntime } from './electron-runtime.mjs';
import { step } from './progress.mjs';
import { prepareSystemPackages } from './system-packages.mjs';

/** Packages only: enough for checks and tests that do not start the app. */
export async function preparePackages() {
  await step('packages', prepareDependencies);
}

/**
 * Everything the app needs to start from a fresh clone; each step does nothing when it was done before.
 * @param {import('./system-packages.mjs').Purpose} purpose
 */
export async function prepareApp(purpose) {
  await preparePackages();
  await step('system', () => prepareSystemPackages(purpose));
  await step('electron', prepareElectronRuntime);
  await step('build', prepareBuild);
}
