import { DatabaseSync } from 'node:sqlite';

/** The content of an orders file, read without the product's code. */
export type StoredFacts = {
  /** `ok`, or what SQLite found. */
  readonly integrity: string;
  /** In the order in which they were stored. */
  readonly events: readonly { readonly orderId: string; readonly version: string }[];
  readonly orders: ReadonlyMap<string, StoredOrderFacts>;
  readonly alerts: ReadonlyMap<string, StoredAlertFacts>;
};

export type StoredOrderFacts = {
  readonly code: string;
  readonly status: string;
  readonly version: string;
  readonly wasPickedUp: boolean;
  readonly cancelReason: string | null;
  /** Version of the whole order that is kept beside the row of the list. */
  readonly bodyVersion: string;
};

export type StoredAlertFacts = {
  readonly id: string;
  readonly subject: string;
  readonly kind: string;
  readonly code: string;
  readonly isShown: boolean;
  readonly isAcknowledged: boolean;
  readonly isClosed: boolean;
};

export function isOpen({ isAcknowledged, isClosed }: StoredAlertFacts): boolean {
  return !isAcknowledged && !isClosed;
}

type Row = Readonly<Record<string, unknown>>;

/** Reads everything at one moment; another process may have the file open. */
export function readStoredFacts(file: string): StoredFacts {
  const db = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  const all = (sql: string): readonly Row[] => db.prepare(sql).all();
  try {
    db.exec('BEGIN');
    return {
      integrity: all('PRAGMA integrity_check')
        .map((row) => String(row['integrity_check']))
        .join('; '),
      events: all('SELECT order_id, version FROM events ORDER BY id').map((row) => ({
        orderId: String(row['order_id']),
        version: String(row['version']),
      })),
      orders: new Map(
        all(
          `SELECT id, code, status, version, was_picked_up, cancelled_reason, body ->> 'version' AS body_version
           FROM orders LEFT JOIN order_bodies ON order_id = id`,
        ).map((row) => [String(row['id']), toOrder(row)]),
      ),
      alerts: new Map(all('SELECT * FROM alerts').map((row) => [String(row['id']), toAlert(row)])),
    };
  } finally {
    db.close();
  }
}

function toOrder(row: Row): StoredOrderFacts {
  const reason = row['cancelled_reason'];
  return {
    code: String(row['code']),
    status: String(row['status']),
    version: String(row['version']),
    wasPickedUp: row['was_picked_up'] === 1,
    cancelReason: typeof reason === 'string' ? reason : null,
    bodyVersion: String(row['body_version']),
  };
}

function toAlert(row: Row): StoredAlertFacts {
  return {
    id: String(row['id']),
    subject: String(row['subject']),
    kind: String(row['kind']),
    code: String(row['code']),
    isShown: row['shown_at'] !== null,
    isAcknowledged: row['acknowledged_at'] !== null,
    isClosed: row['closed_at'] !== null,
  };
}
