import {
  DELIVERY_GROUPS,
  DELIVERY_OUTCOMES,
  outcomesOf,
  type DeliveryEntry,
  type DeliveryPage,
  type DeliveryQuery,
} from '../../../shared/health/delivery.ts';
import type { Database } from '../database/types.ts';
import { notesOf } from './delivery-log.ts';
import { flag, integer, oneOf, text, textOrNull, type Row } from './rows.ts';

const PAGE_ROWS = 200;

/** Reads the delivery log page by page, the newest first. `since` (ISO UTC) begins the last day. */
export function createDeliveryPages({
  db,
  flush,
  pageRows = PAGE_ROWS,
}: {
  readonly db: Database;
  /** Writes the rows that wait. */
  readonly flush: () => void;
  readonly pageRows?: number;
}): (query: DeliveryQuery, since: string) => DeliveryPage {
  return ({ group, before }, since) => {
    flush();
    const outcomes = group === null ? DELIVERY_OUTCOMES : outcomesOf(group);
    const marks = outcomes.map(() => '?').join(', ');
    const rows = db
      .prepare(
        `SELECT d.*, o.code, EXISTS (SELECT 1 FROM events e WHERE e.order_id = d.order_id) AS is_kept
         FROM deliveries d LEFT JOIN orders o ON o.id = d.order_id
         WHERE d.id < ? AND d.outcome IN (${marks}) ORDER BY d.id DESC LIMIT ?`,
      )
      .all(before ?? Number.MAX_SAFE_INTEGER, ...outcomes, pageRows + 1);
    return {
      entries: rows.slice(0, pageRows).map(toEntry),
      hasMore: rows.length > pageRows,
      counts: countsOf(db),
      lastDay: lastDayOf(db, since),
    };
  };
}

function countsOf(db: Database): DeliveryPage['counts'] {
  const rows = db.prepare('SELECT outcome, sum(count) AS count FROM deliveries GROUP BY outcome').all();
  const [received, rejected, failed] = DELIVERY_GROUPS.map((group) => sumOf(rows, outcomesOf(group)));
  return { received: received ?? 0, rejected: rejected ?? 0, failed: failed ?? 0 };
}

function lastDayOf(db: Database, since: string): DeliveryPage['lastDay'] {
  const rows = db
    .prepare('SELECT outcome, sum(count) AS count FROM deliveries WHERE at >= ? GROUP BY outcome')
    .all(since);
  return {
    // The app's own tests, and a look at the address, say nothing of the platform.
    received: sumOf(
      rows,
      outcomesOf('received').filter((outcome) => outcome !== 'test' && outcome !== 'looked'),
    ),
    rejected: sumOf(rows, outcomesOf('rejected')),
    wrongSecret: sumOf(rows, ['wrong-secret']),
    noSecret: sumOf(rows, ['no-secret']),
  };
}

function sumOf(rows: readonly Row[], outcomes: readonly string[]): number {
  return rows
    .filter((row) => outcomes.includes(text(row, 'outcome')))
    .reduce((sum, row) => sum + integer(row, 'count'), 0);
}

function toEntry(row: Row): DeliveryEntry {
  return {
    id: integer(row, 'id'),
    at: text(row, 'at'),
    outcome: oneOf(row, 'outcome', DELIVERY_OUTCOMES, 'aborted'),
    status: integer(row, 'status'),
    ms: integer(row, 'ms'),
    bytes: integer(row, 'bytes'),
    orderId: textOrNull(row, 'order_id'),
    code: textOrNull(row, 'code'),
    isKept: flag(row, 'is_kept'),
    notes: notesOf(row),
  };
}
