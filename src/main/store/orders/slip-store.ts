import type { OrderSlipKind, SlipKey, SlipStore } from '../../core/paper/types.ts';
import type { Database } from '../database/types.ts';
import { oneOf, text, type Row } from './rows.ts';

/** `before`: the order was there before its kind of slip was printed by itself, so it is printed only by hand. */
const STATES = ['printing', 'printed', 'doubtful', 'before'] as const;
const KINDS = ['ready', 'cancelled'] as const;
const MAX_DOUBTFUL = 20;

/**
 * Orders that have an alert which was raised, and no slip. What was listed in silence has an alert that is closed.
 * `+shop`: those that wait are few and have an index; see `order-store.ts`.
 */
const WANTED = {
  ready: `SELECT o.id AS order_id, a.raised_at AS at FROM orders o JOIN alerts a ON a.id = o.id || ':ready'
    WHERE +o.shop = ?1 AND o.status = 'READY_FOR_PICKUP' AND o.handed_over_at IS NULL AND a.closed_at IS NULL AND ?2 <> ''
      AND NOT EXISTS (SELECT 1 FROM slips s WHERE s.order_id = o.id AND s.kind = 'ready')`,
  cancelled: `SELECT o.id AS order_id, a.raised_at AS at FROM orders o JOIN alerts a ON a.id = o.id || ':cancelled'
    WHERE +o.shop = ?1 AND o.status = 'CANCELLED' AND o.last_changed_at >= ?2 AND a.kind = 'cancelled' AND a.closed_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM slips s WHERE s.order_id = o.id AND s.kind = 'cancelled')`,
} as const satisfies Record<OrderSlipKind, string>;
/** Orders that may be among those some day, though nobody waits for them now: a bag that was handed over is taken back. */
const EARLIER = `INSERT INTO slips (order_id, kind, state, at)
  SELECT o.id, ?1, 'before', o.last_changed_at FROM orders o
  WHERE o.shop = ?2 AND o.status = iif(?1 = 'ready', 'READY_FOR_PICKUP', 'CANCELLED')
    AND NOT EXISTS (SELECT 1 FROM slips s WHERE s.order_id = o.id AND s.kind = ?1)`;
const FIND = 'SELECT state FROM slips WHERE order_id = ? AND kind = ?';
const BACK = "UPDATE slips SET state = 'before' WHERE order_id = ? AND kind = ?";
const SAVE = `INSERT INTO slips (order_id, kind, state, at) VALUES (?1, ?2, ?3, ?4)
  ON CONFLICT (order_id, kind) DO UPDATE SET state = ?3, at = ?4`;

function noteOf(kind: OrderSlipKind): string {
  return `prints-${kind}`;
}

/** Keeps which slips were printed. Every write is one durable transaction. */
export function createSlipStore({
  db,
  shop,
}: {
  readonly db: Database;
  /** Whose orders answer; see `shop-scope.ts`. */
  readonly shop: () => string;
}): SlipStore {
  const stateOf = ({ orderId, kind }: SlipKey): (typeof STATES)[number] | null => {
    const row = db.prepare(FIND).get(orderId, kind);
    return row === undefined ? null : oneOf(row, 'state', STATES, 'printed');
  };
  const save = ({ orderId, kind }: SlipKey, state: string, at: string): void => {
    db.prepare(SAVE).run(orderId, kind, state, at);
  };
  const forget = ({ orderId, kind }: SlipKey): void => {
    db.prepare('DELETE FROM slips WHERE order_id = ? AND kind = ?').run(orderId, kind);
  };
  const isNoted = (kind: OrderSlipKind): boolean =>
    db.prepare('SELECT 1 FROM meta WHERE key = ?').get(noteOf(kind)) !== undefined;

  return {
    follow: (kinds) => {
      if (KINDS.every((kind) => isNoted(kind) === kinds.includes(kind))) return;
      db.transact(() => {
        for (const kind of KINDS) {
          if (!kinds.includes(kind)) db.prepare('DELETE FROM meta WHERE key = ?').run(noteOf(kind));
          if (!kinds.includes(kind) || isNoted(kind)) continue;
          db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)').run(noteOf(kind), 'on');
          db.prepare(EARLIER).run(kind, shop());
        }
      });
    },
    wanted: (kinds, since, limit) =>
      kinds
        .flatMap((kind) =>
          db
            .prepare(`${WANTED[kind]} ORDER BY a.raised_at, o.id LIMIT ?3`)
            .all(shop(), since, limit)
            .map((row) => ({ orderId: text(row, 'order_id'), kind, at: text(row, 'at') })),
        )
        .toSorted((a, b) => a.at.localeCompare(b.at))
        .slice(0, limit)
        .map(({ orderId, kind }) => ({ orderId, kind })),
    begin: (slip, at) =>
      db.transact(() => {
        const state = stateOf(slip);
        if (state !== null && state !== 'before') return 'taken';
        save(slip, 'printing', at);
        return state === 'before' ? 'earlier' : 'new';
      }),
    end: (slip, state, at) => db.transact(() => save(slip, state, at)),
    withdraw: (slip, begun) =>
      db.transact(() => {
        if (stateOf(slip) !== 'printing') return;
        if (begun === 'earlier') db.prepare(BACK).run(slip.orderId, slip.kind);
        else forget(slip);
      }),
    stateOf: (slip) => {
      const state = stateOf(slip);
      return state === null || state === 'before' ? 'none' : state;
    },
    recover: () =>
      void db.transact(() =>
        db.prepare("UPDATE slips SET state = 'doubtful' WHERE state = 'printing'").run(),
      ),
    doubtful: () =>
      db
        .prepare(
          `SELECT s.order_id, s.kind, o.code FROM slips s JOIN orders o ON o.id = s.order_id
           WHERE s.state = 'doubtful' AND +o.shop = ? AND o.handed_over_at IS NULL
             AND o.status = iif(s.kind = 'ready', 'READY_FOR_PICKUP', 'CANCELLED')
           ORDER BY s.at LIMIT ${String(MAX_DOUBTFUL)}`,
        )
        .all(shop())
        .map((row) => ({ ...toKey(row), code: text(row, 'code') })),
  };
}

function toKey(row: Row): SlipKey {
  return { orderId: text(row, 'order_id'), kind: oneOf(row, 'kind', KINDS, 'ready') };
}
