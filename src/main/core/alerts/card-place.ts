import type { Alert } from '../../../shared/orders/alert.ts';
import type { CardState } from '../../../shared/orders/card.ts';

/** Same as Electron's `Rectangle`: pixels of the desktop, from its upper left corner. */
export type Place = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

type Size = Pick<Place, 'width' | 'height'>;

export const CARD_WIDTH = 400;
const PILL = { width: 320, height: 60 };
const MARGIN = 16;
// Heights as set in card.module.css; the head includes the card's border.
const HEAD = 62;
const ROW = 112;
/** A row with the reason below. */
const ROW_WITH_REASON = 130;
/** A row with the amount to collect below, in two lines. */
const ROW_TO_COLLECT = 157;
const UNCLAIMED_ROW = 158;
/** Fits the longest remedy text in either language. */
const OUTAGE_ROW = 124;
/** Fits two lines in either language. */
const NOTE = 64;
const FOOT = 60;
/** The line that counts what is not listed. */
const MORE = 52;
const MAX_ROWS = 4;
/** Fractional screen scaling rounds positions; nobody moves a window by less than this. */
const ROUNDING = 4;

/** Returns the card's height in pixels. It grows up to four rows; other alerts are counted, other bags scrolled to. */
export function cardHeight(state: CardState): number {
  const { alerts, more = 0, unclaimed = [], digest, undo, mutedUntil, collect } = state;
  const toCollect = new Set(collect?.map(([orderId]) => orderId));
  const notes = (digest === null ? 0 : NOTE) + (mutedUntil === null ? 0 : NOTE) + (more > 0 ? MORE : 0);
  const shown = alerts.slice(0, MAX_ROWS);
  const rows = shown.reduce((sum, alert) => sum + rowHeight(alert, toCollect), 0);
  const bags = unclaimed.slice(0, MAX_ROWS - shown.length).length * UNCLAIMED_ROW;
  return HEAD + rows + bags + notes + (undo === null ? 0 : FOOT);
}

/** Returns the size, in pixels, of the card or of the pill that it shrinks to. */
export function cardSize(state: CardState): Size {
  if (state.pill !== true) return { width: CARD_WIDTH, height: cardHeight(state) };
  const count = state.alerts.length === 0 ? 0 : PILL.height;
  return { width: PILL.width, height: count + (state.undo === null ? 0 : FOOT) };
}

function rowHeight(alert: Alert, toCollect: ReadonlySet<string>): number {
  if (alert.kind === 'connection') return OUTAGE_ROW;
  if (alert.kind === 'ready' && toCollect.has(alert.subject)) return ROW_TO_COLLECT;
  return alert.reason === null ? ROW : ROW_WITH_REASON;
}

/**
 * Returns where a card of this height is placed. On the screen with `workArea` it keeps the position that `last` had on
 * the screen with the work area `home`; without `last` it goes to the lower right corner. It grows upwards, its lower
 * edge stays, and no part of it is outside the screen unless it is larger than the screen.
 */
export function placeCard({
  last,
  home,
  workArea,
  width = CARD_WIDTH,
  height,
}: {
  readonly last: Place | null;
  readonly home: Place;
  readonly workArea: Place;
  readonly width?: number;
  readonly height: number;
}): Place {
  const size = { width: Math.min(width, workArea.width), height: Math.min(height, workArea.height) };
  const right = workArea.x + workArea.width - size.width;
  const low = workArea.y + workArea.height - size.height;
  const wanted =
    last === null
      ? { x: right - MARGIN, y: low - MARGIN }
      : {
          x: workArea.x + (last.x + last.width - home.x) - size.width,
          y: workArea.y + (last.y + last.height - home.y) - size.height,
        };
  return {
    x: within(wanted.x, workArea.x, right),
    y: within(wanted.y, workArea.y, low),
    ...size,
  };
}

/**
 * Returns where a pill covers nothing of the part `avoid` of the screen: at `home`, where the card would be, else in
 * another corner or on the title bar above that part. Null when that part leaves no room.
 */
export function placePill(home: Place, workArea: Place, avoid: Place): Place | null {
  const left = workArea.x + MARGIN;
  const right = workArea.x + workArea.width - home.width - MARGIN;
  const top = workArea.y + MARGIN;
  const low = workArea.y + workArea.height - home.height - MARGIN;
  const places = [
    home,
    { ...home, x: right, y: low },
    { ...home, x: left, y: low },
    // What covers all three below and on the right covers the upper left corner as well.
    { ...home, x: right, y: top },
    {
      ...home,
      x: within(Math.round(avoid.x + (avoid.width - home.width) / 2), left, right),
      y: within(avoid.y - home.height, workArea.y, low),
    },
  ];
  return places.find((place) => isOn(place, workArea) && !share(place, avoid)) ?? null;
}

function isOn(place: Place, screen: Place): boolean {
  return (
    place.x >= screen.x &&
    place.y >= screen.y &&
    place.x + place.width <= screen.x + screen.width &&
    place.y + place.height <= screen.y + screen.height
  );
}

function share(one: Place, other: Place): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** Returns whether a person moved the card from where it was placed. */
export function isMoved(from: Place, to: Place): boolean {
  return (
    Math.abs(from.x + from.width - (to.x + to.width)) > ROUNDING ||
    Math.abs(from.y + from.height - (to.y + to.height)) > ROUNDING
  );
}

function within(value: number, from: number, to: number): number {
  return Math.max(Math.min(value, to), from);
}
