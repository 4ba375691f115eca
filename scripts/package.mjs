// npm run package [-- COMMAND]: without a command, builds the packages that this machine can build and says which it
// cannot. The commands prove them and check the release pipeline; docs/packaging.md tells what each does.
import process from 'node:process';
import { projectPath, run } from './prepare/command.mjs';
import { inRoot, node24Path } from './prepare/paths.mjs';
import { preparePackages } from './prepare/prepare.mjs';
import { Obstacle, runScript } from './prepare/progress.mjs';

/** Command → the script that does it. */
const COMMANDS = new Map([
  ['build', 'build.mjs'],
  ['prepare', 'prepare-main.mjs'],
  ['verify', 'verify-main.mjs'],
  ['unpacked', 'unpacked.mjs'],
  ['prove-deb', 'prove/deb.sh'],
  ['prove-installer', 'prove/installer.mjs'],
  ['prove-installed', 'prove/installed.ts'],
  ['prove-update', 'prove/update.ts'],
  ['lint-workflows', 'lint-workflows.mjs'],
  ['release-files', 'release-files.mjs'],
]);

await runScript(async () => {
  await preparePackages();
  const [command = 'build', ...args] = process.argv.slice(2);
  const script = COMMANDS.get(command);
  if (script === undefined) {
    throw new Obstacle(`Unknown command: ${command}. There are: ${[...COMMANDS.keys()].join(', ')}.`);
  }
  const interpreter = script.endsWith('.sh') ? 'bash' : node24Path();
  return run(interpreter, [inRoot('scripts/package', script), ...args], { env: { PATH: projectPath() } });
});
