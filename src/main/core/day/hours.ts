import type { DayHour, DayOrder, DayRange } from '../../../shared/orders/day.ts';
import { isoOf, msOf } from '../../../shared/time.ts';
import type { Calendar, Span } from './calendar.ts';
import { leftAt, median, waitedMs } from './facts.ts';

const MINUTE_MS = 60_000;
const HOURS_A_DAY = 24;
/** Zones are set by quarters of an hour. */
const QUARTER_MS = 15 * MINUTE_MS;

type Slot = {
  readonly hour: number;
  readonly isRepeated: boolean;
  ready: number;
  left: number;
  waits: number[];
};

/**
 * Returns how many orders became ready and left in each hour. A single day has the hours that it had: 23 or 25 when the
 * clock is set. Of several days the hours of the clock are added up.
 */
export function hoursOf({
  ready,
  left,
  range,
  span,
  calendar,
}: {
  readonly ready: readonly DayOrder[];
  readonly left: readonly DayOrder[];
  readonly range: DayRange;
  readonly span: Span;
  readonly calendar: Calendar;
}): readonly DayHour[] {
  const { slots, slotAt } = range.from === range.to ? ofOneDay(span, calendar) : ofManyDays(calendar);
  for (const { readyAt } of ready) {
    const slot = readyAt === null ? undefined : slotAt(readyAt);
    if (slot !== undefined) slot.ready += 1;
  }
  for (const order of left) {
    const slot = slotAt(leftAt(order) ?? '');
    if (slot === undefined) continue;
    slot.left += 1;
    const ms = waitedMs(order);
    if (ms !== null) slot.waits.push(ms);
  }
  return slots.map(({ waits, ...slot }) => ({
    ...slot,
    medianWaitMs: median(waits.toSorted((a, b) => a - b)),
  }));
}

type Slots = { readonly slots: readonly Slot[]; readonly slotAt: (iso: string) => Slot | undefined };

function ofManyDays(calendar: Calendar): Slots {
  const slots = Array.from({ length: HOURS_A_DAY }, (_, hour) => emptySlot(hour, false));
  return { slots, slotAt: (iso) => slots[calendar.hourOf(iso)] };
}

function ofOneDay({ from, to }: Span, calendar: Calendar): Slots {
  const slots: Slot[] = [];
  const byQuarter: Slot[] = [];
  let hour = -1;
  const [startMs, endMs] = [msOf(from), msOf(to)];
  for (let at = startMs; at < endMs; at += QUARTER_MS) {
    const current = calendar.hourOf(isoOf(at));
    // The same hour twice in a row is a second one when it lasts longer than an hour can.
    const isFull =
      byQuarter.slice(-4).length === 4 && byQuarter.slice(-4).every((slot) => slot === slots.at(-1));
    if (current !== hour || isFull) {
      slots.push(
        emptySlot(
          current,
          slots.some((slot) => slot.hour === current),
        ),
      );
    }
    hour = current;
    const slot = slots.at(-1);
    if (slot !== undefined) byQuarter.push(slot);
  }
  return {
    slots,
    slotAt: (iso) => byQuarter[Math.floor((msOf(iso) - startMs) / QUARTER_MS)],
  };
}

function emptySlot(hour: number, isRepeated: boolean): Slot {
  return { hour, isRepeated, ready: 0, left: 0, waits: [] };
}
