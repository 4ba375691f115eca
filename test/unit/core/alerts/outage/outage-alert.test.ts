import { describe, expect, test } from 'vitest';
import { MINUTE, outageRig as rig } from './rig.ts';

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
