import { z } from 'zod';
import { MAX_ALERT_ID_CHARS, type Alert } from '../../shared/alert.ts';
import type { OrderDetail } from '../../shared/orders-contract.ts';
import { MAX_ORDER_ID_CHARS, type OrderSummary } from '../../shared/order.ts';
import type { RefreshOutcome } from '../../shared/partner.ts';
import type { IpcRegistrar } from './channel.ts';

const MAX_IDS = 20_000;
const orderId = z.string().min(1).max(MAX_ORDER_ID_CHARS);

export function registerOrderHandlers(
  ipc: IpcRegistrar,
  deps: {
    readonly listOrders: () => readonly OrderSummary[];
    readonly detail: (orderId: string) => OrderDetail | null;
    readonly refresh: () => Promise<RefreshOutcome>;
    readonly cancelRefresh: () => boolean;
    readonly openAlerts: () => readonly Alert[];
    readonly handOver: (orderId: string, handedOver: boolean) => void;
    readonly acknowledge: (alertIds: readonly string[]) => readonly Alert[];
  },
): void {
  ipc.handle('orders:list', z.undefined(), () => deps.listOrders());
  ipc.handle('orders:detail', z.object({ orderId }), (arg) => deps.detail(arg.orderId));
  ipc.handle('orders:refresh', z.undefined(), () => deps.refresh());
  ipc.handle('orders:cancel-refresh', z.undefined(), () => deps.cancelRefresh());
  ipc.handle('orders:hand-over', z.object({ orderId, handedOver: z.boolean() }), (arg) => {
    deps.handOver(arg.orderId, arg.handedOver);
    return null;
  });
  ipc.handle('alerts:open', z.undefined(), () => deps.openAlerts());
  ipc.handle(
    'alerts:acknowledge',
    z.object({ alertIds: z.array(z.string().min(1).max(MAX_ALERT_ID_CHARS)).max(MAX_IDS) }),
    (arg) => deps.acknowledge(arg.alertIds),
  );
}
