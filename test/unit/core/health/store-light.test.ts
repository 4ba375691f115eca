import { expect, test } from 'vitest';
import { createHealthBoard } from '../../../../src/main/core/health/board.ts';
import { noteDelivery, noteStoreFailure, storeHealth } from '../../../../src/main/core/health/to-health.ts';
import type { DeliveryOutcome } from '../../../../src/shared/health/delivery.ts';

function rig() {
  const health = createHealthBoard({ now: () => '', onChange: () => undefined });
  health.set('store', 'ok', 'ok');
  const deliver = (orderId: string, outcome: DeliveryOutcome): void =>
    noteDelivery(health, { at: '', outcome, status: 0, ms: 0, bytes: 0, orderId, notes: [] });
  return { health, deliver, code: () => health.read().store.code };
}

test('an order that cannot be stored is told until it can be, whatever else is stored meanwhile', () => {
  const { deliver, code } = rig();
  deliver('bad', 'store-failed');
  deliver('good', 'stored');
  expect(code()).toBe('store-failed');
  deliver('bad', 'stored');
  expect(code()).toBe('ok');
});

test('a failure that no order is to blame for ends with the next that is stored', () => {
  const { health, deliver, code } = rig();
  noteStoreFailure(health);
  deliver('good', 'stored');
  expect(code()).toBe('ok');
});

test('a disk that takes nothing has been told, with its cause', () => {
  const { health, deliver, code } = rig();
  health.set('store', 'down', 'store-full');
  deliver('bad', 'store-failed');
  deliver('bad', 'stored');
  expect(code()).toBe('store-full');
});

test.each([
  ['full', 'store-full'],
  ['locked', 'store-locked'],
  ['unwritable', 'store-unwritable'],
] as const)('a disk that is %s is told with that cause, whatever was set aside before', (trouble, code) => {
  expect(storeHealth(trouble, null)).toEqual(['down', code, null]);
  expect(storeHealth(trouble, { name: 'orders.damaged.db', why: 'damaged' })).toEqual(['down', code, null]);
});

test('a file that was set aside is told while the new one works', () => {
  expect(storeHealth(null, null)).toEqual(['ok', 'ok', null]);
  const name = 'orders.aside.db';
  expect(storeHealth(null, { name, why: 'damaged' })).toEqual(['degraded', 'store-rebuilt', name]);
  expect(storeHealth(null, { name, why: 'newer' })).toEqual(['degraded', 'store-newer', name]);
});
