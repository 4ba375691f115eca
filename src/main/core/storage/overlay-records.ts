import { foldCode } from '../../../shared/orders/search-words.ts';
import type { Circumstance } from '../../../shared/orders/why.ts';
import type { Records } from '../history/ask-why.ts';
import type { OverlayRows } from './overlay-rows.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';
import type { NotedAlert, OrderRecords } from '../history/explain-alert.ts';

type NoteCircumstance = (
  alertIds: readonly string[],
  circumstance: Circumstance,
  replaces: Circumstance | null,
) => void;

/** Returns the history together with what is not stored yet, so that a search for an order also finds pending ones. */
export function createOverlayRecords({
  records,
  pending,
  breaker,
}: {
  readonly records: Records & { readonly noteCircumstance: NoteCircumstance };
  readonly pending: Pick<OverlayRows, 'orders' | 'alerts' | 'events'>;
  readonly breaker: CircuitBreaker;
}): Records & { readonly noteCircumstance: NoteCircumstance } {
  const { read } = breaker;
  const noted = new Map<string, Circumstance>();
  const none = (): readonly never[] => [];
  const nothing = (): null => null;

  const alertsOf = (stored: readonly NotedAlert[], orderId: string): readonly NotedAlert[] => {
    const own = [...pending.alerts.values()].filter(({ subject }) => subject === orderId);
    const circumstanceOf = (id: string): Circumstance | null =>
      noted.get(id) ?? stored.find((alert) => alert.id === id)?.circumstance ?? null;
    const others = stored.filter(({ id }) => own.every((alert) => alert.id !== id));
    return [...others, ...own].map((alert) => ({ ...alert, circumstance: circumstanceOf(alert.id) }));
  };

  return {
    ordersWithCode: (code) => {
      const stored = read(() => records.ordersWithCode(code), none);
      const own = [...pending.orders.values()].map((kept) => kept.stored);
      return [
        ...own.filter(({ order }) => foldCode(order.code) === foldCode(code)),
        ...stored.filter(({ order }) => !pending.orders.has(order.id)),
      ];
    },
    findOrder: (orderId) =>
      pending.orders.get(orderId)?.stored ?? read(() => records.findOrder(orderId), nothing),
    recordsOf: (stored) => {
      const { id } = stored.order;
      const kept = read<OrderRecords>(
        () => records.recordsOf(stored),
        () => ({ stored, events: [], alerts: [], deliveries: [] }),
      );
      const events = [...pending.events.values()].filter(({ orderId }) => orderId === id);
      return { ...kept, events: [...kept.events, ...events], alerts: alertsOf(kept.alerts, id) };
    },
    rejectedIn: (window) => read(() => records.rejectedIn(window), nothing),
    otherShopAt: (codeOrId) => read(() => records.otherShopAt(codeOrId), nothing),
    presenceSince: (from) => read(() => records.presenceSince(from), none),
    noteCircumstance: (alertIds, circumstance, replaces) => {
      const write = (): void => {
        records.noteCircumstance(alertIds, circumstance, replaces);
        for (const id of alertIds) noted.delete(id);
      };
      breaker.write(write, () => {
        for (const id of alertIds) if ((noted.get(id) ?? null) === replaces) noted.set(id, circumstance);
        breaker.later(`circumstance ${alertIds.join(' ')} ${circumstance}`, write);
      });
    },
  };
}
