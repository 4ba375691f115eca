import { expect, test } from 'vitest';
import { longestGap, planPresence } from '../../../../src/main/core/history/uptime.ts';
import { shiftIso } from '../../../../src/shared/time.ts';
import { NOON } from '../../../fakes/fixed-clock.ts';

const at = (minutes: number): string => shiftIso(NOON, minutes * 60_000);
const stretch = (from: number, to: number) => ({ from: at(from), to: at(to) });

test('the first sign of life begins a stretch, and the next ones lengthen it', () => {
  const first = planPresence(null, at(0));
  expect(first).toEqual(stretch(0, 0));
  expect(planPresence(first, at(1))).toEqual(stretch(0, 1));
  expect(planPresence(stretch(0, 1), at(3.5))).toEqual(stretch(0, 3.5));
});

test('after a longer silence, or when the clock was set back, another stretch begins', () => {
  expect(planPresence(stretch(0, 1), at(3.6))).toEqual(stretch(3.6, 3.6));
  expect(planPresence(stretch(0, 5), at(2))).toEqual(stretch(2, 2));
});

test('the longest gap that touches the window is told whole', () => {
  const stretches = [stretch(0, 10), stretch(14, 20), stretch(60, 90)];
  expect(longestGap(stretches, { from: at(12), to: at(80) })).toEqual({ from: at(20), to: at(60) });
  expect(longestGap(stretches, { from: at(12), to: at(15) })).toEqual({ from: at(10), to: at(14) });
});

test('no gap is told outside the window, for a short pause, or before anything is known', () => {
  const stretches = [stretch(0, 10), stretch(60, 90)];
  expect(longestGap(stretches, { from: at(60), to: at(80) })).toBeNull();
  expect(longestGap(stretches, { from: at(-30), to: at(10) })).toBeNull();
  expect(longestGap([stretch(0, 10), stretch(12, 90)], { from: at(0), to: at(80) })).toBeNull();
  expect(longestGap([], { from: at(0), to: at(80) })).toBeNull();
});
