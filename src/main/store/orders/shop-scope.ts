import { isOpenAlert, type Alert } from '../../../shared/orders/alert.ts';
import { shiftIso, type Now } from '../../../shared/time.ts';
import { isOurs, matchShop, shopKey, type ShopIds, type ShopScope } from '../../core/orders/shop.ts';
import { ALERT_COLUMNS, toAlert } from './alert-rows.ts';
import type { Database } from '../database/types.ts';
import { integer, text, textOrNull } from './rows.ts';

const CURRENT = 'shop';
/** Since when that shop is followed. */
export const SHOP_SINCE = 'shop-since';
/** Notes about asking the platform that belong to a shop; see `noteKey`. */
const SHOP_NOTES = [
  'last-complete-sync',
  'last-contact',
  'last-week-sweep',
  'last-full-sweep',
  'outage-since',
];
/** On return to a shop, unseen alerts open again when they are no older than this. */
const STILL_MATTERS_MS = 24 * 60 * 60 * 1000;

/** Returns the key under which a shop's note is stored. */
export function noteKey(note: string, shop: string): string {
  return SHOP_NOTES.includes(note) && shop !== '' ? `${note}@${shop}` : note;
}

/** Returns the key of the time at which a shop was left, when its alerts were closed. */
export function leftKey(shop: string): string {
  return `left@${shop}`;
}

/**
 * Returns the filter that shows the rows of one shop. Orders, alerts and notes of another shop stay in the file and are
 * not found; its open alerts are closed when it is left, and the young ones open again when the settings name it again.
 */
export function createShopScope({ db, now }: { readonly db: Database; readonly now: Now }): ShopScope {
  let current: { readonly key: string; readonly vendorId: string } | null = null;

  const readMeta = (key: string): string | null => {
    const row = db.prepare('SELECT value FROM meta WHERE key = ?').get(key);
    return row === undefined ? null : text(row, 'value');
  };
  const writeMeta = (key: string, value: string): void => {
    db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, value);
  };
  const alertsWhere = (condition: string, ...values: readonly string[]): readonly Alert[] =>
    db
      .prepare(`SELECT ${ALERT_COLUMNS} FROM alerts WHERE ${condition} ORDER BY raised_at, rowid`)
      .all(...values)
      .map(toAlert);
  const key = (): string => current?.key ?? readMeta(CURRENT) ?? '';

  const closeOthers = (own: string, at: string): readonly Alert[] => {
    const condition = 'acknowledged_at IS NULL AND closed_at IS NULL AND shop <> ?1';
    const open = alertsWhere(condition, own);
    db.prepare(`UPDATE alerts SET closed_at = ?2 WHERE ${condition}`).run(own, at);
    return open.map((alert) => ({ ...alert, closedAt: at }));
  };

  const comeBack = (next: string, at: string): readonly Alert[] => {
    const leftAt = readMeta(leftKey(next));
    if (leftAt === null) return [];
    const values = [next, leftAt, shiftIso(at, -STILL_MATTERS_MS)];
    const condition = "shop = ? AND closed_at = ? AND raised_at >= ? AND kind <> 'connection'";
    const again = alertsWhere(condition, ...values).map((alert) => ({ ...alert, closedAt: null }));
    db.prepare(`UPDATE alerts SET closed_at = NULL WHERE ${condition}`).run(...values);
    db.prepare('DELETE FROM meta WHERE key = ?').run(leftKey(next));
    return again.filter(isOpenAlert);
  };

  return {
    key,
    match: (shop) => (current === null ? 'exact' : matchShop(shop, current.vendorId)),
    isOther: (ids) => {
      const next = shopKey(ids);
      return next !== '' && key() !== '' && next !== key();
    },
    follow: (ids) => {
      const next = shopKey(ids);
      if (next === '') return { raised: [], closed: [] };
      current = { key: next, vendorId: ids.vendorId };
      return db.transact(() => {
        const at = now();
        adopt(db, next, ids);
        const before = readMeta(CURRENT);
        const closed = closeOthers(next, at);
        if (before === next) return { raised: [], closed };
        writeMeta(CURRENT, next);
        if (before === null) return { raised: [], closed };
        writeMeta(SHOP_SINCE, at);
        writeMeta(leftKey(before), at);
        return { raised: comeBack(next, at), closed };
      });
    },
  };
}

/** Rows that stand under no shop yet become this one's, but for orders that name another. */
function adopt(db: Database, key: string, { vendorId }: ShopIds): void {
  const count = db
    .prepare(
      "SELECT count(*) AS count FROM (SELECT 1 FROM orders WHERE shop = '' UNION ALL SELECT 1 FROM alerts WHERE shop = '')",
    )
    .get();
  for (const note of SHOP_NOTES) {
    db.prepare('UPDATE OR REPLACE meta SET key = ? WHERE key = ?').run(noteKey(note, key), note);
  }
  if (count === undefined || integer(count, 'count') === 0) return;
  const named = db
    .prepare(
      `SELECT id, json_extract(body, '$.shop.chainId') AS chain, json_extract(body, '$.shop.storeId') AS store,
         json_extract(body, '$.shop.externalPartnerConfigId') AS own
       FROM orders JOIN order_bodies ON order_id = id WHERE shop = '' AND json_valid(body)`,
    )
    .all();
  const assign = db.prepare('UPDATE orders SET shop = ? WHERE id = ?');
  for (const row of named) {
    const storeId = textOrNull(row, 'store');
    const ownId = textOrNull(row, 'own');
    if (isOurs({ storeId, externalPartnerConfigId: ownId }, vendorId)) continue;
    assign.run(
      shopKey({ chainId: textOrNull(row, 'chain') ?? '', vendorId: storeId ?? ownId ?? '' }),
      text(row, 'id'),
    );
  }
  db.prepare("UPDATE orders SET shop = ? WHERE shop = ''").run(key);
  db.prepare(
    "UPDATE alerts SET shop = coalesce((SELECT shop FROM orders WHERE id = subject), ?) WHERE shop = ''",
  ).run(key);
}
