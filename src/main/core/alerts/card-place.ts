import type { Alert } from '../../../shared/alert.ts';
import type { CardState } from '../../../shared/card.ts';

/** As Electron's own: pixels of the desktop, from its upper left corner. */
export type Place = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export const CARD_WIDTH = 400;
const MARGIN = 16;
// As high as card.module.css makes them, the card's own edge with its head.
const HEAD = 62;
const ROW = 112;
/** Says why below. */
const ROW_WITH_REASON = 130;
/** Says below what to collect, in two lines. */
const ROW_TO_COLLECT = 157;
/** The longest remedy, in either language. */
const OUTAGE_ROW = 124;
/** Two lines in either language. */
const NOTE = 64;
const FOOT = 60;
const MAX_ROWS = 4;
/** Screens scaled by a fraction round; nobody moves a window by less. */
const ROUNDING = 4;

/** Grows with its alerts up to four of them; the others are scrolled to. */
export function cardHeight({ alerts, digest, undo, mutedUntil, collect }: CardState): number {
  const toCollect = new Set(collect?.map(([orderId]) => orderId));
  const notes = (digest === null ? 0 : NOTE) + (mutedUntil === null ? 0 : NOTE);
  const rows = alerts.slice(0, MAX_ROWS).reduce((sum, alert) => sum + rowHeight(alert, toCollect), 0);
  return HEAD + rows + notes + (undo === null ? 0 : FOOT);
}

function rowHeight(alert: Alert, toCollect: ReadonlySet<string>): number {
  if (alert.kind === 'connection') return OUTAGE_ROW;
  if (alert.kind === 'ready' && toCollect.has(alert.subject)) return ROW_TO_COLLECT;
  return alert.reason === null ? ROW : ROW_WITH_REASON;
}

/**
 * Where a card of this height stands: on the screen with this work area, where it stood `last` on the screen with the
 * work area `home`; else in the lower right corner. It grows upwards, its lower edge stays, and none of it is ever
 * outside unless the screen is smaller than it is.
 */
export function placeCard({
  last,
  home,
  workArea,
  height,
}: {
  readonly last: Place | null;
  readonly home: Place;
  readonly workArea: Place;
  readonly height: number;
}): Place {
  const right = workArea.x + workArea.width - CARD_WIDTH;
  const low = workArea.y + workArea.height - height;
  const wanted =
    last === null
      ? { x: right - MARGIN, y: low - MARGIN }
      : {
          x: workArea.x + last.x - home.x,
          y: workArea.y + (last.y + last.height - home.y) - height,
        };
  return {
    x: within(wanted.x, workArea.x, right),
    y: within(wanted.y, workArea.y, low),
    width: CARD_WIDTH,
    height,
  };
}

/** Whether somebody has moved the card from where it was put. */
export function isMoved(from: Place, to: Place): boolean {
  return Math.abs(from.x - to.x) > ROUNDING || Math.abs(from.y + from.height - (to.y + to.height)) > ROUNDING;
}

/** `to` gives way to `from`: of what is too big its beginning is seen. */
function within(value: number, from: number, to: number): number {
  return Math.max(Math.min(value, to), from);
}
