import type { OutboxTarget } from '../../../shared/settings/outgoing.ts';
import { msBetween, shiftIso, type Now } from '../../../shared/time.ts';
import { backoffMs } from '../support/scheduling.ts';
import type { OutboxStore, SendMessage, SendOutcome, WaitingMessage } from './types.ts';

export type Sender = {
  /** There may be something to send. Returns at once. */
  readonly wake: () => void;
  /** The user wants it now: what waits for a next try is due. */
  readonly hurry: () => void;
  /** Resolves when the try under way has ended, at the latest after two seconds: its message then goes again after the start. */
  readonly stop: () => Promise<void>;
};

type Failed = Extract<SendOutcome, { kind: 'failed' }>;

const HOUR_MS = 60 * 60 * 1000;
/** For how long a message is tried, and the longest pause that its place may ask for. */
export const PLACE_LIMITS: Readonly<
  Record<OutboxTarget, { readonly patienceMs: number; readonly longestWishMs: number }>
> = {
  // Later it only frightens, and somebody may be waiting at the counter.
  phone: { patienceMs: 12 * HOUR_MS, longestWishMs: HOUR_MS / 4 },
  'till-post': { patienceMs: 72 * HOUR_MS, longestWishMs: 6 * HOUR_MS },
  'till-file': { patienceMs: 72 * HOUR_MS, longestWishMs: 6 * HOUR_MS },
};
/** Between two tries of one message. */
const MESSAGE_PAUSE = { baseMs: 5_000, maxMs: HOUR_MS } as const;
/** Between two tries of a place that failed, whatever the message. */
const PLACE_PAUSE = { baseMs: 2_000, maxMs: 5 * 60 * 1000 } as const;
/** After so many failures in a row, a success means that the place is back, and nothing has to wait any longer. */
const FAILURES_OF_AN_OUTAGE = 3;
const DISK_PAUSE_MS = 30_000;
const STOP_LIMIT_MS = 2_000;

export type SenderDeps = {
  readonly target: OutboxTarget;
  readonly store: OutboxStore;
  readonly send: SendMessage;
  /** Returns whether messages may go out now; what cannot waits. */
  readonly isOpen: () => boolean;
  /** For how long a message is tried. */
  readonly patienceMs: number;
  /** The longest pause that the other side may ask for. */
  readonly longestWishMs: number;
  readonly now: Now;
  readonly monotonicMs: () => number;
  readonly random: () => number;
  readonly schedule: (run: () => void, ms: number) => () => void;
  readonly onChange: () => void;
  readonly log: {
    readonly info: (message: string) => void;
    readonly error: (message: string, detail?: unknown) => void;
  };
};

/**
 * Sends what is stored for one place, one message after the other, until each was delivered, was refused for good or grew
 * too old. A message counts as sent only once the store says so: after a crash between the two it goes again, with the
 * same id.
 */
export function createSender(deps: SenderDeps): Sender {
  const { target, store, now } = deps;
  let run: Promise<void> | null = null;
  let isAskedAgain = false;
  let isStopped = false;
  let failures = 0;
  let pausedUntilMs = Number.NEGATIVE_INFINITY;
  let cancelTimer: (() => void) | null = null;
  /** What was done with messages while the store could not note it: they do not go again. */
  const unnoted = new Map<string, () => void>();

  const pause = (ms: number): void => {
    pausedUntilMs = Math.max(pausedUntilMs, deps.monotonicMs() + ms);
    cancelTimer?.();
    cancelTimer = deps.schedule(wake, pausedUntilMs - deps.monotonicMs());
  };

  const note = (message: WaitingMessage, work: () => void): void => {
    unnoted.set(message.id, work);
    work();
    unnoted.delete(message.id);
  };

  const fail = (message: WaitingMessage, failed: Failed): void => {
    const at = now();
    const { trouble, status } = failed;
    failures += 1;
    const line = `${target} ${message.id}: ${trouble}${status === null ? '' : ` ${String(status)}`}`;
    if (failed.isFinal || isOld(message, at)) {
      deps.log.error(`Message given up: ${line}`);
      note(message, () => store.noteDead(message, at, { trouble, status }));
      // The other messages may be welcome.
      if (failed.isFinal) return;
    } else {
      const ownMs = backoffMs(message.tries + 1, deps.random(), MESSAGE_PAUSE);
      const dueAt = shiftIso(at, Math.max(ownMs, wishOf(failed)));
      deps.log.info(`Message waits for another try: ${line}`);
      note(message, () => store.noteRetry(message, at, dueAt, { trouble, status }));
    }
    pause(Math.max(backoffMs(failures, deps.random(), PLACE_PAUSE), wishOf(failed)));
  };

  const wishOf = ({ retryAfterMs }: Failed): number => Math.min(deps.longestWishMs, retryAfterMs ?? 0);
  const isOld = (message: WaitingMessage, at: string): boolean =>
    msBetween(message.at, at) >= deps.patienceMs;

  const one = async (message: WaitingMessage): Promise<void> => {
    const at = now();
    // It waited while its place was switched off.
    if (isOld(message, at)) {
      note(message, () => store.noteDead(message, at, { trouble: 'too-old', status: null }));
      return;
    }
    const outcome = await deps.send(message);
    switch (outcome.kind) {
      case 'sent':
        deps.log.info(`Message sent: ${target} ${message.id}`);
        note(message, () => store.noteSent(message, now()));
        if (failures >= FAILURES_OF_AN_OUTAGE) store.hurry(target, now());
        failures = 0;
        return;
      case 'gone':
        note(message, () => store.drop(message));
        return;
      case 'failed':
        fail(message, outcome);
    }
  };

  const isReady = (): boolean => !isStopped && deps.isOpen() && deps.monotonicMs() >= pausedUntilMs;

  const sendAll = async (): Promise<void> => {
    try {
      for (const work of unnoted.values()) work();
      unnoted.clear();
      while (isReady()) {
        const message = store.nextDue(target, now());
        if (message === null) break;
        await one(message);
        deps.onChange();
      }
    } catch (error) {
      deps.log.error(`Messages of ${target} could not be followed; they go later`, error);
      pause(DISK_PAUSE_MS);
    }
  };

  const wake = (): void => {
    if (isStopped) return;
    isAskedAgain = true;
    run ??= (async () => {
      // Never in the turn of the caller, who may be answering a webhook.
      await Promise.resolve();
      while (isAskedAgain) {
        isAskedAgain = false;
        await sendAll();
      }
      run = null;
    })();
  };

  return {
    wake,
    hurry: () => {
      failures = 0;
      pausedUntilMs = Number.NEGATIVE_INFINITY;
      wake();
    },
    stop: async () => {
      isStopped = true;
      cancelTimer?.();
      if (run === null) return;
      // A place that hangs must not hold up the end of the app.
      await Promise.race([run, new Promise<void>((resolve) => deps.schedule(resolve, STOP_LIMIT_MS))]);
    },
  };
}
