import { describe, expect, test } from 'vitest';
import { createDigestBuffer } from '../../../../src/main/core/alerts/digest-buffer.ts';
import type { IncomingOrder } from '../../../../src/main/core/orders/types.ts';
import type { Order } from '../../../../src/shared/orders/order.ts';
import { createFakeTime } from '../../../fakes/fake-time.ts';
import { news } from '../../../fixtures/news.ts';
import { createDeskRig, es } from './show-rig.ts';

const LATER = '2026-03-02T14:51:00.000Z';

const order = (code: string, changes: Partial<Order> = {}): IncomingOrder =>
  news({ id: code, code, ...changes });

describe('news that is overtaken before it is shown', () => {
  test('held after a gap: the list keeps the cancellation, and the digest does not count the order as ready', () => {
    const rig = createDeskRig();
    const { publish } = rig.start();
    const held = createDigestBuffer({ publish, schedule: createFakeTime().schedule });
    held.begin(42, false);
    held.add(rig.commit(order('4821'), order('4822')));
    publish(rig.commit(order('4821', { status: 'CANCELLED', version: LATER })));
    held.end();
    expect(rig.listed()).toEqual({ '4821': 'CANCELLED', '4822': 'READY_FOR_PICKUP' });
    expect(rig.toasts).toMatchObject([
      { title: es.alerts.cancelledTitle('4821') },
      { title: es.card.digest({ minutes: 42, ready: 1, cancelled: 0 }), body: '4822' },
    ]);
  });

  test('one turn old: only what it has become is told', () => {
    const rig = createDeskRig();
    const { publish } = rig.start();
    const first = rig.commit(order('4821'));
    const second = rig.commit(order('4821', { status: 'CANCELLED', version: LATER }));
    publish(second);
    publish(first);
    expect(rig.listed()).toEqual({ '4821': 'CANCELLED' });
    expect(rig.titles()).toEqual([es.alerts.cancelledTitle('4821')]);
  });

  test('what somebody has seen meanwhile gets no toast', () => {
    const rig = createDeskRig();
    const { alerts, publish } = rig.start();
    const changes = rig.commit(order('4821'));
    alerts.acknowledge(['4821:ready'], 'counter');
    publish(changes);
    expect(rig.toasts).toEqual([]);
  });

  test('a cancellation that proves to be a late one is told as that', () => {
    const rig = createDeskRig();
    const { publish } = rig.start();
    const held = createDigestBuffer({ publish, schedule: createFakeTime().schedule });
    held.begin(42, false);
    held.add(rig.commit(order('4821', { status: 'CANCELLED', version: LATER })));
    publish(rig.commit(order('4821', { status: 'PICKED_UP', version: '2026-03-02T14:50:30.000Z' })));
    held.end();
    expect(rig.toasts).toMatchObject([{ critical: false }]);
  });
});
