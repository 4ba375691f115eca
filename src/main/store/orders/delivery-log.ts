import {
  DELIVERY_OUTCOMES,
  deliveryOrigin,
  outcomesFrom,
  DELIVERY_ORIGINS,
} from '../../../shared/health/delivery.ts';
import type { DeliveryNote } from '../../../shared/health/delivery-note.ts';
import type { Delivery, DeliveryLog } from '../../core/inbound/types.ts';
import type { Database } from '../database/types.ts';
import { readNotes, writeNotes } from './delivery-notes.ts';
import { integer, oneOf, text, textOrNull, type Row } from './rows.ts';

const MAX_ROWS = 20_000;
const MAX_WAITING = 2_000;
/** Of those without the secret, in a minute, by outcome; the rest is counted on one row. */
const MAX_STRANGERS = 10;

/** One sync for all rows of a busy moment. */
const WRITE_AFTER_MS = 200;

/** One row; the count grows while its minute lasts. `id`: once it is written. */
type Entry = { readonly delivery: Delivery; count: number; id: number | null };

/**
 * Writes one row per webhook request, many at once and a moment after the response, so that no request waits for its
 * row: its duration is not known earlier, and a write of its own would cost it a second sync of the disk. A process
 * that is killed in that moment loses the rows; that an accepted order came by webhook stands in its event, written
 * with the order. What the disk refuses is logged and tried again with the next rows. Strangers, however many, take no
 * row from the platform. Call `flush` before the database closes.
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
  /** Rows kept from each origin. */
  readonly maxRows?: number;
  /** How many rows are kept in memory while the disk refuses them. */
  readonly maxWaiting?: number;
}): DeliveryLog & { readonly flush: () => void } {
  let waiting = new Set<Entry>();
  let isScheduled = false;
  let sinceTrim = maxRows;
  const entryFor = createCounter();

  const flush = (): void => {
    if (waiting.size === 0) return;
    try {
      const entries = [...waiting];
      const mustTrim = sinceTrim + entries.length >= maxRows / 20;
      const ids = db.transact(() => {
        const written = entries.map((entry) => write(db, entry));
        if (mustTrim) trim(db, maxRows);
        return written;
      });
      entries.forEach((entry, index) => (entry.id = ids[index] ?? null));
      sinceTrim = mustTrim ? 0 : sinceTrim + entries.length;
      waiting = new Set();
    } catch (error) {
      const lost = Math.max(0, waiting.size - maxWaiting);
      waiting = new Set([...waiting].slice(lost));
      log.error(`Deliveries not written: ${String(waiting.size)} wait, ${String(lost)} given up`, error);
    }
  };

  return {
    add: (delivery) => {
      waiting.add(entryFor(delivery));
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

/** Returns a function that gives each request its row; of many strangers in one minute, the later ones share one. */
function createCounter(): (delivery: Delivery) => Entry {
  const minutes = new Map<string, { readonly minute: string; rows: number; last: Entry }>();
  return (delivery) => {
    const entry: Entry = { delivery, count: 1, id: null };
    if (deliveryOrigin(delivery.outcome) !== 'stranger') return entry;
    const minute = delivery.at.slice(0, 'YYYY-MM-DDTHH:MM'.length);
    const [why = null] = delivery.notes;
    const kind = JSON.stringify([delivery.outcome, why]);
    const current = minutes.get(kind);
    if (current?.minute !== minute) {
      // There are few kinds, but a note may be text of the caller, so the map is bounded here.
      if (minutes.size >= MAX_STRANGERS) minutes.clear();
      minutes.set(kind, { minute, rows: 1, last: entry });
      return entry;
    }
    if (current.rows > MAX_STRANGERS) {
      current.last.count += 1;
      return current.last;
    }
    current.rows += 1;
    current.last = entry;
    return entry;
  };
}

/** Returns the row's id. */
function write(db: Database, { delivery, count, id }: Entry): number {
  if (id !== null) {
    db.prepare('UPDATE deliveries SET count = ? WHERE id = ?').run(count, id);
    return id;
  }
  const { at, outcome, status, ms, bytes, orderId, notes } = delivery;
  const row = db
    .prepare(
      `INSERT INTO deliveries (at, outcome, status, ms, bytes, order_id, detail, count)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
    )
    .get(at, outcome, status, ms, bytes, orderId, writeNotes(notes), count);
  return row === undefined ? 0 : integer(row, 'id');
}

function trim(db: Database, maxRows: number): void {
  for (const origin of DELIVERY_ORIGINS) {
    const outcomes = outcomesFrom(origin);
    const marks = outcomes.map(() => '?').join(', ');
    db.prepare(
      `DELETE FROM deliveries WHERE outcome IN (${marks}) AND id <=
         (SELECT id FROM deliveries WHERE outcome IN (${marks}) ORDER BY id DESC LIMIT 1 OFFSET ?)`,
    ).run(...outcomes, ...outcomes, maxRows);
  }
}

/** Returns the notes on a request, and how many others its row stands for. */
export function notesOf(row: Row): readonly DeliveryNote[] {
  const count = integer(row, 'count');
  const notes = readNotes(textOrNull(row, 'detail'));
  return count === 1 ? notes : [...notes, { kind: 'times', count }];
}

function toDelivery(row: Row): Delivery {
  return {
    at: text(row, 'at'),
    outcome: oneOf(row, 'outcome', DELIVERY_OUTCOMES, 'aborted'),
    status: integer(row, 'status'),
    ms: integer(row, 'ms'),
    bytes: integer(row, 'bytes'),
    orderId: textOrNull(row, 'order_id'),
    notes: notesOf(row),
  };
}
