import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createClockWatch } from '../../../src/main/core/clock-watch.ts';
import { createPlatformClock } from '../../../src/main/core/platform-clock.ts';
import { createSyncNotes } from '../../../src/main/store/sync-notes.ts';
import { createHealthBoard } from '../../../src/main/core/health.ts';
import { createPolling } from '../../../src/main/core/polling.ts';
import { createReceiveOrder } from '../../../src/main/core/receive-order.ts';
import { isStoreDown } from '../../../src/main/store/store-error.ts';
import type { RefreshOutcome } from '../../../src/shared/partner.ts';
import { createFakeTime } from '../../fakes/fake-time.ts';
import { openTempStore } from '../../fakes/temp-store.ts';
import { startOddPlatform, type OddPlatformOptions } from '../../services/odd-platform.ts';
import { openClient } from '../partner/rig.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The whole road of polls before a platform that misbehaves; time is not real, and goes on while HTTP is under way. */
async function open(options: OddPlatformOptions & { readonly clockOffsetMs?: number } = {}) {
  const time = createFakeTime();
  const trueStartMs = Date.parse(time.now());
  // The platform's clock goes on also when this computer's is set.
  const platform = await startOddPlatform({ localMs: () => trueStartMs + time.monotonicMs(), ...options });
  onTestFinished(platform.stop);
  const clock = createPlatformClock({ localMs: () => Date.parse(time.now()), monotonicMs: time.monotonicMs });
  const { store, db, close } = openTempStore(clock.now);
  onTestFinished(close);
  const notes = createSyncNotes(db);
  const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const cancel = time.schedule(resolve, ms);
      signal?.addEventListener('abort', () => {
        cancel();
        reject(new Error('aborted'));
      });
    });
  const clocks = { now: clock.now, monotonicMs: time.monotonicMs, sleep };
  const { baseUrl, chainId, vendorId } = platform;
  const { client } = openClient({
    ...clocks,
    baseUrl,
    chainId,
    vendorId,
    hearTime: clock.hear,
    timeoutMs: 400,
  });
  const health = createHealthBoard({ now: clock.now, onChange: () => undefined });
  const watch = createClockWatch({ clock, notes, health, monotonicMs: time.monotonicMs });
  const raised: string[] = [];
  const outcomes: RefreshOutcome[] = [];
  const logged: string[] = [];
  let inFlight = 0;
  const isAsking = (): boolean => inFlight > 0;
  const polling = createPolling({
    ...clocks,
    partner: {
      ...client,
      listOrders: async (query) => {
        inFlight += 1;
        try {
          return await client.listOrders(query);
        } finally {
          inFlight -= 1;
        }
      },
    },
    receive: createReceiveOrder({ store, now: clock.now, isClockProven: clock.isProven }),
    store,
    notes,
    health,
    alertAfterMinutes: () => 3,
    random: () => 0.5,
    breathe: () => turn(),
    isStoreDown,
    schedule: time.schedule,
    publish: (changes) =>
      raised.push(...changes.flatMap((one) => one.raised.map(({ kind, code }) => `${kind} ${code}`))),
    onConnection: () => undefined,
    onProgress: () => undefined,
    onAsked: () => undefined,
    onPolled: (outcome) => outcomes.push(outcome),
    log: { error: (message) => logged.push(message) },
  });
  onTestFinished(() => polling.stop());
  /** Lets so much time go by; HTTP that is under way has `realMs` for each step. */
  const pass = async (ms: number): Promise<void> => {
    const end = time.monotonicMs() + ms;
    while (time.monotonicMs() < end) {
      await time.pass(SECOND);
      const untilMs = performance.now() + 20;
      do await turn();
      while (isAsking() && performance.now() < untilMs);
      watch.look();
    }
  };
  return { time, platform, clock, store, polling, health, raised, outcomes, logged, pass };
}

describe('a computer whose clock is wrong', () => {
  test.for([-3 * DAY, -90 * MINUTE, 3 * DAY, 90 * MINUTE, 73 * 365 * DAY])(
    'by %i ms: orders are found, sweeps go through, and the light says it',
    async (offMs) => {
      const { time, platform, polling, health, raised, pass, store, clock } = await open();
      time.jump(offMs);
      platform.put({ code: '4821', minutesAgo: 2 });
      platform.put({ code: '1111', minutesAgo: 20 * 24 * 60, status: 'PICKED_UP' });
      polling.follow('shop');
      await pass(MINUTE);
      expect(raised).toEqual(['ready 4821']);
      platform.put({ code: '4822' });
      await pass(75 * SECOND);
      expect(raised).toEqual(['ready 4821', 'ready 4822']);
      await pass(8 * MINUTE);
      expect(store.countOrders()).toBe(3);
      expect(health.read().partner).toMatchObject({ state: 'ok', code: 'ok' });
      expect(health.read().clock.state).toBe(Math.abs(offMs) >= DAY ? 'down' : 'degraded');
      expect(Math.abs(Date.parse(clock.now()) - platform.nowMs())).toBeLessThan(2 * SECOND);
    },
  );

  test.for([3 * DAY, -3 * DAY, 73 * 365 * DAY, -20 * 365 * DAY])(
    'that jumps by %i ms while the app runs: nothing is lost and nothing rings twice',
    async (jumpMs) => {
      const { time, platform, polling, raised, pass, health } = await open({ refusesFuture: true });
      platform.put({ code: '4821', minutesAgo: 2 });
      polling.follow('shop');
      await pass(MINUTE);
      time.jump(jumpMs);
      platform.put({ code: '4822' });
      await pass(2 * MINUTE);
      time.jump(-jumpMs);
      platform.put({ code: '4823' });
      await pass(2 * MINUTE);
      expect(raised).toEqual(['ready 4821', 'ready 4822', 'ready 4823']);
      expect(health.read().partner.state).toBe('ok');
      expect(health.read().clock.state).toBe('ok');
    },
  );

  test('on a platform that refuses the future, polls and sweeps find their window', async () => {
    const { time, platform, polling, health, raised, pass } = await open({ refusesFuture: true });
    time.jump(90 * MINUTE);
    platform.put({ code: '4821', minutesAgo: 2 });
    polling.follow('shop');
    await pass(10 * MINUTE);
    expect(raised).toEqual(['ready 4821']);
    expect(health.read().partner).toMatchObject({ state: 'ok', code: 'ok' });
  });
});

describe('a platform that does not answer', () => {
  test.for(['hang', 'drip'] as const)('and takes every request (%s): yellow soon, red then', async (how) => {
    const { platform, polling, health, pass, outcomes } = await open();
    polling.follow('shop');
    await pass(10 * SECOND);
    expect(health.read().partner.state).toBe('ok');
    platform.answerAlways(() => how);
    const before = outcomes.length;
    let yellowMs: number | null = null;
    for (let second = 0; second < 300 && outcomes.length === before; second += 1) {
      await pass(SECOND);
      if (yellowMs === null && health.read().partner.code === 'sync-slow') yellowMs = second;
    }
    expect(health.read().partner).toMatchObject({ state: 'down', code: 'partner-offline' });
    expect(yellowMs ?? 0).toBeLessThanOrEqual(90);
  });
});

describe('a list that never ends', () => {
  test('tells what it brings at once, turns yellow, ends and is said', async () => {
    const { platform, polling, health, raised, pass, outcomes, store, clock } = await open();
    store.saveCompleteSync(clock.now());
    const orders = Array.from({ length: 400 }, (_, index) => platform.put({ code: String(index) }));
    platform.answerAlways(({ page }) => ({
      body: { orders: [orders[page - 1] ?? orders[0]], total_pages: page + 1 },
    }));
    polling.follow('shop');
    await pass(30 * SECOND);
    expect(raised.length).toBeGreaterThan(10);
    await pass(70 * SECOND);
    expect(health.read().partner).toMatchObject({ state: 'degraded', code: 'sync-slow' });
    await pass(3 * MINUTE);
    expect(outcomes[0]).toMatchObject({ ok: false, error: { code: 'no-end' } });
    expect(health.read().partner).toMatchObject({ state: 'down', code: 'partner-no-end' });
    expect(new Set(raised).size).toBe(raised.length);
  });
});

describe('one fault', () => {
  test('of a slice: said with its days, polls go on, green when it is read', async () => {
    const { platform, polling, health, pass, raised, store, clock, logged } = await open();
    store.saveCompleteSync(clock.now());
    let isBroken = true;
    platform.answerAlways(({ query }) => {
      const from = Date.parse(`${query.get('start_time') ?? ''}Z`);
      const daysBack = Math.round((platform.nowMs() - from) / DAY);
      return isBroken && daysBack === 28 ? { status: 500, body: { message: 'slice' } } : undefined;
    });
    platform.put({ code: '1111', minutesAgo: 40 * 24 * 60, status: 'PICKED_UP' });
    platform.put({ code: '2222', minutesAgo: 25 * 24 * 60, status: 'PICKED_UP' });
    polling.follow('shop');
    await pass(20 * MINUTE);
    // The slices after it were read.
    expect(store.countOrders()).toBe(1);
    expect(health.read().partner).toMatchObject({ state: 'degraded', code: 'sync-unread' });
    expect(health.read().partner.detail).toMatch(/^\d{4}-\d\d-\d\d – \d{4}-\d\d-\d\d$/);
    expect(logged.filter((line) => line.startsWith('Orders of some days cannot be read'))).toHaveLength(1);
    platform.put({ code: '4821' });
    await pass(75 * SECOND);
    expect(raised).toEqual(['ready 4821']);
    isBroken = false;
    await pass(62 * MINUTE);
    expect(store.countOrders()).toBe(3);
    expect(health.read().partner).toMatchObject({ state: 'ok', code: 'ok' });
  }, 120_000);

  test('one stray 400 costs no order', async () => {
    const { platform, polling, pass, raised, health } = await open();
    polling.follow('shop');
    await pass(20 * SECOND);
    platform.answerNext({ status: 400, body: { message: 'stray' } });
    platform.put({ code: '4821' });
    await pass(90 * SECOND);
    expect(raised).toEqual(['ready 4821']);
    expect(health.read().partner.state).toBe('ok');
  });
});

test('a person who presses the button is answered at once while the platform wants to be left alone for ten years', async () => {
  const { platform, polling, pass, raised } = await open();
  polling.follow('shop');
  await pass(10 * SECOND);
  platform.answerNext({ status: 429, headers: { 'retry-after': '315360000' } });
  await pass(MINUTE);
  platform.put({ code: '4821' });
  const before = platform.asked.length;
  await pass(MINUTE);
  expect(platform.asked).toHaveLength(before);
  const asked = polling.run('refresh');
  await pass(2 * SECOND);
  expect(await asked).toMatchObject({ ok: true, added: 1 });
  expect(raised).toEqual(['ready 4821']);
});
