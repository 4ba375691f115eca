import { checkCode, type CodeCheck } from '../../../../src/renderer/counter/code/code-check.ts';
import { toOrderBook } from '../../../../src/renderer/counter/list/order-book.ts';
import type { OrderSummary } from '../../../../src/shared/orders/order.ts';
import { HANDED_OVER_AT } from '../../../fakes/orders-api.ts';
import { minutesAgo, NOW, sampleOrder } from '../../sample-orders.ts';

export const HOUR = 60;
export const DAY = 24 * HOUR;

export const ready = sampleOrder({ id: 'a', code: '4821', at: minutesAgo(10) });
export const cancelled = sampleOrder({ id: 'b', code: '4822', status: 'CANCELLED' });
const marked = sampleOrder({ id: 'c', code: '4700', handedOverAt: HANDED_OVER_AT });
export const early = sampleOrder({ id: 'd', code: '4600', status: 'ACCEPTED' });
export const orders = [ready, cancelled, marked, early];

export function verdictOf(
  query: string,
  among: readonly OrderSummary[] = orders,
  offered: readonly string[] = [],
): CodeCheck | null {
  return checkCode({ query, book: toOrderBook(among), nowMs: NOW, offered });
}
export const gone = (code: string, minutes: number): OrderSummary =>
  sampleOrder({
    id: `gone-${code}-${String(minutes)}`,
    code,
    at: minutesAgo(minutes),
    status: 'PICKED_UP',
    wasPickedUp: true,
  });
