import { beforeEach, describe, expect, test } from 'vitest';
import type { Ring } from '../../../../src/main/core/alerts/ring-plan.ts';
import { createRinger } from '../../../../src/main/core/alerts/ringer.ts';
import { DEFAULT_ALERT_SETTINGS } from '../../../../src/shared/settings/alert-settings.ts';
import { type OrderAlertKind, type Alert } from '../../../../src/shared/orders/alert.ts';
import { orderAlert } from '../../../fixtures/order-alert.ts';

const RAISED = '2026-11-23T15:00:00.000Z';
const MINUTE = 60_000;

function alert(id: string, kind: OrderAlertKind = 'ready', raisedAt = RAISED): Alert {
  return orderAlert(id, { id, kind, raisedAt });
}

/** Time that only moves when told to, and the timers set on it. */
function createRig() {
  let monotonic = 1_000_000;
  let wall = Date.parse(RAISED);
  let timers: { at: number; run: () => void }[] = [];
  const rings: (Ring | null)[] = [];
  const rig = {
    open: [] as Alert[],
    settings: DEFAULT_ALERT_SETTINGS,
    rings,
    jumpWall: (ms: number) => {
      wall += ms;
    },
    pass: (ms: number) => {
      const end = monotonic + ms;
      for (;;) {
        const due = timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
        if (due === undefined) break;
        timers = timers.filter((timer) => timer !== due);
        wall += due.at - monotonic;
        monotonic = due.at;
        due.run();
      }
      wall += end - monotonic;
      monotonic = end;
    },
    timers: () => timers.length,
  };
  const ringer = createRinger({
    openAlerts: () => rig.open,
    settings: () => rig.settings,
    monotonicMs: () => monotonic,
    now: () => new Date(wall).toISOString(),
    timeOfDay: () => ({ minuteOfDay: Math.floor(wall / MINUTE) % 1440, msOfMinute: wall % MINUTE }),
    schedule: (run, ms) => {
      const timer = { at: monotonic + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((candidate) => candidate !== timer);
      };
    },
    onRing: (ring) => rings.push(ring),
  });
  return { ...rig, rig, ringer };
}

let bench: ReturnType<typeof createRig>;
beforeEach(() => {
  bench = createRig();
});

describe('the ringer', () => {
  test('rings while something is open and is silent at once when it is seen', () => {
    bench.rig.open = [alert('1')];
    bench.ringer.update();
    bench.rig.open = [];
    bench.ringer.update();
    expect(bench.rings.map((ring) => ring?.tone ?? null)).toEqual(['bell', null]);
    expect(bench.rig.timers()).toBe(0);
  });

  test('says nothing twice', () => {
    bench.rig.open = [alert('1')];
    bench.ringer.update();
    bench.rig.open = [alert('1'), alert('2')];
    bench.ringer.update();
    expect(bench.rings).toHaveLength(1);
  });

  test('escalates by itself', () => {
    bench.rig.open = [alert('1')];
    bench.ringer.update();
    bench.rig.pass(2 * MINUTE);
    bench.rig.pass(2 * MINUTE);
    expect(bench.rings.map((ring) => ring?.level)).toEqual([0, 1, 2]);
  });

  test('a cancellation that cannot get louder or faster any more still makes the card flash', () => {
    bench.rig.open = [alert('1', 'cancelled')];
    bench.ringer.update();
    bench.rig.pass(4 * MINUTE);
    expect(bench.rings.map((ring) => ring?.flash)).toEqual([false, false, true]);
    expect(bench.ringer.ring()).toMatchObject({ level: 2, flash: true });
  });

  test('a wall clock that jumps neither hurries nor delays it', () => {
    bench.rig.open = [alert('1')];
    bench.ringer.update();
    bench.rig.jumpWall(24 * 60 * MINUTE);
    bench.rig.pass(MINUTE);
    expect(bench.rings.at(-1)?.level).toBe(0);
    bench.rig.jumpWall(-48 * 60 * MINUTE);
    bench.rig.pass(MINUTE);
    expect(bench.rings.at(-1)?.level).toBe(1);
  });

  test('an alert found open after a restart goes on where it was', () => {
    bench.rig.open = [alert('1', 'ready', '2026-11-23T14:55:00.000Z')];
    bench.ringer.update();
    expect(bench.rings.at(-1)?.level).toBe(2);
  });

  test('an alert from the future, by a wrong clock, has just begun', () => {
    bench.rig.open = [alert('1', 'ready', '2026-11-24T15:00:00.000Z')];
    bench.ringer.update();
    bench.rig.pass(2 * MINUTE);
    expect(bench.rings.map((ring) => ring?.level)).toEqual([0, 1]);
  });

  test('a mute ends by itself', () => {
    bench.rig.open = [alert('1')];
    bench.ringer.update();
    bench.ringer.mute(90_000);
    expect(bench.rings.at(-1)).toBeNull();
    expect(bench.ringer.mutedForMs()).toBe(90_000);
    bench.rig.pass(90_000);
    expect(bench.rings.at(-1)?.tone).toBe('bell');
    expect(bench.ringer.mutedForMs()).toBe(0);
  });

  test('a cancellation breaks a mute', () => {
    bench.ringer.mute(10 * MINUTE);
    bench.rig.open = [alert('1'), alert('2', 'cancelled')];
    bench.ringer.update();
    expect(bench.rings.at(-1)?.tone).toBe('alarm');
  });

  test('stopped it leaves no timer behind', () => {
    bench.rig.open = [alert('1')];
    bench.ringer.update();
    bench.ringer.stop();
    expect(bench.rig.timers()).toBe(0);
  });
});

describe('what the ringer remembers', () => {
  test('an alert that was seen and is open again has waited since it was raised, and no longer', () => {
    const { ringer, rig } = bench;
    const again = alert('a', 'ready', RAISED);
    expect(ringer.waiting([again])).toMatchObject([{ ageMs: 0 }]);
    rig.jumpWall(5 * MINUTE);
    expect(ringer.waiting([again])).toMatchObject([{ ageMs: 0 }]);
    ringer.waiting([]);
    expect(ringer.waiting([again])).toMatchObject([{ ageMs: 5 * MINUTE }]);
  });

  test('looks again after a minute at the latest, so that a wrong estimate corrects itself', () => {
    const { ringer, rig } = bench;
    rig.settings = { ...DEFAULT_ALERT_SETTINGS, escalateAfterMinutes: 30 };
    rig.open = [alert('a')];
    ringer.update();
    rig.settings = { ...DEFAULT_ALERT_SETTINGS, volume: 10 };
    const before = rig.rings.length;
    rig.pass(MINUTE);
    expect(rig.rings.length).toBe(before + 1);
  });

  test('stops before it ever rang', () => {
    bench.ringer.stop();
    expect(bench.timers()).toBe(0);
  });

  test('says silence once', () => {
    const { ringer, rig } = bench;
    ringer.update();
    expect(rig.rings).toEqual([]);
    rig.open = [alert('a')];
    ringer.update();
    rig.open = [];
    ringer.update();
    ringer.update();
    expect(rig.rings.map((one) => one?.kind ?? null)).toEqual(['ready', null]);
  });
});
