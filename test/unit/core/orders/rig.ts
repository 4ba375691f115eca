import { createHandOver } from '../../../../src/main/core/orders/hand-over.ts';
import type {
  ApplyOutcome,
  IncomingOrder,
  OrderChange,
  OrderStore,
} from '../../../../src/main/core/orders/types.ts';
import { createIngest } from '../../../../src/main/core/orders/ingest.ts';
import type { Database } from '../../../../src/main/store/database/types.ts';
import type { Alert } from '../../../../src/shared/orders/alert.ts';
import type { Order, OrderSource, StoredOrder } from '../../../../src/shared/orders/order.ts';
import { createFixedClock } from '../../../fakes/fixed-clock.ts';
import { openTempStore } from '../../../fakes/temp-store.ts';
import { news } from '../../../fixtures/news.ts';

export const ID = news().order.id;
/** Versions of one order, the oldest first. */
export const V1 = '2026-03-02T14:50:00.000Z';
export const V2 = '2026-03-02T14:55:00.000Z';
export const V3 = '2026-03-02T14:58:00.000Z';

export type ReceiveRig = {
  readonly store: OrderStore;
  readonly db: Database;
  /** News of the ordinary order with these changes; answers what it did. */
  readonly arrive: (changes?: Partial<Order>, how?: { readonly source?: OrderSource }) => ApplyOutcome;
  /** News as they are. */
  readonly take: (news: IncomingOrder, source: OrderSource) => ApplyOutcome;
  readonly move: (ms: number) => void;
  readonly now: () => string;
  readonly stored: () => StoredOrder;
  /** Kinds that still want somebody. */
  readonly open: () => readonly string[];
  readonly alert: (kind: Alert['kind']) => Alert;
  /** Puts the mark into the order alone. */
  readonly handOver: (at: string) => void;
  /** Sets the mark or takes it back, as the counter does. */
  readonly mark: (handedOver: boolean) => OrderChange | null;
  readonly close: () => void;
  /** Only this computer's clock is known, or the platform's again. */
  readonly doubtClock: (isDoubted: boolean) => void;
};

/** The real way in, on the real store. */
export function createReceiveRig(): ReceiveRig {
  const clock = createFixedClock();
  const { store, db, close } = openTempStore(clock.now);
  let isClockProven = true;
  const receive = createIngest({ store, now: clock.now, isClockProven: () => isClockProven });
  const take: ReceiveRig['take'] = (one, source) => {
    clock.move(1_000);
    const [outcome] = receive([one], source);
    if (outcome === undefined) throw new Error('no outcome');
    return outcome;
  };
  return {
    store,
    db,
    take,
    arrive: (changes = {}, { source = 'webhook' } = {}) => take(news(changes), source),
    move: clock.move,
    now: clock.now,
    stored: () => {
      const stored = store.findOrder(ID);
      if (stored === null) throw new Error('not stored');
      return stored;
    },
    open: () => store.openAlerts().map((alert) => alert.kind),
    alert: (kind) => {
      const alert = store.alertsOf(ID).find((one) => one.kind === kind);
      if (alert === undefined) throw new Error(`no alert ${kind}`);
      return alert;
    },
    handOver: (at) =>
      store.transact((tx) => {
        const kept = tx.findOrder(ID);
        if (kept === null) throw new Error('not stored');
        tx.saveOrder({ ...kept, stored: { ...kept.stored, handedOverAt: at } });
      }),
    mark: (handedOver) => createHandOver({ store, now: clock.now })(ID, handedOver),
    close,
    doubtClock: (isDoubted) => {
      isClockProven = !isDoubted;
    },
  };
}

/** What one piece of news raised and closed. */
export function rung(outcome: ApplyOutcome): {
  readonly raised: readonly string[];
  readonly closed: readonly string[];
} {
  if (outcome.kind !== 'changed') return { raised: [], closed: [] };
  const { raised, closed } = outcome.change;
  return { raised: raised.map((alert) => alert.kind), closed: closed.map((alert) => alert.kind) };
}
