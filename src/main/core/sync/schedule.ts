import type { PartnerError } from '../../../shared/partner.ts';
import { assertNever } from '../../../shared/result.ts';
import { msBetween, shiftIso } from '../../../shared/time.ts';
import { backoffMs } from '../support/scheduling.ts';
import { OLDEST_MS, type Window } from './window.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** While only polls find orders: within a minute. */
const ALONE_MS = { least: 30_000, most: 60_000 };
/** While webhooks are proven to arrive. */
const CERTAINTY_MS = { least: 4.5 * MINUTE_MS, most: 5 * MINUTE_MS };
const BROKEN = { baseMs: 15_000, maxMs: MINUTE_MS };
/** Only a person can fix this error, but after a single mistake of the platform polling must go on. */
const NEEDS_PERSON_MS = CERTAINTY_MS;
const WOKEN_MS = 5_000;
const BETWEEN_JOBS_MS = 3_000;
/** At most thirty an hour. */
const BETWEEN_SINGLES_MS = 2 * MINUTE_MS;

/** `poll`: the last days, for news. `sweep`: one slice of the past. `single`: one order that is READY for too long. */
export type Job = 'poll' | 'sweep' | 'single';

/** Times are milliseconds on a clock that never jumps. */
export type CatchUpFacts = {
  readonly nowMs: number;
  /** When the last poll ended; null before the first poll, and after a hint that there is news. */
  readonly polledMs: number | null;
  /** When the last job of any kind ended; null before the first. */
  readonly endedMs: number | null;
  readonly singleMs: number | null;
  /** How many polls failed in a row, and the error of the last one. */
  readonly failures: number;
  readonly error: PartnerError | null;
  readonly webhooksArrive: boolean;
  /** When the next slice of a sweep is due; null: none. */
  readonly backfillFromMs: number | null;
  /** A number in [0, 1), drawn once for each wait. */
  readonly draw: number;
};

type Plan = { readonly job: Job; readonly inMs: number };

/** Returns the next job and in how many milliseconds it is due. Polls come first; the rest fills the time between them. */
export function planJob(facts: CatchUpFacts): Plan {
  const { nowMs, polledMs, endedMs, singleMs, backfillFromMs } = facts;
  const after = afterOn(nowMs);
  const poll: Plan = { job: 'poll', inMs: pollInMs(facts) };
  if (polledMs === null || !mayAskMore(facts)) return poll;
  const pause = after(endedMs, BETWEEN_JOBS_MS);
  const single: Plan = { job: 'single', inMs: Math.max(pause, after(singleMs, BETWEEN_SINGLES_MS)) };
  const sweep: Plan | null =
    backfillFromMs === null ? null : { job: 'sweep', inMs: Math.max(pause, after(backfillFromMs, 0)) };
  const plans = sweep === null ? [poll, single] : [poll, sweep, single];
  return plans.reduce((best, other) => (other.inMs < best.inMs ? other : best));
}

/** Returns in how many milliseconds the next poll is due, whatever else there is to do. */
export function pollInMs(facts: CatchUpFacts): number {
  const { nowMs, polledMs, endedMs } = facts;
  const after = afterOn(nowMs);
  return polledMs === null ? after(endedMs, WOKEN_MS) : after(polledMs, pauseMs(facts));
}

function afterOn(nowMs: number): (at: number | null, ms: number) => number {
  return (at, ms) => (at === null ? 0 : Math.max(0, at + ms - nowMs));
}

/**
 * Returns whether other jobs may run. They may while polls only get unusable responses; after any other error nothing
 * more is requested.
 */
function mayAskMore({ failures, error }: CatchUpFacts): boolean {
  return (
    failures === 0 || (error !== null && error.status !== null && error.status < 500 && isOfAnswer(error))
  );
}

function isOfAnswer({ code }: PartnerError): boolean {
  return code === 'bad-response' || code === 'no-end';
}

function pauseMs({ failures, error, webhooksArrive, draw }: CatchUpFacts): number {
  if (failures === 0) return between(webhooksArrive ? CERTAINTY_MS : ALONE_MS, draw);
  const backOffMs = backoffMs(failures, draw, BROKEN);
  return error === null ? backOffMs : afterErrorMs(error, backOffMs, draw);
}

function afterErrorMs({ code, retryAfterMs }: PartnerError, backOffMs: number, draw: number): number {
  switch (code) {
    case 'unauthorized':
    case 'forbidden':
    case 'not-configured':
    case 'keys-gone':
    case 'key-elsewhere':
      return between(NEEDS_PERSON_MS, draw);
    case 'rate-limited':
    case 'offline':
    case 'bad-response':
    case 'no-end':
    case 'blocked':
    case 'certificate':
    case 'proxy':
    case 'not-found':
    case 'keychain-unavailable':
      return Math.max(backOffMs, retryAfterMs ?? 0);
    default:
      return assertNever(code);
  }
}

function between({ least, most }: { readonly least: number; readonly most: number }, draw: number): number {
  return Math.round(least + (most - least) * draw);
}

export type SweepKind = 'week' | 'full';
type Sweep = { readonly everyMs: number; readonly daysBack: number };
export const SWEEPS: Readonly<Record<SweepKind, Sweep>> = {
  week: { everyMs: 60 * MINUTE_MS, daysBack: 7 },
  full: { everyMs: DAY_MS, daysBack: 60 },
};
const SLICE_DAYS = 7;
/** How many slices a sweep has. */
export const SLICES: Readonly<Record<SweepKind, number>> = {
  week: Math.ceil(SWEEPS.week.daysBack / SLICE_DAYS),
  full: Math.ceil(SWEEPS.full.daysBack / SLICE_DAYS),
};
/** The last slice of a full sweep. The window of a profile's first run covers only part of it. */
export const OLDEST_SLICE = SLICES.full - 1;

/** An end this far back is not in the future for any platform. Polls read what is newer. */
const SURELY_PAST_MS = 10_000;

/**
 * Returns one of the `SLICES` of a sweep, the newest first: sixty days of a busy shop take minutes, and news must not
 * wait for them. Slices planned one after the other overlap because `now` moves on between them.
 */
export function planSlice(now: string, index: number): Window {
  const fromMs = Math.min((index + 1) * SLICE_DAYS * DAY_MS, OLDEST_MS);
  const toMs = Math.max(index * SLICE_DAYS * DAY_MS, SURELY_PAST_MS);
  return { from: shiftIso(now, -fromMs), to: shiftIso(now, -toMs) };
}

/** Returns true when the last sweep is old enough, or the clock was set back before it. */
export function isSweepDue(kind: SweepKind, lastAt: string | null, now: string): boolean {
  if (lastAt === null) return true;
  const ageMs = msBetween(lastAt, now);
  return !(ageMs >= 0 && ageMs < SWEEPS[kind].everyMs);
}
