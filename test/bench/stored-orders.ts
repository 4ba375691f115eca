import { randomUUID } from 'node:crypto';
import type { IncomingOrder } from '../../src/main/core/orders/types.ts';
import { parseWebhook } from '../../src/main/partner/wire/schemas.ts';
import type { Database } from '../../src/main/store/database/types.ts';
import { orderBody, VENDOR_ID } from './order-body.ts';
import { openStore } from './webhook-servers.ts';

const BATCH = 500;
const DAYS = 50;
/** Of today; the others have left with their riders. */
const STILL_WAITING = 20;
/** Read and stored as webhooks; more are copies of them. */
const MOST_RECEIVED = 2_000;

/** Makes an orders file as a shop has it after weeks of work: 20 orders wait, and their alerts were seen. */
export function storeOrders(file: string, count: number): void {
  const { db, store, receive } = openStore(file);
  const received = Math.min(count, MOST_RECEIVED);
  // The end tells an order from its copies.
  const ids = Array.from({ length: received }, () => `${randomUUID().slice(0, -4)}0000`);
  const left = received - STILL_WAITING;
  // The older ones first, and the day of the last ones is today.
  const daysAgo = (index: number): number => Math.floor(((received - 1 - index) * DAYS) / received);
  const keep = (isPickedUp: boolean, from: number, to: number): void => {
    const bodies = ids
      .slice(from, to)
      .map((id, index) => orderBody(from + index, { id, isPickedUp, daysAgo: daysAgo(from + index) }));
    receive(bodies.map(toIncoming), 'webhook');
  };
  for (let from = 0; from < received; from += BATCH) keep(false, from, Math.min(from + BATCH, received));
  for (let from = 0; from < left; from += BATCH) keep(true, from, Math.min(from + BATCH, left));
  const open = store.openAlerts().map(({ id }) => id);
  store.acknowledge(open, 'counter', new Date().toISOString());
  db.transact(() => copyLeft(db, count - received));
  if (store.countOrders() !== count || open.length !== STILL_WAITING) {
    throw new Error('The orders to begin with could not be stored');
  }
  db.close();
}

/** The tables of an order, and the column that names it. */
const TABLES = { orders: 'id', order_bodies: 'order_id', events: 'order_id', alerts: 'subject' } as const;

/** Adds so many orders that left, with ids and codes of their own: SQLite copies 100,000 in the time of reading a few. */
function copyLeft(db: Database, count: number): void {
  db.exec(`CREATE TEMP TABLE originals AS SELECT id FROM orders WHERE status = 'PICKED_UP' ORDER BY at DESC`);
  const originals = Number(db.prepare('SELECT count(*) AS count FROM originals').get()?.['count']);
  for (let copy = 1, missing = count; missing > 0; copy += 1, missing -= originals) {
    const suffix = copy.toString(16).padStart(4, '0');
    for (const [table, key] of Object.entries(TABLES)) {
      const id = `substr(${key}, 1, 32) || '${suffix}'`;
      const own: Readonly<Record<string, string>> = {
        [key]: id,
        code: `printf('%04d', (CAST(code AS INTEGER) + ${String(copy * 1_987)}) % 10000)`,
        ...(table === 'alerts' ? { id: `replace(id, subject, ${id})` } : {}),
      };
      const columns = db
        .prepare(`SELECT name FROM pragma_table_info('${table}')`)
        .all()
        .map(({ name }) => String(name))
        .filter((name) => table !== 'events' || name !== 'id');
      const values = columns.map((name) => own[name] ?? name);
      db.prepare(
        `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM ${table}
         WHERE ${key} IN (SELECT id FROM originals LIMIT ${String(missing)})`,
      ).run();
    }
  }
}

function toIncoming(text: string): IncomingOrder {
  const body: unknown = JSON.parse(text);
  const parsed = parseWebhook(body, { vendorId: VENDOR_ID, country: 'uy' });
  if (parsed.kind !== 'order') throw new Error(`Not an order of ours: ${parsed.kind}`);
  return parsed.order;
}
