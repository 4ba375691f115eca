import { npm, projectPath } from '../prepare/command.mjs';
import { addTallies, emptyTally, failedTally } from './tally.mjs';

/** Two rows beside each other: the second uses one core only. */
const CHECKS = [
  ['types', 'lint'],
  ['format', 'unused'],
];
const LIMIT_MS = 10 * 60_000;

/** Runs the parts of `npm run check`, all of them even when one fails; each counts as one test. */
export async function runCheck() {
  const tallies = await Promise.all(CHECKS.map(runRow));
  return tallies.reduce(addTallies);
}

/** @param {readonly string[]} names */
async function runRow(names) {
  let tally = emptyTally();
  for (const name of names) {
    const startedAt = performance.now();
    const code = await npm(['run', '--silent', name], {
      env: { PATH: projectPath() },
      timeLimitMs: LIMIT_MS,
      quiet: 'until-end',
    });
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`[check] ${name} ${code === 0 ? 'passed' : `failed (exit code ${code})`} (${seconds} s)`);
    tally = addTallies(
      tally,
      code === 0 ? { ...emptyTally(), passed: 1 } : failedTally(`check: npm run ${name}`),
    );
  }
  return tally;
}
