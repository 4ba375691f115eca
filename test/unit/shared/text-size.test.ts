import { expect, test } from 'vitest';
import { readSettings } from '../../../src/main/store/settings/read-settings.ts';
import { nextTextSize, TEXT_SIZES } from '../../../src/shared/settings/text-size.ts';

test('steps go through every size and stop at both ends', () => {
  const up = TEXT_SIZES.map((size) => nextTextSize(size, 'larger'));
  expect(up).toEqual([110, 125, 150, 175, 200, 200]);
  expect(TEXT_SIZES.map((size) => nextTextSize(size, 'smaller'))).toEqual([100, 100, 110, 125, 150, 175]);
  expect(nextTextSize(175, 'usual')).toBe(100);
});

test('a size between two steps goes to the next one', () => {
  expect([nextTextSize(130, 'larger'), nextTextSize(130, 'smaller')]).toEqual([150, 125]);
});

test('a settings file without a text size has the usual one; one out of bounds costs only itself', () => {
  expect(readSettings({}).settings.textSize).toBe(100);
  expect(readSettings({ textSize: 137 })).toMatchObject({ settings: { textSize: 137 }, reset: [] });
  for (const textSize of [0, 99, 201, 150.5, '150', null]) {
    const read = readSettings({ textSize, language: 'en' });
    expect(read).toMatchObject({ settings: { textSize: 100, language: 'en' }, reset: ['textSize'] });
  }
});
