import { expect, test } from 'vitest';
import { currentSection } from '../../../../src/renderer/settings/navigation/use-sections.ts';

const SECTIONS = [
  { id: 'shop', top: 120 },
  { id: 'key', top: 900 },
  { id: 'hours', top: 2300 },
  { id: 'demo', top: 2400 },
];
const at = (scrollTop: number): string | null =>
  currentSection(SECTIONS, { scrollTop, clientHeight: 600, scrollHeight: 2500 });

test('the section that is being read is the one whose beginning was passed last', () => {
  expect([at(0), at(700), at(880), at(1000)]).toEqual(['shop', 'shop', 'key', 'key']);
});

test('short sections at the end have their turn before the end is reached', () => {
  const seen = Array.from({ length: 1901 }, (_, scrollTop) => at(scrollTop));
  expect([...new Set(seen)]).toEqual(['shop', 'key', 'hours', 'demo']);
  expect(at(1900)).toBe('demo');
});

test('where nothing can be scrolled it is the first one, and without any there is none', () => {
  const whole = { scrollTop: 0, clientHeight: 3000, scrollHeight: 3000 };
  expect(currentSection([{ id: 'alerts', top: 120 }], whole)).toBe('alerts');
  expect(currentSection(SECTIONS.slice(0, 2), whole)).toBe('shop');
  expect(currentSection([], whole)).toBeNull();
});
