import type { DayOutage } from '../../../shared/orders/day.ts';
import { LONGEST_STEP_MS } from '../history/uptime.ts';
import { msBetween } from '../../../shared/time.ts';
import type { Span } from './calendar.ts';
import { isIn, type DayFacts } from './facts.ts';

type Times = Pick<DayOutage, 'kind' | 'from' | 'to'>;

/**
 * Returns when PedidosYa could not be asked and when the app was not running, with the orders that this hid. A pause of the
 * app counts when it began and ended in this time, or when it hid something: most begin at night and hide nothing.
 */
export function outagesOf(facts: DayFacts, span: Span): readonly DayOutage[] {
  const connection = facts.alerts
    .filter(({ kind, since, closedAt }) => kind === 'connection' && overlaps(span, since, closedAt))
    .map(({ since, closedAt }): Times => ({ kind: 'connection', from: since, to: closedAt }));
  return [...connection, ...pausesIn(facts, span)]
    .map((times) => ({ ...times, ...hiddenBy(times, facts, span) }))
    .filter(
      ({ kind, from, to, hidReady, hidCancelled }) =>
        kind === 'connection' ||
        hidReady + hidCancelled > 0 ||
        (from >= span.from && to !== null && to < span.to),
    )
    .toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
}

function pausesIn({ presence }: DayFacts, span: Span): readonly Times[] {
  const sorted = presence.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return sorted.flatMap((stretch, index): readonly Times[] => {
    const next = sorted[index + 1];
    if (next === undefined || msBetween(stretch.to, next.from) <= LONGEST_STEP_MS) return [];
    if (!overlaps(span, stretch.to, next.from)) return [];
    return [{ kind: 'app-off', from: stretch.to, to: next.from }];
  });
}

/** What happened during it and was known here only when it was over. While it lasts nobody knows. */
function hiddenBy(
  { from, to }: Times,
  { orders }: DayFacts,
  span: Span,
): Pick<DayOutage, 'hidReady' | 'hidCancelled'> {
  if (to === null) return { hidReady: 0, hidCancelled: 0 };
  const isHidden = (at: string | null, knownAt: string | null): boolean =>
    isIn(at, span) && isIn(at, { from, to }) && knownAt !== null && knownAt >= to;
  return {
    hidReady: orders.filter((order) => isHidden(order.readyAt, order.readyKnownAt)).length,
    hidCancelled: orders.filter((order) => isHidden(order.cancelledAt, order.cancelledKnownAt)).length,
  };
}

function overlaps(span: Span, from: string, to: string | null): boolean {
  return from < span.to && (to === null || to >= span.from);
}
