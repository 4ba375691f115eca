import type { OrderSummary } from '../../../shared/orders/order.ts';
import type { OrderBook } from '../list/order-book.ts';
import { hasLeft, rowTone } from '../list/row-model.ts';
import { isCodeLike, withCode } from '../list/search.ts';

const HOUR_MS = 3_600_000;
/** Codes start again after 9999: an order older than a day is not the one a rider asks for today. */
const DAY_MS = 24 * HOUR_MS;
/** A bag that still waits counts as current for this long, with its age shown; later its state is too uncertain. */
const WAITS_AT_MOST_MS = 7 * DAY_MS;
/** No order is promised for a later time: such a time is none. */
const AHEAD_AT_MOST_MS = 60 * DAY_MS;

/** What to do with the bag when a rider says its code. */
export type CodeCheck =
  | {
      readonly verdict: 'give' | 'handed-over' | 'cancelled' | 'gone' | 'not-ready';
      readonly order: OrderSummary;
      /** It has waited for a day or more: the page shows the date and asks PedidosYa. */
      readonly isOld: boolean;
    }
  /** The code fits more than one bag. */
  | { readonly verdict: 'several'; readonly code: string; readonly orders: readonly OrderSummary[] }
  /** Not an order of this shop, or not known yet. `older`: the last order with this code, too old to be the one meant. */
  | { readonly verdict: 'none'; readonly code: string; readonly older: OrderSummary | null };

/**
 * Checks whether the typed or scanned text is the whole code of an order. Returns null for text that is not a code.
 * Among orders with the same code, the newest and every one whose bag stands here count. Codes that differ only in
 * punctuation or case are different bags. `offered`: orders which this question already allowed to hand over; their
 * later hand-over is expected.
 */
export function checkCode(input: {
  readonly query: string;
  readonly book: OrderBook;
  /** The platform's time, as far as known. */
  readonly nowMs: number;
  readonly offered?: readonly string[];
  /** The order that staff chose by its name among several. */
  readonly picked?: string | null;
}): CodeCheck | null {
  const { book, nowMs, offered = [], picked = null } = input;
  const code = input.query.trim();
  const same = withCode(book.values(), code);
  // What happens to the order that was chosen, even news of days ago, never lets another one with its code go.
  const chosen = picked === null ? undefined : book.get(picked);
  const asked = chosen === undefined ? same.filter((order) => isCurrent(order, nowMs)) : [chosen];
  if (asked.length === 0) {
    return same.length > 0 || isCodeLike(code, book.values())
      ? { verdict: 'none', code, older: newestOf(same) }
      : null;
  }
  const given = newestOf(asked.filter((order) => offered.includes(order.id) && isHandedOver(order)));
  if (given !== null) return { verdict: 'handed-over', order: given, isOld: false };
  const meant = asked.filter(
    (order) => isHere(order) || order === newestOf(asked.filter((other) => other.code === order.code)),
  );
  const [order, ...others] = meant;
  if (order === undefined || others.length > 0) return { verdict: 'several', code, orders: meant };
  return { verdict: VERDICTS[rowTone(order)], order, isOld: ageMs(order, nowMs) >= DAY_MS };
}

/** Returns the ids of the orders that the result allows to hand over. */
export function offeredBy(check: CodeCheck | null): readonly string[] {
  if (check?.verdict === 'give') return [check.order.id];
  if (check?.verdict !== 'several') return [];
  return check.orders.filter((order) => rowTone(order) === 'ready').map(({ id }) => id);
}

/** Returns the orders that the result is about. */
export function ordersOf(check: CodeCheck): readonly OrderSummary[] {
  if (check.verdict === 'several') return check.orders;
  return check.verdict === 'none' ? [] : [check.order];
}

/** Returns true when the result takes the whole panel: staff do not look at the list, and no other order is open. */
export function isWholePanel(
  check: CodeCheck,
  view: { readonly isListed: boolean; readonly openId: string | null },
  otherHits: number,
): boolean {
  if (view.isListed || (check.verdict === 'none' && otherHits > 0)) return false;
  return view.openId === null || ordersOf(check).some(({ id }) => id === view.openId);
}

/** Returns true when the result is based on data so old that the app must ask PedidosYa. */
export function isDoubtful(check: CodeCheck | null): boolean {
  if (check === null || check.verdict === 'several') return false;
  return check.verdict === 'none' ? check.older !== null : check.isOld;
}

const VERDICTS = { ready: 'give', stop: 'cancelled', done: 'gone', other: 'not-ready' } as const;

function isHandedOver(order: OrderSummary): boolean {
  return order.handedOverAt !== null && rowTone(order) === 'done';
}

/** Returns true when the bag stands in the shop, whether it may be handed over or not. */
function isHere(order: OrderSummary): boolean {
  const tone = rowTone(order);
  return tone === 'ready' || (tone === 'stop' && !hasLeft(order, null));
}

function isCurrent(order: OrderSummary, nowMs: number): boolean {
  return ageMs(order, nowMs) < (rowTone(order) === 'ready' ? WAITS_AT_MOST_MS : DAY_MS);
}

/**
 * Returns the time since the order's latest known date; a preorder counts from its promised time. Returns 0 without any
 * date.
 */
function ageMs(order: OrderSummary, nowMs: number): number {
  const isLeft = rowTone(order) === 'done';
  // An end without a time of its own is as old as this computer's first news of the order: it may be weeks older.
  const ends = [order.leftAt, order.cancelledAt].filter((time) => time !== order.firstSeenAt);
  const known = [order.at, order.handedOverAt, ...ends, isLeft ? null : order.promisedFor]
    .map(msOf)
    .filter((ms) => ms <= nowMs + AHEAD_AT_MOST_MS);
  const times = known.length > 0 ? known : [msOf(order.firstSeenAt)].filter(Number.isFinite);
  return times.length === 0 ? 0 : nowMs - Math.max(...times);
}

function msOf(time: string | null | undefined): number {
  return time === null || time === undefined ? Number.NaN : Date.parse(time);
}

function newestOf(orders: readonly OrderSummary[]): OrderSummary | null {
  return orders.reduce<OrderSummary | null>(
    (newest, order) => (newest === null || order.at > newest.at ? order : newest),
    null,
  );
}
