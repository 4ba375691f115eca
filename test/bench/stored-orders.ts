import { parseWebhook } from '../../src/main/partner/wire/schemas.ts';
import { orderBody, VENDOR_ID } from './order-body.ts';
import { openStore } from './webhook-servers.ts';

const BATCH = 500;

/** Makes an orders file as a shop has it after weeks of work. */
export function storeOrders(file: string, count: number): void {
  const { db, store, receive } = openStore(file);
  for (let stored = 0; stored < count; stored += BATCH) {
    const bodies = Array.from({ length: BATCH }, (_, index) => orderBody(stored + index));
    const orders = bodies.flatMap((text) => {
      const body: unknown = JSON.parse(text);
      const parsed = parseWebhook(body, { vendorId: VENDOR_ID, country: 'uy' });
      return parsed.kind === 'order' ? [parsed.order] : [];
    });
    receive(orders, 'catch-up');
  }
  if (store.countOrders() !== count) throw new Error('The orders to begin with could not be stored');
  db.close();
}
