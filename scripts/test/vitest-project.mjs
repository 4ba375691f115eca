import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectPath, run } from '../prepare/command.mjs';
import { inRoot, node24Path } from '../prepare/paths.mjs';
import { emptyTally, tallyOf } from './tally.mjs';

const LIMIT_MS = 30 * 60_000;

/**
 * Runs a Vitest project, named like its folder under test/, on Node 24, and counts its tests.
 * @param {import('./plan.mjs').Step} step
 * @param {'shown' | 'shown at its end'} output
 */
export async function runVitestProject({ part: project, files }, output) {
  if ((files ?? testFiles(project)).length === 0) {
    console.log(`[${project}] no test files`);
    return emptyTally();
  }
  console.log(
    `[${project}] running${output === 'shown' ? '' : ` ${String(files?.length ?? 'all')} files beside the rest`}`,
  );
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
        ...(files ?? []),
      ],
      {
        env: { PATH: projectPath() },
        timeLimitMs: LIMIT_MS,
        ...(output === 'shown' ? {} : { quiet: 'until-end' }),
      },
    );
    return tallyOf(project, readReport(report), code);
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

/** Returns the test files of a project, from the repository's folder. @param {string} project */
export function testFiles(project) {
  const folder = inRoot('test', project);
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true })
    .map((name) => `test/${project}/${String(name).split(path.sep).join('/')}`)
    .filter((file) => /\.test\.tsx?$/.test(file))
    .toSorted();
}
