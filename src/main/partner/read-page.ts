import type { CountryCode } from '../../shared/money.ts';
import type { PartnerError } from '../../shared/partner.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { OrderPage } from '../core/ports.ts';
import { partnerError } from './errors.ts';
import { orderListPage, parsePartnerOrder } from './schemas.ts';

/** Reads a page of the list; entries that are no orders are counted and left out. Without an `orders` array it fails. */
export function readOrderPage(
  json: unknown,
  {
    page,
    pageSize,
    country,
  }: { readonly page: number; readonly pageSize: number; readonly country: CountryCode },
): Result<OrderPage, PartnerError> {
  const read = orderListPage.safeParse(json);
  if (!read.success) return err(partnerError('bad-response', { status: 200, detail: 'no list of orders' }));
  const { orders: entries, page_size: told, total_pages: total } = read.data;
  const orders = entries.flatMap((entry) => {
    const order = parsePartnerOrder(entry, { country });
    return order.ok ? [order.value] : [];
  });
  // Without a total, a page that is not full is the last; where nobody says how full one is, only an empty page is.
  const fullFrom = Math.max(1, Math.min(pageSize, told ?? 1));
  const totalPages = total ?? (entries.length < fullFrom ? page : page + 1);
  return ok({ orders, page, totalPages: Math.ceil(totalPages), skipped: entries.length - orders.length });
}
