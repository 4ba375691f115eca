import { describe, expect, test } from 'vitest';
import type { PartnerError } from '../../../../../src/shared/partner.ts';
import { err, ok } from '../../../../../src/shared/result.ts';
import { NOW, OFFLINE, page, rig } from '../run-rig.ts';

const UNREADABLE: PartnerError = { ...OFFLINE, code: 'bad-response', status: 200 };
const MINUTE = 60_000;

describe('pages that cannot be had', () => {
  test('one after the other end the reading; with one between them that can, it goes on', async () => {
    const row = rig(({ page: number }) =>
      number === 2 || number === 3 ? err(UNREADABLE) : page(number, 6, [`a${String(number)}`]),
    );
    expect(await row.syncRun.run('refresh')).toMatchObject({ ok: false, error: UNREADABLE });
    expect(row.queries.map((query) => query.page)).toEqual([1, 2, 3]);
    const apart = rig(({ page: number }) =>
      number === 2 || number === 4 ? err(UNREADABLE) : page(number, 6, [`a${String(number)}`]),
    );
    expect(await apart.syncRun.run('refresh')).toMatchObject({ ok: false, error: UNREADABLE });
    expect(apart.queries.map((query) => query.page)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test.each([
    ['takes longer than anybody waits', OFFLINE],
    ['is a page of the platform’s own edge', { ...OFFLINE, code: 'blocked', status: 502 }],
    ['is not there', { ...OFFLINE, code: 'not-found', status: 404 }],
    ['fails there', { ...OFFLINE, code: 'bad-response', status: 500 }],
  ] as const)('hide none of those behind them: one that %s', async (_what, error) => {
    const one = rig(({ page: number }) =>
      number === 2 ? err(error) : page(number, 4, [`a${String(number)}`]),
    );
    expect(await one.syncRun.run('catch-up')).toMatchObject({ ok: false, error });
    expect([...one.known.keys()]).toEqual(['a1', 'a3', 'a4']);
    expect(one.saved).toEqual([]);
  });

  test('are the last that are tried when it is the connection that is lost: the next one is asked for once', async () => {
    const one = rig(({ page: number }) => (number > 1 ? err(OFFLINE) : page(number, 9, ['a'])));
    expect(await one.syncRun.run('catch-up')).toMatchObject({ ok: false, error: OFFLINE });
    expect(one.queries.map((query) => query.page)).toEqual([1, 2, 2, 2, 2, 3]);
  });

  test.each([
    { ...OFFLINE, code: 'unauthorized', status: 401 },
    { ...OFFLINE, code: 'forbidden', status: 403 },
    { ...OFFLINE, code: 'blocked', status: 403 },
    { ...OFFLINE, code: 'certificate' },
  ] as const)('are the end where no page could be had: %j', async (error) => {
    const one = rig(({ page: number }) =>
      number === 2 ? err(error) : page(number, 4, [`a${String(number)}`]),
    );
    expect(await one.syncRun.run('catch-up')).toMatchObject({ ok: false, error });
    expect(one.queries).toHaveLength(2);
  });

  test('are not waited for beyond the time that a poll has', async () => {
    const one = rig(() => {
      one.pass(2 * MINUTE);
      return err({ ...OFFLINE, code: 'rate-limited', status: 429, retryAfterMs: 2 * MINUTE });
    });
    expect(await one.syncRun.run('refresh')).toMatchObject({ ok: false, error: { code: 'rate-limited' } });
    expect([one.queries.length, one.slept]).toEqual([1, []]);
  });
});

describe('a list that tells no total', () => {
  const full = (number: number) => {
    const ids = number > 4 ? [] : [`a${String(number)}`, `b${String(number)}`];
    const answer = page(number, ids.length === 0 ? number : number + 1, ids);
    return answer.ok ? ok({ ...answer.value, guessFrom: ids.length }) : answer;
  };

  test.each([
    { ...OFFLINE, code: 'not-found', status: 404 },
    { ...OFFLINE, code: 'not-found', status: 404, isRouteMissing: true },
    { ...UNREADABLE, status: 400 },
    { ...UNREADABLE, status: 422 },
    { ...UNREADABLE, status: 416 },
    { ...UNREADABLE, status: 410 },
  ] as const)('is over where the platform refuses the page after a full one: %j', async (error) => {
    const one = rig(({ page: number }) => (number === 3 ? err(error) : full(number)));
    expect(await one.syncRun.run('catch-up')).toMatchObject({ ok: true, read: 4 });
    expect(one.saved).toEqual([NOW]);
  });

  test.each([
    { ...UNREADABLE, status: 500 },
    { ...OFFLINE, code: 'unauthorized', status: 401 },
    { ...OFFLINE, code: 'rate-limited', status: 429, retryAfterMs: 10 * MINUTE },
    OFFLINE,
  ] as const)('is not over where that page cannot be had for another reason: %j', async (error) => {
    const one = rig(({ page: number }) => (number === 3 ? err(error) : full(number)));
    expect(await one.syncRun.run('catch-up')).toMatchObject({ ok: false, error });
    expect(one.saved).toEqual([]);
    expect(one.known.has('a4')).toBe(error.code === 'offline' || error.code === 'bad-response');
  });
});

describe('a list of which nothing can be read', () => {
  const junk = (skipped: number, ids: readonly string[] = []) => {
    const answer = page(1, 1, ids);
    return answer.ok ? ok({ ...answer.value, skipped }) : answer;
  };

  test('is no proof that there is no news, in a poll and in a slice of the past', async () => {
    const one = rig(() => junk(3));
    expect(await one.syncRun.run('refresh')).toMatchObject({
      ok: false,
      error: { code: 'bad-response', detail: 'none of 3 entries is an order' },
    });
    expect(one.saved).toEqual([]);
    const window = { from: '2026-02-01T12:00:00.000Z', to: '2026-02-08T12:00:00.000Z' };
    const past = await one.syncRun.readPast(window, 1, new AbortController().signal);
    expect(past.outcome.ok).toBe(false);
  });

  test('is another than one with something odd among its orders, or than an empty one', async () => {
    for (const answer of [junk(3, ['a']), junk(0)]) {
      expect((await rig(() => answer).syncRun.run('refresh')).ok).toBe(true);
    }
  });
});

test('a poll that is ended during its pause is ended, and does not ask again', async () => {
  const { syncRun, queries, stopTime, slept } = rig(() => err(OFFLINE));
  stopTime();
  const outcome = syncRun.run('catch-up');
  while (slept.length === 0) await Promise.resolve();
  syncRun.cancel();
  expect(await outcome).toMatchObject({ ok: false, error: { detail: 'cancelled' } });
  expect(queries).toHaveLength(1);
});

describe('a refused window', () => {
  const refusing = (status: number, firstPage: boolean) =>
    rig(({ page: number, to }) =>
      to > NOW && (firstPage || number > 1)
        ? err({ ...UNREADABLE, status })
        : page(number, 2, [`a${String(number)}`]),
    );

  test('is one that is refused before anything was read, as a bad request or as one that makes no sense', async () => {
    for (const status of [400, 422]) {
      const one = refusing(status, true);
      expect(await one.syncRun.run('refresh')).toMatchObject({ ok: true });
      expect(one.queries.map(({ to }) => to > NOW)).toEqual([true, false, false]);
    }
  });

  test('is none that failed otherwise, or whose first page could be read', async () => {
    const forbidden = refusing(403, true);
    expect(await forbidden.syncRun.run('refresh')).toMatchObject({ ok: false });
    expect(forbidden.queries).toHaveLength(1);
    // A sign-in may be refused with the same number, and a page on the way may have it.
    for (const code of ['unauthorized', 'blocked'] as const) {
      const other = rig(() => err({ ...OFFLINE, code, status: 400 }));
      expect(await other.syncRun.run('refresh')).toMatchObject({ ok: false, error: { code } });
      expect(other.queries).toHaveLength(1);
    }
    const late = refusing(400, false);
    expect(await late.syncRun.run('refresh')).toMatchObject({ ok: false });
    expect(late.queries.every(({ to }) => to > NOW)).toBe(true);
  });
});
