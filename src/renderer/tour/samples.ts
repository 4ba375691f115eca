import { alertId, type Alert, type ToneKind } from '../../shared/orders/alert.ts';
import type { OrderSummary } from '../../shared/orders/order.ts';

const MINUTE_MS = 60_000;

function minutesBefore(nowMs: number, minutes: number): string {
  return new Date(nowMs - minutes * MINUTE_MS).toISOString();
}

/** Returns an invented order as the list would show it. `minutes`: how long it has had its state. */
export function sampleOrder(
  nowMs: number,
  { minutes, ...change }: Partial<OrderSummary> & Pick<OrderSummary, 'code'> & { readonly minutes: number },
): OrderSummary {
  const at = minutesBefore(nowMs, minutes);
  return {
    id: `tour-${change.code}`,
    externalId: `tour-${change.code}`,
    status: 'READY_FOR_PICKUP',
    statusText: change.status ?? 'READY_FOR_PICKUP',
    at,
    firstSeenAt: at,
    promisedFor: null,
    isPreorder: false,
    customerFirstName: null,
    lineCount: 3,
    totalMinor: null,
    currency: 'USD',
    cancellation: null,
    wasPickedUp: false,
    handedOverAt: null,
    collectMinor: null,
    ...change,
  };
}

/** Returns an invented alert. */
export function sampleAlert(
  nowMs: number,
  kind: ToneKind,
  {
    code,
    minutes,
    customerFirstName = null,
  }: { readonly code: string; readonly minutes: number; readonly customerFirstName?: string | null },
): Alert {
  const since = minutesBefore(nowMs, minutes);
  const subject = `tour-${code}`;
  const any = {
    id: alertId(subject, kind),
    subject,
    raisedAt: since,
    since,
    source: 'webhook' as const,
    shownAt: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    closedAt: null,
  };
  if (kind === 'connection') return { ...any, kind, cause: 'offline' };
  return { ...any, kind, code, customerFirstName, reason: null };
}
