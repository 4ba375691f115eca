import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Shop } from '../main-job/open-shop.ts';

/** Sends an order with this code to the app's webhook; answers its id. `more`: what else the body holds, or holds instead. */
export async function tell(
  shop: Shop,
  code: string,
  {
    name,
    status = 'READY_FOR_PICKUP',
    collect = 0,
    total = 454.7,
    ageMs = 0,
    more = {},
  }: {
    readonly name: string;
    readonly status?: string;
    readonly collect?: number;
    readonly total?: number;
    readonly ageMs?: number;
    readonly more?: object;
  },
): Promise<string> {
  const id = randomUUID();
  const at = new Date(Date.now() - ageMs).toISOString();
  const answer = await shop.post({
    order_id: id,
    order_code: code,
    external_order_id: `9${code}-9999-1`,
    status,
    client: { store_id: shop.simulator.connection().vendorId, country_code: 'uy' },
    customer: { first_name: name },
    items: [{ _id: 'l1', sku: 'LECHE', name: 'Leche', status: 'IN_CART' }],
    payment: { type: 'PAID', order_total: total, collect_at_pickup: collect },
    sys: { created_at: at, updated_at: at },
    ...more,
  });
  expect(answer).toBe(200);
  return id;
}
