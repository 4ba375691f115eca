import { describe, expect, onTestFinished, test } from 'vitest';
import { createOutageAlert } from '../../../../src/main/core/alerts/outage-alert.ts';
import { createSyncNotes } from '../../../../src/main/store/orders/sync-notes.ts';
import type { Alert } from '../../../../src/shared/orders/alert.ts';
import { createFakeTime } from '../../../fakes/fake-time.ts';
import { openTempStore } from '../../../fakes/temp-store.ts';
import { orderAlert } from '../../../fixtures/order-alert.ts';

const MINUTE = 60_000;

function rig(minutes = 3) {
  const time = createFakeTime();
  const { store, db, close } = openTempStore(time.now);
  onTestFinished(close);
  const raised: Alert[] = [];
  const errors: string[] = [];
  onTestFinished(() => expect(errors.filter((error) => !error.includes('disk full'))).toEqual([]));
  const settings = { minutes };
  const create = () =>
    createOutageAlert({
      store,
      notes: createSyncNotes(db),
      now: time.now,
      monotonicMs: time.monotonicMs,
      schedule: time.schedule,
      afterMinutes: () => settings.minutes,
      onRaised: (alert) => raised.push(alert),
      onError: (error) => errors.push(String(error)),
    });
  return { time, store, raised, errors, settings, create, connection: create() };
}

describe('the alert that PedidosYa cannot be asked', () => {
  test('rings once after three minutes, says since when and why, and closes by itself', async () => {
    const { connection, time, store, raised } = rig();
    const since = time.now();
    connection.lost('offline');
    await time.pass(3 * MINUTE - 1);
    expect(raised).toEqual([]);
    await time.pass(1);
    expect(raised).toMatchObject([{ kind: 'connection', subject: since, since, cause: 'offline' }]);
    for (let i = 0; i < 5; i += 1) {
      connection.lost('offline');
      await time.pass(MINUTE);
    }
    expect(raised).toHaveLength(1);
    expect(store.openAlerts()).toHaveLength(1);
    expect(connection.regained()).toMatchObject([{ subject: since, closedAt: time.now() }]);
    expect(store.openAlerts()).toEqual([]);
    expect(connection.regained()).toEqual([]);
  });

  test('an outage that passes in time never rings', async () => {
    const { connection, time, store, raised } = rig();
    connection.lost('offline');
    await time.pass(2 * MINUTE);
    expect(connection.regained()).toEqual([]);
    await time.pass(10 * MINUTE);
    expect(raised).toEqual([]);
    expect(store.openAlerts()).toEqual([]);
  });

  test('a refused key rings at once, for only a person can help', () => {
    const { connection, raised } = rig();
    connection.lost('unauthorized');
    expect(raised).toMatchObject([{ cause: 'unauthorized' }]);
  });

  test('0 minutes: an outage never rings', async () => {
    const { connection, time, raised } = rig(0);
    connection.lost('offline');
    await time.pass(60 * MINUTE);
    connection.lost('bad-response');
    expect(raised).toEqual([]);
  });

  test('0 minutes: a refused key rings all the same, also when it comes out at the end of an outage', async () => {
    const { connection, time, raised } = rig(0);
    connection.lost('offline');
    await time.pass(60 * MINUTE);
    connection.lost('unauthorized');
    expect(raised).toMatchObject([{ cause: 'unauthorized' }]);
  });

  test('0 minutes: a keychain that stays closed rings all the same, one that opens soon does not', async () => {
    const { connection, time, raised } = rig(0);
    connection.lost('keychain-unavailable');
    await time.pass(MINUTE);
    connection.regained();
    await time.pass(5 * MINUTE);
    expect(raised).toEqual([]);
    connection.lost('keychain-unavailable');
    await time.pass(1.5 * MINUTE);
    expect(raised).toMatchObject([{ kind: 'connection', cause: 'keychain-unavailable' }]);
  });

  test('the cause that changes is said anew, without ringing anew', async () => {
    const { connection, time, store, raised } = rig();
    connection.lost('offline');
    await time.pass(3 * MINUTE);
    connection.lost('bad-response');
    expect(raised).toHaveLength(1);
    expect(store.openAlerts()).toMatchObject([{ cause: 'bad-response' }]);
  });

  test('what was seen stays seen, and its end is told all the same', async () => {
    const { connection, time, store, raised } = rig();
    connection.lost('offline');
    await time.pass(3 * MINUTE);
    store.acknowledge(
      raised.map(({ id }) => id),
      'counter',
      time.now(),
    );
    connection.lost('offline');
    await time.pass(60 * MINUTE);
    expect(raised).toHaveLength(1);
    expect(connection.regained()).toHaveLength(1);
  });

  test('the next outage is another alert', async () => {
    const { connection, time, raised } = rig();
    connection.lost('offline');
    await time.pass(3 * MINUTE);
    connection.regained();
    await time.pass(MINUTE);
    connection.lost('offline');
    await time.pass(3 * MINUTE);
    expect(new Set(raised.map(({ id }) => id)).size).toBe(2);
  });

  test('a restart within the outage takes it over: same alert, no second ring', async () => {
    const { connection, time, raised, create, store } = rig();
    connection.lost('offline');
    await time.pass(3 * MINUTE);
    connection.stop();
    const next = create();
    next.lost('offline');
    await time.pass(10 * MINUTE);
    expect(raised).toHaveLength(1);
    expect(next.regained()).toHaveLength(1);
    expect(store.openAlerts()).toEqual([]);
  });

  test('a restart after the outage closes what was left open', async () => {
    const { connection, time, create, store } = rig();
    connection.lost('offline');
    await time.pass(3 * MINUTE);
    connection.stop();
    expect(create().regained()).toHaveLength(1);
    expect(store.openAlerts()).toEqual([]);
  });

  test('after sleep the network gets its minutes again', async () => {
    const { connection, time, raised } = rig();
    connection.lost('offline');
    await time.pass(2.5 * MINUTE);
    connection.woke();
    await time.pass(2.5 * MINUTE);
    expect(raised).toEqual([]);
    await time.pass(MINUTE);
    expect(raised).toHaveLength(1);
  });

  test('minutes that are set anew count from the next poll that fails', async () => {
    const { connection, time, raised, settings } = rig(60);
    connection.lost('offline');
    await time.pass(5 * MINUTE);
    settings.minutes = 1;
    connection.lost('offline');
    expect(raised).toHaveLength(1);
  });
});

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
