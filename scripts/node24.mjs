// Runs a script on the project's Node 24, whatever Node started this: node scripts/node24.mjs file.ts [arguments]
import process from 'node:process';
import { projectPath, run } from './prepare/command.mjs';
import { node24Path } from './prepare/paths.mjs';
import { preparePackages } from './prepare/prepare.mjs';
import { runScript } from './prepare/progress.mjs';

await runScript(async () => {
  await preparePackages();
  return run(node24Path(), process.argv.slice(2), { env: { PATH: projectPath() } });
});
