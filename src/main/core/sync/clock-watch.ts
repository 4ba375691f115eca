import type { HealthCode, HealthState } from '../../../shared/health/health.ts';
import type { HealthLights } from '../health/board.ts';
import type { PlatformClock } from './platform-clock.ts';
import type { SyncNotes } from '../support/notes.ts';

const MINUTE_MS = 60_000;
/** From here on a person notices that the times in the app differ from a clock on the wall. */
const OFF_MS = 2 * MINUTE_MS;
/** A day, less what the two clocks may differ besides. */
const FAR_OFF_MS = 24 * 60 * MINUTE_MS - 10 * MINUTE_MS;
/** A single response without a time may come from a proxy. */
const SILENT_ANSWERS = 3;
const SAVE_EVERY_MS = 10 * MINUTE_MS;
/** A smaller change is not worth saving. */
const WORTH_SAVING_MS = 1_000;

/**
 * Returns the light of this computer's clock. The detail is by how many minutes it is ahead of the platform's;
 * negative: behind.
 */
export function clockHealth(offsetMs: number): [HealthState, HealthCode, string | null] {
  const aheadMinutes = String(Math.round(-offsetMs / MINUTE_MS));
  if (Math.abs(offsetMs) >= FAR_OFF_MS) return ['down', 'clock-far-off', aheadMinutes];
  if (Math.abs(offsetMs) > OFF_MS) return ['degraded', 'clock-off', aheadMinutes];
  return ['ok', 'ok', null];
}

export type ClockWatch = {
  /** Loads what the last run knew. */
  readonly start: () => void;
  /** Reports what the clock knows, and saves it. Call it when the clock changed, and every few seconds. */
  readonly look: () => void;
};

/** Shows how far this computer's clock is off, and saves it for the next start. */
export function createClockWatch(deps: {
  readonly clock: Pick<PlatformClock, 'now' | 'offsetMs' | 'isProven' | 'silentAnswers' | 'recall'>;
  readonly notes: Pick<SyncNotes, 'read' | 'save'>;
  readonly health: HealthLights;
  readonly monotonicMs: () => number;
}): ClockWatch {
  const { clock, notes, health, monotonicMs } = deps;
  let shownMs: number | null = null;
  let saved: { readonly offsetMs: number; readonly ms: number } | null = null;

  const save = (offsetMs: number): void => {
    const ms = monotonicMs();
    const isKnown =
      saved !== null &&
      Math.abs(saved.offsetMs - offsetMs) < WORTH_SAVING_MS &&
      ms - saved.ms < SAVE_EVERY_MS;
    if (isKnown) return;
    saved = { offsetMs, ms };
    notes.save('clock-offset', String(offsetMs));
    notes.save('clock-at', clock.now());
  };

  return {
    start: () => {
      const [offset, at] = [notes.read('clock-offset'), notes.read('clock-at')];
      if (offset !== null && at !== null) clock.recall({ offsetMs: Number(offset), at });
    },
    look: () => {
      const offsetMs = clock.offsetMs();
      // It is unknown whether this computer's clock is right, and with a wrong one orders are missed.
      if (!clock.isProven() && clock.silentAnswers() >= SILENT_ANSWERS) {
        health.set('clock', 'degraded', 'clock-unknown');
      }
      if (offsetMs === null) return;
      if (offsetMs !== shownMs) health.note({ clockOffsetMs: offsetMs });
      shownMs = offsetMs;
      // An offset from the last run, or in doubt since a jump, is no reason to report a wrong clock.
      if (!clock.isProven()) return;
      health.set('clock', ...clockHealth(offsetMs));
      save(offsetMs);
    },
  };
}
