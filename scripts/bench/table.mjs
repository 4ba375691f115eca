/** @typedef {import('../../test/bench/row.ts').BenchRow} Row */

const TITLES = ['What', 'Value', 'Baseline', 'Ratio', 'Aim', 'Against'];

const LAST = 8;

/** Each figure's ratio to its baseline in the last results that have it, the newest last. @param {readonly import('./result.mjs').Result[]} results */
export function formatHistory(results) {
  /** @type {Map<string, string[]>} */
  const ratios = new Map();
  for (const { commit, rows } of results)
    for (const { part, what, value, baseline } of rows) {
      const ratio = baseline === 0 ? '-' : figure(value / baseline);
      const name = `${part}: ${what}`;
      ratios.set(name, [...(ratios.get(name) ?? []), `${ratio} (${commit.slice(0, 7)})`]);
    }
  const names = [...ratios.keys()].toSorted();
  return format([
    ['What', 'Ratio to its baseline, the newest last'],
    ...names.map((name) => [name, ratios.get(name)?.slice(-LAST).join('  ') ?? '']),
  ]);
}

/** The figures as a table for people; an aim that was missed says so. @param {readonly Row[]} rows */
export function formatTable(rows) {
  return format([TITLES, ...rows.map(toCells)]);
}

/** @param {readonly (readonly string[])[]} lines the first holds the titles */
function format(lines) {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  const [head, ...body] = lines.map((cells) =>
    cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '),
  );
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [head, rule, ...body].map((line) => line?.trimEnd()).join('\n');
}

/** @param {Row} row */
function toCells(row) {
  const { what, unit, value, baseline, against } = row;
  const ratio = value / baseline;
  return [
    what,
    `${figure(value)} ${unit}`,
    `${figure(baseline)} ${unit}`,
    baseline === 0 ? '' : figure(ratio),
    aimText(row, ratio),
    against,
  ];
}

/** @param {Row} row @param {number} ratio */
function aimText({ aim, unit, value }, ratio) {
  if (aim === null) return '';
  const measured = aim.of === 'ratio' ? ratio : value;
  const isMet = aim.bound === 'at most' ? measured <= aim.limit : measured >= aim.limit;
  const limit = `${aim.bound === 'at most' ? '≤' : '≥'} ${aim.limit}${aim.of === 'ratio' ? '×' : ` ${unit}`}`;
  return `${limit} ${isMet ? 'met' : 'MISSED'}`;
}

/** Three significant digits. @param {number} value */
function figure(value) {
  return value >= 100 || value === 0 ? value.toFixed(0) : value.toPrecision(3);
}
