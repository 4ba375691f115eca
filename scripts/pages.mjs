// npm run pages: shows the pages in a browser, against the fake main process of the tests; saved sources show at once.
import process from 'node:process';
import { projectPath, run } from './prepare/command.mjs';
import { inRoot, node24Path } from './prepare/paths.mjs';
import { preparePackages } from './prepare/prepare.mjs';
import { runScript } from './prepare/progress.mjs';

await runScript(async () => {
  await preparePackages();
  const vite = inRoot('node_modules/vite/bin/vite.js');
  const args = ['--config', inRoot('test/pages/vite.config.ts'), ...process.argv.slice(2)];
  return run(node24Path(), [vite, inRoot('test/pages'), ...args], { env: { PATH: projectPath() } });
});
