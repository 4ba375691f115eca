import { createPollScheduler } from '../../../../src/main/core/sync/scheduler.ts';
import type { Window } from '../../../../src/main/core/sync/window.ts';
import type { SyncNote } from '../../../../src/main/core/support/notes.ts';
import { createBackfill } from '../../../../src/main/core/sync/backfill.ts';
import type { PartnerErrorCode, RefreshOutcome } from '../../../../src/shared/partner.ts';
import { createFakeTime } from '../../../fakes/fake-time.ts';

/** How a poll goes: it ends well or not after some milliseconds, or the store throws. */
export type Answer = { readonly is: 'ok' | 'throws' | PartnerErrorCode; readonly takesMs: number };
type Did = {
  readonly job: 'poll' | 'sweep' | 'single';
  readonly from: number;
  readonly window?: Window;
  to: number | null;
};

export function failure(code: PartnerErrorCode, at: string, detail: string | null = null): RefreshOutcome {
  return {
    ok: false,
    error: { code, status: null, detail, retryAfterMs: null, isRouteMissing: false },
    at,
  };
}

/** The real scheduler and the real sweeps before a platform that answers as told. */
export function schedulerRig(
  answer: (call: number) => Answer = () => ({ is: 'ok', takesMs: 200 }),
  options: {
    readonly isFirst?: boolean;
    readonly sweepsDone?: boolean;
    readonly sweepMs?: number;
    readonly draw?: () => number;
  } = {},
) {
  const time = createFakeTime();
  const done: Did[] = [];
  const errors: unknown[] = [];
  const noted = new Map<SyncNote, string>();
  if (options.sweepsDone !== false) {
    noted.set('last-full-sweep', time.now());
    noted.set('last-week-sweep', time.now());
  }
  let webhooksArrive = false;
  let polls = 0;

  const work = async (
    job: Did['job'],
    { is, takesMs }: Answer,
    signal: AbortSignal,
    window?: Window,
  ): Promise<RefreshOutcome> => {
    const did: Did = { job, from: time.monotonicMs(), to: null, ...(window === undefined ? {} : { window }) };
    done.push(did);
    const ended = new Promise<boolean>((resolve) => {
      const cancel = time.schedule(() => resolve(true), takesMs);
      const give = (): void => {
        cancel();
        resolve(false);
      };
      if (signal.aborted) give();
      else signal.addEventListener('abort', give, { once: true });
    });
    const isOver = await ended;
    did.to = time.monotonicMs();
    if (!isOver) return failure('offline', time.now(), 'cancelled');
    if (is === 'throws') throw new Error('disk I/O error');
    return is === 'ok'
      ? { ok: true, added: 0, changed: 0, read: 0, at: time.now() }
      : failure(is, time.now());
  };

  const notes = {
    read: (note: SyncNote) => noted.get(note) ?? null,
    save: (note: SyncNote, value: string) => void noted.set(note, value),
  };
  const scheduler = createPollScheduler({
    poll: (_source, signal) => {
      polls += 1;
      return work('poll', answer(polls), signal);
    },
    single: async (signal) => {
      await work('single', { is: 'ok', takesMs: 50 }, signal);
    },
    backfill: createBackfill({
      read: async (window, page, signal) => ({
        outcome: await work('sweep', { is: 'ok', takesMs: options.sweepMs ?? 14_000 }, signal, window),
        page,
      }),
      notes,
      now: time.now,
      monotonicMs: time.monotonicMs,
    }),
    hurry: () => undefined,
    isFirst: () => options.isFirst === true && polls === 0,
    webhooksArrive: () => webhooksArrive,
    now: time.now,
    monotonicMs: time.monotonicMs,
    random: options.draw ?? (() => 0.5),
    schedule: time.schedule,
    onError: (error) => errors.push(error),
  });
  return {
    scheduler,
    time,
    done,
    errors,
    noted,
    setTunnelAlive: (alive: boolean) => {
      webhooksArrive = alive;
    },
    of: (job: Did['job']) => done.filter((one) => one.job === job),
  };
}
