import { isOpenAlert, type Alert } from '../../src/shared/orders/alert.ts';
import type { CardState } from '../../src/shared/orders/card.ts';
import type { IpcEvents, MostradorApi } from '../../src/shared/ipc-contract.ts';
import { holdsProduct } from '../../src/shared/orders/search-words.ts';
import { orderTab, type OrderSummary } from '../../src/shared/orders/order.ts';
import type { OrderDetail } from '../../src/shared/orders/orders-contract.ts';
import type { PrintOutcome, SlipState } from '../../src/shared/settings/paper.ts';
import type { RefreshOutcome } from '../../src/shared/partner.ts';
import type { FakeCall } from './computer-api.ts';

/** The time of every hand-over in the fake. */
export const HANDED_OVER_AT = '2026-03-12T17:02:00.000Z';

/** What main knows about orders; tests change it between calls. */
export type FakeOrders = {
  orders: readonly OrderSummary[];
  alerts: readonly Alert[];
  unclaimed?: CardState['unclaimed'];
  silenced?: readonly string[];
  details: Map<string, OrderDetail>;
  /** When set, the answer of the search for products. */
  search?: MostradorApi['orders:search'];
  slips: Map<string, SlipState>;
  print: () => PrintOutcome;
  printers: readonly string[];
  refresh: () => Promise<RefreshOutcome>;
  /** Returns whether a sync was running. */
  cancelRefresh: () => boolean;
};

/** No sync that runs, a printer that works, and no slip so far. */
export function calmOrders(): Pick<FakeOrders, 'cancelRefresh' | 'slips' | 'print' | 'printers'> {
  return {
    cancelRefresh: () => false,
    slips: new Map(),
    print: () => ({ kind: 'printed', isCopy: false }),
    printers: ['Tickets', 'Oficina'],
  };
}

/** The part of the fake main process that keeps orders and alerts. */
export function ordersApi(deps: {
  readonly main: FakeOrders;
  readonly call: FakeCall;
  readonly emit: <E extends 'orders:changed' | 'alerts:changed' | 'unclaimed:changed' | 'paper:changed'>(
    event: E,
    payload: IpcEvents[E],
  ) => void;
}) {
  const { main, call, emit } = deps;
  const closeAlerts = (isClosed: (alert: Alert) => boolean): void => {
    main.alerts = main.alerts.filter((alert) => !isClosed(alert));
    emit('alerts:changed', main.alerts);
  };
  return {
    'orders:list': () => call('orders:list', undefined, () => main.orders),
    'orders:packed': () => call('orders:packed', undefined, () => JSON.stringify(main.orders)),
    'orders:waiting': () =>
      call('orders:waiting', undefined, () => main.orders.filter((order) => orderTab(order) === 'ready')),
    'orders:detail': (arg) => call('orders:detail', arg, () => main.details.get(arg.orderId) ?? null),
    'orders:search': (arg) =>
      call(
        'orders:search',
        arg,
        () =>
          main.search?.(arg) ?? {
            orderIds: [...main.details.values()]
              .filter(({ order }) =>
                order.lines.some(({ name, sku }) => holdsProduct(`${name} ${sku}`, arg.words)),
              )
              .map(({ order }) => order.id),
            next: null,
          },
      ),
    'orders:refresh': () => call('orders:refresh', undefined, () => main.refresh()),
    'orders:cancel-refresh': () => call('orders:cancel-refresh', undefined, () => main.cancelRefresh()),
    'orders:hand-over': (arg) =>
      call('orders:hand-over', arg, () => {
        const handedOverAt = arg.handedOver ? HANDED_OVER_AT : null;
        const isMeant = (order: OrderSummary): boolean => order.id === arg.orderId;
        main.orders = main.orders.map((order) => (isMeant(order) ? { ...order, handedOverAt } : order));
        emit('orders:changed', main.orders.filter(isMeant));
        closeAlerts((alert) => arg.handedOver && alert.id === `${arg.orderId}:ready`);
        return null;
      }),
    'unclaimed:seen': (arg) => call('unclaimed:seen', arg, () => null),
    'unclaimed:silenced': () => call('unclaimed:silenced', undefined, () => main.silenced ?? []),
    'unclaimed:silence': (arg) =>
      call('unclaimed:silence', arg, () => {
        const others = (main.silenced ?? []).filter((id) => id !== arg.orderId);
        main.silenced = arg.silenced ? [...others, arg.orderId] : others;
        emit('unclaimed:changed', main.silenced);
        return null;
      }),
    'paper:print': (arg) =>
      call('paper:print', arg, () => {
        const outcome = main.print();
        if (outcome.kind === 'printed') main.slips.set(arg.orderId, 'printed');
        emit('paper:changed', null);
        return outcome;
      }),
    'paper:test': () => call('paper:test', undefined, () => main.print()),
    'paper:state': (arg) => call('paper:state', arg, () => main.slips.get(arg.orderId) ?? 'none'),
    'paper:printers': () => call('paper:printers', undefined, () => main.printers),
    'alerts:open': () => call('alerts:open', undefined, () => main.alerts.filter(isOpenAlert)),
    'alerts:acknowledge': (arg) =>
      call('alerts:acknowledge', arg, () => {
        const closed = main.alerts.filter((alert) => arg.alertIds.includes(alert.id));
        closeAlerts((alert) => closed.includes(alert));
        return closed;
      }),
  } satisfies Partial<MostradorApi>;
}
