import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startDeadline, within } from '../../../src/main/timing.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = new Promise<never>(() => undefined);

test('work that ends in time ends it, and no timer is left', async () => {
  expect(await within(1_000, Promise.resolve('done'))).toBe('done');
  expect(vi.getTimerCount()).toBe(0);
});

test('a failure in time is passed on, and no timer is left', async () => {
  await expect(within(1_000, Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(vi.getTimerCount()).toBe(0);
});

test('work that takes longer is not waited for', async () => {
  const waited = within(1_000, never);
  await vi.advanceTimersByTimeAsync(999);
  expect(vi.getTimerCount()).toBe(1);
  // What has arrived by then is read first, which the timers of tests do a millisecond later.
  await vi.advanceTimersByTimeAsync(2);
  expect(await waited).toBeNull();
});

test('a deadline is over after its time, unless it was ended', async () => {
  const [kept, ended] = [startDeadline(1_000), startDeadline(1_000)];
  expect(kept.isOver()).toBe(false);
  ended.end();
  await vi.advanceTimersByTimeAsync(1_001);
  expect([kept.isOver(), ended.isOver()]).toEqual([true, false]);
  expect(await kept.over).toBeNull();
});
