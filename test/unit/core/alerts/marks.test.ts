import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { OrderStore } from '../../../../src/main/core/orders/types.ts';
import type { Alert } from '../../../../src/shared/orders/alert.ts';
import { NOON } from '../../../fakes/fixed-clock.ts';
import { openTempStore } from '../../../fakes/temp-store.ts';
import { orderAlert } from '../../../fixtures/order-alert.ts';

const LATER = '2026-03-02T15:05:00.000Z';

let store: OrderStore;
beforeEach(() => {
  const temp = openTempStore(() => NOON);
  onTestFinished(temp.close);
  store = temp.store;
  const alerts: readonly Alert[] = [
    orderAlert('1'),
    orderAlert('1', { kind: 'cancelled' }),
    orderAlert('gone', { closedAt: NOON }),
    { ...orderAlert('x'), id: 'out:connection', subject: 'out', kind: 'connection', cause: 'offline' },
  ];
  store.transact((tx) => alerts.forEach(tx.saveAlert));
});

const ready = (): Alert | undefined => store.alertsOf('1').find(({ kind }) => kind === 'ready');
const cancelled = (): Alert | undefined => store.alertsOf('1').find(({ kind }) => kind === 'cancelled');

test('the time of the first toast stays, and no other alert of the order gets it', () => {
  store.markShown(['1:ready', 'nobody:ready'], NOON);
  store.markShown(['1:ready'], LATER);
  expect(ready()?.shownAt).toBe(NOON);
  expect(cancelled()?.shownAt).toBeNull();
});

describe('Visto', () => {
  test('notes when and who, once, for each alert that is open', () => {
    const done = store.acknowledge(['1:ready', '1:ready', 'gone:ready', 'nobody:ready'], 'card', NOON);
    expect(done).toEqual([{ ...orderAlert('1'), acknowledgedAt: NOON, acknowledgedBy: 'card' }]);
    expect(ready()).toEqual(done[0]);
    expect(store.acknowledge(['1:ready'], 'counter', LATER)).toEqual([]);
    expect(ready()).toMatchObject({ acknowledgedAt: NOON, acknowledgedBy: 'card' });
    expect(cancelled()?.acknowledgedAt).toBeNull();
  });

  test('taken back it was never said; what ended meanwhile stays as it is', () => {
    store.acknowledge(['1:ready', '1:cancelled'], 'card', NOON);
    store.transact((tx) => {
      for (const alert of tx.findAlerts('1')) {
        if (alert.kind === 'cancelled') tx.saveAlert({ ...alert, closedAt: LATER });
      }
    });
    store.unacknowledge(['1:ready', '1:cancelled']);
    expect(ready()).toEqual(orderAlert('1'));
    expect(cancelled()).toMatchObject({ acknowledgedAt: NOON, acknowledgedBy: 'card', closedAt: LATER });
  });
});

describe('what happened about a bag that nobody comes for', () => {
  const reminder = () => {
    const alert = ready();
    return alert === undefined || alert.kind === 'connection' ? undefined : alert.reminder;
  };

  test('is noted beside what was noted before', () => {
    expect(reminder()).toBeUndefined();
    store.remind(['1'], { toldAt: NOON });
    expect(reminder()).toEqual({ toldAt: NOON, seenAt: null, silencedAt: null });
    store.remind(['1'], { seenAt: LATER });
    expect(reminder()).toEqual({ toldAt: NOON, seenAt: LATER, silencedAt: null });
  });

  test('belongs to the alert of the order that was ready, and to no other', () => {
    store.remind(['1', 'out', 'nobody'], { silencedAt: NOON });
    expect(cancelled()).toEqual(orderAlert('1', { kind: 'cancelled' }));
    expect(store.alertsOf('out')).not.toContainEqual(
      expect.objectContaining({ reminder: expect.anything() as unknown }),
    );
    expect(store.alertsOf('nobody')).toEqual([]);
  });
});
