import { expect, onTestFinished, test, vi } from 'vitest';
import { createSound } from '../../../src/main/shell/sound/sound.ts';
import type { Ring } from '../../../src/main/core/alerts/ring-plan.ts';
import { windows } from '../../fakes/electron-screen.ts';

vi.mock('electron', () => import('../../fakes/electron-screen.ts'));

const RING: Ring = {
  kind: 'ready',
  level: 1,
  tone: 'bell',
  volume: 1,
  inTurnWith: [],
  everyMs: 5_000,
  flash: false,
};

test('once the app ends no page is made any more, whoever still wants a tone, and a try cut off by it is no failure', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const told: unknown[] = [];
  const sound = createSound({
    preload: '',
    push: () => undefined,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    onHealth: (one) => void told.push(one),
    monotonicMs: () => Date.now(),
    beep: () => undefined,
    usedMs: () => null,
  });
  const cut = sound.play('bell', 0);
  sound.report({ id: 0, ok: true, devices: 1, detail: null });
  vi.advanceTimersByTime(100);
  sound.stop();
  expect(await cut).toMatchObject({ ok: false });
  expect(windows).toHaveLength(1);
  sound.ring(RING);
  sound.hold();
  const late = sound.play('bell', 1);
  vi.advanceTimersByTime(60_000);
  expect(await late).toMatchObject({ ok: false });
  expect(windows).toHaveLength(1);
  expect(told).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});
