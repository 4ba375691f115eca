// npm start: opens the app where there is a screen, plays the demonstration where there is none.
import process from 'node:process';
import { projectPath, run } from './prepare/command.mjs';
import { electronExecutable } from './prepare/electron-runtime.mjs';
import { inRoot, node24Path, root } from './prepare/paths.mjs';
import { prepareApp } from './prepare/prepare.mjs';
import { Obstacle, runScript } from './prepare/progress.mjs';

const DEMONSTRATION = '--demonstration';

await runScript(async () => {
  const args = process.argv.slice(2);
  const demonstrate = args.includes(DEMONSTRATION) || !hasScreen();
  if (demonstrate && process.platform !== 'linux') {
    throw new Obstacle(`${DEMONSTRATION} plays on a virtual Linux desktop; here, npm start opens the app.`);
  }
  await prepareApp(demonstrate ? 'demonstration' : 'screen');
  return demonstrate ? playDemonstration(args) : openApp(args);
});

function hasScreen() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);
}

/** @param {readonly string[]} args passed on to the app */
function openApp(args) {
  const executable = electronExecutable();
  if (executable === null) throw new Obstacle('There is no Electron to start.');
  const flags = [];
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    console.log(
      'Running as root: Chromium refuses its sandbox, so --no-sandbox is added. Use an ordinary user for work.',
    );
    flags.push('--no-sandbox');
  }
  return run(executable, [...flags, root, ...args]);
}

/** @param {readonly string[]} args */
function playDemonstration(args) {
  if (!args.includes(DEMONSTRATION)) console.log('There is no screen here: playing the demonstration.');
  return run(node24Path(), [inRoot('scripts/demo.ts')], { env: { PATH: projectPath() } });
}
