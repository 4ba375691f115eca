// npm run chaos: kills the app 500 times while webhooks arrive and looks for anything lost.
// npm run chaos -- 50 --seed=7 --receiver: so many cycles, a run that was seen before, without screen and windows.
// npm run chaos -- --steps: cuts off work on the profile, sending and printing at each of their system calls; with a number,
// at so many calls of each.
import process from 'node:process';
import { projectPath, run } from './prepare/command.mjs';
import { inRoot, node24Path } from './prepare/paths.mjs';
import { prepareApp, preparePackages } from './prepare/prepare.mjs';
import { Obstacle, runScript } from './prepare/progress.mjs';

const CYCLES = 500;

await runScript(async () => {
  const { count, seed, kind } = readArguments(process.argv.slice(2));
  await (kind === 'app' ? prepareApp('tests') : preparePackages());
  const arguments_ = [
    String(count ?? (kind === 'steps' ? 0 : CYCLES)),
    kind,
    ...(seed === null ? [] : [String(seed)]),
  ];
  return run(node24Path(), [inRoot('test/chaos/main.ts'), ...arguments_], { env: { PATH: projectPath() } });
});

/** @param {readonly string[]} given */
function readArguments(given) {
  /** @type {number | null} */
  let count = null;
  /** @type {number | null} */
  let seed = null;
  let kind = 'app';
  for (const one of given) {
    const seedText = /^--seed=(\d+)$/.exec(one)?.[1];
    if (one === '--receiver' || one === '--steps') kind = one.slice(2);
    else if (seedText !== undefined) seed = Number(seedText);
    else if (/^[1-9]\d*$/.test(one)) count = Number(one);
    else throw new Obstacle(`Unknown: ${one}. There are: a number, --seed=NUMBER, --receiver, --steps.`);
  }
  return { count, seed, kind };
}
