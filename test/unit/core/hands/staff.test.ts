import { expect, test } from 'vitest';
import { createStaff } from '../../../../src/main/core/hands/staff.ts';
import {
  DEFAULT_HANDS_SETTINGS,
  whoIsAtCounter,
  type HandsSettings,
} from '../../../../src/shared/settings/hands.ts';

function world(start: Partial<HandsSettings> = {}) {
  const here = { hands: { ...DEFAULT_HANDS_SETTINGS, ...start }, disk: true };
  const staff = createStaff({
    settings: () => here.hands,
    save: (change) => {
      if (here.disk) here.hands = { ...here.hands, ...change };
      return Promise.resolve(here.disk);
    },
  });
  return { staff, here };
}

test('without a list nobody stands with a mark', () => {
  expect(whoIsAtCounter(DEFAULT_HANDS_SETTINGS)).toBeNull();
});

test('who is at the counter is one of the list, or nobody', async () => {
  const { staff, here } = world({ initials: ['ANA', 'LU'] });
  expect(await staff.setAtCounter('LU')).toBe(true);
  expect(whoIsAtCounter(here.hands)).toBe('LU');
  expect(await staff.setAtCounter('ZZ')).toBe(false);
  expect(whoIsAtCounter(here.hands)).toBe('LU');
  expect(await staff.setAtCounter('')).toBe(true);
  expect(whoIsAtCounter(here.hands)).toBeNull();
});

test('who is taken from the list is no longer at the counter; others stay', async () => {
  const { staff, here } = world({ initials: ['ANA', 'LU'], atCounter: 'ANA' });
  await staff.setList(['ANA']);
  expect(here.hands.atCounter).toBe('ANA');
  await staff.setList(['LU']);
  expect(here.hands).toMatchObject({ initials: ['LU'], atCounter: '' });
});

test.each([
  ['thirteen', Array.from({ length: 13 }, (_, index) => String(index))],
  ['the same twice', ['ANA', 'ANA']],
  ['a name', ['ANALIA']],
  ['lower case', ['ana']],
  ['a formula', ['=1']],
])('a list with %s is refused', async (_name, initials) => {
  const { staff, here } = world({ initials: ['LU'] });
  expect(await staff.setList(initials)).toBe(false);
  expect(here.hands.initials).toEqual(['LU']);
});

test('a disk that refuses is said', async () => {
  const { staff, here } = world({ initials: ['LU'] });
  here.disk = false;
  expect(await staff.setAtCounter('LU')).toBe(false);
});
