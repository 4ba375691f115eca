import { isoOf, msBetween, parseHttpDate } from '../../../shared/time.ts';
import type { Now } from '../support/now.ts';

/** What an answer of the platform says of its time. */
export type HeardTime = {
  /** The `Date` header; null when there was none. */
  readonly date: string | null;
  /** Milliseconds from the question to the answer. */
  readonly roundTripMs: number;
};

/** What outlives a restart. */
export type ClockMemory = {
  readonly offsetMs: number;
  /** ISO UTC, platform time: it was at least this late already. */
  readonly at: string;
};

export type PlatformClock = {
  /** Platform time, ISO UTC; this computer's until the platform's is known. */
  readonly now: Now;
  /** Platform time less this computer's, in milliseconds; null while it is not known. */
  readonly offsetMs: () => number | null;
  /** True when an answer has told the offset since the start, and since the computer's clock last jumped. */
  readonly isProven: () => boolean;
  /** Answers in a row that told no time. */
  readonly silentAnswers: () => number;
  readonly hear: (heard: HeardTime) => void;
  /** Takes the offset of the last run, until an answer tells a newer one. */
  readonly recall: (memory: ClockMemory) => void;
  /** The computer goes to sleep, and is awake again: time that passes in between is no jump. */
  readonly asleep: () => void;
  readonly awake: () => void;
};

/** The header has whole seconds, rounded down. */
const HALF_SECOND_MS = 500;
/** Closer than this nobody can tell a difference from the way of the answer. */
const SLACK_MS = 1_000;
/** An answer that took so long tells no time. */
const LONGEST_TRIP_MS = 60_000;
/** The two clocks of the computer never differ so much by themselves. */
const JUMP_MS = 2_000;
/** The platform was not there before, and will not be there after. */
const EARLIEST = '2020-01-01T00:00:00.000Z';
const LATEST = '2090-01-01T00:00:00.000Z';

/**
 * Tells the platform's time on a computer whose clock may be wrong or set while this runs. In between answers the
 * monotonic clock leads, so that a jump of the computer's clock moves nothing. One answer that contradicts what others
 * proved may come out of a cache: it takes a second one to be believed.
 */
export function createPlatformClock({
  localMs,
  monotonicMs,
  onChange = () => undefined,
}: {
  /** This computer's clock, milliseconds since 1970; may jump. */
  readonly localMs: () => number;
  readonly monotonicMs: () => number;
  /** The offset or its proof became another. Must not throw. */
  readonly onChange?: () => void;
}): PlatformClock {
  let offset: number | null = null;
  let isProven = false;
  let rival: number | null = null;
  let silent = 0;
  let last = { localMs: localMs(), monotonicMs: monotonicMs() };
  let beforeSleep: number | null = null;

  const become = (next: { readonly offset: number; readonly isProven: boolean }): void => {
    const isNew = next.offset !== offset || next.isProven !== isProven;
    ({ offset, isProven } = next);
    if (isNew) onChange();
  };

  /** This computer's time. Notices when it jumped. */
  const look = (): number => {
    const seen = { localMs: localMs(), monotonicMs: monotonicMs() };
    const jumpMs = seen.localMs - last.localMs - (seen.monotonicMs - last.monotonicMs);
    last = seen;
    if (offset !== null && Math.abs(jumpMs) >= JUMP_MS) become({ offset: offset - jumpMs, isProven: false });
    return seen.localMs;
  };

  return {
    now: () => {
      const here = look();
      return isoOf(here + (offset ?? 0));
    },
    offsetMs: () => {
      look();
      return offset;
    },
    isProven: () => isProven,
    silentAnswers: () => silent,
    hear: ({ date, roundTripMs }) => {
      const told = date === null ? null : parseHttpDate(date);
      if (told === null || told < EARLIEST || told > LATEST) {
        silent += 1;
        return;
      }
      silent = 0;
      if (!(roundTripMs >= 0 && roundTripMs <= LONGEST_TRIP_MS)) return;
      const heard = msBetween(isoOf(look()), told) + HALF_SECOND_MS + roundTripMs / 2;
      const slackMs = SLACK_MS + roundTripMs / 2;
      const known = offset ?? 0;
      const isRival = isProven && Math.abs(heard - known) > slackMs;
      if (isRival && (rival === null || Math.abs(heard - rival) > 2 * slackMs)) {
        rival = heard;
        return;
      }
      rival = null;
      beforeSleep = null;
      become({ offset: Math.abs(heard - known) <= slackMs ? known : Math.round(heard), isProven: true });
    },
    recall: ({ offsetMs, at }) => {
      const here = look();
      const leastOffset = msBetween(isoOf(here), at);
      if (offset !== null || !Number.isFinite(offsetMs) || Number.isNaN(leastOffset)) return;
      // The computer's clock was set since: platform time does not go back.
      const fits = [offsetMs, 0].find((one) => one >= leastOffset - SLACK_MS);
      become({ offset: fits ?? leastOffset, isProven: false });
    },
    asleep: () => {
      look();
      beforeSleep = offset;
    },
    awake: () => {
      look();
      const wasSleep = beforeSleep !== null && offset !== null && offset < beforeSleep;
      if (wasSleep && beforeSleep !== null) become({ offset: beforeSleep, isProven: false });
      beforeSleep = null;
    },
  };
}
