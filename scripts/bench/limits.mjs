import fs from 'node:fs';
import { inRoot } from '../prepare/paths.mjs';

/** The ratio of each figure to its baseline, as it was when somebody last kept it. */
const FILE = inRoot('scripts/bench/limits.json');
/** A run fails when a ratio got worse by more than this share. */
const MAY_GROW = 0.2;

/** @typedef {import('./result.mjs').Row} Row */

/**
 * Returns a sentence for each figure that is more than a fifth worse against its baseline than the kept one.
 * @param {readonly Row[]} rows
 * @param {Readonly<Record<string, number>>} kept
 */
export function worseThanKept(rows, kept = readLimits()) {
  return rows.flatMap((row) => {
    const [before, now] = [kept[nameOf(row)], ratioOf(row)];
    if (before === undefined || now === null) return [];
    const growth = isMoreBetter(row) ? before / now : now / before;
    if (growth <= 1 + MAY_GROW) return [];
    return [`${nameOf(row)}: ${now.toFixed(2)} × its baseline, kept is ${before.toFixed(2)} ×`];
  });
}

/** Keeps the ratios of these figures; the others stay as they are. @param {readonly Row[]} rows */
export function keepLimits(rows) {
  const kept = readLimits();
  for (const row of rows) {
    const ratio = ratioOf(row);
    if (ratio !== null) kept[nameOf(row)] = Math.round(ratio * 100) / 100;
  }
  const sorted = Object.entries(kept).toSorted(([a], [b]) => (a < b ? -1 : 1));
  fs.writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}

/** @returns {Record<string, number>} */
function readLimits() {
  if (!fs.existsSync(FILE)) return {};
  return JSON.parse(fs.readFileSync(FILE, 'utf8'));
}

/** @param {Row} row */
function nameOf({ part, what }) {
  return `${part}: ${what}`;
}

/** Returns null where there is nothing to compare. @param {Row} row */
function ratioOf({ value, baseline }) {
  return baseline > 0 && value > 0 ? value / baseline : null;
}

/** @param {Row} row */
function isMoreBetter({ unit }) {
  return unit === 'req/s';
}
