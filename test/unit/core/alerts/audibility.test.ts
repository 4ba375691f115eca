import { describe, expect, test } from 'vitest';
import { circumstanceOf, createAudibility } from '../../../../src/main/core/alerts/audibility.ts';
import type { Alert, AlertKind } from '../../../../src/shared/orders/alert.ts';
import {
  DEFAULT_ALERT_SETTINGS,
  type AlertSettings,
} from '../../../../src/shared/settings/alert-settings.ts';
import type { HealthEntry } from '../../../../src/shared/health/health.ts';
import { shiftIso } from '../../../../src/shared/time.ts';
import { NOON } from '../../../fakes/fixed-clock.ts';
import { orderAlert } from '../../../fixtures/order-alert.ts';

const FINE: HealthEntry = { state: 'ok', code: 'ok', since: NOON, detail: null };
const QUIET: AlertSettings = {
  ...DEFAULT_ALERT_SETTINGS,
  quiet: { enabled: true, fromMinute: 60, toMinute: 120 },
};

function heard(
  kind: AlertKind,
  facts: {
    readonly settings?: AlertSettings;
    readonly minute?: number;
    readonly mutedForMs?: number;
    readonly sound?: Partial<HealthEntry>;
  } = {},
): string {
  return circumstanceOf(kind, {
    settings: facts.settings ?? DEFAULT_ALERT_SETTINGS,
    clock: { minuteOfDay: facts.minute ?? 90, msOfMinute: 0, mutedForMs: facts.mutedForMs ?? 0 },
    sound: { ...FINE, ...facts.sound },
  });
}

test('an ordinary alert is heard', () => {
  expect(heard('ready')).toBe('audible');
  expect(heard('ready', { sound: { state: 'off', code: 'not-used' } })).toBe('audible');
});

test('a mute silences what is ready, and nothing silences an order that must not be handed over', () => {
  expect(heard('ready', { mutedForMs: 1 })).toBe('muted');
  expect(heard('cancelled', { mutedForMs: 1 })).toBe('audible');
});

test('quiet hours silence only while they last, and are named before a mute', () => {
  expect(heard('ready', { settings: QUIET })).toBe('quiet-hours');
  expect(heard('ready', { settings: QUIET, minute: 120 })).toBe('audible');
  expect(heard('cancelled', { settings: QUIET })).toBe('audible');
  expect(heard('ready', { settings: QUIET, mutedForMs: 1 })).toBe('quiet-hours');
});

test('a volume of 0, a missing output and a failing sound are told apart', () => {
  expect(heard('ready', { settings: { ...DEFAULT_ALERT_SETTINGS, volume: 0 } })).toBe('volume-zero');
  expect(heard('ready', { sound: { state: 'down', code: 'sound-no-device' } })).toBe('no-device');
  expect(heard('cancelled', { sound: { state: 'down', code: 'sound-failed' } })).toBe('sound-failed');
});

test.each(['sound-computer-muted', 'sound-computer-volume-zero'] as const)(
  'a computer that makes no sound is the reason why nothing was heard: %s',
  (code) => expect(heard('cancelled', { sound: { state: 'degraded', code } })).toBe('computer-silent'),
);

test('a sound that fails at once was not heard; one that fails later was', () => {
  const noted: string[] = [];
  const alert = (id: string, shownAt: string | null): Alert => orderAlert(id, { id, shownAt });
  const circumstances = createAudibility({
    openAlerts: () => [
      alert('new:ready', NOON),
      alert('old', shiftIso(NOON, -60_000)),
      alert('unshown', null),
    ],
    alertsOf: (subject) => [alert(`${subject}:ready`, NOON)],
    note: (ids, circumstance, replaces) => noted.push(`${ids.join(' ')} ${circumstance} ${String(replaces)}`),
    settings: () => DEFAULT_ALERT_SETTINGS,
    clock: () => ({ minuteOfDay: 0, msOfMinute: 0, mutedForMs: 0 }),
    sound: () => FINE,
    now: () => shiftIso(NOON, 5_000),
  });
  circumstances.noteShown(['new:ready']);
  circumstances.noteSoundFailure('no-device');
  expect(noted).toEqual(['new:ready audible null', 'new:ready no-device audible']);
});

describe('what was heard', () => {
  function rig(open: readonly Alert[], at = NOON) {
    const noted: string[] = [];
    const circumstances = createAudibility({
      openAlerts: () => open,
      alertsOf: (subject) => open.filter((one) => one.subject === subject),
      note: (ids, circumstance, replaces) =>
        noted.push(`${ids.join(' ')} ${circumstance} ${String(replaces)}`),
      settings: () => DEFAULT_ALERT_SETTINGS,
      clock: () => ({ minuteOfDay: 0, msOfMinute: 0, mutedForMs: 60_000 }),
      sound: () => FINE,
      now: () => at,
    });
    return { ...circumstances, noted };
  }

  test('is noted of the alert that was shown, not of another one of its order', () => {
    const { noteShown, noted } = rig([orderAlert('1'), orderAlert('1', { kind: 'cancelled' })]);
    noteShown(['1:cancelled', 'gone:ready']);
    expect(noted).toEqual(['1:cancelled audible null']);
  });

  test('is noted together for all that were heard alike', () => {
    const { noteShown, noted } = rig([
      orderAlert('1'),
      orderAlert('2'),
      orderAlert('3', { kind: 'cancelled' }),
    ]);
    noteShown(['1:ready', '2:ready', '3:cancelled']);
    expect(noted).toEqual(['1:ready 2:ready muted null', '3:cancelled audible null']);
  });

  test('is corrected when the sound fails within fifteen seconds of the alert, and not later', () => {
    const open = [orderAlert('1', { shownAt: NOON })];
    const soon = rig(open, shiftIso(NOON, 15_000));
    soon.noteSoundFailure('no-device');
    expect(soon.noted).toEqual(['1:ready no-device audible']);
    const late = rig(open, shiftIso(NOON, 15_001));
    late.noteSoundFailure('no-device');
    expect(late.noted).toEqual([]);
  });
});
