// npm run mutation -- orders: breaks the room src/main/core/orders in hundreds of ways, one at a time, and lists what its unit
// tests did not notice. Fails below 85 of 100. A later run tries again only what was changed since, in code or tests.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { projectPath, run } from './prepare/command.mjs';
import { inRoot, node24Path } from './prepare/paths.mjs';
import { preparePackages } from './prepare/prepare.mjs';
import { Obstacle, runScript } from './prepare/progress.mjs';
import { prepareCopy } from './test/copy.mjs';

const WANTED_SCORE = 85;
/** Two at a time, behind everything else that the computer does. */
const WORKERS = 2;
/** Thousands of stores are opened, and nothing of them is to be kept: in memory, where Linux has such a folder. */
const MEMORY_FOLDER = '/dev/shm';

await runScript(async () => {
  const room = chosenRoom(process.argv.slice(2));
  await preparePackages();
  const folder = await prepareCopy();
  const settings = path.join(folder, `stryker-${room}.json`);
  fs.writeFileSync(settings, JSON.stringify(settingsFor(room), null, 2));
  const stryker = path.join(folder, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const args = [stryker, 'run', settings];
  const options = { cwd: folder, env: { PATH: projectPath(), MUTATION_ROOM: room, ...temporaryFolder() } };
  return process.platform === 'win32'
    ? run(node24Path(), args, options)
    : run('nice', ['-n', '15', node24Path(), ...args], options);
});

function temporaryFolder() {
  return fs.existsSync(MEMORY_FOLDER) ? { TMPDIR: MEMORY_FOLDER } : {};
}

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

/** @param {string} room */
function settingsFor(room) {
  return {
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'scripts/mutation/vitest.config.ts', related: false },
    mutate: [`src/main/core/${room}/**/*.ts`],
    // It reads the settings of TypeScript with a library that TypeScript 7 has no more; nothing here needs that.
    tsconfigFile: 'none.json',
    coverageAnalysis: 'perTest',
    // What is reckoned while a module is loaded would have to be tried with all tests of the room, each in a new process.
    ignoreStatic: true,
    incremental: true,
    incrementalFile: `reports/${room}-known.json`,
    concurrency: WORKERS,
    timeoutMS: 10_000,
    reporters: ['clear-text', 'progress-append-only', 'json'],
    jsonReporter: { fileName: `reports/${room}.json` },
    clearTextReporter: { allowColor: false, reportTests: false },
    thresholds: { high: 95, low: WANTED_SCORE, break: WANTED_SCORE },
  };
}
