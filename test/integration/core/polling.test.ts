import { describe, expect, test } from 'vitest';
import { isCancelled } from '../../../src/shared/partner.ts';
import { shiftIso } from '../../../src/shared/time.ts';
import { openPolling } from './polling-rig.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('polling alone, without any webhook', () => {
  test('T11: orders whose webhooks were lost ring within a minute', async () => {
    const { simulator, start, until, pass } = await openPolling();
    const { polling, told, outcomes } = start();
    polling.follow('shop');
    await until(() => outcomes.length === 1, MINUTE);
    await pass(10_000);
    const ready = simulator.orders.create({});
    simulator.orders.ready(ready.id);
    const gone = simulator.orders.create({});
    simulator.orders.cancel(gone.id);
    await until(() => told.length > 0, MINUTE);
    expect(told.flatMap(({ raised }) => raised).toSorted()).toEqual(
      [`cancelled ${gone.code}`, `ready ${ready.code}`].toSorted(),
    );
    expect(told.every(({ gap }) => gap === undefined)).toBe(true);
  });

  test('an order that is picked up leaves by itself', async () => {
    const { simulator, store, start, until } = await openPolling();
    const { polling, outcomes } = start();
    polling.follow('shop');
    const { id } = simulator.orders.create({});
    simulator.orders.ready(id);
    await until(() => store.openAlerts().length === 1, 2 * MINUTE);
    simulator.orders.pickUp(id);
    const before = outcomes.length;
    await until(() => outcomes.length > before + 1, 3 * MINUTE);
    expect(store.openAlerts()).toEqual([]);
    expect(store.findOrder(id)?.order.status).toBe('PICKED_UP');
  });

  test('is a full mode: nothing is wrong, and the proof is there', async () => {
    const { start, until, time } = await openPolling();
    const { polling, outcomes, health, outages } = start();
    polling.follow('shop');
    await until(() => outcomes.length === 2, 3 * MINUTE);
    expect(health.read().partner.state).toBe('ok');
    expect(health.read().facts.lastPollAt).toBe(outcomes.at(-1)?.at);
    expect(Date.parse(time.now()) - Date.parse(health.read().facts.lastPollAt ?? '')).toBeLessThan(MINUTE);
    expect(outages).toEqual([]);
  });
});

describe('while the own probe finds the way free', () => {
  test('the pace is slow only once the platform itself has called', async () => {
    const { simulator, start, until, pass } = await openPolling();
    let isProven = false;
    const found: string[] = [];
    const { polling, told, outcomes, health } = start({
      webhooksArrive: () => isProven,
      onFound: (changes) => found.push(...changes.map(({ after }) => after.order.code)),
    });
    health.set('tunnel', 'ok', 'ok');
    polling.follow('shop');
    await until(() => outcomes.length === 1, MINUTE);
    await pass(10_000);
    const ready = simulator.orders.create({});
    simulator.orders.ready(ready.id);
    await until(() => told.length > 0, MINUTE);
    expect(found).toEqual([ready.code]);
    isProven = true;
    const before = outcomes.length;
    await pass(4 * MINUTE);
    expect(outcomes.length).toBe(before);
    isProven = false;
    await until(() => outcomes.length > before, MINUTE);
  });
});

describe('a run that somebody ends', () => {
  test('leaves health as it was, rings nothing, and the next timed one finds the orders', async () => {
    const { simulator, start, until } = await openPolling();
    const { polling, told, outcomes, outages, health } = start();
    polling.follow('shop');
    await until(() => outcomes.length === 1, MINUTE);
    simulator.faults.add({ kind: 'slow', times: 1, delayMs: 60_000 });
    const { id, code } = simulator.orders.create({});
    simulator.orders.ready(id);
    const asked = polling.run('refresh');
    await until(() => simulator.faults.list().length === 0, MINUTE);
    expect(polling.cancel()).toBe(true);
    expect(isCancelled(await asked)).toBe(true);
    expect(health.read().partner).toMatchObject({ state: 'ok', code: 'ok' });
    await until(() => told.length > 0, 2 * MINUTE);
    expect(told.flatMap(({ codes }) => codes)).toEqual([code]);
    expect(outages).toEqual([]);
  });
});

describe('an outage', () => {
  test('rings after three minutes, and its end brings one digest with all that was missed', async () => {
    const { simulator, store, start, until, pass } = await openPolling();
    const { polling, told, outages, outcomes, health } = start();
    polling.follow('shop');
    await until(() => outcomes.length === 1, MINUTE);
    simulator.faults.add({ kind: 'close' });
    for (let i = 0; i < 7; i += 1) simulator.orders.ready(simulator.orders.create({}).id);
    simulator.orders.cancel(simulator.orders.create({}).id);
    await until(() => outages.length === 1, 5 * MINUTE);
    expect(outages[0]?.raised).toMatchObject([{ kind: 'connection', cause: 'offline' }]);
    expect(health.read().partner).toMatchObject({ state: 'down', code: 'partner-offline' });
    await pass(20 * MINUTE);
    expect(outages).toHaveLength(1);
    expect(told).toEqual([]);

    simulator.faults.clear();
    polling.wake();
    await until(() => told.length > 0, MINUTE);
    await pass(MINUTE);
    expect(told).toHaveLength(1);
    expect(told[0]?.raised).toHaveLength(8);
    expect(told[0]?.isBack).toBe(true);
    expect(told[0]?.gap).toBeGreaterThanOrEqual(23);
    expect(store.openAlerts().map(({ kind }) => kind)).not.toContain('connection');
    expect(health.read().partner.state).toBe('ok');
  });

  test('that hits in the middle of a run loses nothing of what was read before', async () => {
    const { simulator, start, until, pass } = await openPolling();
    const first = start();
    first.polling.follow('shop');
    await until(() => first.outcomes.length === 1, MINUTE);
    await first.polling.stop();
    await pass(10 * MINUTE);
    for (let i = 0; i < 12; i += 1) simulator.orders.ready(simulator.orders.create({}).id);
    const second = start();
    let pages = 0;
    simulator.onChange(() => {
      pages += 1;
      if (pages === 2) simulator.faults.add({ kind: 'bad-gateway' });
    });
    second.polling.follow('shop');
    await until(() => second.outcomes.length === 1, MINUTE);
    expect(second.outcomes[0]).toMatchObject({ ok: false });
    expect(second.told).toHaveLength(1);
    const told = second.told[0]?.raised.length ?? 0;
    expect(told).toBeGreaterThan(0);
    simulator.faults.clear();
    await until(() => second.outcomes.at(-1)?.ok === true, 2 * MINUTE);
    expect(second.told.flatMap(({ raised }) => raised)).toHaveLength(12);
    expect(second.told.every(({ gap }) => gap !== undefined && gap >= 10)).toBe(true);
  });

  test('of the app itself: what was missed while it did not run is one digest', async () => {
    const { simulator, start, until, pass } = await openPolling();
    const first = start();
    first.polling.follow('shop');
    await until(() => first.outcomes.length === 1, MINUTE);
    await first.polling.stop();
    for (let i = 0; i < 6; i += 1) simulator.orders.ready(simulator.orders.create({}).id);
    await pass(42 * MINUTE);
    const second = start();
    second.polling.follow('shop');
    await until(() => second.outcomes.length === 1, MINUTE);
    expect(second.told).toMatchObject([{ gap: 42, isBack: false }]);
    expect(second.told[0]?.raised).toHaveLength(6);
  });

  test('by sleep: the first poll after it tells what was missed', async () => {
    const { simulator, start, until, time } = await openPolling();
    const { polling, told, outcomes, health } = start();
    polling.follow('shop');
    await until(() => outcomes.length === 1, MINUTE);
    polling.asleep();
    simulator.orders.ready(simulator.orders.create({}).id);
    time.jump(8 * HOUR);
    polling.awake();
    await until(() => outcomes.length === 2, 10_000);
    expect(told).toMatchObject([{ gap: 480 }]);
    expect(health.read().power).toMatchObject({ state: 'ok', code: 'power-slept', detail: '480' });
  });
});

describe('the past', () => {
  test('everything the platform keeps is swept in windows of seven days that leave no hole', async () => {
    const { simulator, start, until, notes, time, store } = await openPolling();
    store.saveCompleteSync(time.now());
    const { id } = simulator.orders.create({});
    simulator.orders.ready(id);
    simulator.orders.travel(id, 40 * 24 * 60);
    const { polling } = start();
    polling.follow('shop');
    await until(() => notes.read('last-full-sweep') !== null, 10 * MINUTE);
    expect(store.findOrder(id)?.order.status).toBe('READY_FOR_PICKUP');
    const oldest = simulator.requests.map(({ query }) => query['start_time'] ?? '~').toSorted()[0];
    expect(oldest?.slice(0, 13)).toBe(shiftIso(time.now(), -60 * DAY + HOUR).slice(0, 13));
  });

  test('an order that is READY for over a day is asked for by itself, and its rider found', async () => {
    const { simulator, start, until, pass, store, singles, time } = await openPolling();
    const { polling, outcomes, told } = start();
    const [gone, lost, fresh] = [0, 1, 2].map(() => simulator.orders.create({}).id);
    for (const id of [gone, lost, fresh]) simulator.orders.ready(id ?? '');
    for (const id of [gone, lost]) simulator.orders.travel(id ?? '', 10 * 24 * 60);
    polling.follow('shop');
    await until(() => outcomes.length === 1, MINUTE);
    simulator.orders.pickUp(gone ?? '');
    simulator.orders.remove(lost ?? '');
    // The window of a poll does not reach back to them.
    await pass(20 * MINUTE);
    expect(new Set(singles)).toEqual(new Set([gone, lost]));
    expect(singles).toHaveLength(2);
    expect(store.findOrder(gone ?? '')).toMatchObject({ order: { status: 'PICKED_UP' }, source: 'catch-up' });
    expect(store.findOrder(lost ?? '')?.order.status).toBe('READY_FOR_PICKUP');
    expect(told.at(-1)?.codes).toEqual([store.findOrder(gone ?? '')?.order.code]);
    time.jump(DAY);
    await pass(20 * MINUTE);
    expect(singles.filter((id) => id === lost)).toHaveLength(2);
    expect(singles.filter((id) => id === gone)).toHaveLength(1);
  });
});
