import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepPageAlive } from '../../../src/main/shell/windows/keep-page-alive.ts';
import { createFakePageWindow } from '../../fakes/page-window.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const SECOND = 1_000;

function openWindow(usedMs?: () => number) {
  const fake = createFakePageWindow();
  const said: string[] = [];
  const say = (message: string): void => void said.push(message);
  keepPageAlive(fake.window, 'counter', {
    log: { info: say, warn: say, error: say },
    monotonicMs: () => Date.now(),
    ...(usedMs === undefined ? {} : { usedMs }),
  });
  return { ...fake, said };
}

test('a page that ends is loaded again at once', () => {
  const { end, done } = openWindow();
  end('crashed');
  vi.advanceTimersByTime(0);
  expect(done).toEqual(['reload']);
});

test('a page that ends at every load is loaded ever later, until its window is closed', () => {
  const { end, done, said } = openWindow();
  for (let i = 0; i < 10 && !done.includes('destroy'); i += 1) {
    end('crashed');
    vi.advanceTimersByTime(60 * SECOND);
  }
  expect(done).toEqual(['reload', 'reload', 'reload', 'reload', 'reload', 'destroy']);
  expect(said.at(-1)).toContain('again and again');
});

test('a page that does not answer is ended after a while and loaded again', () => {
  const { emit, done } = openWindow();
  emit('unresponsive');
  vi.advanceTimersByTime(9 * SECOND);
  expect(done).toEqual([]);
  vi.advanceTimersByTime(SECOND);
  vi.advanceTimersByTime(1);
  expect(done).toEqual(['crash', 'reload']);
});

test('a page that answers again in time is left alone', () => {
  const { emit, done } = openWindow();
  emit('unresponsive');
  vi.advanceTimersByTime(5 * SECOND);
  emit('responsive');
  vi.advanceTimersByTime(60 * SECOND);
  expect(done).toEqual([]);
});

test('nothing is done to a window that was closed meanwhile', () => {
  const { window, end, emit, done } = openWindow();
  end('crashed');
  emit('unresponsive');
  window.destroy();
  vi.advanceTimersByTime(60 * SECOND);
  end('crashed');
  vi.advanceTimersByTime(60 * SECOND);
  expect(done).toEqual(['destroy']);
});

test('a page that a busy computer gives no time is waited for, up to a minute', () => {
  const { emit, done } = openWindow(() => 0);
  emit('unresponsive');
  vi.advanceTimersByTime(50 * SECOND);
  emit('responsive');
  vi.advanceTimersByTime(60 * SECOND);
  expect(done).toEqual([]);
  emit('unresponsive');
  vi.advanceTimersByTime(61 * SECOND);
  expect(done).toEqual(['crash', 'reload']);
});

test('one that uses it and does not answer is ended as soon as it has had enough', () => {
  const { emit, done } = openWindow(() => Date.now() / 5);
  emit('unresponsive');
  vi.advanceTimersByTime(19 * SECOND);
  expect(done).toEqual([]);
  vi.advanceTimersByTime(2 * SECOND);
  expect(done).toEqual(['crash', 'reload']);
});
