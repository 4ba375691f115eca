import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createToastTrial } from '../../../src/main/shell/notifications/toast-trial.ts';
import type { HealthCode, HealthState } from '../../../src/shared/health/health.ts';
import { healthOf } from '../../fakes/mostrador-api.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function rig() {
  let health = healthOf();
  const trial = createToastTrial({
    set: (part, state, code) => {
      health = { ...health, [part]: { ...health[part], state, code } };
    },
  });
  const answer = (state: HealthState, code: HealthCode) => trial.health.set('toasts', state, code);
  return { trial, answer, light: () => health.toasts.code };
}

test('what the desktop says of this toast is the verdict, and reaches the light too', async () => {
  const { trial, answer, light } = rig();
  const shown = trial.run(() => answer('ok', 'ok'));
  expect(await shown).toEqual({ state: 'ok', code: 'ok' });
  const refused = trial.run(() => undefined);
  answer('degraded', 'toasts-missing');
  expect(await refused).toEqual({ state: 'degraded', code: 'toasts-missing' });
  expect(light()).toBe('toasts-missing');
});

test('a desktop that says nothing has not shown it', async () => {
  const { trial } = rig();
  const silent = trial.run(() => undefined);
  await vi.advanceTimersByTimeAsync(6_000);
  expect(await silent).toEqual({ state: 'degraded', code: 'toasts-silent' });
});

test('two trials at once both get their answer', async () => {
  const { trial, answer } = rig();
  const both = Promise.all([trial.run(() => undefined), trial.run(() => undefined)]);
  answer('ok', 'ok');
  expect((await both).map(({ code }) => code)).toEqual(['ok', 'ok']);
});

test('a desktop that is known to be without notifications is named when it says nothing', async () => {
  const { trial, answer } = rig();
  answer('down', 'toasts-missing');
  const silent = trial.run(() => undefined);
  await vi.advanceTimersByTimeAsync(6_000);
  expect(await silent).toEqual({ state: 'down', code: 'toasts-missing' });
});
