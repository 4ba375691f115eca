import { isCancelled, type RefreshOutcome } from '../../shared/partner.ts';
import { isSweepDue, OLDEST_SLICE, planSlice, type SweepKind } from './catch-up-plan.ts';
import type { Window } from './catch-up-window.ts';
import type { Now, SyncNotes } from './ports.ts';

export type Sweeps = {
  /** From when on the next slice may be read, on the monotonic clock; null: no sweep is due. */
  readonly dueMs: () => number | null;
  /** Reads the next slice. */
  readonly step: (signal: AbortSignal) => Promise<void>;
  /** The first run of a profile, which began at this ISO time, was complete: of a full sweep only its end is left. */
  readonly noteFirst: (startedAt: string) => void;
  /** Somebody does not want the next slice now: it waits as if the platform had refused it. */
  readonly postpone: () => void;
  /** Gives up the sweep that is under way. */
  readonly reset: () => void;
};

/** The platform may refuse a slice; polls go on meanwhile. */
const RETRY_MS = 5 * 60_000;
const NOTE = { week: 'last-week-sweep', full: 'last-full-sweep' } as const;
const KINDS: readonly SweepKind[] = ['full', 'week'];

/**
 * Reads the past again and again: preorders and late changes may lie outside the window of a poll. One slice at a time;
 * a sweep that a restart interrupts begins anew.
 */
export function createSweeps(deps: {
  readonly read: (window: Window, signal: AbortSignal) => Promise<RefreshOutcome>;
  readonly notes: Pick<SyncNotes, 'read' | 'save'>;
  readonly now: Now;
  readonly monotonicMs: () => number;
}): Sweeps {
  const { notes, now, monotonicMs } = deps;
  let current: { readonly kind: SweepKind; readonly startedAt: string; slice: number } | null = null;
  let fromMs = 0;

  const find = (): typeof current => {
    if (current !== null) return current;
    const at = now();
    const kind = KINDS.find((one) => isSweepDue(one, notes.read(NOTE[one]), at));
    return kind === undefined ? null : { kind, startedAt: at, slice: 0 };
  };

  const note = (kind: SweepKind, startedAt: string): void => {
    notes.save(NOTE[kind], startedAt);
    if (kind === 'full') notes.save(NOTE.week, startedAt);
  };

  return {
    dueMs: () => (find() === null ? null : fromMs),
    step: async (signal) => {
      const sweep = find();
      const window = sweep === null ? null : planSlice(now(), sweep.kind, sweep.slice);
      if (sweep === null || window === null) return;
      current = sweep;
      // Also when reading throws.
      fromMs = monotonicMs() + RETRY_MS;
      const outcome = await deps.read(window, signal);
      if (outcome.ok || isCancelled(outcome)) fromMs = monotonicMs();
      // Another shop's sweep began meanwhile.
      if (!outcome.ok || current !== sweep) return;
      sweep.slice += 1;
      if (planSlice(now(), sweep.kind, sweep.slice) !== null) return;
      note(sweep.kind, sweep.startedAt);
      current = null;
    },
    noteFirst: (startedAt) => {
      current = { kind: 'full', startedAt, slice: OLDEST_SLICE };
    },
    postpone: () => {
      fromMs = monotonicMs() + RETRY_MS;
    },
    reset: () => {
      current = null;
      fromMs = 0;
    },
  };
}
