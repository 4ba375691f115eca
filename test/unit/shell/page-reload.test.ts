import { expect, test } from 'vitest';
import { planPageReload, type PageReload } from '../../../src/main/shell/windows/page-reload.ts';

/** What is done about a page that ends again and again after so many milliseconds. */
function lives(...livedMs: readonly number[]): readonly PageReload[] {
  let ended = 0;
  return livedMs.map((lived) => {
    const next = planPageReload(ended, lived);
    ended = next.ended;
    return next.plan;
  });
}

const HOUR = 60 * 60_000;

test('a page that ends for the first time is loaded again at once', () => {
  expect(lives(HOUR)).toEqual([{ kind: 'reload', inMs: 0 }]);
  expect(lives(20)).toEqual([{ kind: 'reload', inMs: 0 }]);
});

test('a page that ends at every load is loaded ever later, and at last no more', () => {
  const plans = lives(HOUR, 20, 20, 20, 20, 20);
  const waits = plans.map((plan) => (plan.kind === 'reload' ? plan.inMs : null));
  expect(waits).toEqual([0, 1_000, 4_000, 15_000, 60_000, null]);
});

test('a page that lived long between its ends is never given up', () => {
  expect(lives(...Array.from({ length: 20 }, () => HOUR)).every((plan) => plan.kind === 'reload')).toBe(true);
  expect(lives(20, 20, 20, HOUR, 20)).toMatchObject([
    { inMs: 0 },
    { inMs: 1_000 },
    { inMs: 4_000 },
    { inMs: 0 },
    { inMs: 1_000 },
  ]);
});
