import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planRing, type ClockFacts, type WaitingAlert } from '../../../../src/main/core/alerts/ring-plan.ts';
import {
  DEFAULT_ALERT_SETTINGS,
  type AlertSettings,
} from '../../../../src/shared/settings/alert-settings.ts';
import { ALERT_KINDS, type AlertKind } from '../../../../src/shared/orders/alert.ts';

const NOON: ClockFacts = { minuteOfDay: 720, msOfMinute: 0, mutedForMs: 0 };
const MINUTE = 60_000;

function waiting(kind: AlertKind, ageMs = 0): WaitingAlert {
  return { alert: { kind }, ageMs };
}

function ring(
  alerts: readonly WaitingAlert[],
  settings: Partial<AlertSettings> = {},
  clock: Partial<ClockFacts> = {},
) {
  return planRing(alerts, { ...DEFAULT_ALERT_SETTINGS, ...settings }, { ...NOON, ...clock });
}

describe('what rings', () => {
  test('nothing open is silence, for as long as there is no news', () => {
    expect(ring([])).toEqual({ ring: null, recheckMs: null });
  });

  test('each kind has its own tone', () => {
    const tones = ALERT_KINDS.map((kind) => ring([waiting(kind)]).ring?.tone);
    expect(new Set(tones).size).toBe(ALERT_KINDS.length);
  });

  test('an order that must not be handed over drowns all else', () => {
    expect(ring([waiting('ready', 9 * MINUTE), waiting('cancelled'), waiting('connection')]).ring?.kind).toBe(
      'cancelled',
    );
  });

  test('an outage and orders that wait are heard in turn, each about at its own pace', () => {
    const both = ring([waiting('connection', 90 * MINUTE), waiting('ready')]).ring;
    expect(both).toMatchObject({
      kind: 'connection',
      tone: DEFAULT_ALERT_SETTINGS.tones.connection,
      inTurnWith: [{ tone: DEFAULT_ALERT_SETTINGS.tones.ready }],
    });
    expect(both?.everyMs).toBeLessThanOrEqual(4_000);
    const all = ring([waiting('connection'), waiting('unclear'), waiting('ready')]).ring;
    expect(all?.inTurnWith).toHaveLength(2);
    expect(ring([waiting('connection'), waiting('cancelled-after-handover')]).ring?.inTurnWith).toEqual([]);
    expect(ring([waiting('cancelled'), waiting('ready')]).ring?.inTurnWith).toEqual([]);
  });

  test('the plan changes when the waiting order escalates, also behind an outage', () => {
    expect(ring([waiting('connection', 90 * MINUTE), waiting('ready', MINUTE)]).recheckMs).toBe(MINUTE);
  });

  test('a cancellation after hand-over is calmer than one before', () => {
    const calm = ring([waiting('cancelled-after-handover', 60 * MINUTE)]).ring;
    const alarm = ring([waiting('cancelled')]).ring;
    expect(calm?.volume).toBeLessThan(alarm?.volume ?? 0);
    expect(calm?.everyMs).toBeGreaterThan(alarm?.everyMs ?? Infinity);
    expect(calm?.level).toBe(0);
  });
});

describe('escalation', () => {
  test('unseen for the set time it rings faster and louder, for twice the time it flashes too', () => {
    const [calm, firm, hard] = [0, 2 * MINUTE, 4 * MINUTE].map(
      (age) => ring([waiting('ready', age)], { volume: 50 }).ring,
    );
    expect([calm?.level, firm?.level, hard?.level]).toEqual([0, 1, 2]);
    expect([calm?.everyMs, firm?.everyMs, hard?.everyMs]).toEqual([8000, 4000, 2000]);
    expect(calm?.volume).toBeLessThan(firm?.volume ?? 0);
    expect([calm?.flash, firm?.flash, hard?.flash]).toEqual([false, false, true]);
  });

  test('the plan says when it will change by itself', () => {
    expect(ring([waiting('ready', 30_000)]).recheckMs).toBe(90_000);
    expect(ring([waiting('ready', 2 * MINUTE)]).recheckMs).toBe(2 * MINUTE);
    expect(ring([waiting('ready', 4 * MINUTE)]).recheckMs).toBeNull();
  });

  test('switched off it stays as it began', () => {
    expect(ring([waiting('ready', 600 * MINUTE)], { escalateAfterMinutes: 0 })).toMatchObject({
      ring: { level: 0 },
      recheckMs: null,
    });
  });
});

describe('silence on purpose', () => {
  const night = { quiet: { enabled: true, fromMinute: 23 * 60, toMinute: 7 * 60 } };

  test.each([
    [22 * 60 + 59, true],
    [23 * 60, false],
    [2 * 60, false],
    [6 * 60 + 59, false],
    [7 * 60, true],
  ])('at minute %i of the day a ready order rings: %s', (minuteOfDay, rings) => {
    expect(ring([waiting('ready')], night, { minuteOfDay }).ring !== null).toBe(rings);
  });

  test('a cancellation passes quiet hours and a mute', () => {
    expect(ring([waiting('cancelled')], night, { minuteOfDay: 120, mutedForMs: MINUTE }).ring?.kind).toBe(
      'cancelled',
    );
  });

  test('a mute silences the rest and ends by itself', () => {
    expect(ring([waiting('ready')], {}, { mutedForMs: 90_000 })).toEqual({ ring: null, recheckMs: 90_000 });
  });

  test('the end of quiet hours is awaited to the millisecond', () => {
    const plan = ring([waiting('ready')], night, { minuteOfDay: 6 * 60 + 58, msOfMinute: 15_000 });
    expect(plan).toEqual({ ring: null, recheckMs: 2 * MINUTE - 15_000 });
  });
});

const anyWaiting = fc.array(
  fc.record({
    alert: fc.record({ kind: fc.constantFrom(...ALERT_KINDS) }),
    ageMs: fc.integer({ min: 0, max: 1e9 }),
  }),
);
const anySettings = fc.record({
  volume: fc.integer({ min: 0, max: 100 }),
  tones: fc.constant(DEFAULT_ALERT_SETTINGS.tones),
  escalateAfterMinutes: fc.double({ min: 0, max: 120, noNaN: true }),
  connectionAfterMinutes: fc.constant(3),
  unclaimed: fc.constant(DEFAULT_ALERT_SETTINGS.unclaimed),
  quiet: fc.record({
    enabled: fc.boolean(),
    fromMinute: fc.integer({ min: 0, max: 1439 }),
    toMinute: fc.integer({ min: 0, max: 1439 }),
  }),
});
const anyClock = fc.record({
  minuteOfDay: fc.integer({ min: 0, max: 1439 }),
  msOfMinute: fc.integer({ min: 0, max: 59_999 }),
  mutedForMs: fc.integer({ min: 0, max: 1e7 }),
});

describe('for any alerts, settings and time', () => {
  test('an open cancellation always rings, and no sound comes without an open alert of its kind', () => {
    fc.assert(
      fc.property(anyWaiting, anySettings, anyClock, (alerts, settings, clock) => {
        const { ring: heard } = planRing(alerts, settings, clock);
        if (alerts.some(({ alert }) => alert.kind === 'cancelled')) expect(heard?.kind).toBe('cancelled');
        if (heard !== null) expect(alerts.map(({ alert }) => alert.kind)).toContain(heard.kind);
      }),
    );
  });

  test('volume stays within 0 and 1, tones never overlap and the next look is in the future', () => {
    fc.assert(
      fc.property(anyWaiting, anySettings, anyClock, (alerts, settings, clock) => {
        const { ring: heard, recheckMs } = planRing(alerts, settings, clock);
        if (heard !== null) {
          expect(heard.volume).toBeGreaterThanOrEqual(0);
          expect(heard.volume).toBeLessThanOrEqual(1);
          expect(heard.everyMs).toBeGreaterThanOrEqual(2000);
        }
        if (recheckMs !== null) expect(recheckMs).toBeGreaterThan(0);
      }),
    );
  });

  test('what is silenced now is looked at again', () => {
    fc.assert(
      fc.property(anyWaiting, anySettings, anyClock, (alerts, settings, clock) => {
        const plan = planRing(alerts, settings, clock);
        if (alerts.length > 0 && plan.ring === null) expect(plan.recheckMs).not.toBeNull();
      }),
    );
  });
});
