import { describe, expect, it } from 'vitest';
import { planRetry } from '../../../../src/main/core/sync/retry.ts';
import { planWindow, WINDOW_ENDS } from '../../../../src/main/core/sync/window.ts';
import type { PartnerError } from '../../../../src/shared/partner.ts';

const NOW = '2026-03-31T12:00:00.000Z';
const DAY_MS = 86_400_000;

describe('planWindow', () => {
  it('reads 60 days at the first run of a profile, less what two clocks may differ', () => {
    const { from, to } = planWindow(NOW, null, 0);
    expect([from, to]).toEqual(['2026-01-30T13:00:00.000Z', NOW]);
  });

  it.each(['', 'yesterday', '2026-99-99T00:00:00.000Z'])(
    'reads them too after a note that is no time (%j)',
    (note) => {
      expect(planWindow(NOW, note, 0)).toEqual(planWindow(NOW, null, 0));
    },
  );

  it('reads at least 48 hours back, however fresh the last run', () => {
    expect(planWindow(NOW, '2026-03-31T11:59:00.000Z', 0).from).toBe('2026-03-29T11:59:00.000Z');
    expect(planWindow(NOW, '2027-01-01T00:00:00.000Z', 0).from).toBe('2026-03-29T12:00:00.000Z');
  });

  it('reaches 48 hours beyond the last complete run after a gap', () => {
    expect(planWindow(NOW, '2026-03-20T12:00:00.000Z', 0).from).toBe('2026-03-18T12:00:00.000Z');
  });

  it.each(WINDOW_ENDS)('never spans more than 60 days (ending %d ms from now)', (endMs) => {
    for (const last of [null, '2020-01-01T00:00:00.000Z', '2026-01-31T00:00:00.000Z']) {
      const { from, to } = planWindow(NOW, last, endMs);
      expect(Date.parse(to) - Date.parse(from)).toBeLessThanOrEqual(60 * DAY_MS);
    }
  });

  it('ends two days ahead, for the shop whose clock is a whole day late', () => {
    expect(planWindow(NOW, NOW, WINDOW_ENDS[0] ?? 0).to).toBe('2026-04-02T12:00:00.000Z');
  });
});

describe('planRetry', () => {
  const error = (more: Partial<PartnerError>): PartnerError => ({
    code: 'bad-response',
    status: null,
    detail: null,
    retryAfterMs: null,
    isRouteMissing: false,
    ...more,
  });

  it.each([
    ['unauthorized', 401],
    ['forbidden', 403],
    ['not-found', 404],
    ['bad-response', 200],
    ['bad-response', 400],
    ['not-configured', null],
    ['keychain-unavailable', null],
  ] as const)('gives up at once on %s (%s)', (code, status) => {
    expect(planRetry(error({ code, status }), 1, 0.5)).toBeNull();
  });

  it.each([{ code: 'offline' }, { status: 500 }, { status: 503 }] as const)(
    'tries %o three times more, waiting longer each time',
    (more) => {
      const waits = [1, 2, 3, 4].map((failures) => planRetry(error(more), failures, 0.5));
      expect(waits).toEqual([375, 750, 1500, null]);
    },
  );

  it('waits long enough for a minute of too many requests to pass', () => {
    const waits = [1, 2, 3, 4, 5].map(
      (failures) => planRetry(error({ code: 'rate-limited' }), failures, 0) ?? 0,
    );
    expect(waits.reduce((sum, ms) => sum + ms)).toBeGreaterThanOrEqual(46_000);
    expect(planRetry(error({ code: 'rate-limited' }), 6, 0)).toBeNull();
  });

  it('waits as long as the platform asks, and gives up when that is too long to wait for', () => {
    expect(planRetry(error({ code: 'rate-limited', retryAfterMs: 45_000 }), 1, 0)).toBe(45_000);
    expect(planRetry(error({ code: 'rate-limited', retryAfterMs: 600_000 }), 1, 0)).toBeNull();
    expect(planRetry(error({ status: 503, retryAfterMs: 9000 }), 1, 0)).toBe(9000);
  });
});
