import { CURRENCIES } from '../../../shared/orders/money.ts';
import type { DayAlert, DayFile, DayOrder } from '../../../shared/orders/day.ts';
import type { Texts } from '../../../shared/texts/texts.ts';
import { initialsIn } from '../../../shared/settings/hands.ts';
import { msBetween } from '../../../shared/time.ts';
import type { Calendar, Span } from './calendar.ts';
import { amountText, minutesText, separatorOf, toCsv } from '../support/csv.ts';
import { isCancelledAfter, isIn, leftAt, waitedMs, type DayFacts } from './facts.ts';

type TableDeps = {
  readonly span: Span;
  readonly calendar: Calendar;
  readonly texts: Texts['day'];
  /** The shop keeps initials. Where it does not, the files have no column for them, unless a mark has some. */
  readonly hasStaff?: boolean;
  /** How this shop writes numbers. */
  readonly locale: string;
};

/** Returns the CSV file of the orders, or of the alerts, of a time. Of a customer it has the first letter of the name. */
export function dayFile(what: DayFile, facts: DayFacts, deps: TableDeps): string {
  const rows = what === 'orders' ? orderRows(facts.orders, deps) : alertRows(facts.alerts, deps);
  return toCsv(rows, separatorOf(deps.locale));
}

/** Returns the rows with a last column for initials, where there are any or the shop keeps them. */
function withStaff(
  rows: readonly { readonly cells: readonly string[]; readonly by: string | null }[],
  columns: readonly string[],
  column: string,
  hasStaff: boolean,
): readonly (readonly string[])[] {
  const whose = rows.map(({ by }) => initialsIn(by));
  if (!hasStaff && whose.every((by) => by === null)) return [columns, ...rows.map(({ cells }) => cells)];
  return [[...columns, column], ...rows.map(({ cells }, index) => [...cells, whose[index] ?? ''])];
}

function orderRows(
  orders: readonly DayOrder[],
  { span, calendar, texts, locale, hasStaff = false }: TableDeps,
) {
  const { columns, by, outcome } = texts.files.orders;
  const stamp = (iso: string | null): string => (iso === null ? '' : calendar.stamp(iso));
  const rows = orders
    .filter((order) => [order.readyAt, leftAt(order), order.cancelledAt].some((at) => isIn(at, span)))
    .map((order) => ({ order, at: order.readyAt ?? order.cancelledAt ?? order.firstSeenAt }))
    .toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))
    .map(({ order }) => ({
      by: order.handedOverBy ?? null,
      cells: [
        order.code,
        order.externalId ?? '',
        order.initial,
        order.isCancelled
          ? isCancelledAfter(order)
            ? outcome.cancelledAfter
            : outcome.cancelledBefore
          : leftAt(order) === null
            ? outcome.waiting
            : outcome.left,
        stamp(order.readyAt),
        stamp(leftAt(order)),
        minutesText(waitedMs(order), locale),
        stamp(order.cancelledAt),
        order.cancelledBy ?? '',
        order.cancelledReason ?? '',
        order.hadWebhook ? texts.yes : texts.no,
        String(order.lineCount),
        amountText(order.totalMinor, CURRENCIES[order.currency], locale),
        order.totalMinor === null ? '' : order.currency,
      ],
    }));
  return withStaff(rows, columns, by, hasStaff);
}

function alertRows(
  alerts: readonly DayAlert[],
  { span, calendar, texts, locale, hasStaff = false }: TableDeps,
) {
  const { columns, by, kinds } = texts.files.alerts;
  const stamp = (iso: string | null): string => (iso === null ? '' : calendar.stamp(iso));
  const rows = alerts
    .filter(({ raisedAt }) => isIn(raisedAt, span))
    .map((alert) => ({
      by: alert.acknowledgedBy,
      cells: [
        kinds[alert.kind],
        alert.code,
        stamp(alert.since),
        stamp(alert.raisedAt),
        stamp(alert.acknowledgedAt),
        minutesText(
          alert.acknowledgedAt === null ? null : msBetween(alert.raisedAt, alert.acknowledgedAt),
          locale,
        ),
        stamp(alert.closedAt),
      ],
    }));
  return withStaff(rows, columns, by, hasStaff);
}
