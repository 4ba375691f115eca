// Installs what Electron and a virtual desktop need on Debian and Ubuntu; as root: sudo env PATH="$PATH" node scripts/system-packages.mjs
import { runScript, step } from './prepare/progress.mjs';
import { prepareSystemPackages } from './prepare/system-packages.mjs';

await runScript(async () => {
  await step('system', () => prepareSystemPackages('tests'));
  return 0;
});
