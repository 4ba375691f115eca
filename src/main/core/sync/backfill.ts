import { isCancelled } from '../../../shared/partner.ts';
import { shiftIso, type Now } from '../../../shared/time.ts';
import type { PastRead } from './run.ts';
import { isSweepDue, OLDEST_SLICE, planSlice, SLICES, type SweepKind } from './schedule.ts';
import { OLDEST_MS, type Window } from './window.ts';
import type { SyncNotes } from '../support/notes.ts';

export type Backfill = {
  /** Returns the monotonic time from which the next slice may be read; null: no sweep is due. */
  readonly dueMs: () => number | null;
  /** Reads the next slice, or continues one that was interrupted. */
  readonly step: (signal: AbortSignal) => Promise<void>;
  /**
   * Call it when the first run of a profile, begun at this ISO time, was complete: of a full sweep only the oldest
   * slice is left.
   */
  readonly noteFirst: (startedAt: string) => void;
  /** Call it when the user cancelled a slice: the next one waits. */
  readonly postpone: () => void;
  /** Gives up the sweeps that are under way. */
  readonly reset: () => void;
};

const RETRY_MS = 5 * 60_000;
/** Tries before a slice is reported as unreadable. */
const TRIES = 3;
/** An unreadable slice is tried again after this time; nothing waits for it. */
const UNREAD_RETRY_MS = 60 * 60_000;
/** A week of the busiest shop, twenty orders a page. */
const MAX_PAGES = 600;
const NOTE = { week: 'last-week-sweep', full: 'last-full-sweep' } as const;
const KINDS: readonly SweepKind[] = ['full', 'week'];

type Slice = {
  readonly index: number;
  /** Planned at the first try and kept, so that slices read in another order leave no gap. */
  window: Window | null;
  /** The last page that was read. */
  page: number;
  failures: number;
  fromMs: number;
};
type Sweep = { readonly startedAt: string; slices: readonly Slice[]; isNoted: boolean };

/**
 * Returns the backfill, which reads the past again and again, because preorders and late changes may lie outside the
 * window of a poll. Reads one slice at a time. An interrupted slice continues where it was; a failed one does not block
 * the others. A sweep that a restart interrupts begins anew.
 */
export function createBackfill(deps: {
  readonly read: (window: Window, page: number, signal: AbortSignal) => Promise<PastRead>;
  readonly notes: Pick<SyncNotes, 'read' | 'save'>;
  readonly now: Now;
  readonly monotonicMs: () => number;
  /** Called with the windows that could not be read after several tries, whenever they change. Must not throw. */
  readonly onUnread?: (windows: readonly Window[]) => void;
}): Backfill {
  const { notes, now, monotonicMs, onUnread = () => undefined } = deps;
  let sweeps: Partial<Record<SweepKind, Sweep>> = {};
  let restUntilMs = Number.NEGATIVE_INFINITY;
  let told = 0;

  const slicesOf = (kind: SweepKind): readonly Slice[] => sweeps[kind]?.slices ?? [];
  const isUnread = ({ failures }: Slice): boolean => failures >= TRIES;

  const begin = (kind: SweepKind, startedAt: string, indexes: readonly number[]): void => {
    // A new sweep of the same kind does not prove by itself that these can be read again.
    const wereUnread = new Set(
      slicesOf(kind)
        .filter(isUnread)
        .map(({ index }) => index),
    );
    const slices = indexes.map((index) => ({
      index,
      window: null,
      page: 0,
      failures: wereUnread.has(index) ? TRIES : 0,
      fromMs: Number.NEGATIVE_INFINITY,
    }));
    sweeps = { ...sweeps, [kind]: { startedAt, slices, isNoted: false } };
  };

  const beginDue = (): void => {
    const at = now();
    for (const kind of KINDS) {
      const sweep = sweeps[kind];
      const isUnderWay = sweep !== undefined && !sweep.isNoted;
      // The newest slice of a full sweep is a week.
      const isCovered = kind === 'week' && slicesOf('full').some(({ index }) => index === 0);
      if (isUnderWay || isCovered || !isSweepDue(kind, notes.read(NOTE[kind]), at)) continue;
      begin(
        kind,
        at,
        Array.from({ length: SLICES[kind] }, (_, index) => index),
      );
    }
  };

  const next = (): { readonly kind: SweepKind; readonly sweep: Sweep; readonly slice: Slice } | null => {
    beginDue();
    const all = KINDS.flatMap((kind) => {
      const sweep = sweeps[kind];
      return sweep === undefined ? [] : sweep.slices.map((slice) => ({ kind, sweep, slice }));
    });
    return all.reduce<(typeof all)[number] | null>(
      (best, one) => (best === null || one.slice.fromMs < best.slice.fromMs ? one : best),
      null,
    );
  };

  const tellUnread = (): void => {
    const unread = KINDS.flatMap(slicesOf).filter(isUnread);
    if (unread.length === told) return;
    told = unread.length;
    onUnread(unread.map(({ window, index }) => window ?? planSlice(now(), index)));
  };

  /** A sweep is done when everything is read except what cannot be read. */
  const note = (kind: SweepKind, sweep: Sweep): void => {
    if (sweep.isNoted || !sweep.slices.every(isUnread)) return;
    notes.save(NOTE[kind], sweep.startedAt);
    sweep.isNoted = true;
  };

  return {
    dueMs: () => {
      const found = next();
      return found === null ? null : Math.max(found.slice.fromMs, restUntilMs, 0);
    },
    step: async (signal) => {
      const found = next();
      if (found === null) return;
      const { kind, sweep, slice } = found;
      slice.window = clamp((slice.window ??= planSlice(now(), slice.index)), now());
      // Also when reading throws.
      slice.fromMs = monotonicMs() + RETRY_MS;
      const { outcome, page } = await deps.read(slice.window, Math.max(1, slice.page), signal);
      slice.page = Math.max(slice.page, page);
      // A sweep of another shop began meanwhile.
      if (sweeps[kind] !== sweep) return;
      // Without this limit, a slice that polls keep interrupting would never end.
      const isEndless = slice.page >= MAX_PAGES;
      if (isCancelled(outcome) && !isEndless) {
        slice.fromMs = Number.NEGATIVE_INFINITY;
        return;
      }
      if (outcome.ok) {
        sweep.slices = sweep.slices.filter((one) => one !== slice);
        if (kind === 'full' && slice.index === 0) notes.save(NOTE.week, sweep.startedAt);
      } else {
        slice.failures += 1;
        slice.page = 0;
        slice.fromMs = monotonicMs() + (isUnread(slice) ? UNREAD_RETRY_MS : RETRY_MS);
      }
      note(kind, sweep);
      tellUnread();
    },
    noteFirst: (startedAt) => {
      begin('full', startedAt, [OLDEST_SLICE]);
      notes.save(NOTE.week, startedAt);
    },
    postpone: () => {
      restUntilMs = monotonicMs() + RETRY_MS;
    },
    reset: () => {
      sweeps = {};
      restUntilMs = Number.NEGATIVE_INFINITY;
      tellUnread();
    },
  };
}

/** Cuts off what the platform no longer keeps: it would refuse the whole window. */
function clamp({ from, to }: Window, now: string): Window {
  const oldest = shiftIso(now, -OLDEST_MS);
  return { from: from > oldest ? from : oldest, to };
}
