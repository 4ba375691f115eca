import { msBetween, type Now } from '../../../shared/time.ts';
import type { SyncNotes } from '../support/notes.ts';

export type Contact = {
  /** Returns for how many minutes, up to now, no news could arrive; null when too few to report. */
  readonly gapMinutes: () => number | null;
  /** Call it when a poll read everything. */
  readonly regained: () => void;
  /** Call it when a poll failed. */
  readonly lost: () => void;
  /** Call it when the computer goes to sleep. */
  readonly asleep: () => void;
  /** Call it every few seconds. */
  readonly tick: () => void;
};

const GAP_MS = 3 * 60_000;
/** A tick this late means that the process did not run. */
const STOOD_STILL_MS = 60_000;
const SAVE_EVERY_MS = 60_000;

/**
 * Tracks since when news could not reach this computer: the app did not run, the computer slept, or polls failed.
 * Silence while webhooks are proven to arrive is no gap.
 */
export function createContact(deps: {
  readonly notes: Pick<SyncNotes, 'read' | 'save'>;
  readonly webhooksArrive: () => boolean;
  readonly now: Now;
  readonly monotonicMs: () => number;
}): Contact {
  const { notes, now, monotonicMs } = deps;
  const moment = (): { readonly at: string; readonly ms: number } => ({ at: now(), ms: monotonicMs() });
  const lastRun = notes.read('last-contact');
  /** `ms` is null when the monotonic clock cannot tell how long it was: it stops with the process, and may with sleep. */
  let blind: { readonly at: string; readonly ms: number | null } | null =
    lastRun === null ? null : { at: lastRun, ms: null };
  let known: { readonly at: string; readonly ms: number } | null = null;
  let ticked = moment();
  let savedMs: number | null = null;

  const save = (): void => {
    notes.save('last-contact', now());
    savedMs = monotonicMs();
  };

  const blindSince = (at: string): void => {
    if (known === null && blind === null) return;
    blind = { at: blind?.at ?? at, ms: null };
  };

  return {
    gapMinutes: () => {
      if (blind === null) return null;
      const ms = blind.ms === null ? msBetween(blind.at, now()) : monotonicMs() - blind.ms;
      return ms >= GAP_MS ? Math.floor(ms / 60_000) : null;
    },
    regained: () => {
      blind = null;
      known = moment();
      save();
    },
    lost: () => {
      if (blind === null && !deps.webhooksArrive()) blind = known;
    },
    asleep: () => blindSince(now()),
    tick: () => {
      const last = ticked;
      ticked = moment();
      if (ticked.ms - last.ms >= STOOD_STILL_MS) blindSince(last.at);
      if (blind !== null || known === null || !deps.webhooksArrive()) return;
      known = ticked;
      if (savedMs === null || ticked.ms - savedMs >= SAVE_EVERY_MS) save();
    },
  };
}
