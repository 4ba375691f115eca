import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CARD_WIDTH,
  cardHeight,
  cardSize,
  isMoved,
  placeCard,
  placePill,
  type Place,
} from '../../../../src/main/core/alerts/card-place.ts';
import type { CardState } from '../../../../src/shared/orders/card.ts';
import { orderAlert } from '../../../fixtures/order-alert.ts';

const SCREEN: Place = { x: 0, y: 24, width: 1280, height: 776 };
const SECOND: Place = { x: 1280, y: 0, width: 1920, height: 1040 };
const LOW: Place = { x: 100, y: 500, width: CARD_WIDTH, height: 200 };

const on = (workArea: Place, last: Place | null, height: number, home = workArea): Place =>
  placeCard({ last, home, workArea, height });
const bottom = ({ y, height }: Place): number => y + height;

const alert = orderAlert('o', { code: '4821', customerFirstName: 'Ana' });
const showing = (count: number, more: Partial<CardState> = {}): CardState => ({
  alerts: Array.from({ length: count }, (_, index) => ({ ...alert, id: String(index) })),
  digest: null,
  undo: null,
  flash: false,
  mutedUntil: null,
  ...more,
});

describe('the height of the card', () => {
  test('grows by the same for each of four alerts, and no more for a fifth and a fiftieth', () => {
    const heights = [1, 2, 3, 4, 5, 50].map((count) => cardHeight(showing(count)));
    const [one = 0, two = 0, three, four] = heights;
    expect([three, four]).toEqual([two + (two - one), two + 2 * (two - one)]);
    expect(heights.slice(4)).toEqual([four, four]);
  });

  test('gives an order the line that says what to collect, and a cancelled one only that which says why', () => {
    const collect = [['o', '$ 454,70']] as const;
    const line = cardHeight(showing(1, { collect })) - cardHeight(showing(1));
    expect(line).toBeGreaterThan(0);
    expect(cardHeight(showing(4, { collect }))).toBe(cardHeight(showing(4)) + 4 * line);
    const why = { ...alert, kind: 'cancelled', reason: 'CLOSED' } as const;
    const alerts = [why];
    expect(cardHeight(showing(1, { alerts, collect }))).toBe(cardHeight(showing(1, { alerts })));
  });

  test('gives a cancellation the line that says why, and only to those that are in sight', () => {
    const why = { ...alert, kind: 'cancelled', reason: 'CLOSED' } as const;
    const four = cardHeight(showing(4));
    const line = cardHeight(showing(1, { alerts: [why] })) - cardHeight(showing(1));
    expect(line).toBeGreaterThan(0);
    expect(cardHeight(showing(0, { alerts: [why, alert, alert, alert] }))).toBe(four + line);
    expect(cardHeight(showing(0, { alerts: [alert, alert, alert, alert, why] }))).toBe(four);
  });

  test('has room for what else it says', () => {
    const plain = cardHeight(showing(1));
    const more: readonly Partial<CardState>[] = [
      { digest: { minutes: 42, ready: 3, cancelled: 1 } },
      { mutedUntil: '2026-03-01T12:05:00.000Z' },
      { undo: { codes: ['4821'], what: 'seen' } },
    ];
    for (const one of more) {
      expect(cardHeight(showing(1, one))).toBeGreaterThan(plain);
    }
  });
});

describe('the place of the card', () => {
  test('is the lower right corner until somebody has moved it', () => {
    expect(on(SCREEN, null, 200)).toEqual({ x: 864, y: 584, width: CARD_WIDTH, height: 200 });
  });

  test('is where it stood last', () => {
    expect(on(SCREEN, LOW, LOW.height)).toEqual(LOW);
  });

  test('is the same on another screen, as seen from that screen', () => {
    expect(on(SECOND, LOW, LOW.height, SCREEN)).toEqual({ ...LOW, x: 1380, y: 476 });
  });

  test('grows upwards from a low place, and downwards only where there is no room above', () => {
    const grown = on(SCREEN, LOW, 500);
    expect([grown.x, bottom(grown)]).toEqual([LOW.x, bottom(LOW)]);
    expect(on(SCREEN, { ...LOW, y: SCREEN.y }, 500)).toMatchObject({ y: SCREEN.y, height: 500 });
  });

  test('keeps its lower right corner when it is enlarged, and no more than the screen', () => {
    const large = placeCard({ last: LOW, home: SCREEN, workArea: SCREEN, width: 800, height: 400 });
    expect(large).toEqual({ x: 0, y: 300, width: 800, height: 400 });
    const small = { ...SCREEN, width: 640, height: 300 };
    expect(placeCard({ last: LOW, home: small, workArea: small, width: 800, height: 500 })).toEqual(small);
  });

  test('shows the beginning of a card that is higher than the screen', () => {
    expect(on({ ...SCREEN, height: 300 }, LOW, 500).y).toBe(SCREEN.y);
  });
});

const side = fc.integer({ min: -4000, max: 4000 });
const area = fc.record({
  x: side,
  y: side,
  width: fc.integer({ min: CARD_WIDTH, max: 4000 }),
  height: fc.integer({ min: 600, max: 3000 }),
});
const height = fc.integer({ min: 64, max: 600 });
const last = fc.option(fc.record({ x: side, y: side, width: fc.constant(CARD_WIDTH), height }));

test('whatever is remembered of whichever screens, all of the card is within the work area', () => {
  fc.assert(
    fc.property(last, area, area, height, (was, home, workArea, high) => {
      const place = placeCard({ last: was, home, workArea, height: high });
      expect(place.x).toBeGreaterThanOrEqual(workArea.x);
      expect(place.y).toBeGreaterThanOrEqual(workArea.y);
      expect(place.x + place.width).toBeLessThanOrEqual(workArea.x + workArea.width);
      expect(bottom(place)).toBeLessThanOrEqual(bottom(workArea));
      expect(place).toMatchObject({ width: CARD_WIDTH, height: high });
    }),
  );
});

test('a card that was placed, and is placed again with the same height, stays', () => {
  fc.assert(
    fc.property(last, area, height, (was, workArea, high) => {
      const place = on(workArea, was, high);
      expect(on(workArea, place, high)).toEqual(place);
    }),
  );
});

test('a growing card keeps its lower edge wherever there is room above', () => {
  fc.assert(
    fc.property(last, area, height, height, (was, workArea, one, two) => {
      const place = on(workArea, was, Math.min(one, two));
      const grown = on(workArea, place, Math.max(one, two));
      const hasRoom = bottom(place) - grown.height >= workArea.y;
      expect(bottom(grown)).toBe(hasRoom ? bottom(place) : workArea.y + grown.height);
    }),
  );
});

describe('the pill', () => {
  const pill: Place = { x: 944, y: 724, width: 320, height: 60 };
  const share = (one: Place, other: Place): boolean =>
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height;

  test('is small however many alerts there are, and has room for what can be undone', () => {
    const small = cardSize(showing(1, { pill: true }));
    expect(cardSize(showing(3, { pill: true, more: 37 }))).toEqual(small);
    expect(small.height).toBeLessThan(cardHeight(showing(1)) / 2);
    const undo = { codes: ['4821'], what: 'seen' } as const;
    expect(cardSize(showing(1, { pill: true, undo })).height).toBeGreaterThan(small.height);
    expect(cardSize(showing(0, { pill: true, undo })).height).toBeLessThanOrEqual(small.height);
  });

  test('stays where the card was when the counter is elsewhere', () => {
    expect(placePill(pill, SCREEN, { x: 0, y: 24, width: 900, height: 600 })).toEqual(pill);
  });

  test('goes to a free corner when the counter lies below it', () => {
    const counter = { x: 500, y: 100, width: 780, height: 700 };
    const place = placePill(pill, SCREEN, counter);
    expect(place).toEqual({ ...pill, x: 16 });
  });

  test('goes to what lies above the page of a counter that fills the rest of the screen', () => {
    const page = { x: 0, y: SCREEN.y + 60, width: 1280, height: SCREEN.height - 60 };
    const place = placePill(pill, SCREEN, page);
    expect(place).toEqual({ ...pill, x: 480, y: SCREEN.y });
  });

  test.each([
    ['full screen', SCREEN],
    ['maximised below a low title bar', { ...SCREEN, y: SCREEN.y + 24, height: SCREEN.height - 24 }],
    ['nearly the whole screen', { x: 60, y: 40, width: 1170, height: 710 }],
  ])('is nowhere over a counter that leaves no room: %s', (_name, page) => {
    expect(placePill(pill, SCREEN, page)).toBeNull();
  });

  test('is nowhere when text of 200 % makes it too large for what lies above the page', () => {
    const page = { x: 0, y: SCREEN.y + 60, width: 1280, height: SCREEN.height - 60 };
    expect(placePill({ ...pill, x: 624, y: 664, width: 640, height: 120 }, SCREEN, page)).toBeNull();
  });

  test('stays on its own screen beside a counter that fills another', () => {
    const other = { x: 1280, y: 0, width: 1920, height: 1080 };
    expect(placePill(pill, SCREEN, other)).toEqual(pill);
  });

  test('whatever the counter covers, is on the screen and covers nothing of it, or is nowhere', () => {
    /** Where the page begins and how large it is, in hundredths of the screen. */
    const at = fc.integer({ min: -20, max: 90 });
    const size = fc.integer({ min: 20, max: 120 });
    fc.assert(
      fc.property(area, at, at, size, size, (workArea, left, top, wide, high) => {
        const page = {
          x: Math.round(workArea.x + (workArea.width * left) / 100),
          y: Math.round(workArea.y + (workArea.height * top) / 100),
          width: Math.round((workArea.width * wide) / 100),
          height: Math.round((workArea.height * high) / 100),
        };
        const home = placeCard({ last: null, home: workArea, workArea, width: 320, height: 60 });
        const place = placePill(home, workArea, page);
        if (place === null) {
          expect(share(home, page)).toBe(true);
          return;
        }
        expect(place.x).toBeGreaterThanOrEqual(workArea.x);
        expect(place.y).toBeGreaterThanOrEqual(workArea.y);
        expect(place.x + place.width).toBeLessThanOrEqual(workArea.x + workArea.width);
        expect(bottom(place)).toBeLessThanOrEqual(bottom(workArea));
        expect(share(place, page)).toBe(false);
      }),
    );
  });
});

describe('a move', () => {
  test('is another place, not another height and not what a screen rounds', () => {
    expect(isMoved(LOW, { ...LOW, x: 130 })).toBe(true);
    expect(isMoved(LOW, { ...LOW, y: 400 })).toBe(true);
    expect(isMoved(LOW, on(SCREEN, LOW, 500))).toBe(false);
    expect(isMoved(LOW, { ...LOW, x: 101, y: 501 })).toBe(false);
  });
});
