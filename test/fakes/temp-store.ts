import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Now } from '../../src/shared/time.ts';
import type { OpenOrderStore } from '../../src/main/core/orders/types.ts';
import { openDatabase } from '../../src/main/store/database/database.ts';
import { type Database } from '../../src/main/store/database/types.ts';
import { createOrderStore } from '../../src/main/store/orders/order-store.ts';

/** A new folder under the system's temporary one. */
export function tempDir(): { readonly dir: string; readonly remove: () => void } {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'mostrador-test-'));
  return { dir, remove: () => fs.rmSync(dir, { recursive: true, force: true }) };
}

/** The real store on a new file. */
export function openTempStore(now: Now): {
  readonly db: Database;
  readonly store: OpenOrderStore;
  readonly file: string;
  readonly close: () => void;
} {
  const { dir, remove } = tempDir();
  const file = path.join(dir, 'orders.db');
  const { db } = openDatabase({ file, now });
  const close = (): void => {
    db.close();
    remove();
  };
  return { db, store: createOrderStore(db), file, close };
}
