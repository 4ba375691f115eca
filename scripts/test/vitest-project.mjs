import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectPath, run } from '../prepare/command.mjs';
import { inRoot, node24Path } from '../prepare/paths.mjs';
import { emptyTally, tallyOf } from './tally.mjs';

const LIMIT_MS = 30 * 60_000;

/**
 * Runs one Vitest project on Node 24 with its output shown live, and counts its tests.
 * @param {string} project named like its folder under test/
 */
export async function runVitestProject(project) {
  if (!hasTestFiles(inRoot('test', project))) {
    console.log(`[${project}] no test files`);
    return emptyTally();
  }
  console.log(`[${project}] running`);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mostrador-report-'));
  try {
    const report = path.join(folder, 'report.json');
    const code = await run(
      node24Path(),
      [
        inRoot('node_modules/vitest/vitest.mjs'),
        'run',
        `--project=${project}`,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      { env: { PATH: projectPath() }, timeLimitMs: LIMIT_MS },
    );
    return tallyOf(readReport(report), code);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} file @returns {unknown} */
function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    // A runner that crashed wrote no report, or half of one.
    return null;
  }
}

/** @param {string} folder */
function hasTestFiles(folder) {
  if (!fs.existsSync(folder)) return false;
  return fs.readdirSync(folder, { recursive: true }).some((name) => /\.test\.tsx?$/.test(String(name)));
}
