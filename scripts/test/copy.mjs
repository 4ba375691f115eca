import fs from 'node:fs';
import path from 'node:path';
import { npm } from '../prepare/command.mjs';
import { cacheFolder, inRoot } from '../prepare/paths.mjs';
import { Obstacle, step } from '../prepare/progress.mjs';

const STRYKER = '10.1.1';
/** What the tests do not need, or what is made there anew. */
const NOT_COPIED = ['.git', '.cache', 'node_modules', 'out', 'demo-output', 'dist'];

/**
 * Returns the folder of a copy of the project that has the tools which judge tests. They come with some 150 packages,
 * which nobody else needs.
 */
export async function prepareCopy() {
  const folder = path.join(cacheFolder(), 'tests-judged');
  await step('copy', () => bringUpToDate(folder));
  return folder;
}

/** @param {string} folder */
async function bringUpToDate(folder) {
  fs.mkdirSync(folder, { recursive: true });
  for (const name of fs.readdirSync(inRoot('.')).filter((one) => !NOT_COPIED.includes(one))) {
    fs.rmSync(path.join(folder, name), { recursive: true, force: true });
    fs.cpSync(inRoot(name), path.join(folder, name), { recursive: true });
  }
  const packages = [
    `@stryker-mutator/core@${STRYKER}`,
    `@stryker-mutator/vitest-runner@${STRYKER}`,
    `@vitest/coverage-v8@${vitestVersion()}`,
  ];
  const wanted = JSON.stringify([packages, fs.readFileSync(inRoot('package-lock.json'), 'utf8')]);
  const stamp = path.join(folder, 'node_modules/.judges');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted)
    return 'the project and its tools are there';
  fs.rmSync(path.join(folder, 'node_modules'), { recursive: true, force: true });
  fs.cpSync(inRoot('node_modules'), path.join(folder, 'node_modules'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  const flags = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
  if ((await npm(['install', ...flags, ...packages], { cwd: folder, quiet: 'unless-failed' })) !== 0) {
    throw new Obstacle('The tools could not be installed; see above.');
  }
  fs.writeFileSync(stamp, wanted);
  return 'the project is copied and its tools are installed';
}

function vitestVersion() {
  /** @type {{ devDependencies: { vitest: string } }} */
  const { devDependencies } = JSON.parse(fs.readFileSync(inRoot('package.json'), 'utf8'));
  return devDependencies.vitest;
}
