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

describe('several at once', () => {
  test('of the same kind escalate with the one that waits longest', () => {
    expect(ring([waiting('ready'), waiting('ready', 9 * MINUTE)]).ring).toMatchObject({
      level: 2,
      flash: true,
    });
    expect(ring([waiting('ready', 9 * MINUTE), waiting('ready')]).ring).toMatchObject({
      level: 2,
      flash: true,
    });
  });

  test('of kinds that are heard in turn ring at the pace, and flash with the step, of the more pressing one', () => {
    const young = ring([waiting('connection'), waiting('ready', 9 * MINUTE)]).ring;
    expect(young).toMatchObject({ level: 2, flash: true });
    const old = ring([waiting('connection', 9 * MINUTE), waiting('ready')]).ring;
    expect(old).toMatchObject({ level: 2, flash: true });
    const calm = ring([waiting('connection'), waiting('ready')]).ring;
    // The orders' own eight seconds, shared by two.
    expect(calm).toMatchObject({ level: 0, flash: false, everyMs: 4_000 });
  });

  test('an order whose status nobody knows is heard in turn with orders that are ready, by a tone of its own', () => {
    const both = ring([waiting('unclear'), waiting('ready')]).ring;
    expect(both).toMatchObject({ kind: 'unclear', tone: 'knock' });
    expect(both?.inTurnWith.map(({ tone }) => tone)).toEqual([DEFAULT_ALERT_SETTINGS.tones.ready]);
  });

  test('the plan is looked at when the first of its times comes', () => {
    const step = DEFAULT_ALERT_SETTINGS.escalateAfterMinutes * MINUTE;
    expect(ring([waiting('ready', MINUTE)], {}, { mutedForMs: 0 }).recheckMs).toBe(step - MINUTE);
    expect(ring([waiting('cancelled', MINUTE)], {}, { mutedForMs: 1_000 }).recheckMs).toBe(1_000);
  });
});

describe('quiet hours', () => {
  const quiet = (fromMinute: number, toMinute: number) => ({
    quiet: { enabled: true, fromMinute, toMinute },
  });
  const isHeard = (settings: Partial<AlertSettings>, minuteOfDay: number): boolean =>
    ring([waiting('ready')], settings, { minuteOfDay }).ring !== null;

  test('begin with their first minute and end before their last, by day and over midnight', () => {
    expect([59, 60, 119, 120].map((minute) => isHeard(quiet(60, 120), minute))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect([1_379, 1_380, 0, 359, 360].map((minute) => isHeard(quiet(1_380, 360), minute))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
  });

  test('that begin when they end are none', () => {
    expect(isHeard(quiet(60, 60), 60)).toBe(true);
    expect(ring([waiting('cancelled')], { ...quiet(60, 60), escalateAfterMinutes: 0 }).recheckMs).toBeNull();
  });

  test('need no second look while nothing is open', () => {
    expect(ring([], quiet(60, 120))).toEqual({ ring: null, recheckMs: null });
    expect(ring([], {}, { mutedForMs: 5_000 })).toEqual({ ring: null, recheckMs: null });
  });
});
