import { z } from 'zod';
import {
  DELIVERY_GROUPS,
  type DeliveryPage,
  type DeliveryQuery,
  type ReprocessOutcome,
} from '../../shared/delivery.ts';
import { MAX_ORDER_ID_CHARS } from '../../shared/order.ts';
import type { WhyAnswer, WhyQuestion } from '../../shared/why.ts';
import type { IpcRegistrar } from './channel.ts';

const orderId = z.string().min(1).max(MAX_ORDER_ID_CHARS);

export function registerDeliveryHandlers(
  ipc: IpcRegistrar,
  deps: {
    readonly page: (query: DeliveryQuery) => DeliveryPage;
    readonly reprocess: (orderId: string) => ReprocessOutcome;
    readonly askWhy: (question: WhyQuestion) => WhyAnswer;
    readonly openDeliveries: () => void;
  },
): void {
  ipc.handle(
    'deliveries:list',
    z.object({ group: z.enum(DELIVERY_GROUPS).nullable(), before: z.int().positive().nullable() }),
    (arg) => deps.page(arg),
  );
  ipc.handle('deliveries:reprocess', z.object({ orderId }), (arg) => deps.reprocess(arg.orderId));
  ipc.handle('why:ask', z.object({ code: z.string().min(1).max(200), orderId: orderId.nullable() }), (arg) =>
    deps.askWhy(arg),
  );
  ipc.handle('window:open-deliveries', z.undefined(), () => {
    deps.openDeliveries();
    return null;
  });
}
