import { PREVIOUS_SECRET } from '../../shared/delivery.ts';
import type { SetupRecords } from '../core/setup.ts';
import type { Database } from './database.ts';
import { ORDER_COLUMNS, toKeptOrder } from './order-rows.ts';
import { text, textOrNull } from './rows.ts';

/** What the platform, and nobody else, is answered when its secret was right. */
const FROM_PLATFORM = "('stored', 'duplicate', 'other-shop', 'no-shop', 'store-failed')";

/** Reads out of the records what proves a step of the setup, or speaks against it. */
export function createSetupRecords({
  db,
  flush,
}: {
  readonly db: Database;
  /** Writes the deliveries that wait. */
  readonly flush: () => void;
}): SetupRecords {
  return {
    newestOrder: () => {
      const row = db
        .prepare(
          `SELECT ${ORDER_COLUMNS}, body FROM orders JOIN order_bodies ON order_id = id ORDER BY at DESC LIMIT 1`,
        )
        .get();
      return row === undefined ? null : toKeptOrder(row).stored.order;
    },
    secretUse: () => {
      flush();
      const accepted = db
        .prepare(
          `SELECT at, detail FROM deliveries WHERE outcome IN ${FROM_PLATFORM} ORDER BY id DESC LIMIT 1`,
        )
        .get();
      const refused = db.prepare("SELECT max(at) AS at FROM deliveries WHERE outcome = 'wrong-secret'").get();
      return {
        accepted:
          accepted === undefined
            ? null
            : {
                at: text(accepted, 'at'),
                withPrevious: (textOrNull(accepted, 'detail') ?? '').startsWith(PREVIOUS_SECRET),
              },
        refusedAt: refused === undefined ? null : textOrNull(refused, 'at'),
      };
    },
  };
}
