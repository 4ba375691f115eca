import type { AlertSettings } from '../settings/alert-settings.ts';
import { orderTab, type OrderSummary } from './order.ts';

const MINUTE_MS = 60_000;

/**
 * Returns for how many whole minutes a bag has been ready when that is so long that it is said; else null. `silenced`:
 * the orders that nobody wants to be reminded of.
 */
export function unclaimedMinutes(
  order: Pick<OrderSummary, 'id' | 'status' | 'handedOverAt' | 'at'>,
  { afterMinutes }: AlertSettings['unclaimed'],
  silenced: ReadonlySet<string>,
  nowMs: number,
): number | null {
  if (afterMinutes === 0 || orderTab(order) !== 'ready' || silenced.has(order.id)) return null;
  const minutes = (nowMs - Date.parse(order.at)) / MINUTE_MS;
  return minutes >= afterMinutes ? Math.floor(minutes) : null;
}
