import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { inRoot } from '../prepare/paths.mjs';

/** Ignored by git: a figure is worth something only beside the machine it was measured on. */
const FOLDER = inRoot('.cache/bench');

/** @typedef {import('../../test/bench/row.ts').BenchRow & { readonly part: string }} Row */

/**
 * @typedef {{
 *   readonly date: string;
 *   readonly commit: string;
 *   readonly hasChanges: boolean;
 *   readonly machine: ReturnType<typeof machine>;
 *   readonly rows: readonly Row[];
 * }} Result
 */

/** Writes the figures with machine, commit and date; returns the file's name. @param {readonly Row[]} rows */
export function writeResult(rows) {
  const date = new Date().toISOString();
  const commit = git('rev-parse', '--short=12', 'HEAD');
  const hasChanges = git('status', '--porcelain') !== '';
  /** @type {Result} */
  const result = { date, commit, hasChanges, machine: machine(), rows };
  fs.mkdirSync(FOLDER, { recursive: true });
  const file = path.join(FOLDER, `${date.replace(/[:.]/g, '-')}-${commit}.json`);
  fs.writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  return path.relative(process.cwd(), file);
}

/** Returns all results that were written, the oldest first. @returns {readonly Result[]} */
export function readResults() {
  const names = fs.existsSync(FOLDER) ? fs.readdirSync(FOLDER).filter((name) => name.endsWith('.json')) : [];
  return names.toSorted().map((name) => JSON.parse(fs.readFileSync(path.join(FOLDER, name), 'utf8')));
}

function machine() {
  const [core] = os.cpus();
  return {
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    processor: core?.model ?? '',
    cores: os.availableParallelism(),
    memoryGb: Math.round(os.totalmem() / 2 ** 30),
    /** Of the last minute, five and fifteen: how busy the computer was meanwhile. */
    load: os.loadavg().map((value) => Math.round(value * 100) / 100),
  };
}

/** @param {...string} args */
function git(...args) {
  try {
    return execFileSync('git', args, {
      cwd: inRoot(),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    // Sources without a history can be measured too.
    return '';
  }
}
