import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';

// Scripts are a project of their own, without declarations.
const file = path.resolve(import.meta.dirname, '../../../scripts/bench/limits.mjs');
const { worseThanKept } = (await import(pathToFileURL(file).href)) as {
  readonly worseThanKept: (rows: readonly object[], kept: object) => readonly string[];
};

const row = (unit: string, value: number, baseline: number) => ({
  part: 'webhook',
  what: 'p50',
  unit,
  value,
  baseline,
  against: 'a plain server',
  aim: null,
});
const kept = { 'webhook: p50': 2 };

describe('a figure of the bench', () => {
  test('may be a fifth worse against its baseline than it was', () => {
    expect(worseThanKept([row('ms', 24, 10)], kept)).toEqual([]);
    expect(worseThanKept([row('req/s', 17, 10)], kept)).toEqual([]);
  });

  test('that got worse by more is named', () => {
    expect(worseThanKept([row('ms', 25, 10)], kept)).toEqual([
      'webhook: p50: 2.50 × its baseline, kept is 2.00 ×',
    ]);
    expect(worseThanKept([row('req/s', 16, 10)], kept)).toHaveLength(1);
  });

  test('that got better is never named', () => {
    expect(worseThanKept([row('ms', 1, 10), row('req/s', 100, 10)], kept)).toEqual([]);
  });

  test('without a baseline, or that nobody kept, is not compared', () => {
    expect(worseThanKept([row('ms', 24, 0)], kept)).toEqual([]);
    expect(worseThanKept([row('ms', 99, 1)], {})).toEqual([]);
  });
});
