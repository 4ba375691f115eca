import { describe, expect, test } from 'vitest';
import type { Alert } from '../../../../../src/shared/orders/alert.ts';
import { orderAlert } from '../../../../fixtures/order-alert.ts';
import { MINUTE, outageRig as rig } from './rig.ts';

describe('an outage that nobody can wait out', () => {
  test.each(['keychain-unavailable', 'keys-gone', 'key-elsewhere'] as const)(
    'for %s rings after a minute and a half, whatever the minutes in the settings',
    async (cause) => {
      const { connection, time, raised } = rig(0);
      connection.lost(cause);
      await time.pass(1.5 * MINUTE - 1);
      expect(raised).toEqual([]);
      await time.pass(1);
      expect(raised).toMatchObject([{ cause, source: 'catch-up' }]);
    },
  );
});

test('it counts as announced from its ring to its end, also when somebody has seen it', async () => {
  const { connection, time, store, raised } = rig();
  expect(connection.isRaised()).toBe(false);
  connection.lost('offline');
  expect(connection.isRaised()).toBe(false);
  await time.pass(3 * MINUTE);
  expect(connection.isRaised()).toBe(true);
  store.acknowledge(
    raised.map(({ id }) => id),
    'counter',
    time.now(),
  );
  expect(connection.isRaised()).toBe(true);
  connection.regained();
  expect(connection.isRaised()).toBe(false);
});

test('its end closes what other outages left open, and nothing that belongs to an order', async () => {
  const { connection, time, store } = rig();
  const left: Alert = { ...orderAlert('before'), subject: 'before', kind: 'connection', cause: 'offline' };
  store.transact((tx) => [left, orderAlert('1')].forEach(tx.saveAlert));
  connection.lost('offline');
  await time.pass(3 * MINUTE);
  expect(connection.regained().map(({ subject }) => subject)).toHaveLength(2);
  expect(store.openAlerts().map(({ subject }) => subject)).toEqual(['1']);
});

test('what was closed before is not closed again', async () => {
  const { connection, time, store, raised } = rig();
  connection.lost('offline');
  await time.pass(3 * MINUTE);
  const at = time.now();
  store.transact((tx) => raised.forEach((alert) => tx.saveAlert({ ...alert, closedAt: at })));
  await time.pass(MINUTE);
  expect(connection.regained()).toEqual([]);
  expect(store.alertsOf(raised[0]?.subject ?? '')).toMatchObject([{ closedAt: at }]);
});

test('an outage that is over is over for the next start as well', async () => {
  const { connection, time, create, raised } = rig();
  connection.lost('offline');
  connection.regained();
  await time.pass(2 * MINUTE);
  const next = create();
  next.lost('offline');
  expect(raised).toEqual([]);
  await time.pass(3 * MINUTE);
  expect(raised).toHaveLength(1);
  expect(raised[0]?.since).not.toBe(raised[0]?.raisedAt);
  expect(Date.parse(time.now()) - Date.parse(raised[0]?.since ?? '')).toBe(3 * MINUTE);
});

test('a computer that wakes up without an outage has none', async () => {
  const { connection, time, raised } = rig();
  connection.woke();
  await time.pass(10 * MINUTE);
  expect(raised).toEqual([]);
});

test('nothing rings after the end of the app', async () => {
  const { connection, time, raised } = rig();
  connection.stop();
  connection.lost('offline');
  connection.stop();
  expect(time.timers()).toBe(0);
  await time.pass(10 * MINUTE);
  expect(raised).toEqual([]);
});

test('a disk that does not take the alert is said, and the next failed poll tries again', async () => {
  const { connection, time, store, raised, errors } = rig();
  connection.lost('offline');
  const { transact } = store;
  Object.assign(store, {
    transact: () => {
      throw new Error('disk full');
    },
  });
  await time.pass(3 * MINUTE);
  expect([raised, errors]).toEqual([[], ['Error: disk full']]);
  Object.assign(store, { transact });
  connection.lost('offline');
  expect(raised).toHaveLength(1);
});
