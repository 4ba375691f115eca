import { expect } from 'vitest';
import type { OrderStore } from '../../../src/main/core/orders/types.ts';
import type { OrderLine } from '../../../src/shared/orders/order.ts';
import type { ExpectedLine, ExpectedOrder } from '../../../src/simulator/scenarios/scenario.ts';

/** The order is stored as a correct client has to know it, and its open alerts are those that nobody has touched. */
export function expectKept(
  store: Pick<OrderStore, 'findOrder' | 'openAlerts'>,
  expected: ExpectedOrder,
): void {
  const order = store.findOrder(expected.orderId)?.order;
  const { code, status, statusText } = expected;
  expect(order).toMatchObject({ code, status, statusText });
  // Of an order that was not picked yet the simulator counts what was ordered.
  const isPicked = expected.lines.every((line) => line.status !== 'NOT_PROCESSED');
  if (isPicked) expect(order?.totals.pickedMinor).toBe(expected.pickedMinor);
  expect(order?.cancellation?.afterPickUp ?? null).toBe(expected.afterPickUp);
  expect(order?.lines.map(toExpected)).toEqual(expected.lines);
  const open = store.openAlerts().filter((alert) => alert.subject === expected.orderId);
  expect(open.map((alert) => alert.kind)).toEqual(expected.alerts);
}

function toExpected(line: OrderLine): Omit<ExpectedLine, 'status'> & { readonly status: string } {
  const isGone = line.status === 'NOT_FOUND' || line.status === 'REPLACED';
  const picked = isGone ? null : line.picked;
  const isKg = picked?.unit === 'KG';
  return {
    sku: line.sku,
    status: line.status,
    pieces: isKg ? 0 : (picked?.amount ?? 0),
    grams: isKg ? Math.round((picked.amount ?? 0) * 1000) : 0,
  };
}
