import type { Alert } from './alert.ts';
import type { Order, OrderSummary, StoredOrder } from './order.ts';
import type { RefreshOutcome } from './partner.ts';

/** What a window may ask main about orders and their alerts; a part of the contract between pages and main. */
export type OrdersContract = {
  'orders:list': { arg: undefined; answer: readonly OrderSummary[] };
  'orders:detail': { arg: { orderId: string }; answer: OrderDetail | null };
  'orders:refresh': { arg: undefined; answer: RefreshOutcome };
  /** Ends the run under way, whoever began it; answers whether there was one. */
  'orders:cancel-refresh': { arg: undefined; answer: boolean };
  /** Sets or takes back the local mark "entregado". */
  'orders:hand-over': { arg: { orderId: string; handedOver: boolean }; answer: null };
  'alerts:open': { arg: undefined; answer: readonly Alert[] };
  'alerts:acknowledge': { arg: { alertIds: readonly string[] }; answer: readonly Alert[] };
};

export type OrderDetail = {
  readonly stored: StoredOrder;
  readonly order: Order;
  readonly alerts: readonly Alert[];
};
