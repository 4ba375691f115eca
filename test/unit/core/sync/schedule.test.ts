import { describe, expect, test } from 'vitest';
import {
  isSweepDue,
  planJob,
  planSlice,
  SLICES,
  type CatchUpFacts,
} from '../../../../src/main/core/sync/schedule.ts';
import type { PartnerError, PartnerErrorCode } from '../../../../src/shared/partner.ts';
import { msBetween, shiftIso } from '../../../../src/shared/time.ts';
import { NOON } from '../../../fakes/fixed-clock.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW_MS = 10 * DAY;

/** A poll has just ended well, a single order was just asked for, and no sweep is due. */
const QUIET: CatchUpFacts = {
  nowMs: NOW_MS,
  polledMs: NOW_MS,
  endedMs: NOW_MS,
  singleMs: NOW_MS,
  failures: 0,
  error: null,
  webhooksArrive: false,
  backfillFromMs: null,
  draw: 0,
};

function failed(code: PartnerErrorCode, failures = 1, retryAfterMs: number | null = null) {
  const error: PartnerError = { code, status: null, detail: null, retryAfterMs, isRouteMissing: false };
  return { failures, error };
}

describe('when to ask next', () => {
  test('at once after the start', () => {
    expect(planJob({ ...QUIET, polledMs: null, endedMs: null, singleMs: null })).toEqual({
      job: 'poll',
      inMs: 0,
    });
  });

  test.each([
    [0, 30 * SECOND],
    [0.5, 45 * SECOND],
    [0.999, 60 * SECOND],
  ])('polling alone, drawn %d: within a minute', (draw, inMs) => {
    const plan = planJob({ ...QUIET, draw });
    expect(plan.job).toBe('poll');
    expect(plan.inMs).toBeCloseTo(inMs, -2);
  });

  test('every five minutes while webhooks are proven to arrive', () => {
    const lively = { ...QUIET, singleMs: NOW_MS + HOUR, webhooksArrive: true };
    expect(planJob(lively).inMs).toBe(4.5 * MINUTE);
    expect(planJob({ ...lively, draw: 0.999 }).inMs).toBeLessThanOrEqual(5 * MINUTE);
  });

  test('a tunnel that dies brings the next poll forward', () => {
    const later = { ...QUIET, nowMs: NOW_MS + 2 * MINUTE, webhooksArrive: false };
    expect(planJob(later)).toEqual({ job: 'poll', inMs: 0 });
  });

  test('failures in a row make it wait longer, never more than a minute', () => {
    const waits = [1, 2, 3, 4, 20].map((count) => planJob({ ...QUIET, ...failed('offline', count) }).inMs);
    expect(waits).toEqual([7.5, 15, 30, 30, 30].map((s) => s * SECOND));
    expect(planJob({ ...QUIET, ...failed('offline', 20), draw: 0.999 }).inMs).toBeLessThanOrEqual(MINUTE);
  });

  test.each(['unauthorized', 'forbidden'] as const)('%s is tried again every five minutes', (code) => {
    for (const count of [1, 2, 50]) {
      expect(planJob({ ...QUIET, ...failed(code, count) }).inMs).toBe(4.5 * MINUTE);
    }
  });

  test('the pause that the platform asks for is honoured', () => {
    expect(planJob({ ...QUIET, ...failed('rate-limited', 1, 3 * MINUTE) }).inMs).toBe(3 * MINUTE);
  });

  test('a store that threw is tried again with a growing pause', () => {
    expect(planJob({ ...QUIET, failures: 2, error: null }).inMs).toBe(15 * SECOND);
  });

  test('a hint is followed soon, but not as fast as hints may come', () => {
    expect(planJob({ ...QUIET, polledMs: null })).toEqual({ job: 'poll', inMs: 5 * SECOND });
    expect(planJob({ ...QUIET, polledMs: null, ...failed('unauthorized') }).inMs).toBe(5 * SECOND);
  });

  test('a sweep fills the time between polls, and only then', () => {
    const due = { ...QUIET, backfillFromMs: NOW_MS - HOUR };
    expect(planJob(due)).toEqual({ job: 'sweep', inMs: 3 * SECOND });
    expect(planJob({ ...due, nowMs: NOW_MS + MINUTE, endedMs: NOW_MS + MINUTE }).job).toBe('poll');
    expect(planJob({ ...due, ...failed('offline') }).job).toBe('poll');
  });

  test('a single order is asked for every two minutes', () => {
    const calm = { ...QUIET, webhooksArrive: true };
    expect(planJob(calm)).toEqual({ job: 'single', inMs: 2 * MINUTE });
    expect(planJob({ ...calm, singleMs: null })).toEqual({ job: 'single', inMs: 3 * SECOND });
  });
});

describe('after a failed poll', () => {
  test.each(['not-configured', 'keys-gone', 'key-elsewhere'] as const)(
    'for which a person is needed (%s) it asks every five minutes',
    (code) => {
      expect(planJob({ ...QUIET, ...failed(code) }).inMs).toBe(4.5 * MINUTE);
    },
  );

  test.each([
    'rate-limited',
    'bad-response',
    'no-end',
    'blocked',
    'certificate',
    'proxy',
    'not-found',
    'keychain-unavailable',
  ] as const)('that may pass by itself (%s) it asks again within the minute', (code) => {
    expect(planJob({ ...QUIET, ...failed(code) }).inMs).toBe(7.5 * SECOND);
  });

  test('the past is read on while the platform answers, though not usably; else nothing more is asked', () => {
    const due = { ...QUIET, backfillFromMs: NOW_MS };
    const after = (code: PartnerErrorCode, status: number | null) => {
      const { error, failures } = failed(code);
      return planJob({ ...due, failures, error: { ...error, status } }).job;
    };
    expect([after('bad-response', 200), after('no-end', 200)]).toEqual(['sweep', 'sweep']);
    expect([after('bad-response', 499), after('bad-response', 500)]).toEqual(['sweep', 'poll']);
    expect([after('bad-response', null), after('forbidden', 403)]).toEqual(['poll', 'poll']);
    expect(planJob({ ...due, failures: 1, error: null }).job).toBe('poll');
  });
});

describe('what comes first', () => {
  test('a poll before what is due at the same time, a sweep before a single order', () => {
    const idle = { ...QUIET, singleMs: null, backfillFromMs: 0, endedMs: NOW_MS };
    expect(planJob(idle).job).toBe('sweep');
    expect(planJob({ ...idle, nowMs: NOW_MS + 30 * SECOND }).job).toBe('poll');
    expect(planJob({ ...idle, backfillFromMs: NOW_MS + MINUTE }).job).toBe('single');
  });

  test('a slice that waits is not read before its time', () => {
    const later = { ...QUIET, webhooksArrive: true, backfillFromMs: NOW_MS + MINUTE };
    expect(planJob(later)).toEqual({ job: 'sweep', inMs: MINUTE });
  });
});

describe('sweeps', () => {
  test('the week is due every hour, everything every day, and both when the clock was set back', () => {
    const ago = (ms: number): string => shiftIso(NOON, -ms);
    expect(isSweepDue('week', ago(59 * MINUTE), NOON)).toBe(false);
    expect(isSweepDue('week', ago(60 * MINUTE), NOON)).toBe(true);
    expect(isSweepDue('full', ago(23 * HOUR), NOON)).toBe(false);
    expect(isSweepDue('full', ago(24 * HOUR), NOON)).toBe(true);
    expect(isSweepDue('full', ago(-DAY), NOON)).toBe(true);
    expect(isSweepDue('week', null, NOON)).toBe(true);
  });

  test('a week is one slice of seven days', () => {
    expect(SLICES.week).toBe(1);
    expect(planSlice(NOON, 0)).toEqual({ from: shiftIso(NOON, -7 * DAY), to: shiftIso(NOON, -10 * SECOND) });
  });

  test('the slices of everything leave no hole, even while time goes by, and stay within sixty days', () => {
    let now = NOON;
    let covered = NOON;
    for (let index = 0; index < SLICES.full; index += 1) {
      const slice = planSlice(now, index);
      expect(msBetween(slice.to, covered)).toBeLessThanOrEqual(10 * SECOND);
      expect(msBetween(slice.from, now)).toBeLessThan(60 * DAY);
      covered = slice.from;
      now = shiftIso(now, 2 * MINUTE);
    }
    expect(SLICES.full).toBe(9);
    expect(msBetween(covered, NOON)).toBeGreaterThan(59.9 * DAY);
  });
});
