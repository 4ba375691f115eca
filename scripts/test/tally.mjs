import path from 'node:path';
import { root } from '../prepare/paths.mjs';

/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly string[]} failures what failed and the first words of why, one text each
 */

const LINES_OF_A_FAILURE = 6;
const LONGEST_LINE = 240;

/** @returns {Tally} */
export function emptyTally() {
  return { passed: 0, failed: 0, skipped: 0, failures: [] };
}

/** Returns the tally of one step that failed as a whole. @param {string} failure @returns {Tally} */
export function failedTally(failure) {
  return { ...emptyTally(), failed: 1, failures: [failure] };
}

/** @param {Tally} one @param {Tally} other @returns {Tally} */
export function addTallies(one, other) {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
    failures: [...one.failures, ...other.failures],
  };
}

/**
 * What one run of a Vitest project counts for. A file that could not be loaded, a runner that ended badly without
 * naming a test, a report that is missing and a run of no test at all are failures.
 * @param {string} project
 * @param {unknown} report the JSON reporter's file, null when there is none
 * @param {number} exitCode
 * @returns {Tally}
 */
export function tallyOf(project, report, exitCode) {
  const crashed = failedTally(
    `${project}: the test runner ended with exit code ${exitCode} and named no failed test`,
  );
  if (typeof report !== 'object' || report === null) return crashed;
  const count = (/** @type {string} */ name) => {
    /** @type {unknown} */
    const value = Object.entries(report).find(([key]) => key === name)?.[1];
    return typeof value === 'number' ? value : 0;
  };
  const files = 'testResults' in report && Array.isArray(report.testResults) ? report.testResults : [];
  const unloaded = files.filter(failedToLoad);
  const tally = {
    passed: count('numPassedTests'),
    failed: count('numFailedTests') + unloaded.length,
    skipped: count('numPendingTests') + count('numTodoTests'),
    failures: [
      ...unloaded.map((file) => failureText(project, file.name, 'could not be loaded', file.message)),
      ...files.flatMap((file) =>
        failedTests(file).map((test) =>
          failureText(project, file.name, test.fullName, test.failureMessages?.join('\n')),
        ),
      ),
    ],
  };
  const ranNothing = tally.passed + tally.failed + tally.skipped === 0;
  return ranNothing || (exitCode !== 0 && tally.failed === 0) ? addTallies(tally, crashed) : tally;
}

/**
 * @typedef {{ status?: unknown, fullName?: string, failureMessages?: string[] }} TestResult
 * @typedef {{ status?: unknown, name?: string, message?: string, assertionResults?: TestResult[] }} FileResult
 */

/** Whether a file failed though none of its tests did: its code or a hook threw. @param {FileResult} file */
function failedToLoad(file) {
  return file.status === 'failed' && failedTests(file).length === 0;
}

/** @param {FileResult} file */
function failedTests(file) {
  return (file.assertionResults ?? []).filter((test) => test.status === 'failed');
}

/**
 * @param {string} project
 * @param {string} [file]
 * @param {string} [what]
 * @param {string} [message]
 */
function failureText(project, file = '', what = '', message = '') {
  const why = message
    .split('\n')
    .filter(
      (line) => line.trim() !== '' && !line.includes('/node_modules/') && !/^\s*at (new )?Promise/.test(line),
    )
    .slice(0, LINES_OF_A_FAILURE)
    .map((line) => `    ${line.slice(0, LONGEST_LINE)}`);
  return [`${project}: ${path.relative(root, file)} > ${what}`, ...why].join('\n');
}
