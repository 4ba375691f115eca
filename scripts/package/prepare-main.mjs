// Installs and builds all that packages are made of, and makes none: for a step of the pipeline that holds no secret.
import { prepareBuild } from '../prepare/build.mjs';
import { prepareElectronRuntime } from '../prepare/electron-runtime.mjs';
import { runScript, step } from '../prepare/progress.mjs';

await runScript(async () => {
  await step('electron', prepareElectronRuntime);
  await step('build', prepareBuild);
  return 0;
});
