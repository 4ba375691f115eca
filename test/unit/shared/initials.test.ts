import { expect, test } from 'vitest';
import {
  initialsIn,
  isInitials,
  MAX_STAFF,
  STAFF_KEYS,
  toInitials,
} from '../../../src/shared/settings/hands.ts';

test.each([
  ['ana', 'ANA'],
  [' lu ', 'LU'],
  ['ñ', 'Ñ'],
  ['e\u0301m', 'ÉM'],
  ['m2', 'M2'],
  ['7', '7'],
])('%j becomes %s', (typed, kept) => {
  expect(toInitials(typed)).toBe(kept);
  expect(isInitials(kept)).toBe(true);
});

test.each(['', ' ', 'ANAS', 'A B', 'A.B', 'A-', '=1', '<b>', '👩', 'A\u202EB', 'counter'])(
  '%j cannot be initials',
  (typed) => {
    expect(toInitials(typed)).toBeNull();
  },
);

test('a mark without initials names nobody', () => {
  expect(['counter', '', null, undefined, 'Ana'].map(initialsIn)).toEqual([null, null, null, null, null]);
  expect(initialsIn('ANA')).toBe('ANA');
});

test('everybody has a key of their own', () => {
  expect(new Set(STAFF_KEYS).size).toBe(MAX_STAFF);
});
