import type { StoredOrder } from '../../../shared/order.ts';
import { shiftIso } from '../../../shared/time.ts';
import type { Gap, Rejection, WhyAnswer, WhyQuestion } from '../../../shared/why.ts';
import type { Now } from '../support/now.ts';
import { longestGap, type Presence } from './uptime.ts';
import { tellWhy, type OrderRecords } from './explain-alert.ts';

/** What is kept of the past. */
export type Records = {
  /** Newest first. */
  readonly ordersWithCode: (code: string) => readonly StoredOrder[];
  readonly recordsOf: (stored: StoredOrder) => OrderRecords;
  readonly findOrder: (orderId: string) => StoredOrder | null;
  /** Requests turned away in a window; null when there were none. */
  readonly rejectedIn: (window: Gap) => Rejection | null;
  /** When a request last named this order, by code or id, as another shop's. */
  readonly otherShopAt: (codeOrId: string) => string | null;
  readonly presenceSince: (from: string) => readonly Presence[];
};

/** An order that is asked for and not known is looked for among what happened in this time. */
const LOOK_BACK_MS = 24 * 60 * 60 * 1000;

/** Gathers what is kept of an order and answers why it rang or did not. */
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
    // What kept the news away happened between the platform's time and the first news here.
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
