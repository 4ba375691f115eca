import fs from 'node:fs';
import path from 'node:path';
import { projectPath, run } from './command.mjs';
import { inRoot, node24Path } from './paths.mjs';
import { announce, Obstacle } from './progress.mjs';

const SOURCES = ['src', 'assets', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];
const BUILT = 'out';
const STAMP = 'out/.built';

/** Builds the app into out/ when a source changed since the last build that succeeded. */
export async function prepareBuild() {
  const newest = Math.max(...SOURCES.map((name) => newestChange(inRoot(name))));
  const built = fs.statSync(inRoot(STAMP), { throwIfNoEntry: false });
  if (built !== undefined && built.mtimeMs >= newest) return 'up to date';
  announce('build', 'Building main, preload and renderer');
  fs.rmSync(inRoot(STAMP), { force: true });
  const startedAt = new Date();
  const code = await run(
    node24Path(),
    [inRoot('node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel=warn'],
    {
      env: { PATH: projectPath(), NODE_ENV: 'production' },
    },
  );
  if (code !== 0) throw new Obstacle(`The build failed (exit code ${code}); its message is above.`);
  fs.mkdirSync(inRoot(BUILT), { recursive: true });
  fs.writeFileSync(inRoot(STAMP), '');
  // A source saved while the build ran is newer than this and makes it stale.
  fs.utimesSync(inRoot(STAMP), startedAt, startedAt);
  return 'built';
}

/** Newest modification time (ms) below a path, folders included so that a removed file counts. @param {string} target @returns {number} */
function newestChange(target) {
  const stat = fs.statSync(target, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return fs
    .readdirSync(target)
    .reduce((newest, name) => Math.max(newest, newestChange(path.join(target, name))), stat.mtimeMs);
}
