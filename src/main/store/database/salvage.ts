import { pathToFileURL } from 'node:url';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Order } from '../../../shared/orders/order.ts';
import type { Database, SqlValue } from './types.ts';
import { sizeOf } from './quarantine.ts';
import { toSummary } from '../orders/order-rows.ts';
import { isRow, text, textOrNull, type Row } from '../orders/rows.ts';
import { isStoreDown } from './store-error.ts';

/** How many rows the new file got, by table, and whether nothing of the old one was out of reach. */
type Salvaged = { readonly counts: Readonly<Record<string, number>>; readonly isWhole: boolean };

const SWEEPS = ['last-week-sweep', 'last-full-sweep'];

/**
 * Puts what can still be read of a file that cannot be used into the new one: orders with their hand-over marks, alerts with
 * what people did about them, what is known about asking, when the app ran. The old file stays as it is. Where something of
 * it is lost, the past is read from the platform once more. Never throws for what cannot be read.
 */
export function salvage(aside: string, into: Database): Salvaged {
  const raw = openToRead(aside);
  if (raw === null) return { counts: {}, isWhole: false };
  try {
    const bodies = readAll(raw, 'order_bodies', 'order_id');
    const orders = readAll(raw, 'orders', 'rowid');
    const alerts = readAll(raw, 'alerts', 'rowid');
    const meta = readAll(raw, 'meta', 'key');
    const presence = readAll(raw, 'presence', 'from_at');
    const outbox = readAll(raw, 'outbox', 'seq');
    const slips = readAll(raw, 'slips', "order_id || ':' || kind");
    const isWhole = [bodies, orders, alerts, meta].every((read) => read.isWhole);
    const withBody = new Set(bodies.rows.map((row) => row['order_id']));
    const bare = orders.rows
      .filter((row) => !withBody.has(row['id']))
      .flatMap((row): readonly Row[] => bareRow(row) ?? []);
    const known = new Set(orders.rows.map((row) => row['id']));
    const notes = meta.rows.filter(
      ({ key }) => isWhole || !SWEEPS.some((one) => String(key).startsWith(one)),
    );
    const counts = into.transact(() => ({
      orders: insert(into, 'orders', orders.rows),
      order_bodies: insert(into, 'order_bodies', [
        ...bodies.rows.filter((row) => known.has(row['order_id'])),
        ...bare,
      ]),
      alerts: insert(into, 'alerts', alerts.rows),
      meta: insert(into, 'meta', notes),
      presence: insert(into, 'presence', presence.rows),
      outbox: insert(into, 'outbox', outbox.rows),
      slips: insert(into, 'slips', slips.rows),
    }));
    return { counts, isWhole };
  } catch (error) {
    // The disk refuses the new file: another time more may be saved.
    if (isStoreDown(error)) throw error;
    // Nothing was taken over: the new file is as it would be without the old one.
    return { counts: {}, isWhole: false };
  } finally {
    raw.close();
  }
}

/** null: not even its beginning can be read. */
function openToRead(file: string): DatabaseSyncInstance | null {
  // Opening such a file would take its log away.
  if (sizeOf(file) === 0) return null;
  try {
    // Without a log nothing is written beside it.
    const url = pathToFileURL(file);
    url.searchParams.set('immutable', '1');
    const hasLog = sizeOf(`${file}-wal`) > 0;
    const raw = new DatabaseSync(hasLog ? file : url.href, { readOnly: true });
    // A file that is cut is read as far as it goes (sqlite.org/pragma.html, "writable_schema"); nothing can be written.
    raw.enableDefensive(false);
    raw.exec('PRAGMA writable_schema = ON');
    return raw;
  } catch {
    return null;
  }
}

/** From both ends, since a damaged page stands in between. */
function readAll(raw: DatabaseSyncInstance, table: string, key: string) {
  const rows = new Map<unknown, Row>();
  let isWhole = true;
  for (const direction of ['ASC', 'DESC']) {
    try {
      const sql = `SELECT ${key} AS salvage_key, * FROM ${table} ORDER BY ${key} ${direction}`;
      for (const row of raw.prepare(sql).iterate()) {
        if (isRow(row)) rows.set(row['salvage_key'], row);
      }
      break;
    } catch {
      isWhole = false;
    }
  }
  return { rows: [...rows.values()], isWhole };
}

/** Returns how many rows were inserted; a row that does not fit is left out. */
function insert(into: Database, table: string, rows: readonly Row[]): number {
  const columns = into
    .prepare(`PRAGMA table_info(${table})`)
    .all()
    .map((row) => text(row, 'name'));
  let count = 0;
  for (const row of rows) {
    const names = columns.filter((name) => isSqlValue(row[name]));
    const values = names.map((name) => row[name]).filter(isSqlValue);
    try {
      count += into
        .prepare(
          `INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
        )
        .run(...values);
    } catch (error) {
      if (isStoreDown(error)) throw error;
      // The page was readable, but its content is not valid.
    }
  }
  return count;
}

function isSqlValue(value: unknown): value is SqlValue {
  return value === null || typeof value === 'string' || typeof value === 'number';
}

/** null: not even that can be read. */
function bareRow(row: Row): readonly Row[] | null {
  try {
    return [{ order_id: row['id'], body: bareBody(row) }];
  } catch {
    return null;
  }
}

/** What the list knows of an order whose description is lost: it holds the mark until the platform tells the rest again. */
function bareBody(row: Row): string {
  const {
    id,
    code,
    externalId,
    status,
    statusText,
    promisedFor,
    isPreorder,
    currency,
    cancellation,
    ...known
  } = toSummary(row);
  const order: Order = {
    id,
    externalId,
    code,
    status,
    statusText,
    version: textOrNull(row, 'version'),
    createdAt: null,
    promisedFor,
    acceptedFor: null,
    orderType: null,
    transportType: null,
    isPreorder,
    comment: null,
    shop: { name: null, chainId: null, countryCode: null, storeId: null, externalPartnerConfigId: null },
    customer:
      known.customerFirstName === null ? null : { firstName: known.customerFirstName, maskedPhone: null },
    lines: [],
    currency,
    totals: {
      goodsMinor: null,
      deliveryFeeMinor: null,
      serviceFeeMinor: null,
      discountMinor: null,
      totalMinor: known.totalMinor,
      pickedMinor: 0,
      paymentType: null,
      collectAtPickupMinor: known.collectMinor,
      ...(known.collectText === undefined ? {} : { texts: { collectAtPickup: known.collectText } }),
    },
    cancellation,
  };
  return JSON.stringify(order);
}
