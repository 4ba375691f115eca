import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Shop } from '../main-job/open-shop.ts';

const HOUR_MS = 3_600_000;

/** Tells the shop of orders whose codes, names and states need more room, or another script, than the usual ones. */
export async function tellOddOrders(shop: Shop): Promise<void> {
  await tell(shop, '4821', { name: 'María de los Ángeles', collect: 454.7 });
  await tell(shop, 'WXFR-2440-RTBS-12345', { name: 'Maximiliano' });
  await tell(shop, 'ABCDEFGHIJ0123456789', { name: 'יהונתן' });
  await tell(shop, 'AB12CD34', { name: 'عبد الرحمن', collect: 12_345 });
  await tell(shop, 'S-12', { name: 'ณัฐวุฒิ' });
  await tell(shop, 'S12', { name: 'Wolfeschlegelsteinhausen' });
  await tell(shop, '4600', { name: 'Iñaki', status: 'ACCEPTED' });
  await tell(shop, '8421', { name: 'Inés', status: 'CANCELLED' });
  for (const hours of [1, 20, 30, 55])
    await tell(shop, `47${String(hours)}`, { name: 'Ana', status: 'PICKED_UP', hours });
}

async function tell(
  shop: Shop,
  code: string,
  more: {
    readonly name: string;
    readonly status?: string;
    readonly collect?: number;
    readonly hours?: number;
  },
): Promise<void> {
  const { name, status = 'READY_FOR_PICKUP', collect = 0, hours = 0 } = more;
  const at = new Date(Date.now() - hours * HOUR_MS).toISOString();
  const answer = await shop.post({
    order_id: randomUUID(),
    order_code: code,
    external_order_id: `9${code}-9999-1`,
    status,
    client: { store_id: shop.simulator.connection().vendorId, country_code: 'uy' },
    customer: { first_name: name },
    items: [
      { _id: 'l1', sku: 'LECHE', name: 'Leche entera ultrapasteurizada larga vida 1 L', status: 'IN_CART' },
      { _id: 'l2', sku: 'YERBA', name: 'Yerba', status: 'NOT_FOUND' },
    ],
    ...(status === 'CANCELLED'
      ? { cancellation: { reason: 'ITEM_UNAVAILABLE', cancelled_by: 'VENDOR' } }
      : {}),
    payment: { type: 'PAID', order_total: 1_234.5, collect_at_pickup: collect },
    sys: { created_at: at, updated_at: at },
  });
  expect(answer).toBe(200);
}
