// npm run bench: builds the app and measures it against plain baselines, or the parts named: npm run bench -- webhook
// npm run bench -- --history: how the ratios of this computer's runs went.
// npm run bench -- --keep: keeps the ratios of this run as those that later ones may not exceed by a fifth.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import process from 'node:process';
import readline from 'node:readline';
import { keepLimits, worseThanKept } from './bench/limits.mjs';
import { readResults, writeResult } from './bench/result.mjs';
import { formatHistory, formatTable } from './bench/table.mjs';
import { inRoot, node24Path } from './prepare/paths.mjs';
import { prepareApp } from './prepare/prepare.mjs';
import { announce, Obstacle, runScript } from './prepare/progress.mjs';

const FOLDER = inRoot('test/bench');
const ENDING = '.bench.ts';
const KEEP = '--keep';
const HISTORY = '--history';

await runScript(async () => {
  const given = process.argv.slice(2);
  if (given.includes(HISTORY)) {
    console.log(formatHistory(readResults()));
    return 0;
  }
  const parts = chosenParts(given.filter((one) => one !== KEEP));
  await prepareApp('tests');
  /** @type {import('./bench/result.mjs').Row[]} */
  const rows = [];
  /** @type {string[]} */
  const failed = [];
  for (const part of parts) {
    announce('bench', part);
    const figures = await measure(part);
    rows.push(...figures.rows.map((row) => ({ part, ...row })));
    if (figures.code !== 0) failed.push(part);
    // At once: a part that fails later takes nothing away from those before it.
    if (figures.rows.length > 0) console.log(`\n${formatTable(figures.rows)}\n`);
  }
  if (rows.length > 0) console.log(`Written to ${writeResult(rows)}`);
  if (failed.length > 0) throw new Obstacle(`Not measured to the end: ${failed.join(', ')}.`);
  if (given.includes(KEEP)) {
    keepLimits(rows);
    return 0;
  }
  const worse = worseThanKept(rows);
  if (worse.length > 0) console.log(`Worse than kept by more than a fifth:\n${worse.join('\n')}`);
  return worse.length === 0 ? 0 : 1;
});

/** @param {readonly string[]} names */
function chosenParts(names) {
  const parts = fs
    .readdirSync(FOLDER)
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length));
  const unknown = names.filter((name) => !parts.includes(name));
  if (unknown.length > 0)
    throw new Obstacle(`Unknown part: ${unknown.join(', ')}. There are: ${parts.join(', ')}.`);
  return parts.filter((part) => names.length === 0 || names.includes(part));
}

/**
 * Runs one file on the project's Node. Lines of its output that are JSON with a `row` are figures, others are shown.
 * @param {string} part
 * @returns {Promise<{ code: number | null, rows: import('./bench/table.mjs').Row[] }>}
 */
async function measure(part) {
  const child = spawn(node24Path(), [`${FOLDER}/${part}${ENDING}`], { stdio: ['ignore', 'pipe', 'inherit'] });
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  /** @type {import('./bench/table.mjs').Row[]} */
  const rows = [];
  for await (const line of readline.createInterface({ input: child.stdout })) {
    if (!line.startsWith('{"row":')) {
      console.log(line);
      continue;
    }
    const figures = /** @type {{ row: import('./bench/table.mjs').Row }} */ (JSON.parse(line));
    rows.push(figures.row);
  }
  return { code: await ended, rows };
}
