// npm run pictures: makes the pictures of the guides anew, from the real app on a virtual desktop.
import process from 'node:process';
import { projectPath, run } from './prepare/command.mjs';
import { inRoot, node24Path } from './prepare/paths.mjs';
import { prepareApp } from './prepare/prepare.mjs';
import { Obstacle, runScript } from './prepare/progress.mjs';

await runScript(async () => {
  if (process.platform !== 'linux') throw new Obstacle('Pictures are made on a virtual Linux desktop.');
  await prepareApp('demonstration');
  return run(node24Path(), [inRoot('scripts/pictures.ts')], { env: { PATH: projectPath() } });
});
