// npm run attack: sends the receiver a million things that nobody should send, and looks for anything that gives way.
// npm run attack -- 20000 --seed=7: so many, a run that was seen before.
import process from 'node:process';
import { projectPath, run } from './prepare/command.mjs';
import { inRoot, node24Path } from './prepare/paths.mjs';
import { preparePackages } from './prepare/prepare.mjs';
import { Obstacle, runScript } from './prepare/progress.mjs';

const ATTEMPTS = '1000000';

await runScript(async () => {
  const { attempts, seed } = readArguments(process.argv.slice(2));
  await preparePackages();
  const arguments_ = [attempts, ...(seed === null ? [] : [seed])];
  return run(node24Path(), [inRoot('test/attack/main.ts'), ...arguments_], { env: { PATH: projectPath() } });
});

/** @param {readonly string[]} given */
function readArguments(given) {
  let attempts = ATTEMPTS;
  /** @type {string | null} */
  let seed = null;
  for (const one of given) {
    const seedText = /^--seed=(\d+)$/.exec(one)?.[1];
    if (seedText !== undefined) seed = seedText;
    else if (/^[1-9]\d*$/.test(one)) attempts = one;
    else throw new Obstacle(`Unknown: ${one}. There are: a number of attempts, --seed=NUMBER.`);
  }
  return { attempts, seed };
}
