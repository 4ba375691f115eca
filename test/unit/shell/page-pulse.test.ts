import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchPulse } from '../../../src/main/shell/windows/page-pulse.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** `usedMs`: the processor's time that the page has had, where the system says it. */
function rig(usedMs?: () => number) {
  let ended = 0;
  let answer: (() => void) | null = null;
  let hangs = false;
  const listeners = new Map<string, () => void>();
  let close = (): void => undefined;
  watchPulse(
    {
      isDestroyed: () => false,
      once: (_event, listener) => (close = listener),
      webContents: {
        executeJavaScript: () =>
          new Promise((resolve) => {
            answer = () => resolve(0);
            if (!hangs) answer();
          }),
        forcefullyCrashRenderer: () => {
          ended += 1;
        },
        on: (event: string, listener: () => void) => listeners.set(event, listener),
      },
    },
    'The page',
    { error: () => undefined },
    usedMs,
  );
  return {
    ended: () => ended,
    load: () => listeners.get('did-finish-load')?.(),
    begin: () => listeners.get('did-start-loading')?.(),
    close: () => close(),
    hang: () => {
      hangs = true;
    },
    answer: () => {
      hangs = false;
      answer?.();
    },
  };
}

test('a page that answers is left alone for ever', async () => {
  const { load, ended } = rig();
  load();
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(ended()).toBe(0);
});

test('one that hangs is ended, once', async () => {
  const { load, hang, ended } = rig();
  load();
  await vi.advanceTimersByTimeAsync(10_000);
  hang();
  await vi.advanceTimersByTimeAsync(15_000);
  expect(ended()).toBe(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ended()).toBe(1);
});

test.each([true, false])(
  'one that was loaded anew is watched again, be it loaded whole or not: %s',
  async (isLoaded) => {
    const { load, begin, hang, answer, ended } = rig();
    load();
    hang();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(ended()).toBe(1);
    answer();
    begin();
    if (isLoaded) load();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ended()).toBe(1);
    hang();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ended()).toBe(2);
  },
);

test('one that was busy for a moment, or still loads, is not; neither is one whose window is closed', async () => {
  const busy = rig();
  busy.load();
  busy.hang();
  await vi.advanceTimersByTimeAsync(7_000);
  busy.answer();
  await vi.advanceTimersByTimeAsync(60_000);
  const slow = rig();
  slow.hang();
  await vi.advanceTimersByTimeAsync(15_000);
  slow.answer();
  const closed = rig();
  closed.hang();
  closed.close();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([busy, slow, closed].map(({ ended }) => ended())).toEqual([0, 0, 0]);
});

test('one that gets no time of the processor is slow and not dead: it is left alone for longer than one that burns it', async () => {
  const starved = rig(() => 400);
  starved.load();
  starved.hang();
  await vi.advanceTimersByTimeAsync(25_000);
  expect(starved.ended()).toBe(0);
  starved.answer();
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(starved.ended()).toBe(0);
  const busy = rig(() => performance.now());
  busy.load();
  busy.hang();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(busy.ended()).toBe(1);
});

test('one that gets no time for half a minute is ended all the same', async () => {
  const { load, hang, ended } = rig(() => 400);
  load();
  hang();
  await vi.advanceTimersByTimeAsync(40_000);
  expect(ended()).toBe(1);
});

test('what it used before it was asked is no sign that it hangs', async () => {
  let used = 3_600_000;
  const { load, hang, ended } = rig(() => (used += 100));
  load();
  hang();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(ended()).toBe(0);
});

test('while it loads it may use more, and what it used then is no sign either', async () => {
  const { load, hang, ended } = rig(() => performance.now());
  hang();
  await vi.advanceTimersByTimeAsync(11_000);
  load();
  await vi.advanceTimersByTimeAsync(4_000);
  expect(ended()).toBe(0);
  await vi.advanceTimersByTimeAsync(8_000);
  expect(ended()).toBe(1);
});

test('the time in which the app itself stood still is not held against the page', async () => {
  const { load, hang, ended } = rig();
  load();
  hang();
  // Each beat comes far too late.
  const real = performance.now.bind(performance);
  let stoodStillMs = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => real() + stoodStillMs);
  for (let beat = 0; beat < 20; beat += 1) {
    stoodStillMs += 10_000;
    await vi.advanceTimersByTimeAsync(2_500);
  }
  expect(ended()).toBe(0);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(ended()).toBe(1);
});
