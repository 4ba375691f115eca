import type { Alert } from '../../../shared/orders/alert.ts';
import { formatMoney } from '../../../shared/orders/money.ts';
import { orderTab, type OrderSummary } from '../../../shared/orders/order.ts';
import type { Texts } from '../../../shared/texts/texts.ts';
import type { MatchField } from './search.ts';

export type RowTone = 'stop' | 'ready' | 'done' | 'other';

/** Returns the colour of a row, which is that of its tab. Red is only for bags that must not leave. */
export function rowTone(order: OrderSummary): RowTone {
  const tab = orderTab(order);
  return tab === 'cancelled' ? 'stop' : tab;
}

/** Returns true when the bag of a cancelled order had left the shop. */
export function hasLeft(order: OrderSummary, alert: Alert | null): boolean {
  return (
    alert?.kind === 'cancelled-after-handover' ||
    order.wasPickedUp ||
    order.handedOverAt !== null ||
    order.cancellation?.afterPickUp === true
  );
}

/** Returns the state in words, so that nobody depends on the colour. */
export function statusText(order: OrderSummary, alert: Alert | null, texts: Texts): string {
  if (order.status === 'UNKNOWN') return texts.orders.unknownStatus(order.statusText);
  if (order.status === 'CANCELLED') {
    return hasLeft(order, alert) ? texts.orders.cancelledAfter : texts.orders.doNotHandOver;
  }
  if (order.status === 'READY_FOR_PICKUP' && order.handedOverAt !== null) return texts.orders.handedOver;
  return texts.orders.status[order.status];
}

/**
 * Returns what staff can do with the local mark "entregado": set it on a waiting bag, or remove it until the platform
 * reports that the bag left.
 */
export function handOverOffer(order: OrderSummary): 'mark' | 'take-back' | null {
  if (order.status === 'READY_FOR_PICKUP') return order.handedOverAt === null ? 'mark' : 'take-back';
  const isMarkAlone =
    order.status === 'CANCELLED' && !order.wasPickedUp && order.cancellation?.afterPickUp !== true;
  return isMarkAlone && order.handedOverAt !== null ? 'take-back' : null;
}

/**
 * Returns how this shop's mark and the platform's state differ; null when they agree, or the platform reported nothing.
 */
export function handOverMismatch(order: OrderSummary): keyof Texts['orderDetail']['mismatch'] | null {
  if (handOverOffer(order) === 'take-back')
    return order.status === 'CANCELLED' ? 'onlyHereCancelled' : 'onlyHere';
  const hasPlatformSaid = order.wasPickedUp && order.status !== 'CANCELLED';
  return hasPlatformSaid && order.handedOverAt === null ? 'onlyThere' : null;
}

/** Returns the reason of a cancellation in words; null without one. */
export function reasonText(order: OrderSummary, texts: Texts): string | null {
  const reason = order.cancellation?.reason ?? null;
  return reason === null || reason === '' ? null : texts.alerts.reason(reason);
}

/** Returns what the rider pays for a bag that is still in the shop; null when there is nothing to collect. */
export function collectText(order: OrderSummary, texts: Texts, locale: string): string | null {
  const tone = rowTone(order);
  if (tone === 'stop' || tone === 'done') return null;
  const { collectMinor, collectText: asSent, currency } = order;
  if (collectMinor !== null) return texts.orders.collect(formatMoney(collectMinor, currency, locale));
  return asSent === undefined ? null : texts.orders.collect(asSent);
}

/** Returns the time that the row of an order tells: when it left, when it was cancelled, else since when it is ready. */
export function rowTime(order: OrderSummary, alert: Alert | null): string {
  if (order.status === 'CANCELLED') return order.cancelledAt ?? alert?.raisedAt ?? order.at;
  return rowTone(order) === 'done' ? (order.handedOverAt ?? order.leftAt ?? order.at) : order.at;
}

/** Returns why the search found an order that does not match exactly. */
export function matchText(order: OrderSummary, match: readonly MatchField[], texts: Texts): string {
  const { external, ...found } = texts.orders.foundBy;
  return match
    .map((field) => (field === 'external' ? external(order.externalId ?? '') : found[field]))
    .join(', ');
}
