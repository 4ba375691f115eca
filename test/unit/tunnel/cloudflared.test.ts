import { expect, test } from 'vitest';
import { isLost, missesAfter, type Readiness } from '../../../src/main/tunnel/cloudflared.ts';

const isLostAfter = (...answers: readonly Readiness[]): boolean => isLost(answers.reduce(missesAfter, 0));
const many = (count: number, answer: Readiness): readonly Readiness[] =>
  Array.from({ length: count }, () => answer);

test('a connection is lost when cloudflared says so three times in a row', () => {
  expect(isLostAfter('not-ready', 'not-ready')).toBe(false);
  expect(isLostAfter('not-ready', 'not-ready', 'ready', 'not-ready')).toBe(false);
  expect(isLostAfter(...many(3, 'not-ready'))).toBe(true);
});

test('silence is borne longer, because a busy computer is silent too, but not for ever', () => {
  expect(isLostAfter(...many(10, 'silent'))).toBe(false);
  expect(isLostAfter(...many(11, 'silent'), 'ready', ...many(11, 'silent'))).toBe(false);
  expect(isLostAfter(...many(12, 'silent'))).toBe(true);
  expect(isLostAfter('not-ready', 'not-ready', ...many(4, 'silent'))).toBe(true);
});
