import type { StoredOrder } from '../../../shared/orders/order.ts';
import { shiftIso, type Now } from '../../../shared/time.ts';
import type { Gap, Rejection, WhyAnswer, WhyQuestion } from '../../../shared/orders/why.ts';
import { longestGap, type Presence } from './uptime.ts';
import { tellWhy, type OrderRecords } from './explain-alert.ts';

/** Read access to the stored history. */
export type Records = {
  /** Newest first. */
  readonly ordersWithCode: (code: string) => readonly StoredOrder[];
  readonly recordsOf: (stored: StoredOrder) => OrderRecords;
  readonly findOrder: (orderId: string) => StoredOrder | null;
  /** Returns the requests refused in a window; null when there were none. */
  readonly rejectedIn: (window: Gap) => Rejection | null;
  /** Returns when a request last named this order, by code or id, as another shop's. */
  readonly otherShopAt: (codeOrId: string) => string | null;
  readonly presenceSince: (from: string) => readonly Presence[];
};

/** For an unknown order, the events of this last period are searched. */
const LOOK_BACK_MS = 24 * 60 * 60 * 1000;

/** Collects the records of an order and returns why it rang or did not. */
export function createAskWhy({
  records,
  now,
}: {
  readonly records: Records;
  readonly now: Now;
}): (question: WhyQuestion) => WhyAnswer {
  const around = (window: Gap, otherShopAt: string | null) => ({
    rejected: records.rejectedIn(window),
    gap: longestGap(records.presenceSince(window.from), window),
    otherShopAt,
  });
  return ({ code: asked, orderId }) => {
    const code = asked.trim();
    const orders = ordersFor(records, code);
    const stored = orders.find(({ order }) => order.id === orderId) ?? orders[0];
    if (stored === undefined) {
      const window = { from: shiftIso(now(), -LOOK_BACK_MS), to: now() };
      const story = tellWhy(null, around(window, records.otherShopAt(code)));
      return { code, orderId: null, choices: [], story };
    }
    const kept = records.recordsOf(stored);
    // The cause of a delay lies between the platform's time and the first event here.
    const window = {
      from: stored.readyAt ?? stored.order.version ?? stored.firstSeenAt,
      to: lastRaised(kept),
    };
    return {
      code: stored.order.code,
      orderId: stored.order.id,
      choices: orders.map((one) => ({ orderId: one.order.id, at: one.readyAt ?? one.firstSeenAt })),
      story: tellWhy(kept, around(window, null)),
    };
  };
}

function ordersFor(records: Records, code: string): readonly StoredOrder[] {
  const withCode = records.ordersWithCode(code);
  if (withCode.length > 0) return withCode;
  const byId = records.findOrder(code);
  return byId === null ? [] : [byId];
}

function lastRaised({ alerts, stored }: OrderRecords): string {
  return alerts.map((alert) => alert.raisedAt).reduce((a, b) => (a > b ? a : b), stored.firstSeenAt);
}
