import { isSeenReady } from '../../../shared/orders/alert.ts';
import { acknowledge, markShown, remind, unacknowledge } from '../../core/alerts/marks.ts';
import type { OpenOrderStore, OrderStore, OrderTransaction } from '../../core/orders/types.ts';
import { ALERT_COLUMNS, alertValues, OF_SUBJECT, toAlert } from './alert-rows.ts';
import { holdsProduct } from '../../../shared/orders/search-words.ts';
import type { Database } from '../database/types.ts';
import { queueMessage } from './outbox.ts';
import { ORDER_COLUMNS, orderValues, SUMMARY_COLUMNS, toKeptOrder, toSummary } from './order-rows.ts';
import { latestTime } from '../../core/orders/time-limits.ts';
import { leftKey, noteKey } from './shop-scope.ts';
import { integer, rowsFromJson, text, textOrNull } from './rows.ts';

const LAST_SYNC = 'last-complete-sync';
const IS_OPEN = 'acknowledged_at IS NULL AND closed_at IS NULL';

/**
 * The whole list as one text: crossing from SQLite cell by cell takes twice as long for 12,000 rows. An inner order is
 * kept by every aggregate but count, min and max (sqlite.org/optoverview.html, "The Omit-ORDER-BY Optimization").
 */
const LIST = `SELECT json_group_array(json_array(${SUMMARY_COLUMNS})) AS list
  FROM (SELECT ${SUMMARY_COLUMNS} FROM orders WHERE shop = ? ORDER BY at DESC, id)`;

/**
 * The same way. `+shop`: asked for by its name, SQLite walks through all that the shop ever had, not the few in the index.
 * Source: sqlite.org/optoverview.html, "Disqualifying WHERE Clause Terms using unary-+".
 */
const OPEN_ALERTS = `SELECT json_group_array(json_array(${ALERT_COLUMNS})) AS list
  FROM (SELECT ${ALERT_COLUMNS} FROM alerts WHERE ${IS_OPEN} AND +shop = ? ORDER BY raised_at, rowid)`;

/** Few enough that a webhook waits for some milliseconds at most. */
const PRODUCT_PAGE = 500;
/** A line for each product; none for an order of another shop. */
const PRODUCTS = `SELECT order_id AS id, (
    SELECT group_concat(concat_ws(' ', value ->> 'name', value ->> 'sku', value ->> 'barcodes'), char(10))
    FROM json_each(CASE WHEN json_valid(body) THEN body ELSE '{}' END, '$.lines')
    WHERE EXISTS (SELECT 1 FROM orders WHERE id = order_id AND shop = ?3)
  ) AS products
  FROM order_bodies WHERE order_id > ?1 ORDER BY order_id LIMIT ?2`;

const SEEN_READY = `SELECT ${ALERT_COLUMNS} FROM alerts WHERE kind = 'ready' AND acknowledged_at IS NOT NULL
  AND closed_at IS NULL AND +shop = ? AND raised_at >= ? ORDER BY raised_at, rowid`;

type ErrorLog = { readonly error: (message: string) => void };

/**
 * Keeps orders, their news and their alerts in SQLite. Every write is one durable transaction. A kept order that cannot be
 * read counts as none: its next news brings it back.
 */
export function createOrderStore(
  db: Database,
  log: ErrorLog = { error: () => undefined },
  /** Whose rows these are; see `shop-scope.ts`. */
  shop: () => string = () => '',
): OpenOrderStore {
  const tx = createTransaction(db, log, shop);
  const transact: OrderStore['transact'] = (work) => db.transact(() => work(tx));

  return {
    transact,
    kept: {
      findOrder: tx.findOrder,
      findAlerts: tx.findAlerts,
      hasEvent: tx.hasEvent,
      hasStep: tx.hasStep,
    },
    findOrder: (orderId) => {
      const row = db.prepare(SHOP_OF).get(orderId);
      const isShown = row !== undefined && text(row, 'shop') === shop();
      return isShown ? (tx.findOrder(orderId)?.stored ?? null) : null;
    },
    listOrders: () => {
      const row = db.prepare(LIST).get(shop());
      return row === undefined ? [] : rowsFromJson(text(row, 'list'), SUMMARY_COLUMNS).map(toSummary);
    },
    summariesOf: (orderIds) => {
      const find = db.prepare(`SELECT ${SUMMARY_COLUMNS} FROM orders WHERE id = ? AND shop = ?`);
      return orderIds.flatMap((id) => find.all(id, shop()).map(toSummary));
    },
    listWaiting: (since) =>
      // `ALL`, for two sorted halves without doubles SQLite walks through every order by its id.
      db
        .prepare(
          `SELECT ${SUMMARY_COLUMNS} FROM orders
           WHERE +shop = ?1
             AND id IN (SELECT id FROM orders WHERE status = 'READY_FOR_PICKUP' AND handed_over_at IS NULL AND at >= ?2
                        UNION ALL SELECT subject FROM alerts WHERE ${IS_OPEN})
           ORDER BY at DESC, id`,
        )
        .all(shop(), since)
        .map(toSummary),
    ordersWithProduct: (words, after) => {
      const rows = db.prepare(PRODUCTS).all(after, PRODUCT_PAGE, shop());
      const last = rows.length < PRODUCT_PAGE ? undefined : rows.at(-1);
      const found = rows.filter((row) => holdsProduct(textOrNull(row, 'products') ?? '', words));
      return {
        orderIds: found.map((row) => text(row, 'id')),
        next: last === undefined ? null : text(last, 'id'),
      };
    },
    countOrders: () => {
      const row = db.prepare('SELECT count(*) AS count FROM orders').get();
      return row === undefined ? 0 : integer(row, 'count');
    },
    openAlerts: () => {
      const row = db.prepare(OPEN_ALERTS).get(shop());
      return row === undefined ? [] : rowsFromJson(text(row, 'list'), ALERT_COLUMNS).map(toAlert);
    },
    listSeenReady: (since) => db.prepare(SEEN_READY).all(shop(), since).map(toAlert).filter(isSeenReady),
    remind: (orderIds, change) => transact((own) => remind(own, orderIds, change)),
    alertsOf: (subject) => tx.findAlerts(subject),
    markShown: (alertIds, at) => transact((own) => markShown(own, alertIds, at)),
    acknowledge: (alertIds, by, at) => transact((own) => acknowledge(own, alertIds, by, at)),
    unacknowledge: (alertIds) => transact((own) => unacknowledge(own, alertIds)),
    lastCompleteSync: () => {
      const row = db.prepare('SELECT value FROM meta WHERE key = ?').get(noteKey(LAST_SYNC, shop()));
      return row === undefined ? null : text(row, 'value');
    },
    saveCompleteSync: (startedAt) => {
      db.transact(() =>
        db
          .prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)')
          .run(noteKey(LAST_SYNC, shop()), startedAt),
      );
    },
    newestNewsAt: () => {
      // A version ahead of when it came is not believed, nor is a clock that was ahead of the version.
      const at = 'min(coalesce(version, last_changed_at), last_changed_at)';
      const row = db.prepare(`SELECT max(${at}) AS at FROM orders`).get();
      return row === undefined ? null : textOrNull(row, 'at');
    },
    purge: (before) => db.transact(() => purge(db, before)),
  };
}

// Written once: putting the texts together for every order costs as much as some of the statements do.
const SAVE_ORDER = upsert('orders', `${ORDER_COLUMNS}, shop`, 'id', 'shop');
const SAVE_ORDER_BODY = upsert('order_bodies', 'order_id, body', 'order_id');
const SAVE_ALERT = upsert('alerts', `${ALERT_COLUMNS}, shop`, 'id', 'shop');
const SHOP_OF = 'SELECT shop FROM orders WHERE id = ?';
const TAKE_ORDER = 'UPDATE orders SET shop = ? WHERE id = ?';
const TAKE_ALERTS = `UPDATE alerts SET shop = ?2 WHERE ${OF_SUBJECT}`;
/** What was closed together with its shop, and not because of the order. */
const REOPEN = `UPDATE alerts SET closed_at = NULL WHERE ${OF_SUBJECT} AND acknowledged_at IS NULL AND raised_at >= ?2
  AND closed_at = (SELECT value FROM meta WHERE key = ?3)`;
const ADD_EVENT = `INSERT INTO events (order_id, digest, source, at, status_text, version, body)
  VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`;
const HAS_EVENT = 'SELECT 1 FROM events WHERE order_id = ? AND digest = ?';
const HAS_STEP = 'SELECT 1 FROM events WHERE order_id = ? AND version IS ? AND status_text = ?';
const COUNT_EVENTS = 'SELECT count(*) AS count FROM events WHERE order_id = ?';
/** Bounds the events of one order. The first and the newest ones are the most useful. */
const FIRST_EVENTS = 8;
const LAST_EVENTS = 56;
const DROP_EVENTS = `DELETE FROM events WHERE order_id = ?1
  AND id NOT IN (SELECT id FROM events WHERE order_id = ?1 ORDER BY id LIMIT ${String(FIRST_EVENTS)})
  AND id NOT IN (SELECT id FROM events WHERE order_id = ?1 ORDER BY id DESC LIMIT ${String(LAST_EVENTS)})`;
const FIND_ORDER = `SELECT ${ORDER_COLUMNS}, body FROM orders JOIN order_bodies ON order_id = id WHERE id = ?`;
const FIND_ALERTS = `SELECT ${ALERT_COLUMNS} FROM alerts WHERE ${OF_SUBJECT} ORDER BY raised_at, rowid`;

function createTransaction(db: Database, log: ErrorLog, shop: () => string): OrderTransaction {
  const unreadable = new Set<string>();
  const noteUnreadable = (orderId: string): void => {
    if (unreadable.has(orderId)) return;
    unreadable.add(orderId);
    log.error(`The kept order ${orderId} cannot be read; it counts as none`);
  };
  return {
    takeOver: (orderId, ringsFrom) => {
      const row = db.prepare(SHOP_OF).get(orderId);
      const before = row === undefined ? shop() : text(row, 'shop');
      if (before === shop()) return false;
      db.prepare(REOPEN).run(orderId, ringsFrom, leftKey(before));
      db.prepare(TAKE_ALERTS).run(orderId, shop());
      db.prepare(TAKE_ORDER).run(shop(), orderId);
      return true;
    },
    findOrder: (orderId) => {
      const row = db.prepare(FIND_ORDER).get(orderId);
      if (row === undefined) return null;
      const kept = toKeptOrder(row);
      if (kept === null) noteUnreadable(orderId);
      return kept;
    },
    saveOrder: (kept) => {
      const values = orderValues(kept);
      // An upsert and not a replacement: that would remove the row for a moment, and with it all that hangs on it.
      db.prepare(SAVE_ORDER).run(...values, shop());
      db.prepare(SAVE_ORDER_BODY).run(kept.stored.order.id, JSON.stringify(kept.stored.order));
    },
    hasEvent: (orderId, digest) => db.prepare(HAS_EVENT).get(orderId, digest) !== undefined,
    hasStep: ({ id, version, statusText }) => db.prepare(HAS_STEP).get(id, version, statusText) !== undefined,
    addEvent: ({ order, digest, body }, source, at) => {
      const isNew =
        db.prepare(ADD_EVENT).run(order.id, digest, source, at, order.statusText, order.version, body) > 0;
      const row = isNew ? db.prepare(COUNT_EVENTS).get(order.id) : undefined;
      if (row !== undefined && integer(row, 'count') > FIRST_EVENTS + LAST_EVENTS) {
        db.prepare(DROP_EVENTS).run(order.id);
      }
      return isNew;
    },
    findAlerts: (subject) => db.prepare(FIND_ALERTS).all(subject).map(toAlert),
    saveAlert: (alert) => {
      db.prepare(SAVE_ALERT).run(...alertValues(alert), shop());
    },
    queue: (message) => queueMessage(db, message),
  };
}

/** `fixed`: a column that stays as it was first written. */
function upsert(table: string, columns: string, key: string, fixed = key): string {
  const names = columns.split(', ');
  const sets = names
    .filter((name) => name !== key && name !== fixed)
    .map((name) => `${name} = excluded.${name}`);
  const marks = names.map(() => '?').join(', ');
  return `INSERT INTO ${table} (${columns}) VALUES (${marks}) ON CONFLICT (${key}) DO UPDATE SET ${sets.join(', ')}`;
}

function purge(db: Database, before: string): number {
  // An order with an open alert is kept, however old it is.
  const isOld = `max(iif(version < ?2, version, ''), iif(last_changed_at < ?2, last_changed_at, '')) < ?1
    AND id NOT IN (SELECT subject FROM alerts WHERE ${IS_OPEN})`;
  const times = [before, latestTime(before)];
  // Bodies and events go with their orders.
  const gone = db.prepare(`DELETE FROM orders WHERE ${isOld}`).run(...times);
  // Outages, and what is left of orders that are gone.
  db.prepare(
    `DELETE FROM alerts WHERE NOT (${IS_OPEN}) AND min(raised_at, since) < ? AND subject NOT IN (SELECT id FROM orders)`,
  ).run(before);
  db.prepare('DELETE FROM slips WHERE at < ? AND order_id NOT IN (SELECT id FROM orders)').run(before);
  db.prepare('DELETE FROM deliveries WHERE at < ?').run(before);
  return gone;
}
