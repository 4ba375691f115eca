// npm test: every check and test, or the parts named: npm test -- unit e2e
import process from 'node:process';
import { prepareApp, preparePackages } from './prepare/prepare.mjs';
import { Obstacle, runScript } from './prepare/progress.mjs';
import { runCheck } from './test/check.mjs';
import { addTallies, emptyTally } from './test/tally.mjs';
import { runVitestProject } from './test/vitest-project.mjs';

const PARTS = ['check', 'unit', 'integration', 'renderer', 'e2e', 'chaos'];
const NEED_THE_APP = ['integration', 'e2e', 'chaos'];

await runScript(async () => {
  const parts = chosenParts(process.argv.slice(2));
  let total = emptyTally();
  try {
    await (parts.some((part) => NEED_THE_APP.includes(part)) ? prepareApp('tests') : preparePackages());
    for (const part of parts) {
      total = addTallies(total, await (part === 'check' ? runCheck() : runVitestProject(part)));
    }
  } catch (error) {
    // The last line is always printed: what could not run counts as a failure.
    console.error(error instanceof Obstacle ? error.message : error);
    total = addTallies(total, { ...emptyTally(), failed: 1 });
  }
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed === 0 ? 0 : 1;
});

/** @param {readonly string[]} names */
function chosenParts(names) {
  const unknown = names.filter((name) => !PARTS.includes(name));
  if (unknown.length > 0)
    throw new Obstacle(`Unknown part: ${unknown.join(', ')}. There are: ${PARTS.join(', ')}.`);
  return PARTS.filter((part) => names.length === 0 || names.includes(part));
}
