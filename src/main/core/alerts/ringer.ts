import type { AlertSettings } from '../../../shared/settings/alert-settings.ts';
import type { Alert } from '../../../shared/orders/alert.ts';
import { msBetween, shiftIso, type Now } from '../../../shared/time.ts';
import { planRing, type ClockFacts, type Ring, type RingPlan, type WaitingAlert } from './ring-plan.ts';

export type Ringer = {
  /**
   * Decides again: after a change of alerts, an acknowledgement, changed settings or a wake-up. `open`: the open
   * alerts, if just read.
   */
  readonly update: (open?: readonly Alert[]) => void;
  /** Returns these open alerts with how long each has waited. */
  readonly waiting: (open: readonly Alert[]) => readonly WaitingAlert[];
  /** Returns the time facts that decide what rings. */
  readonly time: () => ClockFacts;
  /** Rings as planned, until the plan may change. */
  readonly follow: (plan: RingPlan) => void;
  /** Silences everything except an order that must not be handed over, for so many milliseconds; 0 ends a mute. */
  readonly mute: (ms: number) => void;
  /**
   * Returns the milliseconds that the mute still lasts; 0 without a mute. It never lasts longer than asked, by any
   * clock.
   */
  readonly mutedForMs: () => number;
  /** What rings now. */
  readonly ring: () => Ring | null;
  readonly stop: () => void;
};

/** Longest time between two checks, so that a wrong estimate corrects itself. */
const LONGEST_WAIT_MS = 60_000;

/**
 * Keeps the sound equal to what the stored open alerts, the settings and the time require. How long an alert has waited
 * is measured by the monotonic clock; the wall clock is used only once, for its age when this process first saw it.
 */
export function createRinger(deps: {
  readonly openAlerts: () => readonly Alert[];
  readonly settings: () => AlertSettings;
  readonly monotonicMs: () => number;
  /** May jump. */
  readonly now: Now;
  /** Shop time: minutes since midnight and the milliseconds into that minute. */
  readonly timeOfDay: () => { readonly minuteOfDay: number; readonly msOfMinute: number };
  /** Runs the function after so many milliseconds; returns a function that cancels it. */
  readonly schedule: (run: () => void, ms: number) => () => void;
  /** Called when the sound changes. */
  readonly onRing: (ring: Ring | null) => void;
}): Ringer {
  /** When each open alert was raised, on the monotonic clock. */
  const bornAt = new Map<string, number>();
  let mute = { untilMs: 0, until: deps.now() };
  let current: Ring | null = null;
  let cancel: (() => void) | null = null;

  const waiting: Ringer['waiting'] = (open) => {
    const nowMs = deps.monotonicMs();
    const now = deps.now();
    const ids = new Set(open.map(({ id }) => id));
    for (const id of bornAt.keys()) if (!ids.has(id)) bornAt.delete(id);
    return open.map((alert) => {
      const born = bornAt.get(alert.id) ?? nowMs - Math.max(0, msBetween(alert.raisedAt, now));
      bornAt.set(alert.id, born);
      return { alert, ageMs: nowMs - born };
    });
  };

  // The monotonic clock may stand still while the computer sleeps, and the wall clock may be set back.
  const mutedForMs = (): number =>
    Math.max(0, Math.min(mute.untilMs - deps.monotonicMs(), msBetween(deps.now(), mute.until)));

  const time = (): ClockFacts => ({ ...deps.timeOfDay(), mutedForMs: mutedForMs() });
  const update = (open = deps.openAlerts()): void => follow(planRing(waiting(open), deps.settings(), time()));
  const follow: Ringer['follow'] = ({ ring, recheckMs }) => {
    cancel?.();
    cancel = null;
    if (recheckMs !== null) cancel = deps.schedule(() => update(), Math.min(recheckMs, LONGEST_WAIT_MS));
    if (JSON.stringify(ring) === JSON.stringify(current)) return;
    current = ring;
    deps.onRing(ring);
  };

  return {
    update,
    waiting,
    time,
    follow,
    mute: (ms) => {
      mute = { untilMs: deps.monotonicMs() + ms, until: shiftIso(deps.now(), ms) };
      update();
    },
    mutedForMs,
    ring: () => current,
    stop: () => {
      cancel?.();
      cancel = null;
    },
  };
}
