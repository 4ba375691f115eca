import type { DeliveryEntry } from '../../../src/shared/health/delivery.ts';

/** An ordinary request that brought an order. */
export function sampleDelivery(changes: Partial<DeliveryEntry> & Pick<DeliveryEntry, 'id'>): DeliveryEntry {
  return {
    at: '2026-03-12T17:04:09.000Z',
    outcome: 'stored',
    status: 200,
    ms: 3.21,
    bytes: 4_000,
    orderId: 'a',
    code: '4821',
    isKept: true,
    notes: [],
    ...changes,
  };
}

/** Somebody without the secret. */
export function refused(id: number): DeliveryEntry {
  return sampleDelivery({
    id,
    outcome: 'wrong-secret',
    status: 401,
    orderId: null,
    code: null,
    isKept: false,
    notes: [{ kind: 'no-secret' }, { kind: 'agent', text: 'zgrab/0.x' }],
  });
}
