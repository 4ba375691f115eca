import { describe, expect, test } from 'vitest';
import { createPageWatch } from '../../../../src/main/core/sync/page-watch.ts';
import { planRetry } from '../../../../src/main/core/sync/retry.ts';
import type { OrderPage } from '../../../../src/main/core/sync/types.ts';
import type { PartnerError } from '../../../../src/shared/partner.ts';
import { err } from '../../../../src/shared/result.ts';
import { incoming, NOW, OFFLINE, page, rig, StoreDown } from './run-rig.ts';

const PAST = { from: '2026-02-01T12:00:00.000Z', to: '2026-02-08T12:00:00.000Z' };
const BUSY: PartnerError = { ...OFFLINE, code: 'rate-limited', status: 429 };
const never = (): AbortSignal => new AbortController().signal;

describe('a slice of the past', () => {
  test('is read from the page where it was, behind everything else, and counts for no complete sync', async () => {
    const { syncRun, queries, saved, received, progress } = rig(({ page: number }) =>
      page(number, 3, [`a${String(number)}`]),
    );
    expect(await syncRun.readPast(PAST, 2, never())).toEqual({
      outcome: { ok: true, read: 2, added: 2, changed: 0, at: NOW },
      page: 3,
    });
    expect(queries).toMatchObject([
      { ...PAST, page: 2, urgency: 'past' },
      { ...PAST, page: 3, urgency: 'past' },
    ]);
    expect(received.every(({ source }) => source === 'catch-up')).toBe(true);
    expect([saved, progress]).toEqual([[], []]);
  });

  test('that fails is not tried again here, and says how far it came', async () => {
    const { syncRun, queries, slept } = rig(({ page: number }) =>
      number === 1 ? page(1, 3, ['a']) : err(OFFLINE),
    );
    expect(await syncRun.readPast(PAST, 1, never())).toEqual({
      outcome: { ok: false, error: OFFLINE, at: NOW },
      page: 1,
    });
    expect(queries.map((query) => query.page)).toEqual([1, 2, 3]);
    expect(slept).toEqual([]);
  });

  test('that is broken off keeps what was read, also when the call itself throws', async () => {
    const stop = new AbortController();
    const { syncRun, received } = rig((query) => {
      if (query.page === 1) return page(1, 3, ['a']);
      stop.abort();
      throw new Error('aborted');
    });
    expect(await syncRun.readPast(PAST, 1, stop.signal)).toMatchObject({
      outcome: { ok: false, error: { detail: 'cancelled' } },
      page: 1,
    });
    expect(received).toHaveLength(1);
  });

  test('passes on what the store threw', async () => {
    const { syncRun } = rig(
      () => page(1, 1, ['a']),
      NOW,
      () => {
        throw new StoreDown('disk');
      },
    );
    await expect(syncRun.readPast(PAST, 1, never())).rejects.toThrow('disk');
  });

  test('is read once, though its pages moved meanwhile: the next sweep finds what they hid', async () => {
    const { syncRun, queries } = rig(({ page: number }) =>
      page(number, 2, number === 1 ? ['a', 'b'] : ['b', 'c']),
    );
    expect((await syncRun.readPast(PAST, 1, never())).outcome.ok).toBe(true);
    expect(queries.map((query) => query.page)).toEqual([1, 2]);
  });

  test('without an end is broken off after five minutes', async () => {
    const { syncRun, queries, pass } = rig((query) => {
      pass(60_000);
      return page(query.page, 100, [`a${String(query.page)}`]);
    });
    expect(await syncRun.readPast(PAST, 1, never())).toMatchObject({
      outcome: { ok: false, error: { code: 'no-end', status: 200 } },
    });
    expect(queries).toHaveLength(5);
  });
});

describe('pages that moved while a list was read', () => {
  test('are read once more from the first, and no third time', async () => {
    const { syncRun, queries } = rig(({ page: number }) =>
      page(number, 2, number === 1 ? ['a', 'b'] : ['b', 'c']),
    );
    expect(await syncRun.run('catch-up')).toMatchObject({ ok: true });
    expect(queries.map((query) => query.page)).toEqual([1, 2, 1, 2]);
    expect(queries[0]?.urgency).toBe('news');
  });

  test.each([404, 400])(
    'are read once more where the last one is refused with %i, being gone meanwhile',
    async (status) => {
      const gone: PartnerError = { ...OFFLINE, code: status === 404 ? 'not-found' : 'bad-response', status };
      // `a` is gone after page 2 was read: `e` moves there from the third, which is none any more.
      const { syncRun, queries, known, saved } = rig(({ page: number }, call) => {
        const list = call < 3 ? ['a', 'b', 'c', 'd', 'e'] : ['b', 'c', 'd', 'e'];
        const ids = list.slice((number - 1) * 2, number * 2);
        return ids.length === 0 ? err(gone) : page(number, Math.ceil(list.length / 2), ids);
      });
      expect((await syncRun.run('catch-up')).ok).toBe(true);
      expect(queries.map((query) => query.page)).toEqual([1, 2, 3, 1, 2]);
      expect([...known.keys()].toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
      expect(saved).toEqual([NOW]);
    },
  );

  test('are an error where a page that the platform counts is refused every time', async () => {
    const gone: PartnerError = { ...OFFLINE, code: 'not-found', status: 404 };
    const { syncRun, queries } = rig(({ page: number }) => (number > 1 ? err(gone) : page(1, 2, ['a'])));
    expect(await syncRun.run('catch-up')).toMatchObject({ ok: false, error: gone });
    expect(queries.map((query) => query.page)).toEqual([1, 2, 1, 2]);
  });

  test('are not read again after an error', async () => {
    const { syncRun, queries } = rig(({ page: number }) =>
      number < 3 ? page(number, 3, ['a', `b${String(number)}`]) : err({ ...OFFLINE, code: 'forbidden' }),
    );
    expect(await syncRun.run('refresh')).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(queries.map((query) => query.page)).toEqual([1, 2, 3]);
    expect(queries[0]?.urgency).toBe('person');
  });
});

describe('whether a page is asked for again', () => {
  const failed = (error: Partial<PartnerError>, failures = 1, random = 0.5) =>
    planRetry({ ...OFFLINE, ...error }, failures, random);

  test('three times without a connection or with a fault of the platform, sooner first', () => {
    expect([1, 2, 3, 4].map((failures) => failed({}, failures))).toEqual([375, 750, 1_500, null]);
    const broken = { code: 'bad-response', status: 500 } as const;
    expect([1, 4].map((failures) => failed(broken, failures))).toEqual([375, null]);
  });

  test('five times when it asks too often, for as long as the platform’s own minute', () => {
    const waits = [1, 2, 3, 4, 5, 6].map((failures) => failed(BUSY, failures));
    expect(waits).toEqual([3_000, 6_000, 12_000, 24_000, 24_000, null]);
  });

  test('after the pause that the platform asks for, unless nobody would wait for so long', () => {
    expect(failed({ ...BUSY, retryAfterMs: 60_000 })).toBe(60_000);
    expect(failed({ ...BUSY, retryAfterMs: 120_000 })).toBe(120_000);
    expect(failed({ ...BUSY, retryAfterMs: 120_001 })).toBeNull();
    expect(failed({ ...BUSY, retryAfterMs: 10 })).toBe(3_000);
  });

  test('never when the answer would be the same', () => {
    expect(failed({ code: 'bad-response', status: 400 })).toBeNull();
    expect(failed({ code: 'unauthorized', status: 401 })).toBeNull();
    expect(failed({ code: 'bad-response', status: 499 })).toBeNull();
    expect(failed({ code: 'bad-response', status: null })).toBeNull();
  });
});

describe('a list that has no end', () => {
  const pageOf = (more: Partial<OrderPage>): OrderPage => ({
    orders: [],
    page: 1,
    totalPages: 1,
    skipped: 0,
    ...more,
  });
  const orders = (...ids: readonly string[]) => ids.map(incoming);

  test('is told by a page that repeats, in whatever order, not by ids that only read alike', () => {
    const watch = createPageWatch();
    expect(watch.note(1, orders('ab', 'c'))).toBeNull();
    expect(watch.note(2, orders('a', 'bc'))).toBeNull();
    expect(watch.isShifted()).toBe(false);
    expect(watch.note(3, orders('c', 'ab'))).toBe('page 3 repeats an earlier one');
  });

  test('is told by six pages that bring nothing new, not by five', () => {
    const watch = createPageWatch();
    for (let page = 1; page <= 5; page += 1) expect(watch.note(page, [])).toBeNull();
    expect(watch.note(6, [])).toBe('nothing new up to page 6');
    const again = createPageWatch();
    for (let page = 1; page <= 5; page += 1) again.note(page, []);
    expect(again.note(6, orders('a'))).toBeNull();
    expect(again.note(7, [])).toBeNull();
  });

  test('is told by a total that grows more than ten times, or that nobody could read', () => {
    const watch = createPageWatch();
    const grow = (totalPages: number) => watch.isEndless(pageOf({ totalPages }));
    for (let total = 1; total <= 10; total += 1) expect(grow(total)).toBe(false);
    expect(grow(10)).toBe(false);
    expect(grow(11)).toBe(true);
    const large = (totalPages: number) => createPageWatch().isEndless(pageOf({ totalPages }));
    expect([large(1_200), large(1_201)]).toEqual([false, true]);
  });

  test('is not told by a total that is only guessed; nor are its pages taken for moved', () => {
    const watch = createPageWatch();
    for (let total = 1; total <= 20; total += 1) {
      expect(watch.isEndless(pageOf({ totalPages: total, guessFrom: 5 }))).toBe(false);
    }
    expect(watch.isEndless(pageOf({ totalPages: 2, guessFrom: 5 }))).toBe(false);
    expect(watch.isShifted()).toBe(false);
    watch.isEndless(pageOf({ totalPages: 1 }));
    expect(watch.isShifted()).toBe(true);
  });

  test('without a total ends with a page that is empty, or smaller than an earlier one', () => {
    const watch = createPageWatch();
    expect(watch.guessTotal(pageOf({ page: 1 }))).toBe(0);
    expect(watch.guessTotal(pageOf({ page: 1, guessFrom: 20 }))).toBe(2);
    expect(watch.guessTotal(pageOf({ page: 2, guessFrom: 20 }))).toBe(3);
    expect(watch.guessTotal(pageOf({ page: 3, guessFrom: 19 }))).toBe(0);
    expect(createPageWatch().guessTotal(pageOf({ page: 1, guessFrom: 0 }))).toBe(0);
  });
});
