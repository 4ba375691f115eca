import type { OrderSummary } from '../../../shared/order.ts';
import type { OrderBook } from '../list/order-book.ts';
import { rowTone } from '../list/row-model.ts';
import { isCodeLike, withCode } from '../list/search.ts';

const HOUR_MS = 3_600_000;
/** Codes start again after 9999: what is older than a day is not the bag that a rider asks for. */
const DAY_MS = 24 * HOUR_MS;
/** One that still waits is asked about by the hour for so long; after that nobody knows whether it does. */
const WAITS_AT_MOST_MS = 7 * DAY_MS;

/** What the code that a rider says means for the bag. */
export type CodeCheck =
  | {
      readonly verdict: 'give' | 'handed-over' | 'cancelled' | 'gone' | 'not-ready';
      readonly order: OrderSummary;
      /** It waits since another day: the date is said, and PedidosYa asked. */
      readonly isOld: boolean;
    }
  /** More than one bag could be meant. */
  | { readonly verdict: 'several'; readonly code: string; readonly orders: readonly OrderSummary[] }
  /** Not an order of this shop, or not known yet. `older`: the last one that had this code, too long ago to be meant. */
  | { readonly verdict: 'none'; readonly code: string; readonly older: OrderSummary | null };

/**
 * Judges what was typed or scanned by the codes alone: it is the whole code of an order, or no order's. null: it is no
 * code. Of orders with the same code the newest counts, and each that waits; codes that differ in their signs or case
 * only are two bags. `offered`: orders that this question said to hand over, which is no news against them once they are.
 */
export function checkCode(input: {
  readonly query: string;
  readonly book: OrderBook;
  /** Of the platform, as far as it is known. */
  readonly nowMs: number;
  readonly offered?: readonly string[];
}): CodeCheck | null {
  const { book, nowMs, offered = [] } = input;
  const code = input.query.trim();
  const same = withCode(book.values(), code);
  const current = same.filter((order) => isCurrent(order, nowMs));
  if (current.length === 0) {
    return same.length > 0 || isCodeLike(code, book.values())
      ? { verdict: 'none', code, older: newestOf(same) }
      : null;
  }
  const given = newestOf(current.filter((order) => offered.includes(order.id) && isHandedOver(order)));
  if (given !== null) return { verdict: 'handed-over', order: given, isOld: false };
  const meant = current.filter(
    (order) =>
      rowTone(order) === 'ready' || order === newestOf(current.filter((other) => other.code === order.code)),
  );
  const [order, ...others] = meant;
  if (order === undefined || others.length > 0) return { verdict: 'several', code, orders: meant };
  return { verdict: VERDICTS[rowTone(order)], order, isOld: ageMs(order, nowMs) >= DAY_MS };
}

/** The orders that an answer lets go. */
export function offeredBy(check: CodeCheck | null): readonly string[] {
  if (check?.verdict === 'give') return [check.order.id];
  if (check?.verdict !== 'several') return [];
  return check.orders.filter((order) => rowTone(order) === 'ready').map(({ id }) => id);
}

/** True when an answer rests on news so old that PedidosYa must be asked. */
export function isDoubtful(check: CodeCheck | null): boolean {
  if (check === null || check.verdict === 'several') return false;
  return check.verdict === 'none' ? check.older !== null : check.isOld;
}

const VERDICTS = { ready: 'give', stop: 'cancelled', done: 'gone', other: 'not-ready' } as const;

function isHandedOver(order: OrderSummary): boolean {
  return order.handedOverAt !== null && rowTone(order) === 'done';
}

function isCurrent(order: OrderSummary, nowMs: number): boolean {
  return ageMs(order, nowMs) < (rowTone(order) === 'ready' ? WAITS_AT_MOST_MS : DAY_MS);
}

/** Since the last time that is known of it: a preorder counts from when it is promised. Of no time at all: none. */
function ageMs(order: OrderSummary, nowMs: number): number {
  const isLeft = rowTone(order) === 'done';
  const times = [order.at, order.handedOverAt, isLeft ? null : order.promisedFor]
    .map((time) => (time === null ? Number.NaN : Date.parse(time)))
    .filter(Number.isFinite);
  return times.length === 0 ? 0 : nowMs - Math.max(...times);
}

function newestOf(orders: readonly OrderSummary[]): OrderSummary | null {
  return orders.reduce<OrderSummary | null>(
    (newest, order) => (newest === null || order.at > newest.at ? order : newest),
    null,
  );
}
