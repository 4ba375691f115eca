import type { Alert } from './alert.ts';
import type { Order, OrderSummary, StoredOrder } from './order.ts';
import type { PrintOutcome, SlipState } from '../settings/paper.ts';
import type { RefreshOutcome } from '../partner.ts';

/** Calls from pages to main about orders and their alerts; part of the contract between pages and main. */
export type OrdersContract = {
  'orders:list': { arg: undefined; answer: readonly OrderSummary[] };
  /** The same list as JSON: the bridge copies a text at once, but 12,000 orders field by field, in half a second. */
  'orders:packed': { arg: undefined; answer: string };
  /** The orders that wait, or of which somebody has to see something: few, and told at once. */
  'orders:waiting': { arg: undefined; answer: readonly OrderSummary[] };
  'orders:detail': { arg: { orderId: string }; answer: OrderDetail | null };
  /** Looks for a product in a part of the orders, by id after `after` (first ''); every word is folded. */
  'orders:search': {
    arg: { words: readonly string[]; after: string };
    answer: { orderIds: readonly string[]; next: string | null };
  };
  'orders:refresh': { arg: undefined; answer: RefreshOutcome };
  /** Cancels the run under way, however it was started; returns whether there was one. */
  'orders:cancel-refresh': { arg: undefined; answer: boolean };
  /** Sets or removes the local mark "entregado". */
  'orders:hand-over': { arg: { orderId: string; handedOver: boolean }; answer: null };
  /** Somebody saw that these bags wait: they are not shown again before the next tone. */
  'unclaimed:seen': { arg: { orderIds: readonly string[] }; answer: null };
  /** Nobody is reminded of this order any more, or again. */
  'unclaimed:silence': { arg: { orderId: string; silenced: boolean }; answer: null };
  /** Returns the ids of the orders that nobody is reminded of. */
  'unclaimed:silenced': { arg: undefined; answer: readonly string[] };
  /** Prints the slips of an order, one for each bag. */
  'paper:print': { arg: { orderId: string; bags: number }; answer: PrintOutcome };
  'paper:test': { arg: undefined; answer: PrintOutcome };
  /** Returns what is known of the slip of this order in its present state. */
  'paper:state': { arg: { orderId: string }; answer: SlipState };
  /** Returns the names of this computer's printers. */
  'paper:printers': { arg: undefined; answer: readonly string[] };
  'alerts:open': { arg: undefined; answer: readonly Alert[] };
  'alerts:acknowledge': { arg: { alertIds: readonly string[] }; answer: readonly Alert[] };
};

export type OrderDetail = {
  readonly stored: StoredOrder;
  readonly order: Order;
  readonly alerts: readonly Alert[];
};
