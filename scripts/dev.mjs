// npm run dev: the app from its sources. A saved page shows at once; a saved file of main starts the app anew.
import fs from 'node:fs';
import process from 'node:process';
import { projectPath, run } from './prepare/command.mjs';
import { electronExecutable } from './prepare/electron-runtime.mjs';
import { inRoot, node24Path } from './prepare/paths.mjs';
import { prepareApp } from './prepare/prepare.mjs';
import { Obstacle, runScript } from './prepare/progress.mjs';

/** A separate folder, so that a real shop on this computer is not touched. */
const PROFILE = inRoot('.cache/dev-profile');

await runScript(async () => {
  await prepareApp('screen');
  const executable = electronExecutable();
  if (executable === null) throw new Obstacle('There is no Electron to start.');
  // Development builds must not be shipped: the next `npm start` builds again.
  fs.rmSync(inRoot('out/.built'), { force: true });
  const given = process.argv.slice(2);
  const profile = given.some((arg) => arg.startsWith('--profile=')) ? [] : [`--profile=${PROFILE}`];
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const vite = inRoot('node_modules/electron-vite/bin/electron-vite.js');
  const own = ['dev', '--watch', ...(isRoot ? ['--noSandbox'] : [])];
  // An app that was ended on purpose must not be restarted.
  return run(node24Path(), [vite, ...own, '--', '--unwatched', ...profile, ...given], {
    env: { PATH: projectPath(), ELECTRON_EXEC_PATH: executable },
  });
});
