// Prints the path of the Electron executable on the last line; prepares the runtime when it is missing.
import { electronExecutable, prepareElectronRuntime } from './prepare/electron-runtime.mjs';
import { runScript } from './prepare/progress.mjs';

await runScript(async () => {
  if (electronExecutable() === null) await prepareElectronRuntime();
  console.log(electronExecutable());
  return 0;
});
