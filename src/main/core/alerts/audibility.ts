import { alertSubject, type Alert, type AlertKind } from '../../../shared/orders/alert.ts';
import type { AlertSettings } from '../../../shared/settings/alert-settings.ts';
import type { HealthCode, HealthEntry } from '../../../shared/health/health.ts';
import { msBetween, type Now } from '../../../shared/time.ts';
import type { Circumstance } from '../../../shared/orders/why.ts';
import { planRing, type ClockFacts } from './ring-plan.ts';

/** A sound failure this soon after an alert was shown is taken as that alert's own failure. */
const FIRST_TONE_MS = 15_000;
const SILENT_COMPUTER: readonly HealthCode[] = ['sound-computer-muted', 'sound-computer-volume-zero'];

/** Returns whether an alert shown now can be heard, and if not, why. */
export function circumstanceOf(
  kind: AlertKind,
  facts: {
    readonly settings: AlertSettings;
    readonly clock: ClockFacts;
    readonly sound: Pick<HealthEntry, 'state' | 'code'>;
  },
): Circumstance {
  const { settings, clock, sound } = facts;
  const alone = [{ alert: { kind }, ageMs: 0 }];
  const { ring } = planRing(alone, settings, clock);
  if (ring === null) {
    const unmuted = planRing(alone, settings, { ...clock, mutedForMs: 0 });
    return unmuted.ring === null ? 'quiet-hours' : 'muted';
  }
  if (ring.volume === 0) return 'volume-zero';
  if (sound.state === 'down') return sound.code === 'sound-no-device' ? 'no-device' : 'sound-failed';
  if (SILENT_COMPUTER.includes(sound.code)) return 'computer-silent';
  return 'audible';
}

export type Circumstances = {
  /** Records how each of these alerts could be heard; call it when they are shown. Throws what the store throws. */
  readonly noteShown: (alertIds: readonly string[]) => void;
  /** Corrects the records of alerts shown a moment ago, because their sound failed. Throws what the store throws. */
  readonly noteSoundFailure: (why: Extract<Circumstance, 'no-device' | 'sound-failed'>) => void;
};

/** Records with each alert whether it could be heard when it was first shown. */
export function createAudibility(deps: {
  readonly openAlerts: () => readonly Alert[];
  readonly alertsOf: (subject: string) => readonly Alert[];
  /** Writes the record only once: an existing one stays, unless it equals `replaces`. */
  readonly note: (
    alertIds: readonly string[],
    circumstance: Circumstance,
    replaces: Circumstance | null,
  ) => void;
  readonly settings: () => AlertSettings;
  readonly clock: () => ClockFacts;
  readonly sound: () => Pick<HealthEntry, 'state' | 'code'>;
  readonly now: Now;
}): Circumstances {
  return {
    noteShown: (alertIds) => {
      const facts = { settings: deps.settings(), clock: deps.clock(), sound: deps.sound() };
      const byCircumstance = new Map<Circumstance, string[]>();
      for (const id of alertIds) {
        const alert = deps.alertsOf(alertSubject(id)).find((one) => one.id === id);
        if (alert === undefined) continue;
        const circumstance = circumstanceOf(alert.kind, facts);
        byCircumstance.set(circumstance, [...(byCircumstance.get(circumstance) ?? []), id]);
      }
      for (const [circumstance, ids] of byCircumstance) deps.note(ids, circumstance, null);
    },
    noteSoundFailure: (why) => {
      const now = deps.now();
      const ids = deps
        .openAlerts()
        .filter(({ shownAt }) => shownAt !== null && msBetween(shownAt, now) <= FIRST_TONE_MS)
        .map(({ id }) => id);
      if (ids.length > 0) deps.note(ids, why, 'audible');
    },
  };
}
