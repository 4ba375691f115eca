import { DELIVERY_OUTCOMES, outcomesOf } from '../../../shared/health/delivery.ts';
import { shiftIso } from '../../../shared/time.ts';
import { foldCode } from '../../../shared/orders/search-words.ts';
import { CIRCUMSTANCES, type Circumstance, type Rejection } from '../../../shared/orders/why.ts';
import type { Records } from '../../core/history/ask-why.ts';
import { planPresence, type Presence } from '../../core/history/uptime.ts';
import type { Database } from '../database/types.ts';
import { hasNote } from './delivery-notes.ts';
import { ALERT_COLUMNS, OF_SUBJECT, toAlert } from './alert-rows.ts';
import { ORDER_COLUMNS, sourceOf, toStoredOrders } from './order-rows.ts';
import { integer, oneOf, text, textOrNull, type Row } from './rows.ts';

const CODE_IS = hasNote({
  kind: 'code',
  text: '?1',
  older: "(detail = 'code ' || ?1 OR substr(detail, 1, length(?1) + 6) = 'code ' || ?1 || ';')",
});
const MAX_CHOICES = 20;
const KEEP_PRESENCE_MS = 60 * 24 * 60 * 60 * 1000;

export type RecordStore = Records & {
  /** JSON text of the newest news kept of an order; null when there is none. */
  readonly latestBody: (orderId: string) => string | null;
  /** Notes how an alert could be heard: once, unless what is noted is `replaces`. */
  readonly noteCircumstance: (
    alertIds: readonly string[],
    circumstance: Circumstance,
    replaces: Circumstance | null,
  ) => void;
  /** A sign of life of the app. */
  readonly notePresence: (now: string) => void;
};

/** Reads the records that explain an alert, and writes circumstances and presence, which are stored only here. */
export function createRecords({
  db,
  flush,
  shop = () => '',
}: {
  readonly db: Database;
  /** Writes the deliveries that wait. */
  readonly flush: () => void;
  /** Whose orders answer; see `shop-scope.ts`. */
  readonly shop?: () => string;
}): RecordStore {
  const orders = (condition: string, value: string) =>
    toStoredOrders(
      db
        .prepare(
          `SELECT ${ORDER_COLUMNS}, body FROM orders JOIN order_bodies ON order_id = id
           WHERE ${condition} AND shop = ? ORDER BY at DESC, id LIMIT ${String(MAX_CHOICES)}`,
        )
        .all(value, shop()),
    );
  /** Newest first. Nobody says or writes the hyphens and capitals of a code. */
  const idsLike = (code: string): readonly string[] => {
    const asked = foldCode(code);
    return db
      .prepare('SELECT id, code FROM orders WHERE shop = ? ORDER BY at DESC, id')
      .all(shop())
      .filter((row) => foldCode(text(row, 'code')) === asked)
      .slice(0, MAX_CHOICES)
      .map((row) => text(row, 'id'));
  };

  return {
    ordersWithCode: (code) => {
      const exact = orders('code = ?', code);
      return exact.length > 0 ? exact : idsLike(code).flatMap((id) => orders('id = ?', id));
    },
    findOrder: (orderId) => orders('id = ?', orderId)[0] ?? null,
    recordsOf: (stored) => {
      flush();
      const { id } = stored.order;
      return {
        stored,
        events: db
          .prepare('SELECT at, source, status_text FROM events WHERE order_id = ? ORDER BY id')
          .all(id)
          .map((row) => ({
            at: text(row, 'at'),
            source: sourceOf(row),
            statusText: text(row, 'status_text'),
          })),
        alerts: db
          .prepare(
            `SELECT ${ALERT_COLUMNS}, circumstance FROM alerts WHERE ${OF_SUBJECT} ORDER BY raised_at, rowid`,
          )
          .all(id)
          .map((row) => ({ ...toAlert(row), circumstance: circumstanceOf(row) })),
        deliveries: db
          .prepare('SELECT at, outcome FROM deliveries WHERE order_id = ? ORDER BY id')
          .all(id)
          .map((row) => ({
            at: text(row, 'at'),
            outcome: oneOf(row, 'outcome', DELIVERY_OUTCOMES, 'aborted'),
          })),
      };
    },
    rejectedIn: ({ from, to }) => {
      flush();
      const outcomes = outcomesOf('rejected');
      const marks = outcomes.map(() => '?').join(', ');
      const rows = db
        .prepare(
          `SELECT outcome, sum(count) AS count, max(at) AS last_at FROM deliveries
           WHERE at >= ? AND at <= ? AND outcome IN (${marks}) GROUP BY outcome`,
        )
        .all(from, to, ...outcomes);
      return mostLikely(rows);
    },
    otherShopAt: (codeOrId) => {
      flush();
      const row = db
        .prepare(
          `SELECT max(at) AS at FROM deliveries WHERE outcome = 'other-shop'
           AND (order_id = ?1 OR ${CODE_IS})`,
        )
        .get(codeOrId);
      return row === undefined ? null : textOrNull(row, 'at');
    },
    presenceSince: (from) =>
      db
        .prepare('SELECT * FROM presence WHERE to_at >= ? ORDER BY from_at')
        .all(startBefore(db, from))
        .map(toPresence),
    latestBody: (orderId) => {
      const row = db
        .prepare('SELECT body FROM events WHERE order_id = ? ORDER BY id DESC LIMIT 1')
        .get(orderId);
      return row === undefined ? null : text(row, 'body');
    },
    noteCircumstance: (alertIds, circumstance, replaces) =>
      db.transact(() => {
        const note = db.prepare('UPDATE alerts SET circumstance = ? WHERE id = ? AND circumstance IS ?');
        for (const id of alertIds) note.run(circumstance, id, replaces);
      }),
    notePresence: (now) => {
      const row = db.prepare('SELECT * FROM presence ORDER BY from_at DESC LIMIT 1').get();
      const next = planPresence(row === undefined ? null : toPresence(row), now);
      db.transact(() => {
        db.prepare('INSERT OR REPLACE INTO presence (from_at, to_at) VALUES (?, ?)').run(next.from, next.to);
        db.prepare('DELETE FROM presence WHERE to_at < ?').run(shiftIso(now, -KEEP_PRESENCE_MS));
      });
    },
  };
}

/** A wrong secret says more than a request that was no order: it may have been the platform's. */
function mostLikely(rows: readonly Row[]): Rejection | null {
  const of = (outcomes: readonly string[], why: Rejection['why']): Rejection | null => {
    const own = rows.filter((row) => outcomes.includes(text(row, 'outcome')));
    if (own.length === 0) return null;
    return {
      why,
      count: own.reduce((sum, row) => sum + integer(row, 'count'), 0),
      lastAt: own.map((row) => text(row, 'last_at')).reduce((a, b) => (a > b ? a : b)),
    };
  };
  const known = ['no-secret', 'wrong-secret'];
  return (
    of(['no-secret'], 'no-secret') ??
    of(['wrong-secret'], 'wrong-secret') ??
    of(
      outcomesOf('rejected').filter((outcome) => !known.includes(outcome)),
      'unreadable',
    )
  );
}

/** The end of the last stretch before a time: a gap may begin there. */
function startBefore(db: Database, from: string): string {
  const row = db.prepare('SELECT max(to_at) AS at FROM presence WHERE to_at < ?').get(from);
  return (row === undefined ? null : textOrNull(row, 'at')) ?? from;
}

function toPresence(row: Row): Presence {
  return { from: text(row, 'from_at'), to: text(row, 'to_at') };
}

function circumstanceOf(row: Row): Circumstance | null {
  const value = textOrNull(row, 'circumstance');
  return CIRCUMSTANCES.find((known) => known === value) ?? null;
}
