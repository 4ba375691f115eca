import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchPulse } from '../../../src/main/shell/page-pulse.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function rig() {
  let ended = 0;
  let answer: (() => void) | null = null;
  let hangs = false;
  let loaded = (): void => undefined;
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
        once: (_event, listener) => (loaded = listener),
      },
    },
    'The page',
    { error: () => undefined },
  );
  return {
    ended: () => ended,
    load: () => loaded(),
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
