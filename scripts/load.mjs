// npm run load: keeps the real app busy for 10 minutes with 200 webhooks a second, and looks for anything lost or growing.
// npm run load -- --rate=5 --minutes=120 --seed=7: so many a second, for so long, a run that was seen before.
import process from 'node:process';
import { projectPath, run } from './prepare/command.mjs';
import { inRoot, node24Path } from './prepare/paths.mjs';
import { prepareApp } from './prepare/prepare.mjs';
import { Obstacle, runScript } from './prepare/progress.mjs';

await runScript(async () => {
  const { rate, minutes, seed } = readArguments(process.argv.slice(2));
  await prepareApp('tests');
  const arguments_ = [rate, minutes, ...(seed === '' ? [] : [seed])];
  return run(node24Path(), [inRoot('test/load/main.ts'), ...arguments_], { env: { PATH: projectPath() } });
});

/** @param {readonly string[]} given */
function readArguments(given) {
  const chosen = { rate: '200', minutes: '10', seed: '' };
  for (const one of given) {
    const [, name, value = ''] = /^--(rate|minutes|seed)=(\d+(?:\.\d+)?)$/.exec(one) ?? [];
    if (name === 'rate' || name === 'minutes' || name === 'seed') chosen[name] = value;
    else throw new Obstacle(`Unknown: ${one}. There are: --rate=NUMBER, --minutes=NUMBER, --seed=NUMBER.`);
  }
  return chosen;
}
