import { expect, test } from 'vitest';
import { createHealthBoard } from '../../../../src/main/core/health/board.ts';
import { createOutletWatch } from '../../../../src/main/core/outlet/outlet-watch.ts';
import type { OutletAnswer } from '../../../../src/main/core/outlet/outlet-light.ts';
import type { ShopHours } from '../../../../src/main/core/updates/shop-hours.ts';
import { NO_OUTLET_WATCH, type OutletSettings } from '../../../../src/shared/outlet.ts';
import type { PartnerError } from '../../../../src/shared/partner.ts';
import { err, ok, type Result } from '../../../../src/shared/result.ts';
import { shiftIso } from '../../../../src/shared/time.ts';
import { createFakeTime } from '../../../fakes/fake-time.ts';

const MINUTE = 60_000;
const says = (state: OutletAnswer['state'], more: Partial<OutletAnswer> = {}) =>
  ok({ state, said: null, until: null, reason: null, ...more });
const fails = (more: Partial<PartnerError>) =>
  err<PartnerError>({
    code: 'offline',
    status: null,
    detail: null,
    retryAfterMs: null,
    isRouteMissing: false,
    ...more,
  });

function rig(start: OutletSettings = { on: true, refused: null }) {
  const time = createFakeTime();
  const board = createHealthBoard({ now: time.now, onChange: () => undefined });
  const main = {
    settings: start,
    target: 'one shop',
    hours: 'open' as ShopHours,
    answer: says('open') as Result<OutletAnswer, PartnerError> | 'hangs',
    asked: 0,
    saves: true,
  };
  const watch = createOutletWatch({
    settings: () => main.settings,
    target: () => main.target,
    askPlatform: (signal) => {
      main.asked += 1;
      if (main.answer !== 'hangs') return Promise.resolve(main.answer);
      return new Promise((_, reject) =>
        signal?.addEventListener('abort', () => reject(new Error('aborted'))),
      );
    },
    save: (settings) => {
      if (!main.saves) return Promise.resolve(false);
      main.settings = settings;
      watch.follow();
      return Promise.resolve(true);
    },
    health: board,
    hours: () => main.hours,
    clock: (iso) => iso.slice(11, 16),
    now: time.now,
    monotonicMs: time.monotonicMs,
    log: { info: () => undefined, error: () => undefined },
  });
  const pass = async (minutes: number): Promise<void> => {
    for (let minute = 0; minute < minutes; minute += 1) {
      await time.pass(MINUTE);
      watch.look();
      await time.pass(0);
    }
  };
  const light = () => board.read().outlet;
  const begin = async (): Promise<void> => {
    watch.follow();
    await time.pass(0);
  };
  return { main, watch, time, pass, begin, light, facts: () => board.read().facts };
}

test('off, it asks nothing and shows nothing', async () => {
  const { main, watch, begin, pass, light } = rig(NO_OUTLET_WATCH);
  await begin();
  await pass(20);
  await watch.ask();
  watch.wake();
  expect(main.asked).toBe(0);
  expect(light().code).toBe('not-used');
});

test('it asks at once and every five minutes, and says when it was answered', async () => {
  const { main, begin, pass, light, facts, time } = rig();
  await begin();
  expect(main.asked).toBe(1);
  expect(light()).toMatchObject({ state: 'ok', code: 'outlet-open' });
  expect(facts().lastOutletAt).toBe(time.now());
  await pass(11);
  expect(main.asked).toBe(3);
});

test.each([
  ['closed', 'outlet-closed'],
  ['closed-today', 'outlet-closed-today'],
  ['closed-until', 'outlet-closed-until'],
  ['checkin', 'outlet-checkin'],
] as const)('%s while the shop should be open is yellow, never red', async (state, code) => {
  const { main, begin, light } = rig();
  main.answer = says(state);
  await begin();
  expect(light()).toMatchObject({ state: 'degraded', code, detail: { isDue: true } });
});

test('closed outside the opening hours is no trouble; with hours unknown it may be one', async () => {
  const { main, begin, light, watch } = rig();
  main.answer = says('closed');
  main.hours = 'closed';
  await begin();
  expect(light()).toMatchObject({ state: 'off', code: 'outlet-closed', detail: { isDue: false } });
  main.hours = 'unknown';
  await watch.ask();
  expect(light().state).toBe('degraded');
});

test('at opening time it asks anew before it says that anything is wrong', async () => {
  const { main, begin, light, pass } = rig();
  main.answer = says('closed');
  main.hours = 'closed';
  await begin();
  await pass(1);
  const { asked } = main;
  main.hours = 'open';
  main.answer = 'hangs';
  await pass(1);
  expect(main.asked).toBe(asked + 1);
  expect(light().state).toBe('off');
});

test('until when and why are told; a time that is over is not', async () => {
  const { main, begin, light, time, pass } = rig();
  main.answer = says('closed-until', { until: shiftIso(time.now(), 8 * MINUTE), reason: 'TOO_BUSY' });
  const clock = shiftIso(time.now(), 8 * MINUTE).slice(11, 16);
  await begin();
  expect(light().detail).toMatchObject({ until: clock, reason: 'TOO_BUSY' });
  await pass(9);
  expect(light().detail).toMatchObject({ until: null });
});

test('an answer that nobody knows is not known, at once, and what was known last is said', async () => {
  const { main, begin, light, watch } = rig();
  await begin();
  main.answer = says('unknown', { said: 'PAUSED' });
  await watch.ask();
  expect(light()).toMatchObject({
    state: 'off',
    code: 'outlet-unknown',
    detail: { said: 'PAUSED', last: 'open' },
  });
});

test.each([
  ['no network', fails({})],
  ['a refused token', fails({ code: 'unauthorized', status: 401 })],
  ['a web page of something in between', fails({ code: 'blocked', status: 403 })],
  ['too many requests', fails({ code: 'rate-limited', status: 429 })],
  ['an error of the platform', fails({ code: 'bad-response', status: 500 })],
  ['not JSON', fails({ code: 'bad-response', status: 200 })],
  ['another address for the key', fails({ code: 'key-elsewhere' })],
])('%s is not known, and after a while nothing is', async (_name, failure) => {
  const { main, begin, light, pass } = rig();
  await begin();
  main.answer = failure;
  await pass(6);
  expect(light().code).toBe('outlet-open');
  await pass(20);
  expect(light()).toMatchObject({ state: 'off', code: 'outlet-unknown', detail: { last: 'open' } });
  expect(main.settings.on).toBe(true);
});

test('before the first answer nothing is known, least of all that it is open', async () => {
  const { main, begin, light, pass } = rig();
  main.answer = 'hangs';
  await begin();
  expect(light()).toMatchObject({ state: 'off', code: 'outlet-unknown', detail: { last: null } });
  await pass(30);
  expect(main.asked).toBe(1);
});

test.each([
  [403, fails({ code: 'forbidden', status: 403 })],
  [404, fails({ code: 'not-found', status: 404, isRouteMissing: true })],
  [404, fails({ code: 'not-found', status: 404 })],
] as const)('a %i turns it off for good, until a person turns it on again', async (status, failure) => {
  const { main, begin, light, pass, watch } = rig();
  main.answer = failure;
  await begin();
  expect(main.settings).toEqual({ on: false, refused: status });
  expect(light()).toMatchObject({ state: 'off', code: 'outlet-refused', detail: { said: String(status) } });
  await pass(60);
  watch.wake();
  await watch.ask();
  expect(main.asked).toBe(1);
  main.answer = says('open');
  expect(await watch.set(true)).toBe(true);
  await pass(1);
  expect(main.settings).toEqual({ on: true, refused: null });
  expect([main.asked, light().code]).toEqual([2, 'outlet-open']);
});

test('a refusal that cannot be saved counts all the same until the app ends', async () => {
  const { main, begin, light, pass } = rig();
  main.saves = false;
  main.answer = fails({ code: 'forbidden', status: 403 });
  await begin();
  await pass(30);
  expect([main.asked, light().code]).toEqual([1, 'outlet-refused']);
});

test('what the platform asks to wait is waited, also when a person asks or turns it off and on', async () => {
  const { main, begin, pass, watch } = rig();
  main.answer = fails({ code: 'rate-limited', status: 429, retryAfterMs: 12 * MINUTE });
  await begin();
  await watch.ask();
  watch.wake();
  await watch.set(false);
  await watch.set(true);
  await pass(11);
  expect(main.asked).toBe(1);
  await pass(2);
  expect(main.asked).toBe(2);
});

test('another shop is asked about anew, and an answer about the old one counts for nothing', async () => {
  const { main, begin, light, watch, facts, time } = rig();
  await begin();
  main.target = 'another shop';
  main.answer = 'hangs';
  watch.follow();
  await time.pass(0);
  expect([main.asked, light().code, facts().lastOutletAt]).toEqual([2, 'outlet-unknown', null]);
});

test('many who ask at once make one request', async () => {
  const { main, begin, watch } = rig();
  await begin();
  await Promise.all([watch.ask(), watch.ask(), watch.ask()]);
  expect(main.asked).toBe(2);
});
