import { orderTab, type OrderSummary, type OrderTab } from '../../../shared/orders/order.ts';
import type { OpenAlerts, OrderBook } from './order-book.ts';
import { rowTime } from './row-model.ts';
import { createMatcher, type MatchField, type MatchRank } from './search.ts';

export const ORDER_TABS: readonly OrderTab[] = ['ready', 'cancelled', 'done', 'other'];
/** A search looks under `all` tabs until staff choose one. */
export type Scope = OrderTab | 'all';

type TabCount = { readonly orders: number; readonly unseen: number };
export type TabCounts = Readonly<Record<Scope, TabCount>>;

export type OrderList = {
  readonly orders: readonly OrderSummary[];
  /** By order id: the fields in which the search words were found. Without orders that match exactly. */
  readonly matches: ReadonlyMap<string, readonly MatchField[]>;
  /** The number of matching orders under each tab. */
  readonly counts: TabCounts;
};

type Entry = {
  readonly order: OrderSummary;
  readonly tab: OrderTab;
  readonly rank: MatchRank;
  readonly raisedAt: string | null;
  /** The time that its row tells. */
  readonly at: string;
};

/** The match of every order while nothing is searched. */
const EXACT = { rank: 0, fields: [] } as const;
const BY_PRODUCT = { rank: 3, fields: ['product'] } as const;

/** Returns the orders of the list in order, and the number of orders under each tab. */
export function listOrders(input: {
  readonly book: OrderBook;
  readonly alerts: OpenAlerts;
  readonly scope: Scope;
  readonly query: string;
  /** The orders in which the searched product was found. */
  readonly products?: ReadonlySet<string>;
}): OrderList {
  const match = createMatcher(input.query);
  const counts = {
    all: { orders: 0, unseen: 0 },
    ready: { orders: 0, unseen: 0 },
    cancelled: { orders: 0, unseen: 0 },
    done: { orders: 0, unseen: 0 },
    other: { orders: 0, unseen: 0 },
  };
  const matches = new Map<string, readonly MatchField[]>();
  const entries: Entry[] = [];
  for (const order of input.book.values()) {
    const found =
      match === null ? EXACT : (match(order) ?? (input.products?.has(order.id) === true ? BY_PRODUCT : null));
    if (found === null) continue;
    const { rank, fields } = found;
    if (rank > 0) matches.set(order.id, fields);
    const tab = orderTab(order);
    const alert = input.alerts.get(order.id) ?? null;
    const raisedAt = alert?.raisedAt ?? null;
    const unseen = raisedAt === null ? 0 : 1;
    counts[tab].orders += 1;
    counts[tab].unseen += unseen;
    counts.all.orders += 1;
    counts.all.unseen += unseen;
    if (input.scope === 'all' || input.scope === tab)
      entries.push({ order, tab, rank, raisedAt, at: rowTime(order, alert) });
  }
  entries.sort(match === null ? compareByNeed : compareByMatch);
  return { orders: entries.map((entry) => entry.order), matches, counts };
}

function compareByMatch(a: Entry, b: Entry): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  const unseen = compareUnseen(a, b);
  if (unseen !== 0) return unseen;
  // Codes start again after 9999: a waiting order comes before one that left weeks ago.
  if ((a.tab === 'ready') !== (b.tab === 'ready')) return a.tab === 'ready' ? -1 : 1;
  return compareText(b.at, a.at) || compareText(a.order.id, b.order.id);
}

/** Unseen alerts come first; then, among waiting orders, the longest wait; in the other tabs what happened last. */
function compareByNeed(a: Entry, b: Entry): number {
  const unseen = compareUnseen(a, b);
  if (unseen !== 0) return unseen;
  const byTime = compareText(a.at, b.at);
  const inOrder = a.tab === 'ready' ? byTime : -byTime;
  return inOrder || compareText(a.order.id, b.order.id);
}

/** The oldest alert comes first, so that a new one never moves the row that staff are about to click. */
function compareUnseen(a: Entry, b: Entry): number {
  if (a.raisedAt === null) return b.raisedAt === null ? 0 : 1;
  return b.raisedAt === null ? -1 : compareText(a.raisedAt, b.raisedAt);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
