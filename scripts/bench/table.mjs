/** @typedef {import('../../test/bench/row.ts').BenchRow} Row */

const TITLES = ['What', 'Value', 'Baseline', 'Ratio', 'Aim', 'Against'];

/** The figures as a table for people; an aim that was missed says so. @param {readonly Row[]} rows */
export function formatTable(rows) {
  const lines = [TITLES, ...rows.map(toCells)];
  const widths = TITLES.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
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
