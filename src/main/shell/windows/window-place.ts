import type { Rectangle } from 'electron';

/** Less of a window is not found again. */
const SEEN = 100;
/** Some systems count an invisible border of a window as part of it. */
const BORDER = 16;

/**
 * Returns where a window opens that stood at `place`: there, or moved into its screen where part of it would be outside
 * all screens, which may be smaller or fewer now; null when its screen shows too little of it. `own`: the work area of the
 * screen that shows most of it; `all`: of every screen.
 */
export function windowPlace(place: Rectangle, own: Rectangle, all: readonly Rectangle[]): Rectangle | null {
  const spanOf = (axis: Axis): Span | null => {
    const [from, to] = spanIn(place, axis);
    const [ownFrom, ownTo] = spanIn(own, axis);
    if (Math.min(to, ownTo) - Math.max(from, ownFrom) < SEEN) return null;
    const spans = all.map((one) => spanIn(one, axis));
    const isInside =
      from >= Math.min(...spans.map(([start]) => start)) - BORDER &&
      to <= Math.max(...spans.map(([, end]) => end)) + BORDER;
    if (isInside) return [from, to];
    const size = Math.min(to - from, ownTo - ownFrom);
    const start = Math.max(ownFrom, Math.min(from, ownTo - size));
    return [start, start + size];
  };
  const wide = spanOf('x');
  const high = spanOf('y');
  if (wide === null || high === null) return null;
  return { x: wide[0], y: high[0], width: wide[1] - wide[0], height: high[1] - high[0] };
}

type Axis = 'x' | 'y';
type Span = readonly [from: number, to: number];

function spanIn({ x, y, width, height }: Rectangle, axis: Axis): Span {
  return axis === 'x' ? [x, x + width] : [y, y + height];
}
