import { expect, test } from 'vitest';
import { troublesOf } from '../../../src/renderer/tour/light-parts.ts';
import { pageForKey } from '../../../src/renderer/tour/tour-pages.ts';
import { HEALTH_PARTS } from '../../../src/shared/health/health.ts';
import { textsFor } from '../../../src/shared/texts/texts.ts';
import { healthOf } from '../../fakes/mostrador-api.ts';

const plain = (key: string) => ({ key, hasModifier: false });

test('the arrows stop at the first and at the last page', () => {
  expect(pageForKey(plain('ArrowLeft'), 'sounds')).toBeNull();
  expect(pageForKey(plain('ArrowRight'), 'sounds')).toBe('colours');
  expect(pageForKey(plain('ArrowLeft'), 'light')).toBe('tray');
  expect(pageForKey(plain('ArrowRight'), 'light')).toBeNull();
});

test('other keys, and arrows with a modifier, are left to the browser', () => {
  expect(pageForKey(plain('ArrowDown'), 'alert')).toBeNull();
  expect(pageForKey(plain('Enter'), 'alert')).toBeNull();
  expect(pageForKey({ key: 'ArrowRight', hasModifier: true }, 'alert')).toBeNull();
});

test('what a part suffers from now comes first, with its detail, and is not told twice', () => {
  const now = { ...healthOf().store, state: 'down', code: 'store-locked' } as const;
  const codes = troublesOf('store', { now, port: 4765 }).map(({ code }) => code);
  expect(codes).toEqual(['store-locked', 'store-full', 'store-unwritable']);
});

test('a part that is well has its usual troubles only', () => {
  const now = healthOf().receiver;
  expect(troublesOf('receiver', { now, port: 4790 })).toEqual(
    troublesOf('receiver', { now: null, port: 4790 }),
  );
});

test.each(['es', 'en'] as const)('every trouble that the tour tells of says what to do (%s)', (language) => {
  const { health } = textsFor(language);
  for (const part of HEALTH_PARTS) {
    for (const { code, detail } of troublesOf(part, { now: null, port: 4790 })) {
      const { sentence, remedy } = health[code](detail);
      expect(remedy, code).not.toBe('');
      expect(sentence, code).not.toMatch(/ {2}| ,/);
    }
  }
});
