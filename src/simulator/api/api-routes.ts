import { assertNever } from '../../shared/result.ts';
import { errorAnswer, jsonAnswer } from './http-answer.ts';
import { DAY_MS, READABLE_DAYS, readListQuery } from './list-query.ts';
import { toOrderJson } from '../orders/order-json.ts';
import type { Answer } from './http-answer.ts';
import type { RouteKind } from './faults.ts';
import type { Shop, SimOrder } from '../orders/order-model.ts';
import type { OutletRoute } from './outlet.ts';
import type { Switches } from './switches.ts';

export type Route =
  | { readonly kind: 'token' }
  | { readonly kind: 'list'; readonly chainId: string; readonly vendorId: string }
  | { readonly kind: 'single'; readonly chainId: string | null; readonly orderId: string }
  | { readonly kind: 'put' }
  | OutletRoute;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Which route a request means; null: none that exists. Source: docs/partner-api.md, "Order list". */
export function findRoute(method: string, path: string, switches: Switches): Route | null {
  const parts = path.split('/').slice(1).map(decodePart);
  const [version, first, chainId, third, fourth, fifth] = parts;
  if (version !== 'v2') return null;
  if (first === 'oauth') return method === 'POST' && path === '/v2/oauth/token' ? { kind: 'token' } : null;
  if (first === 'orders' && parts.length === 3 && method === 'GET') {
    return switches.routeSingleShort && chainId ? { kind: 'single', chainId: null, orderId: chainId } : null;
  }
  if (first !== 'chains' || !chainId || !fourth) return null;
  if (third === 'orders' && parts.length === 5) {
    if (method === 'PUT') return { kind: 'put' };
    if (method !== 'GET' || !switches.routeSingleChain) return null;
    return { kind: 'single', chainId, orderId: fourth };
  }
  if (third !== 'vendors' || method !== 'GET') return null;
  if (parts.length === 6 && fifth === 'status') {
    return switches.outletAnswers === 'no-route' ? null : { kind: 'outlet', chainId, vendorId: fourth };
  }
  const isFull = parts.length === 6 && fifth === 'orders' && switches.routeListWithOrders;
  const isDocumented = parts.length === 5 && switches.routeListDocumented;
  return isFull || isDocumented ? { kind: 'list', chainId, vendorId: fourth } : null;
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** null: no fault applies, since the route has a switch of its own. */
export function faultKind(route: Route): RouteKind | null {
  if (route.kind === 'outlet') return null;
  return route.kind === 'put' ? 'single' : route.kind;
}

type Data = {
  readonly orders: () => readonly SimOrder[];
  readonly find: (id: string) => SimOrder | null;
  readonly shops: () => readonly Shop[];
  readonly switches: Switches;
  readonly now: number;
};

/** Returns one order. Only orders of the last 60 days can be read. */
export function answerSingle(route: Extract<Route, { kind: 'single' }>, data: Data): Answer {
  const { errorBody } = data.switches;
  const isOurs = data.shops().some((shop) => route.chainId === null || shop.chainId === route.chainId);
  if (!isOurs) return errorAnswer(403, 'No access to this chain', errorBody);
  if (!UUID.test(route.orderId)) return errorAnswer(400, 'order_id must be a UUID', errorBody);
  const order = data.find(route.orderId.toLowerCase());
  const isReadable = order !== null && order.createdAt >= data.now - READABLE_DAYS * DAY_MS;
  if (!isReadable) return errorAnswer(404, 'Order not found', errorBody);
  return jsonAnswer(200, toOrderJson(order, data.switches));
}

/** Returns one page of a store's orders. `repeatPage`: returns the first page for every page number. */
export function answerList(
  route: Extract<Route, { kind: 'list' }>,
  query: URLSearchParams,
  data: Data,
  repeatPage: boolean,
): Answer {
  const { switches } = data;
  const shop = data
    .shops()
    .find(
      (one) =>
        one.chainId === route.chainId &&
        (one.storeId === route.vendorId || one.externalPartnerConfigId === route.vendorId),
    );
  if (shop === undefined) return errorAnswer(403, 'No access to this chain or vendor', switches.errorBody);
  const asked = readListQuery(query, data.now, switches);
  if (typeof asked === 'string') return errorAnswer(400, asked, switches.errorBody);

  const timeOf = (order: SimOrder): number =>
    switches.listFiltersBy === 'created' ? order.createdAt : order.updatedAt;
  const found = data
    .orders()
    .filter(
      (order) =>
        order.shop.storeId === shop.storeId &&
        timeOf(order) >= asked.from &&
        timeOf(order) <= asked.to &&
        (switches.listShowsReceived || order.status !== 'RECEIVED'),
    );
  const sorted = sortOrders(found, switches.listOrder);
  const pageSize = Math.min(asked.pageSize, switches.listMaxPageSize);
  const totalPages = Math.ceil(sorted.length / pageSize);
  const page = repeatPage ? 1 : asked.page;
  const rows = sorted.slice((page - 1) * pageSize, page * pageSize);
  return jsonAnswer(200, {
    orders: rows.map((order) => toOrderJson(order, switches)),
    page_number: page,
    ...(switches.listTellsPageSize ? { page_size: pageSize } : {}),
    ...(switches.listTellsTotalPages
      ? { total_pages: repeatPage ? Math.max(totalPages, asked.page + 1) : totalPages }
      : {}),
  });
}

function sortOrders(orders: SimOrder[], by: Switches['listOrder']): readonly SimOrder[] {
  switch (by) {
    case 'newest-first':
      return orders.sort((a, b) => b.createdAt - a.createdAt);
    case 'oldest-first':
      return orders.sort((a, b) => a.createdAt - b.createdAt);
    case 'shuffled':
      // Ids are random, so sorting by id gives an arbitrary order that is the same for every page.
      return orders.sort((a, b) => (a.id < b.id ? -1 : 1));
    default:
      return assertNever(by);
  }
}
