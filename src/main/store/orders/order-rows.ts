import { CURRENCIES, type CurrencyCode } from '../../../shared/orders/money.ts';
import {
  ORDER_STATUSES,
  type Cancellation,
  type Order,
  type OrderSource,
  type OrderStatus,
  type OrderSummary,
  type StoredOrder,
} from '../../../shared/orders/order.ts';
import { handedOver } from '../../core/orders/hand-over.ts';
import { endTimes, toSummary as summaryOf } from '../../core/orders/summary.ts';
import type { KeptOrder } from '../../core/orders/types.ts';
import type { SqlValue } from '../database/types.ts';
import { keptOrder } from './kept-order.ts';
import {
  flag,
  flagOrNull,
  integer,
  integerOrNull,
  isRow,
  oneOf,
  text,
  textOrNull,
  type Row,
} from './rows.ts';

const SOURCES: readonly OrderSource[] = ['webhook', 'catch-up', 'refresh', 'reprocess'];
const STATUSES: ReadonlyMap<unknown, OrderStatus> = new Map(ORDER_STATUSES.map((status) => [status, status]));

export const SUMMARY_COLUMNS =
  'id, at, code, external_id, status, status_text, first_seen_at, promised_for, is_preorder, customer_first_name, line_count, total_minor, currency, is_cancellation_told, cancelled_by, cancelled_reason, is_cancelled_after_pick_up, was_picked_up, handed_over_at, left_at, cancelled_at, collect_minor, collect_text';
const OWN_COLUMNS =
  'version, ready_at, last_changed_at, source, content_rank, content_digest, ready_version, cancelled_version, cancellation_version, handed_over_by';
export const ORDER_COLUMNS = `${SUMMARY_COLUMNS}, ${OWN_COLUMNS}`;

/** Returns the values of a row, in the order of ORDER_COLUMNS. */
export function orderValues({ stored, basis }: KeptOrder): readonly SqlValue[] {
  const row = summaryOf(stored);
  return [
    row.id,
    row.at,
    row.code,
    row.externalId,
    row.status,
    row.statusText,
    row.firstSeenAt,
    row.promisedFor,
    Number(row.isPreorder),
    row.customerFirstName,
    row.lineCount,
    row.totalMinor,
    row.currency,
    Number(row.cancellation !== null),
    row.cancellation?.by ?? null,
    row.cancellation?.reason ?? null,
    toBit(row.cancellation?.afterPickUp ?? null),
    Number(row.wasPickedUp),
    row.handedOverAt,
    row.leftAt ?? null,
    row.cancelledAt ?? null,
    row.collectMinor,
    row.collectText ?? null,
    stored.order.version,
    stored.readyAt,
    stored.lastChangedAt,
    stored.source,
    basis.contentRank,
    basis.contentDigest,
    basis.readyVersion,
    basis.cancelledVersion,
    basis.cancellationVersion,
    stored.handedOverBy ?? null,
  ];
}

export function toSummary(row: Row): OrderSummary {
  const collectText = textOrNull(row, 'collect_text');
  return {
    id: text(row, 'id'),
    code: text(row, 'code'),
    externalId: textOrNull(row, 'external_id'),
    status: STATUSES.get(row['status']) ?? 'UNKNOWN',
    statusText: text(row, 'status_text'),
    at: text(row, 'at'),
    firstSeenAt: text(row, 'first_seen_at'),
    promisedFor: textOrNull(row, 'promised_for'),
    isPreorder: flag(row, 'is_preorder'),
    customerFirstName: textOrNull(row, 'customer_first_name'),
    lineCount: integer(row, 'line_count'),
    totalMinor: integerOrNull(row, 'total_minor'),
    currency: currencyOf(row),
    cancellation: cancellationOf(row),
    wasPickedUp: flag(row, 'was_picked_up'),
    handedOverAt: textOrNull(row, 'handed_over_at'),
    ...endTimes(textOrNull(row, 'left_at'), textOrNull(row, 'cancelled_at')),
    collectMinor: integerOrNull(row, 'collect_minor'),
    ...(collectText === null ? {} : { collectText }),
  };
}

/** Returns the order of a row of `orders` joined with its body; null when the body is no order. */
export function toKeptOrder(row: Row): KeptOrder | null {
  const order = parseOrder(row);
  if (order === null) return null;
  return {
    stored: {
      order,
      firstSeenAt: text(row, 'first_seen_at'),
      lastChangedAt: text(row, 'last_changed_at'),
      source: sourceOf(row),
      readyAt: textOrNull(row, 'ready_at'),
      wasPickedUp: flag(row, 'was_picked_up'),
      ...handedOver(textOrNull(row, 'handed_over_at'), textOrNull(row, 'handed_over_by')),
      ...endTimes(textOrNull(row, 'left_at'), textOrNull(row, 'cancelled_at')),
    },
    basis: {
      contentRank: integer(row, 'content_rank'),
      contentDigest: text(row, 'content_digest'),
      readyVersion: textOrNull(row, 'ready_version'),
      cancelledVersion: textOrNull(row, 'cancelled_version'),
      cancellationVersion: textOrNull(row, 'cancellation_version'),
    },
  };
}

export function sourceOf(row: Row): OrderSource {
  return oneOf(row, 'source', SOURCES, 'catch-up');
}

/** Returns the orders of such rows, without those whose body cannot be read. */
export function toStoredOrders(rows: readonly Row[]): readonly StoredOrder[] {
  return rows.flatMap((row) => toKeptOrder(row)?.stored ?? []);
}

/** The columns stand for what the body lacks: an earlier version may have written either. */
function parseOrder(row: Row): Order | null {
  try {
    const body: unknown = JSON.parse(text(row, 'body'));
    return keptOrder.safeParse(isRow(body) ? { ...toSummary(row), ...body } : body).data ?? null;
  } catch {
    // Whoever looks for the order says so.
    return null;
  }
}

export function currencyOf(row: Row): CurrencyCode {
  const value = row['currency'];
  return isCurrency(value) ? value : 'USD';
}

function isCurrency(value: unknown): value is CurrencyCode {
  return typeof value === 'string' && Object.hasOwn(CURRENCIES, value);
}

function cancellationOf(row: Row): Cancellation | null {
  if (!flag(row, 'is_cancellation_told')) return null;
  return {
    by: textOrNull(row, 'cancelled_by'),
    reason: textOrNull(row, 'cancelled_reason'),
    afterPickUp: flagOrNull(row, 'is_cancelled_after_pick_up'),
  };
}

function toBit(value: boolean | null): number | null {
  return value === null ? null : Number(value);
}
