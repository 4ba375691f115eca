import { DELIVERY_OUTCOMES } from '../../shared/delivery.ts';
import type { Delivery, DeliveryLog } from '../core/ports.ts';
import type { Database } from './database.ts';
import { integer, oneOf, text, textOrNull, type Row } from './rows.ts';

const MAX_ROWS = 20_000;
const MAX_WAITING = 2_000;

/** One sync for all rows of a busy moment. */
const WRITE_AFTER_MS = 200;

/**
 * Writes a row per webhook request, many at once and a moment after the answer, so that the row costs the request
 * nothing: how long it took is only known then, and a row of its own would cost it a second sync. A process that is killed
 * in that moment loses the rows; that an accepted order came by webhook stands in its event, written with the order.
 * What the disk refuses is logged and tried again with the next rows. Call `flush` before the database closes.
 */
export function createDeliveryLog({
  db,
  log,
  schedule = (run) => void setTimeout(run, WRITE_AFTER_MS).unref(),
  maxRows = MAX_ROWS,
  maxWaiting = MAX_WAITING,
}: {
  readonly db: Database;
  readonly log: { readonly error: (message: string, detail?: unknown) => void };
  /** Runs the given function a moment later. */
  readonly schedule?: (run: () => void) => void;
  readonly maxRows?: number;
  /** How many rows are kept in memory while the disk refuses them. */
  readonly maxWaiting?: number;
}): DeliveryLog & { readonly flush: () => void } {
  let waiting: Delivery[] = [];
  let isScheduled = false;

  const flush = (): void => {
    if (waiting.length === 0) return;
    try {
      db.transact(() => {
        for (const delivery of waiting) insert(db, delivery);
        db.prepare('DELETE FROM deliveries WHERE id <= (SELECT max(id) FROM deliveries) - ?').run(maxRows);
      });
      waiting = [];
    } catch (error) {
      const lost = Math.max(0, waiting.length - maxWaiting);
      waiting = waiting.slice(lost);
      log.error(`Deliveries not written: ${String(waiting.length)} wait, ${String(lost)} given up`, error);
    }
  };

  return {
    add: (delivery) => {
      waiting.push(delivery);
      if (isScheduled) return;
      isScheduled = true;
      schedule(() => {
        isScheduled = false;
        flush();
      });
    },
    recent: (limit) => {
      flush();
      return db.prepare('SELECT * FROM deliveries ORDER BY id DESC LIMIT ?').all(limit).map(toDelivery);
    },
    flush,
  };
}

function insert(db: Database, delivery: Delivery): void {
  const { at, outcome, status, ms, bytes, orderId, detail } = delivery;
  db.prepare(
    'INSERT INTO deliveries (at, outcome, status, ms, bytes, order_id, detail) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(at, outcome, status, ms, bytes, orderId, detail);
}

function toDelivery(row: Row): Delivery {
  return {
    at: text(row, 'at'),
    outcome: oneOf(row, 'outcome', DELIVERY_OUTCOMES, 'aborted'),
    status: integer(row, 'status'),
    ms: integer(row, 'ms'),
    bytes: integer(row, 'bytes'),
    orderId: textOrNull(row, 'order_id'),
    detail: textOrNull(row, 'detail'),
  };
}
