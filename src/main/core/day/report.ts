import { DAYS_KEPT, type DayRange, type DayReport, type Durations } from '../../../shared/orders/day.ts';
import { msBetween } from '../../../shared/time.ts';
import { shiftDay, type Calendar } from './calendar.ts';
import { isCancelledAfter, isIn, leftAt, median, waitedMs, type DayFacts } from './facts.ts';
import { hoursOf } from './hours.ts';
import { outagesOf } from './outages.ts';

const MAX_CODES = 50;

/** Returns the figures of these days. Each order counts in the day in which it happened: ready today, gone tomorrow. */
export function dayReport(
  facts: DayFacts,
  {
    range,
    today,
    calendar,
  }: {
    readonly range: DayRange;
    readonly today: string;
    readonly calendar: Calendar;
  },
): DayReport {
  const span = calendar.spanOf(range);
  const { orders, alerts } = facts;
  const ready = orders.filter(({ readyAt }) => isIn(readyAt, span));
  const left = orders.filter((order) => isIn(leftAt(order), span));
  const cancelled = orders.filter(({ cancelledAt }) => isIn(cancelledAt, span));
  const after = cancelled.filter(isCancelledAfter);
  const asked = [...new Set([...ready, ...cancelled])].filter((order) => !order.hadWebhook);
  const ours = alerts.filter((alert) => alert.kind !== 'connection' && isIn(alert.raisedAt, span));
  return {
    range,
    today,
    firstDay: shiftDay(today, 1 - DAYS_KEPT),
    ready: ready.length,
    left: left.length,
    cancelledBefore: cancelled.length - after.length,
    cancelledAfter: after.length,
    stillWaiting: ready.filter((order) => order.isReady && leftAt(order) === null).length,
    waiting: durations(left.map((order) => ({ ms: waitedMs(order), code: order.code }))),
    seen: durations(
      ours.map(({ raisedAt, acknowledgedAt, code }) => ({
        ms: acknowledgedAt === null ? null : Math.max(0, msBetween(raisedAt, acknowledgedAt)),
        code,
      })),
    ),
    closedUnseen: ours.filter((alert) => alert.acknowledgedAt === null && alert.closedAt !== null).length,
    hours: hoursOf({ ready, left, range, span, calendar }),
    outages: outagesOf(facts, span),
    foundByAsking: { count: asked.length, codes: asked.slice(0, MAX_CODES).map(({ code }) => code) },
  };
}

function durations(all: readonly { readonly ms: number | null; readonly code: string }[]): Durations {
  const known = all.flatMap(({ ms, code }) => (ms === null ? [] : [{ ms, code }]));
  const sorted = known.toSorted((a, b) => a.ms - b.ms);
  const worst = sorted.at(-1);
  return {
    count: sorted.length,
    medianMs: median(sorted.map(({ ms }) => ms)),
    worstMs: worst?.ms ?? null,
    worstCode: worst?.code ?? null,
  };
}
