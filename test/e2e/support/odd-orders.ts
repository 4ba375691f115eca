import type { Shop } from '../main-job/open-shop.ts';
import { tell as tellShop } from './tell.ts';

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

/** What an order holds that makes its row as wide as it gets. */
const LONG_LINES = [
  { _id: 'l1', sku: 'LECHE', name: 'Leche entera ultrapasteurizada larga vida 1 L', status: 'IN_CART' },
  { _id: 'l2', sku: 'YERBA', name: 'Yerba', status: 'NOT_FOUND' },
];
const REASON = { reason: 'ITEM_UNAVAILABLE', cancelled_by: 'VENDOR' };

async function tell(
  shop: Shop,
  code: string,
  { hours = 0, ...order }: Omit<Parameters<typeof tellShop>[2], 'ageMs'> & { readonly hours?: number },
): Promise<void> {
  await tellShop(shop, code, {
    ...order,
    total: 1_234.5,
    ageMs: hours * HOUR_MS,
    more: {
      items: LONG_LINES,
      ...(order.status === 'CANCELLED' ? { cancellation: REASON } : {}),
    },
  });
}
