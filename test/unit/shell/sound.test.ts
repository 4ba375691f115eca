import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSound } from '../../../src/main/shell/sound.ts';
import type { Ring } from '../../../src/main/core/alert-plan.ts';

/** A page that loads for ever and never says that it is there. */
vi.mock('electron', () => ({
  app: {},
  protocol: {},
  session: {},
  shell: {},
  BrowserWindow: class {
    webContents = { on: () => undefined, send: () => undefined };
    loadURL = () => Promise.resolve();
    isDestroyed = () => false;
    destroy = () => undefined;
  },
}));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const RING: Ring = { kind: 'ready', level: 1, tone: 'bell', volume: 1, everyMs: 5_000, flash: false };

function makeSound() {
  let beeps = 0;
  const sound = createSound({
    preload: '',
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    onHealth: () => undefined,
    monotonicMs: () => Date.now(),
    beep: () => {
      beeps += 1;
    },
  });
  return { sound, beeps: () => beeps };
}

const report = { id: 1, ok: true, devices: 1, detail: null };

test('while an alert rings and the sound page does not load, the system beeps about every two seconds', () => {
  const { sound, beeps } = makeSound();
  sound.ring(RING);
  vi.advanceTimersByTime(30_000);
  expect(beeps()).toBeGreaterThanOrEqual(9);
  expect(beeps()).toBeLessThanOrEqual(15);
  sound.stop();
});

test('a page that loads as fast as usual makes no beep', () => {
  const { sound, beeps } = makeSound();
  sound.ring(RING);
  vi.advanceTimersByTime(1_500);
  sound.report(report);
  vi.advanceTimersByTime(1_500);
  sound.report(report);
  vi.advanceTimersByTime(1_500);
  expect(beeps()).toBe(0);
  sound.stop();
});

test('a sound that is only tried does not beep while its page loads, and neither does silence', () => {
  const { sound, beeps } = makeSound();
  void sound.play('bell', 0);
  vi.advanceTimersByTime(7_000);
  expect(beeps()).toBe(0);
  sound.ring(RING);
  sound.ring(null);
  vi.advanceTimersByTime(60_000);
  expect(beeps()).toBeLessThanOrEqual(1);
  sound.stop();
});
