/** Writes orders one by one into the file named by its argument and prints each id once it is stored. */
import process from 'node:process';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import { openDatabase } from '../../../src/main/store/database/database.ts';
import { createOrderStore } from '../../../src/main/store/orders/order-store.ts';
import { isStoreDown } from '../../../src/main/store/database/store-error.ts';
import { news } from '../../fixtures/news.ts';

const now = (): string => new Date().toISOString();
const { db } = openDatabase({ file: process.argv[2] ?? '', now });
const receive = createIngest({ store: createOrderStore(db), now });

for (let count = 0; ; count += 1) {
  const id = `order-${String(count)}`;
  try {
    receive([news({ id, comment: 'x'.repeat(4_000) })], 'webhook');
  } catch (error) {
    process.stdout.write(`failed ${isStoreDown(error) ? 'store-down' : String(error)}\n`);
    break;
  }
  process.stdout.write(`stored ${id}\n`);
}
