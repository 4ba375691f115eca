import { expect, test } from 'vitest';
import { ridersPlace, type RidersPlace, type Screen } from '../../../../src/main/core/alerts/riders-place.ts';
import { ridersCode } from '../../../../src/shared/settings/riders.ts';

const OWN: Screen = { id: 1, bounds: { x: 0, y: 0, width: 1920, height: 1080 } };
const SECOND: Screen = { id: 2, bounds: { x: 1920, y: 0, width: 1280, height: 1024 } };
const ON_SECOND: RidersPlace = { ...SECOND.bounds, displayId: 2 };

test('the first time it fills the second screen; without one it is a window', () => {
  expect(ridersPlace(null, [OWN, SECOND], 1)).toEqual({
    bounds: SECOND.bounds,
    displayId: 2,
    isFullScreen: true,
  });
  expect(ridersPlace(null, [OWN], 1)).toEqual({ bounds: null, displayId: 1, isFullScreen: false });
});

test('it comes back to its screen, also when that counts anew or has another place, and waits while it is gone', () => {
  expect(ridersPlace(ON_SECOND, [OWN], 1)).toBeNull();
  expect(ridersPlace(ON_SECOND, [OWN, { ...SECOND, id: 9 }], 1)).toMatchObject({ displayId: 9 });
  const moved = { ...SECOND, bounds: { ...SECOND.bounds, x: -1280 } };
  expect(ridersPlace(ON_SECOND, [OWN, moved], 1)).toMatchObject({ bounds: moved.bounds, isFullScreen: true });
});

test('on the counter’s own screen it never covers the counter', () => {
  const window = { x: 100, y: 80, width: 900, height: 600, displayId: 1 };
  expect(ridersPlace(window, [OWN, SECOND], 1)).toMatchObject({
    bounds: { x: 100, width: 900 },
    isFullScreen: false,
  });
});

test('digits are hidden by choice, and a short code is not shown whole', () => {
  expect([ridersCode('4821', 'all'), ridersCode('4821', 'last-3'), ridersCode('4821', 'last-2')]).toEqual([
    '4821',
    '··821',
    '··21',
  ]);
  expect([ridersCode('21', 'last-3'), ridersCode('7', 'last-2'), ridersCode('', 'last-2')]).toEqual([
    '··1',
    '··',
    '··',
  ]);
});
