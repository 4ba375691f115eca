// npm run chaos: kills the app 500 times while webhooks arrive and looks for anything lost.
// npm run chaos -- 50 --seed=7 --receiver: so many cycles, a run that was seen before, without screen and windows.
import process from 'node:process';
import { projectPath, run } from './prepare/command.mjs';
import { inRoot, node24Path } from './prepare/paths.mjs';
import { prepareApp, preparePackages } from './prepare/prepare.mjs';
import { Obstacle, runScript } from './prepare/progress.mjs';

const CYCLES = 500;

await runScript(async () => {
  const { cycles, seed, isReceiver } = readArguments(process.argv.slice(2));
  await (isReceiver ? preparePackages() : prepareApp('tests'));
  const arguments_ = [
    String(cycles),
    isReceiver ? 'receiver' : 'app',
    ...(seed === null ? [] : [String(seed)]),
  ];
  return run(node24Path(), [inRoot('test/chaos/main.ts'), ...arguments_], { env: { PATH: projectPath() } });
});

/** @param {readonly string[]} given */
function readArguments(given) {
  let cycles = CYCLES;
  /** @type {number | null} */
  let seed = null;
  let isReceiver = false;
  for (const one of given) {
    const seedText = /^--seed=(\d+)$/.exec(one)?.[1];
    if (one === '--receiver') isReceiver = true;
    else if (seedText !== undefined) seed = Number(seedText);
    else if (/^[1-9]\d*$/.test(one)) cycles = Number(one);
    else throw new Obstacle(`Unknown: ${one}. There are: a number of cycles, --seed=NUMBER, --receiver.`);
  }
  return { cycles, seed, isReceiver };
}
