import { describe, expect, test } from 'vitest';
import {
  CARD_WIDTH,
  cardHeight,
  cardSize,
  isMoved,
  placePill,
  type Place,
} from '../../../../src/main/core/alerts/card-place.ts';
import type { Alert } from '../../../../src/shared/orders/alert.ts';
import type { CardState } from '../../../../src/shared/orders/card.ts';
import { NOON } from '../../../fakes/fixed-clock.ts';
import { orderAlert } from '../../../fixtures/order-alert.ts';

const SCREEN: Place = { x: 0, y: 24, width: 1280, height: 776 };
const PILL: Place = { x: 944, y: 724, width: 320, height: 60 };
const OUTAGE: Alert = { ...orderAlert('x'), subject: 'x', kind: 'connection', cause: 'offline' };

function card(alerts: readonly Alert[], more: Partial<CardState> = {}): CardState {
  return { alerts, digest: null, undo: null, flash: false, mutedUntil: null, ...more };
}
const alerts = (count: number) => Array.from({ length: count }, (_, index) => orderAlert(String(index)));
const bags = (count: number): Required<Pick<CardState, 'unclaimed'>> => ({
  unclaimed: Array.from({ length: count }, (_, index) => ({
    orderId: String(index),
    code: String(index),
    customerFirstName: null,
    since: NOON,
  })),
});

describe('the height of the card', () => {
  const empty = cardHeight(card([]));
  const bag = cardHeight(card([], bags(1))) - empty;

  test('has room for bags that nobody comes for, as far as four rows go, after the alerts', () => {
    expect(bag).toBeGreaterThan(0);
    expect(cardHeight(card([], bags(2)))).toBe(empty + 2 * bag);
    expect(cardHeight(card([], bags(9)))).toBe(empty + 4 * bag);
    expect(cardHeight(card(alerts(3), bags(9)))).toBe(cardHeight(card(alerts(3))) + bag);
    expect(cardHeight(card(alerts(4), bags(9)))).toBe(cardHeight(card(alerts(4))));
  });

  test('has room for the line that counts the others only when there are others', () => {
    const plain = cardHeight(card(alerts(3)));
    expect(cardHeight(card(alerts(3), { more: 0 }))).toBe(plain);
    expect(cardHeight(card(alerts(3), { more: 1 }))).toBeGreaterThan(plain);
    expect(cardHeight(card(alerts(3), { more: 9 }))).toBe(cardHeight(card(alerts(3), { more: 1 })));
  });

  test('adds up what it says: nothing it says takes the room of something else', () => {
    const more: readonly Partial<CardState>[] = [
      { digest: { minutes: 42, ready: 3, cancelled: 1 } },
      { mutedUntil: NOON },
      { more: 3 },
      { undo: { codes: ['4821'], what: 'seen' } },
      bags(1),
    ];
    const plain = cardHeight(card(alerts(1)));
    const each = more.map((one) => cardHeight(card(alerts(1), one)) - plain);
    const all = more.reduce<Partial<CardState>>((sum, one) => ({ ...sum, ...one }), {});
    expect(cardHeight(card(alerts(1), all))).toBe(plain + each.reduce((sum, one) => sum + one, 0));
  });

  test('has room for the remedy of an outage, which is longer than an order', () => {
    expect(cardHeight(card([OUTAGE]))).toBeGreaterThan(cardHeight(card(alerts(1))));
  });
});

test('the card is as wide and as high as it needs, the pill is another size', () => {
  const shown = card(alerts(2));
  expect(cardSize(shown)).toEqual({ width: CARD_WIDTH, height: cardHeight(shown) });
  expect(cardSize({ ...shown, pill: true })).toEqual({ width: 320, height: 60 });
});

describe('the pill', () => {
  test('stays where it is beside, above and below a counter that touches it', () => {
    const touching: readonly Place[] = [
      { x: PILL.x - 500, y: 100, width: 500, height: 700 },
      { x: PILL.x + PILL.width, y: 100, width: 500, height: 700 },
      { x: 0, y: 100, width: 1280, height: PILL.y - 100 },
      { x: 0, y: PILL.y + PILL.height, width: 1280, height: 16 },
    ];
    for (const counter of touching) expect(placePill(PILL, SCREEN, counter)).toEqual(PILL);
  });

  test.each([
    ['the lower left', { x: 340, y: 24, width: 940, height: 776 }, { x: 16, y: 724 }],
    ['the upper right', { x: 0, y: 200, width: 1280, height: 600 }, { x: 944, y: 40 }],
  ])('goes to the first corner that is free: %s', (_name, counter, corner) => {
    expect(placePill(PILL, SCREEN, counter)).toEqual({ ...PILL, ...corner });
  });

  test('that was moved elsewhere goes to the lower right when that is free', () => {
    const moved = { ...PILL, x: 300, y: 300 };
    expect(placePill(moved, SCREEN, { x: 200, y: 200, width: 500, height: 400 })).toEqual(PILL);
  });

  test('is nowhere on a screen that is smaller than the pill, in either direction', () => {
    const counter = { x: 5_000, y: 5_000, width: 10, height: 10 };
    expect(placePill(PILL, { x: 0, y: 0, width: 300, height: 800 }, counter)).toBeNull();
    expect(placePill(PILL, { x: 0, y: 0, width: 1280, height: 50 }, counter)).toBeNull();
  });

  test('that stands outside of the screen comes back to it', () => {
    const counter = { x: 400, y: 300, width: 100, height: 100 };
    for (const lost of [
      { ...PILL, x: -10 },
      { ...PILL, x: 1_000 },
      { ...PILL, y: 10 },
      { ...PILL, y: 780 },
    ]) {
      expect(placePill(lost, SCREEN, counter)).toEqual(PILL);
    }
  });

  test('may touch every edge of the screen', () => {
    const whole = { x: 0, y: 0, width: 320, height: 60 };
    expect(placePill(whole, whole, { x: 900, y: 900, width: 10, height: 10 })).toEqual(whole);
  });
});

test('four pixels are what a screen rounds; five are a move', () => {
  expect(isMoved(PILL, { ...PILL, x: PILL.x + 4 })).toBe(false);
  expect(isMoved(PILL, { ...PILL, x: PILL.x - 5 })).toBe(true);
  expect(isMoved(PILL, { ...PILL, y: PILL.y - 4 })).toBe(false);
  expect(isMoved(PILL, { ...PILL, y: PILL.y + 5 })).toBe(true);
});
