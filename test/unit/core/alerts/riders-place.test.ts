import { expect, test } from 'vitest';
import {
  ridersPlace,
  screenOf,
  type RidersPlace,
  type Screen,
} from '../../../../src/main/core/alerts/riders-place.ts';
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

test('a screen holds what has its middle there: its first pixel, and none of the next screen', () => {
  const screens = [
    OWN,
    SECOND,
    { id: 3, bounds: { x: 0, y: 1080, width: 1920, height: 1080 } },
    { id: 4, bounds: { x: -800, y: 0, width: 800, height: 600 } },
    { id: 5, bounds: { x: 0, y: -600, width: 800, height: 600 } },
  ];
  const at = (x: number, y: number) =>
    screenOf({ x: x - 50, y: y - 50, width: 100, height: 100 }, screens)?.id;
  expect(at(0, 0)).toBe(1);
  expect(at(1_919, 1_079)).toBe(1);
  expect(at(1_920, 0)).toBe(2);
  expect(at(0, 1_080)).toBe(3);
  expect(at(-1, 0)).toBe(4);
  expect(at(0, -1)).toBe(5);
  expect(at(1_920, 1_024)).toBeUndefined();
  expect(at(3_200, 10)).toBeUndefined();
  expect(screenOf({ x: 1_920, y: 0, width: 0, height: 0 }, [OWN])).toBeUndefined();
  expect(screenOf({ x: 0, y: 1_080, width: 0, height: 0 }, [OWN])).toBeUndefined();
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
