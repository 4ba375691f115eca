import { isoOf, msBetween, msOf, parseHttpDate, type Now } from '../../../shared/time.ts';

/** The time in a response of the platform. */
export type AnswerTime = {
  /** The `Date` header; null when there was none. */
  readonly date: string | null;
  /** How long a cache had kept the response, in milliseconds: its `Date` is that much older. */
  readonly ageMs?: number;
  /** Milliseconds from request to response. */
  readonly roundTripMs: number;
};

/** The part that outlives a restart. */
export type ClockMemory = {
  readonly offsetMs: number;
  /** The latest platform time known, in ISO UTC. Platform time is never before it. */
  readonly at: string;
};

export type PlatformClock = {
  /** Returns platform time in ISO UTC; this computer's time until the platform's is known. */
  readonly now: Now;
  /** Returns platform time minus this computer's, in milliseconds; null while unknown. */
  readonly offsetMs: () => number | null;
  /** Returns true when a response gave the offset since the start, and since this computer's clock last jumped. */
  readonly isProven: () => boolean;
  /** Returns how many responses in a row had no time. */
  readonly silentAnswers: () => number;
  readonly update: (measured: AnswerTime) => void;
  /** Uses the offset of the last run until a response gives a newer one. */
  readonly recall: (memory: ClockMemory) => void;
  /** Call these when the computer goes to sleep and when it wakes: time that passes in between is no jump. */
  readonly asleep: () => void;
  readonly awake: () => void;
};

/** The header has whole seconds, rounded down. */
const HALF_SECOND_MS = 500;
/** A smaller difference may come from the network delay. */
const SLACK_MS = 1_000;
/** The time in a response that took this long is not used. */
const LONGEST_TRIP_MS = 60_000;
/** The two clocks of this computer never drift apart this much without a jump. */
const JUMP_MS = 2_000;
/** A platform time outside of this range is wrong. */
const EARLIEST = '2020-01-01T00:00:00.000Z';
const LATEST = '2090-01-01T00:00:00.000Z';

/** The header has whole seconds: two of the same moment may differ by one. */
const AGREE_MS = 1_000;
/** A comma before a name of a day; the one behind it belongs to the form. */
const NEXT_DATE = /,\s*(?=[a-z]{3,9},? )/i;

/**
 * Returns the time that a response tells, ISO UTC. A proxy may add a header of its own, and fetch joins the two: when they
 * agree it is the last one's, else nobody knows which is the platform's: null.
 */
function readTold(header: string): string | null {
  const times = header.split(NEXT_DATE).map(parseHttpDate);
  const [last] = times.slice(-1);
  if (last === null || last === undefined) return null;
  const isAgreed = times.every((time) => time !== null && Math.abs(msBetween(time, last)) <= AGREE_MS);
  return isAgreed ? last : null;
}

/** What a file remembers may be damaged, or of somebody else: with another time nothing here could reckon. */
function isPossible(ms: number): boolean {
  return ms >= msOf(EARLIEST) && ms <= msOf(LATEST);
}

/**
 * Returns the platform's clock, for a computer whose clock may be wrong, or be set while the app runs. Between
 * responses it uses the monotonic clock, so a jump of the computer's clock changes nothing. One response that
 * contradicts a proven offset may come from a cache: a second one is needed to confirm it.
 */
export function createPlatformClock({
  localMs,
  monotonicMs,
  onChange = () => undefined,
}: {
  /** This computer's clock, milliseconds since 1970; may jump. */
  readonly localMs: () => number;
  readonly monotonicMs: () => number;
  /** The offset or its proof changed. Must not throw. */
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

  /** Returns this computer's time, and notices when it jumped. */
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
    update: ({ date, ageMs = 0, roundTripMs }) => {
      const told = date === null ? null : readTold(date);
      if (told === null || told < EARLIEST || told > LATEST) {
        silent += 1;
        return;
      }
      silent = 0;
      if (!(roundTripMs >= 0 && roundTripMs <= LONGEST_TRIP_MS)) return;
      const measured = msBetween(isoOf(look()), told) + ageMs + HALF_SECOND_MS + roundTripMs / 2;
      // A cache counts in whole seconds as well.
      const slackMs = SLACK_MS * (ageMs > 0 ? 2 : 1) + roundTripMs / 2;
      const known = offset ?? 0;
      const isRival = isProven && Math.abs(measured - known) > slackMs;
      if (isRival && (rival === null || Math.abs(measured - rival) > 2 * slackMs)) {
        rival = measured;
        return;
      }
      rival = null;
      beforeSleep = null;
      become({
        offset: Math.abs(measured - known) <= slackMs ? known : Math.round(measured),
        isProven: true,
      });
    },
    recall: ({ offsetMs, at }) => {
      const here = look();
      const leastOffset = msBetween(isoOf(here), at);
      if (offset !== null || !Number.isFinite(offsetMs) || !isPossible(msOf(at))) return;
      // The computer's clock was set meanwhile: platform time does not go back.
      const fits = [offsetMs, 0].find((one) => one >= leastOffset - SLACK_MS && isPossible(here + one));
      become({ offset: fits ?? leastOffset, isProven: false });
    },
    asleep: () => {
      look();
      beforeSleep = offset;
    },
    awake: () => {
      look();
      // An offset that grew smaller: this computer's clock went on while the other stood still.
      if (beforeSleep !== null && offset !== null && offset < beforeSleep) {
        become({ offset: beforeSleep, isProven: false });
      }
      beforeSleep = null;
    },
  };
}
