import { ORDER_STATUSES, type KnownStatus } from '../../../src/shared/orders/order.ts';
import type { Message } from './platform.ts';

/** The expected state of an order after its messages, by the platform's rules alone: it uses no code of the product. */
export type ModelOrder = {
  readonly code: string;
  readonly status: KnownStatus;
  readonly version: string;
  readonly wasPickedUp: boolean;
  readonly cancelReason: string | null;
  readonly alerts: readonly ModelAlert[];
};

/** `isOver`: closed by later news. Acknowledging is not part of the platform's rules. */
export type ModelAlert = {
  readonly id: string;
  readonly kind: 'ready' | 'cancelled' | 'cancelled-after-handover';
  readonly isOver: boolean;
};

/** Returns the expected orders after these messages, applied in the order in which they were stored. */
export function playMessages(messages: readonly Message[]): ReadonlyMap<string, ModelOrder> {
  const byOrder = Map.groupBy(messages, ({ orderId }) => orderId);
  return new Map([...byOrder].map(([orderId, own]) => [orderId, playOrder(orderId, own)]));
}

function playOrder(orderId: string, messages: readonly Message[]): ModelOrder {
  const newest = messages.reduce((a, b) => (b.version > a.version ? b : a));
  const furthest = messages.reduce((a, b) => (rank(b) > rank(a) ? b : a));
  const cancellation = messages.find(({ status }) => status === 'CANCELLED')?.cancelled ?? null;
  const wasPickedUp = messages.some(({ status }) => status === 'PICKED_UP');
  const isCancelled = furthest.status === 'CANCELLED';
  const hasLeft = wasPickedUp || cancellation?.afterPickUp === true;
  const alerts: readonly ModelAlert[] = [
    ...(becameReady(messages)
      ? [{ id: `${orderId}:ready`, kind: 'ready', isOver: furthest.status !== 'READY_FOR_PICKUP' } as const]
      : []),
    ...(isCancelled
      ? [
          {
            id: `${orderId}:cancelled`,
            kind: hasLeft ? 'cancelled-after-handover' : 'cancelled',
            isOver: false,
          } as const,
        ]
      : []),
  ];
  return {
    code: newest.code,
    status: furthest.status,
    version: newest.version,
    wasPickedUp,
    cancelReason: cancellation?.reason ?? null,
    alerts,
  };
}

/** A READY after the pick-up or the cancellation is late and does not ring. */
function becameReady(messages: readonly Message[]): boolean {
  const first = messages.findIndex(({ status }) => status === 'READY_FOR_PICKUP');
  return first !== -1 && messages.slice(0, first).every((one) => rank(one) < rankOf('READY_FOR_PICKUP'));
}

function rank({ status }: Message): number {
  return rankOf(status);
}

function rankOf(status: KnownStatus): number {
  return ORDER_STATUSES.indexOf(status);
}
