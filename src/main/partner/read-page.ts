import type { CountryCode } from '../../shared/money.ts';
import type { PartnerError } from '../../shared/partner.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { OrderPage } from '../core/ports.ts';
import { partnerError } from './errors.ts';
import { isObject } from './wire-text.ts';
import { orderListPage, parsePartnerOrder } from './schemas.ts';

const LIST_FIELDS = ['orders', 'total_pages', 'page_number', 'page_size'];

/**
 * Reads a page of the list; entries that are no orders are counted and left out. `orders` null, or absent beside what a
 * list says of its pages, is no orders; so is nothing at all in place of the first page. Any other answer fails.
 */
export function readOrderPage(
  json: unknown,
  {
    page,
    pageSize,
    country,
  }: { readonly page: number; readonly pageSize: number; readonly country: CountryCode },
): Result<OrderPage, PartnerError> {
  const read = orderListPage.safeParse(Array.isArray(json) ? { orders: json } : (json ?? {}));
  if (!read.success || !isList(json, page)) {
    return err(partnerError('bad-response', { status: 200, detail: 'no list of orders' }));
  }
  const { page_size: told, total_pages: total } = read.data;
  const entries = read.data.orders ?? [];
  const orders = entries.flatMap((entry) => {
    const order = parsePartnerOrder(entry, { country });
    return order.ok ? [order.value] : [];
  });
  // Without a total, a page that is not full is the last; where nobody says how full one is, only an empty page is.
  const fullFrom = Math.max(1, Math.min(pageSize, told ?? 1));
  const totalPages = total ?? (entries.length < fullFrom ? page : page + 1);
  return ok({ orders, page, totalPages: Math.ceil(totalPages), skipped: entries.length - orders.length });
}

// A web page or a message of somebody in between must not be taken for an empty shop, nor silence for a further page.
function isList(json: unknown, page: number): boolean {
  if (!isObject(json)) return Array.isArray(json) || (json === null && page === 1);
  return Object.keys(json).length === 0 ? page === 1 : LIST_FIELDS.some((name) => Object.hasOwn(json, name));
}
