import type { SyncNotes } from '../../core/support/notes.ts';
import type { Database } from '../database/types.ts';
import { noteKey, SHOP_SINCE } from './shop-scope.ts';
import { text, textOrNull } from './rows.ts';

const ASKED = 'asked:';

/** Keeps what the app must remember about asking the platform; each write is one durable transaction. */
export function createSyncNotes(db: Database, shop: () => string = () => ''): SyncNotes {
  const save = (key: string, value: string): void => {
    db.transact(() => db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, value));
  };
  return {
    read: (note) => {
      const row = db.prepare('SELECT value FROM meta WHERE key = ?').get(noteKey(note, shop()));
      return row === undefined ? null : text(row, 'value');
    },
    save: (note, value) => save(noteKey(note, shop()), value),
    forget: (note) =>
      void db.transact(() => db.prepare('DELETE FROM meta WHERE key = ?').run(noteKey(note, shop()))),
    staleReady: ({ from, to, askedBefore, limit }) =>
      db
        .prepare(
          `SELECT id FROM orders
           WHERE shop = ? AND status = 'READY_FOR_PICKUP' AND coalesce(ready_at, first_seen_at) BETWEEN ? AND ?
             AND NOT EXISTS (SELECT 1 FROM meta WHERE key = '${ASKED}' || id AND value >= ?)
           ORDER BY coalesce(ready_at, first_seen_at) DESC, id LIMIT ?`,
        )
        .all(shop(), from, to, askedBefore, limit)
        .map((row) => text(row, 'id')),
    markAsked: (orderId, at) =>
      db.transact(() => {
        db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(`${ASKED}${orderId}`, at);
        // Notes of orders that are gone.
        db.prepare(
          `DELETE FROM meta WHERE key GLOB '${ASKED}*' AND substr(key, ${String(ASKED.length + 1)}) NOT IN (SELECT id FROM orders)`,
        ).run();
      }),
    lastWebhookAt: () => {
      const row = db
        .prepare(
          `SELECT max(at) AS at FROM deliveries WHERE outcome IN ('stored', 'duplicate')
           AND at >= coalesce((SELECT value FROM meta WHERE key = '${SHOP_SINCE}'), '')`,
        )
        .get();
      return row === undefined ? null : textOrNull(row, 'at');
    },
  };
}
