import { setImmediate as breathe } from 'node:timers/promises';
import type { CountryCode } from '../../shared/orders/money.ts';
import type { PartnerError } from '../../shared/partner.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { IncomingOrder } from '../core/orders/types.ts';
import type { OrderPage } from '../core/sync/types.ts';
import { partnerError } from './errors.ts';
import { isObject } from './wire/wire-text.ts';
import { orderListPage, parsePartnerOrder } from './wire/schemas.ts';

const LIST_FIELDS = ['orders', 'total_pages', 'page_number', 'page_size'];
/** Reading so many takes some 20 ms. */
const SLICE = 256;
/** Forty times what a page may hold; more at a time would fill the memory. */
const MAX_ENTRIES = 20_000;

/**
 * Reads a page of the list; entries that are no orders are counted and left out. `orders` null, or absent beside what a
 * list says of its pages, is no orders; so is nothing at all in place of the first page. Any other answer fails. Lets other
 * work pass between slices. Of too many entries the first and the last are read, since the sort order is unknown.
 */
export async function readOrderPage(
  json: unknown,
  {
    page,
    pageSize,
    country,
  }: { readonly page: number; readonly pageSize: number; readonly country: CountryCode },
): Promise<Result<OrderPage, PartnerError>> {
  const read = orderListPage.safeParse(Array.isArray(json) ? { orders: json } : (json ?? {}));
  const entries = read.success ? entriesIn(read.data.orders) : null;
  if (!read.success || entries === null || !isList(json, page)) {
    return err(partnerError('bad-response', { status: 200, detail: 'no list of orders' }));
  }
  const { page_size: told, total_pages: total } = read.data;
  const isCut = entries.length > MAX_ENTRIES;
  const half = MAX_ENTRIES / 2;
  const readable = isCut ? [...entries.slice(0, half), ...entries.slice(-half)] : entries;
  const orders: IncomingOrder[] = [];
  for (const [index, entry] of readable.entries()) {
    if (index > 0 && index % SLICE === 0) await breathe();
    const order = parsePartnerOrder(entry, { country });
    if (order.ok) orders.push(order.value);
  }
  // A total that this page is already beyond is none: some send 0 whatever they have.
  const isTotal = total !== null && (total >= page || entries.length === 0);
  // Without a total, a page that is not full is the last; where nobody says how full one is, only an empty page is.
  const fullFrom = Math.max(1, Math.min(pageSize, told ?? 1));
  const totalPages = isTotal ? total : entries.length < fullFrom ? page : page + 1;
  return ok({
    orders,
    page,
    totalPages: Math.ceil(totalPages),
    skipped: readable.length - orders.length,
    ...(isCut ? { isCut } : {}),
    ...(isTotal ? {} : { guessFrom: entries.length }),
  });
}

/** Returns the entries of a list, also where a sender made an object of it, or wrote nothing; null: it is no list. */
function entriesIn(orders: unknown): readonly unknown[] | null {
  if (isArray(orders)) return orders;
  if (!isObject(orders)) return /^\s*(?:null|undefined|false)?$/.test(String(orders)) ? [] : null;
  if (Object.hasOwn(orders, 'order_id')) return [orders];
  const entries = Object.values(orders);
  return entries.every(isObject) ? entries : null;
}

function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

// A response from an intermediary must not count as an empty shop, nor an empty response as a further page.
function isList(json: unknown, page: number): boolean {
  if (!isObject(json)) return Array.isArray(json) || (json === null && page === 1);
  return Object.keys(json).length === 0 ? page === 1 : LIST_FIELDS.some((name) => Object.hasOwn(json, name));
}
