/** @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Tally */

/** @returns {Tally} */
export function emptyTally() {
  return { passed: 0, failed: 0, skipped: 0 };
}

/** @param {Tally} one @param {Tally} other @returns {Tally} */
export function addTallies(one, other) {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

/**
 * What one run of a Vitest project counts for. A file that could not be loaded, a runner that ended badly without
 * naming a test, a report that is missing and a run of no test at all are failures.
 * @param {unknown} report the JSON reporter's file, null when there is none
 * @param {number} exitCode
 * @returns {Tally}
 */
export function tallyOf(report, exitCode) {
  const crashed = { ...emptyTally(), failed: 1 };
  if (typeof report !== 'object' || report === null) return crashed;
  const count = (/** @type {string} */ name) => {
    /** @type {unknown} */
    const value = Object.entries(report).find(([key]) => key === name)?.[1];
    return typeof value === 'number' ? value : 0;
  };
  const tally = {
    passed: count('numPassedTests'),
    failed: count('numFailedTests') + filesThatFailedToLoad(report),
    skipped: count('numPendingTests') + count('numTodoTests'),
  };
  const ranNothing = tally.passed + tally.failed + tally.skipped === 0;
  return ranNothing || (exitCode !== 0 && tally.failed === 0) ? addTallies(tally, crashed) : tally;
}

/** Files that failed though none of their tests did: their code or a hook threw. @param {object} report */
function filesThatFailedToLoad(report) {
  if (!('testResults' in report) || !Array.isArray(report.testResults)) return 0;
  return report.testResults.filter(
    (/** @type {{ status?: unknown, assertionResults?: { status?: unknown }[] }} */ file) =>
      file.status === 'failed' && !(file.assertionResults ?? []).some((test) => test.status === 'failed'),
  ).length;
}
