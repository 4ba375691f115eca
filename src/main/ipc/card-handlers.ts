import { z } from 'zod';
import type { CardState } from '../../shared/card.ts';
import { MAX_ORDER_ID_CHARS } from '../../shared/order.ts';
import type { IpcRegistrar } from './channel.ts';

export function registerCardHandlers(
  ipc: IpcRegistrar,
  deps: {
    readonly card: () => CardState;
    readonly undo: () => void;
    readonly seenAll: (revision: number) => void;
    readonly openOrder: (orderId: string) => void;
  },
): void {
  ipc.handle('card:read', z.undefined(), () => deps.card());
  ipc.handle('card:undo', z.undefined(), () => {
    deps.undo();
    return null;
  });
  ipc.handle('card:seen-all', z.object({ revision: z.int() }), (arg) => {
    deps.seenAll(arg.revision);
    return null;
  });
  ipc.handle('card:open-order', z.object({ orderId: z.string().min(1).max(MAX_ORDER_ID_CHARS) }), (arg) => {
    deps.openOrder(arg.orderId);
    return null;
  });
}
