// npm test: every check and test, or the parts named: npm test -- unit e2e
import process from 'node:process';
import { prepareApp, preparePackages } from './prepare/prepare.mjs';
import { Obstacle, runScript } from './prepare/progress.mjs';
import { runCheck } from './test/check.mjs';
import { PARTS, planLanes } from './test/plan.mjs';
import { addTallies, emptyTally, failedTally } from './test/tally.mjs';
import { runVitestProject, testFiles } from './test/vitest-project.mjs';

const NEED_THE_APP = ['integration', 'e2e', 'chaos'];

await runScript(async () => {
  const parts = chosenParts(process.argv.slice(2));
  let total = emptyTally();
  try {
    await (parts.some((part) => NEED_THE_APP.includes(part)) ? prepareApp('tests') : preparePackages());
    const [first = [], ...others] = planLanes(parts, testFiles('e2e'));
    const tallies = [runLane(first, 'shown'), ...others.map((lane) => runLane(lane, 'shown at its end'))];
    total = (await Promise.all(tallies)).reduce(addTallies, total);
  } catch (error) {
    // The last line is always printed: what could not run counts as a failure.
    const why = error instanceof Obstacle ? error.message : String(error);
    if (!(error instanceof Obstacle)) console.error(error);
    total = addTallies(total, failedTally(why));
  }
  // Here, too: above, each stands between thousands of lines.
  for (const failure of total.failures) console.log(`[failed] ${failure}`);
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed === 0 ? 0 : 1;
});

/**
 * Runs steps one after the other. One that cannot run counts as a failure, and the others run all the same.
 * @param {readonly import('./test/plan.mjs').Step[]} steps
 * @param {'shown' | 'shown at its end'} output so that two that run at the same time do not mix their lines
 */
async function runLane(steps, output) {
  let tally = emptyTally();
  for (const step of steps) {
    try {
      tally = addTallies(tally, await (step.part === 'check' ? runCheck() : runVitestProject(step, output)));
    } catch (error) {
      console.error(error);
      tally = addTallies(tally, failedTally(`${step.part}: ${String(error)}`));
    }
  }
  return tally;
}

/** @param {readonly string[]} names */
function chosenParts(names) {
  const unknown = names.filter((name) => !PARTS.includes(name));
  if (unknown.length > 0)
    throw new Obstacle(`Unknown part: ${unknown.join(', ')}. There are: ${PARTS.join(', ')}.`);
  return PARTS.filter((part) => names.length === 0 || names.includes(part));
}
