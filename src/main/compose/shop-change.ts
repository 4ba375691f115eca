import type { Polling } from '../core/sync/types.ts';
import type { HealthBoard } from '../core/health/board.ts';
import type { OrdersLight } from '../core/health/orders-light.ts';
import type { OrderStore } from '../core/orders/types.ts';
import type { ShopIds } from '../core/orders/shop-match.ts';
import type { Presenter } from '../shell/presenter.ts';
import type { openResilientStorage } from './resilient-storage.ts';

/**
 * Builds what follows the shop in the settings. Another shop begins anew: what was asked for the old one is given up, its
 * alerts close, and no page shows its orders any more.
 */
export function createShopChange(deps: {
  readonly kept: Pick<ReturnType<typeof openResilientStorage>, 'isOtherShop' | 'followShop'>;
  readonly orders: Pick<OrderStore, 'listOrders'>;
  readonly polling: Pick<Polling, 'leaveShop'>;
  readonly health: HealthBoard;
  readonly light: Pick<OrdersLight, 'follow'>;
  readonly presenter: Pick<Presenter, 'broadcast' | 'showAlerts'>;
}): (ids: ShopIds) => void {
  const { kept, presenter } = deps;
  return (ids) => {
    deps.light.follow(ids.vendorId);
    if (!kept.isOtherShop(ids)) {
      kept.followShop(ids);
      return;
    }
    deps.polling.leaveShop();
    const { raised, closed } = kept.followShop(ids);
    deps.health.note({ lastPollAt: null, lastWebhookAt: null });
    presenter.showAlerts(raised, closed);
    presenter.broadcast('orders:replaced', deps.orders.listOrders());
  };
}
