import type { OrderTab } from '../../../shared/orders/order.ts';
import { ORDER_TABS } from '../list/list-model.ts';

const KEY = 'counter.tab';

/** Returns the tab that was last open on this computer. */
export function readTab(storage: Pick<Storage, 'getItem'>): OrderTab {
  const kept = storage.getItem(KEY);
  return ORDER_TABS.find((tab) => tab === kept) ?? 'ready';
}

export function rememberTab(storage: Pick<Storage, 'setItem'>, tab: OrderTab): void {
  storage.setItem(KEY, tab);
}
