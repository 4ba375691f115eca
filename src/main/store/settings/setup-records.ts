import { z } from 'zod';
import { TUNNEL_PROVIDERS } from '../../../shared/settings/tunnel-settings.ts';
import type { CaseOrder } from '../../core/setup/cases.ts';
import type { SetupRecords } from '../../core/setup/setup.ts';
import type { TestVerdict } from '../../core/setup/verdict.ts';
import type { Database } from '../database/types.ts';
import { hasNote, readNotes } from '../orders/delivery-notes.ts';
import { ORDER_COLUMNS, toKeptOrder } from '../orders/order-rows.ts';
import { readJson, flag, integer, text, textOrNull } from '../orders/rows.ts';

/** What the platform, and nobody else, is answered when its secret was right. */
const FROM_PLATFORM = "('stored', 'duplicate', 'other-shop', 'no-shop', 'store-failed')";
const HAS_OTHER_SECRET = hasNote({
  kind: 'other-secret',
  older: "detail LIKE 'another Authorization header%'",
});

const ASKED = 'proven:';
const LAST_TEST = 'last-test';
// The file may be of another version of the app.
const askedSchema = z.object({ at: z.iso.datetime(), orderId: z.string() });
const verdictSchema: z.ZodType<TestVerdict> = z.object({
  at: z.string(),
  isPassed: z.boolean(),
  subject: z.object({
    provider: z.enum(TUNNEL_PROVIDERS),
    address: z.string().nullable(),
    secretSavedAt: z.string().nullable(),
  }),
});
const MAX_ORDERS = 500;

/** Reads out of the records what proves a step of the setup, or speaks against it. */
export function createSetupRecords({
  db,
  flush,
}: {
  readonly db: Database;
  /** Writes the deliveries that wait. */
  readonly flush: () => void;
}): SetupRecords {
  let scanned: { readonly key: string; readonly orders: readonly CaseOrder[] } | null = null;
  const read = (key: string): string | null => {
    const row = db.prepare('SELECT value FROM meta WHERE key = ?').get(key);
    return row === undefined ? null : text(row, 'value');
  };
  const save = (key: string, value: string): void =>
    db.transact(() => {
      db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, value);
    });
  return {
    lastTest: () => {
      const kept = read(LAST_TEST);
      return kept === null ? null : readJson(kept, verdictSchema);
    },
    noteTest: (verdict) => save(LAST_TEST, JSON.stringify(verdict)),
    caseOrders: () => {
      // Reading hundreds of orders is worth it only when there is news.
      const state = db.prepare('SELECT count(*) AS count, max(id) AS id FROM events').get();
      const key = JSON.stringify(state ?? null);
      if (scanned?.key !== key) scanned = { key, orders: readCaseOrders(db) };
      return scanned.orders;
    },
    noteAsked: (asked, { orderId, at }) => save(`${ASKED}${asked}`, JSON.stringify({ at, orderId })),
    asked: (asked) => {
      const kept = read(`${ASKED}${asked}`);
      const known = kept === null ? null : readAsked(kept);
      if (known === null) return null;
      const { at, orderId } = known;
      const order = db.prepare('SELECT code FROM orders WHERE id = ?').get(orderId);
      return { at, code: order === undefined ? '' : text(order, 'code'), by: 'api' };
    },
    newestOrder: () => {
      const row = db
        .prepare(
          `SELECT ${ORDER_COLUMNS}, body FROM orders JOIN order_bodies ON order_id = id ORDER BY at DESC LIMIT 1`,
        )
        .get();
      return row === undefined ? null : (toKeptOrder(row)?.stored.order ?? null);
    },
    secretUse: () => {
      flush();
      const accepted = db
        .prepare(
          `SELECT id, at, detail FROM deliveries WHERE outcome IN ${FROM_PLATFORM} ORDER BY id DESC LIMIT 1`,
        )
        .get();
      const refused = db
        .prepare(
          `SELECT at, count FROM deliveries WHERE outcome = 'wrong-secret' AND ${HAS_OTHER_SECRET} AND id > ?
           ORDER BY id DESC LIMIT 2`,
        )
        .all(accepted === undefined ? 0 : integer(accepted, 'id'));
      // Twice: one alone may be anybody's.
      const [last, lastButOne = last] = refused;
      const isTwice = refused.reduce((sum, row) => sum + integer(row, 'count'), 0) > 1;
      return {
        accepted:
          accepted === undefined
            ? null
            : {
                at: text(accepted, 'at'),
                withPrevious: readNotes(textOrNull(accepted, 'detail')).some(
                  ({ kind }) => kind === 'previous-secret',
                ),
              },
        refusedAt: isTwice && lastButOne !== undefined ? text(lastButOne, 'at') : null,
      };
    },
  };
}

function readAsked(kept: string): z.infer<typeof askedSchema> | null {
  const asked = readJson(kept, askedSchema);
  if (asked !== null) return asked;
  // An older form: the time, a space, the order.
  const [at, ...orderId] = kept.split(' ');
  return askedSchema.safeParse({ at, orderId: orderId.join(' ') }).data ?? null;
}

function readCaseOrders(db: Database): readonly CaseOrder[] {
  return db
    .prepare(
      `SELECT ${ORDER_COLUMNS}, body,
         EXISTS (SELECT 1 FROM events WHERE events.order_id = orders.id AND events.source = 'webhook') AS by_webhook
       FROM orders JOIN order_bodies ON order_bodies.order_id = orders.id ORDER BY orders.at DESC LIMIT ${String(MAX_ORDERS)}`,
    )
    .all()
    .flatMap((row) => {
      const kept = toKeptOrder(row);
      if (kept === null) return [];
      const { order, lastChangedAt } = kept.stored;
      return [{ order, at: lastChangedAt, byWebhook: flag(row, 'by_webhook') }];
    });
}
