import { isCancelled } from '../../../shared/partner.ts';
import { shiftIso } from '../../../shared/time.ts';
import type { PastRead } from './run.ts';
import { isSweepDue, OLDEST_SLICE, planSlice, SLICES, type SweepKind } from './schedule.ts';
import { OLDEST_MS, type Window } from './window.ts';
import type { Now } from '../support/now.ts';
import type { SyncNotes } from '../support/notes.ts';

export type Backfill = {
  /** From when on the next slice may be read, on the monotonic clock; null: no sweep is due. */
  readonly dueMs: () => number | null;
  /** Reads the next slice, or goes on with one that was interrupted. */
  readonly step: (signal: AbortSignal) => Promise<void>;
  /** The first run of a profile, which began at this ISO time, was complete: of a full sweep only its end is left. */
  readonly noteFirst: (startedAt: string) => void;
  /** Somebody does not want the next slice now. */
  readonly postpone: () => void;
  /** Gives up the sweeps that are under way. */
  readonly reset: () => void;
};

const RETRY_MS = 5 * 60_000;
/** So often a slice is tried before it is said that it cannot be read. */
const TRIES = 3;
/** From then on nothing waits for it. */
const UNREAD_RETRY_MS = 60 * 60_000;
/** A week of the busiest shop, twenty orders a page. */
const MAX_PAGES = 600;
const NOTE = { week: 'last-week-sweep', full: 'last-full-sweep' } as const;
const KINDS: readonly SweepKind[] = ['full', 'week'];

type Slice = {
  readonly index: number;
  /** Planned at the first try and kept, so that slices that are read in another order leave no hole. */
  window: Window | null;
  /** The last page that was read. */
  page: number;
  failures: number;
  fromMs: number;
};
type Sweep = { readonly startedAt: string; slices: readonly Slice[]; isNoted: boolean };

/**
 * Reads the past again and again: preorders and late changes may lie outside the window of a poll. One slice at a time,
 * and one that is interrupted goes on where it was; one that fails stands in the way of no other. A sweep that a restart
 * interrupts begins anew.
 */
export function createBackfill(deps: {
  readonly read: (window: Window, page: number, signal: AbortSignal) => Promise<PastRead>;
  readonly notes: Pick<SyncNotes, 'read' | 'save'>;
  readonly now: Now;
  readonly monotonicMs: () => number;
  /** Gets the windows that could not be read after several tries, whenever they become others. Must not throw. */
  readonly onUnread?: (windows: readonly Window[]) => void;
}): Backfill {
  const { notes, now, monotonicMs, onUnread = () => undefined } = deps;
  let sweeps: Partial<Record<SweepKind, Sweep>> = {};
  let restUntilMs = Number.NEGATIVE_INFINITY;
  let told = 0;

  const slicesOf = (kind: SweepKind): readonly Slice[] => sweeps[kind]?.slices ?? [];
  const isUnread = ({ failures }: Slice): boolean => failures >= TRIES;

  const begin = (kind: SweepKind, startedAt: string, indexes: readonly number[]): void => {
    // What could not be read before is not believed at once to be there again.
    const wereUnread = new Set(
      slicesOf(kind)
        .filter(isUnread)
        .map(({ index }) => index),
    );
    const slices = indexes.map((index) => ({
      index,
      window: null,
      page: 0,
      failures: wereUnread.has(index) ? TRIES - 1 : 0,
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
    onUnread(unread.flatMap(({ window }) => window ?? []));
  };

  /** A sweep is done when all is read but what cannot be. */
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
      // Another shop's sweep began meanwhile.
      if (sweeps[kind] !== sweep) return;
      // Interrupted by polls again and again, it would count on for ever.
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

/** What the platform no longer keeps is refused, and with it the whole window. */
function clamp({ from, to }: Window, now: string): Window {
  const oldest = shiftIso(now, -OLDEST_MS);
  return { from: from > oldest ? from : oldest, to };
}
