import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSyncRun, type SyncRun } from '../../../src/main/core/sync/run.ts';
import type { OrderChange, OrderStore } from '../../../src/main/core/orders/types.ts';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import type { PartnerClient } from '../../../src/main/partner/client.ts';
import { isStoreDown } from '../../../src/main/store/database/store-error.ts';
import { openTempStore } from '../../fakes/temp-store.ts';
import { openPlatform } from './rig.ts';

const now = (): string => new Date().toISOString();

/** The way from the platform to the disk with every real part; only waiting is left out. */
function openSync(client: PartnerClient): {
  readonly syncRun: SyncRun;
  readonly store: OrderStore;
  readonly changes: readonly OrderChange[];
  readonly slept: readonly number[];
} {
  const { store, close } = openTempStore(now);
  onTestFinished(close);
  const changes: OrderChange[] = [];
  const slept: number[] = [];
  const syncRun = createSyncRun({
    partner: client,
    receive: createIngest({ store, now }),
    store,
    now,
    sleep: (ms) => {
      slept.push(ms);
      return new Promise((resolve) => setTimeout(resolve, ms));
    },
    random: () => 0,
    monotonicMs: () => performance.now(),
    breathe: () => turn(),
    isStoreDown,
    onRefused: (_, error) => {
      throw error;
    },
    onProgress: () => undefined,
    publish: (page) => changes.push(...page),
  });
  return { syncRun, store, changes, slept };
}

describe('a catch-up from the simulator into the store', () => {
  it('keeps every order of many pages once, and finds no news the second time', async () => {
    const { simulator, client } = await openPlatform();
    simulator.seed(450, { days: 55 });
    const { syncRun, store } = openSync(client);
    expect(await syncRun.run('catch-up')).toMatchObject({ ok: true, added: 450, changed: 0, read: 450 });
    expect(store.countOrders()).toBe(450);
    expect(store.lastCompleteSync()).not.toBeNull();
    simulator.clearRequests();
    expect(await syncRun.run('refresh')).toMatchObject({ ok: true, added: 0, changed: 0 });
    expect(simulator.requests.length).toBeLessThan(5);
  });

  it('tells new orders from changed ones', async () => {
    const { simulator, client } = await openPlatform();
    const { syncRun, store, changes } = openSync(client);
    const one = simulator.orders.create({ quiet: true });
    await syncRun.run('catch-up');
    simulator.orders.ready(one.id, { quiet: true });
    const two = simulator.orders.create({ quiet: true });
    expect(await syncRun.run('refresh')).toMatchObject({ ok: true, added: 1, changed: 1 });
    expect(changes.map(({ before, after }) => [before?.order.status, after.order.id])).toEqual(
      expect.arrayContaining([
        ['RECEIVED', one.id],
        [undefined, two.id],
      ]) as unknown[],
    );
    expect(store.openAlerts().map(({ subject, kind }) => [subject, kind])).toEqual([[one.id, 'ready']]);
  });

  it('finds the orders of a shop whose clock is hours late', async () => {
    const { simulator, client } = await openPlatform({ now: () => Date.now() + 5 * 3_600_000 });
    simulator.orders.create({ quiet: true });
    expect(await openSync(client).syncRun.run('refresh')).toMatchObject({ ok: true, added: 1 });
  });

  it('does without the future when the platform refuses it', async () => {
    const { simulator, client } = await openPlatform({ switches: { endTimeInFuture: 'refused' } });
    const { id } = simulator.orders.create({ quiet: true });
    simulator.orders.travel(id, 1);
    expect(await openSync(client).syncRun.run('refresh')).toMatchObject({ ok: true, added: 1 });
    expect(simulator.requests.map(({ status }) => status)).toEqual([400, 200]);
  });

  it('gets through its first run on a platform that refuses the future and all that is older than sixty days', async () => {
    const { simulator, client } = await openPlatform({
      switches: { endTimeInFuture: 'refused', tooOldRange: 'error' },
    });
    const { id } = simulator.orders.create({ quiet: true });
    simulator.orders.travel(id, 1);
    expect(await openSync(client).syncRun.run('refresh')).toMatchObject({ ok: true, added: 1 });
  });

  it.each([
    ['a platform whose pages are smaller than asked for', { listTellsPageSize: true }],
    ['one that says nothing of their size either', { listTellsPageSize: false }],
  ])('reads every page without a total from %s', async (_, switches) => {
    const { simulator, client } = await openPlatform({
      switches: { ...switches, listTellsTotalPages: false, listMaxPageSize: 20 },
    });
    simulator.seed(70, { days: 1 });
    const { syncRun, store } = openSync(client);
    expect(await syncRun.run('refresh')).toMatchObject({ ok: true, added: 70 });
    expect(store.countOrders()).toBe(70);
  });

  it('ends with an error on a platform that gives the same page for ever', async () => {
    const { simulator, client } = await openPlatform();
    simulator.seed(150, { days: 1 });
    simulator.faults.add({ kind: 'repeat-page', times: null });
    const { syncRun, store } = openSync(client);
    expect(await syncRun.run('refresh')).toMatchObject({ ok: false, error: { code: 'bad-response' } });
    expect(store.lastCompleteSync()).toBeNull();
    expect(simulator.requests).toHaveLength(2);
  });

  it('waits as told on a 429 and goes on with the same page', async () => {
    const { simulator, client } = await openPlatform({ switches: { retryAfter: 'seconds' } });
    simulator.orders.create({ quiet: true });
    simulator.faults.add({ kind: 'rate-limited', times: 1 });
    const { syncRun, slept } = openSync(client);
    expect(await syncRun.run('refresh')).toMatchObject({ ok: true, added: 1 });
    expect(slept).toHaveLength(1);
    expect(simulator.requests.map(({ status }) => status)).toEqual([429, 200]);
  });
});
