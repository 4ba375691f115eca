// npm run mutation -- orders: breaks the room src/main/core/orders in hundreds of ways, one at a time, and lists what its unit
// tests did not notice. Fails below 85 of 100.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { npm, projectPath, run } from './prepare/command.mjs';
import { cacheFolder, inRoot, node24Path } from './prepare/paths.mjs';
import { preparePackages } from './prepare/prepare.mjs';
import { Obstacle, runScript, step } from './prepare/progress.mjs';

const STRYKER = '10.1.1';
const PACKAGES = ['core', 'vitest-runner'].map((name) => `@stryker-mutator/${name}@${STRYKER}`);
const COPIED = ['src', 'test', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.base.json'];
const WANTED_SCORE = 85;
/** Two at a time, behind everything else that the computer does. */
const WORKERS = 2;
const NICE = process.platform === 'win32' ? [] : ['nice', '-n', '15'];

await runScript(async () => {
  const room = chosenRoom(process.argv.slice(2));
  await preparePackages();
  const folder = path.join(cacheFolder(), 'mutation');
  await step('mutation', () => prepareCopy(folder));
  const settings = path.join(folder, `stryker-${room}.json`);
  fs.writeFileSync(settings, JSON.stringify(settingsFor(room), null, 2));
  const stryker = path.join(folder, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const [command, ...args] = [...NICE, node24Path(), stryker, 'run', settings];
  return run(command, args, { cwd: folder, env: { PATH: projectPath(), MUTATION_ROOM: room } });
});

/** @param {readonly string[]} given */
function chosenRoom(given) {
  const rooms = fs
    .readdirSync(inRoot('src/main/core'))
    .filter((name) => fs.existsSync(inRoot('test/unit/core', name)));
  const [room, ...more] = given;
  if (room === undefined || more.length > 0 || !rooms.includes(room)) {
    throw new Obstacle(`Name one room: npm run mutation -- ROOM. There are: ${rooms.join(', ')}.`);
  }
  return room;
}

/** The tool comes with some 150 packages: they are in a copy of the project, not in everybody's. @param {string} folder */
async function prepareCopy(folder) {
  fs.mkdirSync(folder, { recursive: true });
  for (const name of COPIED) {
    fs.rmSync(path.join(folder, name), { recursive: true, force: true });
    fs.cpSync(inRoot(name), path.join(folder, name), { recursive: true });
  }
  const wanted = JSON.stringify([PACKAGES, fs.readFileSync(inRoot('package-lock.json'), 'utf8')]);
  const stamp = path.join(folder, 'node_modules/.mutation');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return 'the copy is up to date';
  fs.rmSync(path.join(folder, 'node_modules'), { recursive: true, force: true });
  fs.cpSync(inRoot('node_modules'), path.join(folder, 'node_modules'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  const flags = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
  if ((await npm(['install', ...flags, ...PACKAGES], { cwd: folder, quiet: 'unless-failed' })) !== 0) {
    throw new Obstacle('The tool for mutations could not be installed; see above.');
  }
  fs.writeFileSync(stamp, wanted);
  return 'a copy of the project with the tool is ready';
}

/** @param {string} room */
function settingsFor(room) {
  return {
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'scripts/mutation/vitest.config.mjs', related: false },
    mutate: [`src/main/core/${room}/**/*.ts`],
    // It reads the settings of TypeScript with a library that TypeScript 7 has no more; nothing here needs that.
    tsconfigFile: 'none.json',
    coverageAnalysis: 'perTest',
    concurrency: WORKERS,
    timeoutMS: 30_000,
    reporters: ['clear-text', 'progress-append-only', 'json'],
    jsonReporter: { fileName: `reports/${room}.json` },
    clearTextReporter: { allowColor: false, reportTests: false },
    thresholds: { high: 95, low: WANTED_SCORE, break: WANTED_SCORE },
  };
}
