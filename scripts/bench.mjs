// npm run bench: measures the app against plain baselines, or the parts named: npm run bench -- webhook
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import process from 'node:process';
import readline from 'node:readline';
import { formatTable } from './bench/table.mjs';
import { inRoot, node24Path } from './prepare/paths.mjs';
import { preparePackages } from './prepare/prepare.mjs';
import { announce, Obstacle, runScript } from './prepare/progress.mjs';

const FOLDER = inRoot('test/bench');
const ENDING = '.bench.ts';

await runScript(async () => {
  await preparePackages();
  const rows = [];
  for (const part of chosenParts(process.argv.slice(2))) {
    announce('bench', part);
    rows.push(...(await measure(part)));
  }
  console.log(`\n${formatTable(rows)}`);
  return 0;
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
 * @returns {Promise<import('./bench/table.mjs').Row[]>}
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
  const code = await ended;
  if (code !== 0) throw new Obstacle(`The bench "${part}" ended with code ${code}.`);
  return rows;
}
