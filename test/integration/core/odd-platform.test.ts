import { describe, expect, test } from 'vitest';
import { openOddPolling as open } from './odd-rig.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

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

  test('a platform that refuses long windows gives its past in short ones', async () => {
    const { platform, polling, health, pass, raised, store } = await open();
    platform.answerAlways(({ query }) => {
      const [from = 0, to = 0] = ['start_time', 'end_time'].map((name) =>
        Date.parse(`${query.get(name) ?? ''}Z`),
      );
      return to - from > 30 * DAY ? { status: 400, body: { message: 'time range' } } : undefined;
    });
    platform.put({ code: '1111', minutesAgo: 40 * 24 * 60, status: 'PICKED_UP' });
    platform.put({ code: '4821', minutesAgo: 1 });
    polling.follow('shop');
    await pass(MINUTE);
    expect(raised).toEqual(['ready 4821']);
    await pass(10 * MINUTE);
    expect(store.countOrders()).toBe(2);
    expect(health.read().partner).toMatchObject({ state: 'ok', code: 'ok' });
  });

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

test.for([
  {},
  { 'retry-after': '5' },
  { 'retry-after': '-3' },
  { 'retry-after': 'soon' },
  { 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' },
])(
  'a storm of refusals for too many requests (%j) is told, asked no harder, and over when it is over',
  async (headers) => {
    const { platform, polling, pass, raised, health } = await open();
    polling.follow('shop');
    await pass(10 * SECOND);
    platform.answerAlways(() => ({ status: 429, headers, body: { message: 'slow down' } }));
    const before = platform.asked.length;
    await pass(5 * MINUTE);
    expect(platform.asked.length - before).toBeLessThanOrEqual(60);
    expect(health.read().partner.state).not.toBe('ok');
    platform.answerAlways(null);
    platform.put({ code: '4821' });
    await pass(2 * MINUTE);
    expect(raised).toEqual(['ready 4821']);
    expect(health.read().partner).toMatchObject({ state: 'ok', code: 'ok' });
  },
);

test.for([
  ['a web page', { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>portal</html>' }],
  ['nothing', { status: 200, body: '' }],
  ['204', { status: 204 }],
  ['null for orders', { body: { orders: null, total_pages: 0 } }],
  ['an answer that is cut', 'cut'],
] as const)('%s once in between costs no order', async ([, answer]) => {
  const { platform, polling, pass, raised, health } = await open();
  polling.follow('shop');
  await pass(20 * SECOND);
  platform.answerNext(answer);
  platform.put({ code: '4821' });
  await pass(3 * MINUTE);
  expect(raised).toEqual(['ready 4821']);
  expect(health.read().partner).toMatchObject({ state: 'ok', code: 'ok' });
});
