import { describe, expect, it } from 'vitest';
import type { PartnerError } from '../../../../src/shared/partner.ts';
import { err } from '../../../../src/shared/result.ts';
import { NOW, OFFLINE, page, rig, StoreDown } from './run-rig.ts';

describe('a list that misbehaves', () => {
  it('reads a list that counts to a million and then has nothing, and says that it is none', async () => {
    const { syncRun, published, queries } = rig(({ page: number }) =>
      page(number, 1e6, number === 1 ? ['a'] : []),
    );
    expect(await syncRun.run('refresh')).toMatchObject({ ok: false, error: { code: 'bad-response' } });
    expect(published).toHaveLength(1);
    expect(queries.length).toBeLessThan(10);
  });

  it.each([
    ['one page more on every page', (number: number) => number + 1],
    ['a million pages', () => 1e6],
  ])(
    'ends a list of %s in its time, also at a first run, and all that was read is told',
    async (_, total) => {
      const told = rig(({ page: number }) => {
        told.pass(1_000);
        return page(number, total(number), [`a${String(number)}`]);
      }, null);
      const { syncRun, queries, published, saved } = told;
      expect(await syncRun.run('refresh')).toMatchObject({ ok: false, error: { code: 'no-end' } });
      expect(queries.length).toBeLessThanOrEqual(181);
      expect(published).toHaveLength(queries.length);
      expect(saved).toEqual([]);
    },
  );

  it('gives the first run of a profile more time', async () => {
    const told = rig(({ page: number }) => {
      told.pass(1_000);
      return page(number, 600, [`a${String(number)}`]);
    }, null);
    expect((await told.syncRun.run('catch-up')).ok).toBe(true);
    expect(told.queries).toHaveLength(600);
  });

  it('tells of the pages before one that repeats', async () => {
    const { syncRun, published } = rig(({ page: number }) =>
      page(number, number + 1, [`a${String(Math.min(number, 3))}`]),
    );
    expect(await syncRun.run('refresh')).toMatchObject({ ok: false, error: { code: 'bad-response' } });
    expect(published).toHaveLength(3);
  });

  it('ends a list whose pages bring nothing new for too long', async () => {
    const { syncRun, queries } = rig(({ page: number }) =>
      page(
        number,
        number + 1,
        number < 3
          ? [`x${String(number)}`, `y${String(number)}`]
          : ['x1', `${'xy'[number % 2] ?? ''}2`].slice(0, 1 + (number % 2)),
      ),
    );
    expect((await syncRun.run('refresh')).ok).toBe(false);
    expect(queries.length).toBeLessThan(12);
  });

  it.each([
    // `a` is changed after page 1 was read and moves to the end, and all others move up by one.
    ['another moved behind it', ['b', 'c', 'd', 'e', 'a']],
    // `a` is gone after page 1 was read: `c` moves there, and the pages are one fewer.
    ['the list became a page shorter', ['b', 'c', 'd', 'e']],
  ])('finds an order that slipped to a page that was read already, because %s', async (_why, later) => {
    const { syncRun, known } = rig((query, call) => {
      const list = call === 1 ? ['a', 'b', 'c', 'd', 'e'] : later;
      return page(query.page, Math.ceil(list.length / 2), list.slice((query.page - 1) * 2, query.page * 2));
    });
    expect((await syncRun.run('refresh')).ok).toBe(true);
    expect([...known.keys()].toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it.each([
    ['tells no size', undefined],
    ['tells the size that was asked for', 'lies'],
  ])('without totals from a platform that gives twenty at a time and %s, reads all', async (_, lies) => {
    const all = Array.from({ length: 47 }, (__, index) => `o${String(index)}`);
    const { syncRun, known } = rig((query) => {
      const ids = all.slice((query.page - 1) * 20, query.page * 20);
      const answer = page(
        query.page,
        lies === undefined && ids.length > 0 ? query.page + 1 : query.page,
        ids,
      );
      return answer.ok ? { ...answer, value: { ...answer.value, guessFrom: ids.length } } : answer;
    });
    expect((await syncRun.run('refresh')).ok).toBe(true);
    expect(known.size).toBe(47);
  });

  it.each(['repeats the last page', 'refuses it', 'gives nothing'])(
    'a look behind the last page of a platform that %s is no error',
    async (how) => {
      const { syncRun, known, queries } = rig((query) => {
        if (query.page > 1 && how === 'refuses it')
          return err({ ...OFFLINE, code: 'bad-response', status: 400 });
        const ids = query.page > 1 && how === 'gives nothing' ? [] : ['a', 'b'];
        const answer = page(query.page, 1, ids);
        return answer.ok ? { ...answer, value: { ...answer.value, guessFrom: ids.length } } : answer;
      });
      expect((await syncRun.run('refresh')).ok).toBe(true);
      expect(known.size).toBe(2);
      expect(queries).toHaveLength(2);
    },
  );

  it('stores a page of any size in slices of at most 256, with a breath between', async () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => `o${String(index)}`);
    const { syncRun, received, breaths } = rig(() => page(1, 1, ids));
    expect(await syncRun.run('refresh')).toMatchObject({ ok: true, read: 10_000 });
    expect(Math.max(...received.map((one) => one.ids.length))).toBe(256);
    expect(breaths()).toBe(received.length - 1);
  });

  it('says so when an answer held more than can be read at a time', async () => {
    const { syncRun, published } = rig(() => {
      const answer = page(1, 1, ['a']);
      return answer.ok ? { ...answer, value: { ...answer.value, isCut: true } } : answer;
    });
    expect(await syncRun.run('refresh')).toMatchObject({ ok: false, error: { code: 'bad-response' } });
    expect(published).toHaveLength(1);
  });
});

describe('a window, a page or an order that fails', () => {
  it('asks ahead again after one stray refusal', async () => {
    const refused: PartnerError = { ...OFFLINE, code: 'bad-response', status: 400 };
    const { syncRun, queries, pass } = rig((_, call) => (call === 1 ? err(refused) : page(1, 1, ['a'])));
    await syncRun.run('refresh');
    pass(11 * 60_000);
    await syncRun.run('refresh');
    await syncRun.run('refresh');
    expect(queries.map(({ to }) => to.slice(0, 10))).toEqual([
      '2026-04-02',
      '2026-03-31',
      '2026-04-02',
      '2026-04-02',
    ]);
  });

  it('ends a little before now when even now is refused as the future', async () => {
    const refused: PartnerError = { ...OFFLINE, code: 'bad-response', status: 422 };
    const { syncRun, queries } = rig(({ to }) => (to >= NOW ? err(refused) : page(1, 1, ['a'])));
    expect((await syncRun.run('refresh')).ok).toBe(true);
    expect(queries).toHaveLength(3);
  });

  it('reads the last days at least when a longer window is refused, and says that it was not all', async () => {
    const refused: PartnerError = { ...OFFLINE, code: 'bad-response', status: 400 };
    const { syncRun, queries, saved } = rig(
      ({ from, to }) =>
        Date.parse(to) - Date.parse(from) > 30 * 86_400_000 ? err(refused) : page(1, 1, ['a']),
      null,
    );
    expect(await syncRun.run('catch-up')).toMatchObject({ ok: true, read: 1 });
    expect(syncRun.isWhole()).toBe(false);
    expect(queries.at(-1)?.from).toBe('2026-03-29T12:00:00.000Z');
    expect(saved).toEqual([NOW]);
    await syncRun.run('catch-up');
    expect(syncRun.isWhole()).toBe(true);
  });

  it.each([3, -3])('plans anew when the answer shows that the clock was %d days off', async (days) => {
    const told = rig((query, call) => {
      if (call === 1) told.jump(days * 24 * 60 * 60_000);
      return page(query.page, 2, [`a${String(query.page)}`]);
    });
    expect((await told.syncRun.run('refresh')).ok).toBe(true);
    const right = new Date(Date.parse(NOW) + days * 24 * 60 * 60_000).toISOString();
    expect(told.queries.map((query) => query.page)).toEqual([1, 1, 2]);
    expect(told.queries[1]?.to.slice(0, 10)).toBe(
      new Date(Date.parse(right) + 2 * 24 * 60 * 60_000).toISOString().slice(0, 10),
    );
    expect(told.saved).toEqual([right]);
  });

  it('plans anew when the window of a wrong clock is refused', async () => {
    const refused: PartnerError = { ...OFFLINE, code: 'bad-response', status: 400 };
    const told = rig((_, call) => {
      if (call > 1) return page(1, 1, ['a']);
      told.jump(-3 * 24 * 60 * 60_000);
      return err(refused);
    });
    expect((await told.syncRun.run('refresh')).ok).toBe(true);
    expect(told.queries[1]?.to.slice(0, 10)).toBe('2026-03-30');
  });

  it('reads all the same when the clock never comes to rest', async () => {
    const told = rig(() => {
      told.jump(60 * 60_000);
      return page(1, 1, ['a']);
    });
    expect((await told.syncRun.run('refresh')).ok).toBe(true);
  });

  it('passes over a page that cannot be had, and says that it is not all', async () => {
    const broken: PartnerError = { ...OFFLINE, code: 'bad-response', status: 200 };
    const { syncRun, known, saved } = rig(({ page: number }) =>
      number === 2 ? err(broken) : page(number, 4, [`a${String(number)}`]),
    );
    expect(await syncRun.run('refresh')).toMatchObject({ ok: false, error: { code: 'bad-response' } });
    expect([...known.keys()]).toEqual(['a1', 'a3', 'a4']);
    expect(saved).toEqual([]);
  });

  it('passes over an order that cannot be stored, and says which', async () => {
    const { syncRun, known, refused, saved } = rig(
      ({ page: number }) =>
        page(number, 2, [`a${String(number)}`, `b${String(number)}`, `c${String(number)}`]),
      NOW,
      (orderId) => {
        if (orderId === 'b1') throw new Error('string or blob too big');
      },
    );
    expect((await syncRun.run('refresh')).ok).toBe(true);
    expect([...known.keys()]).toEqual(['a1', 'c1', 'a2', 'b2', 'c2']);
    expect(refused).toEqual(['b1']);
    expect(saved).toEqual([NOW]);
  });

  it('passes on that the store takes nothing', async () => {
    const { syncRun, refused } = rig(
      () => page(1, 1, ['a', 'b']),
      NOW,
      () => {
        throw new StoreDown('disk full');
      },
    );
    await expect(syncRun.run('refresh')).rejects.toThrow('disk full');
    expect(refused).toEqual([]);
  });

  it('does not pause any longer when somebody waits, and asks for that person', async () => {
    const { syncRun, queries, stopTime, slept } = rig(({ page: number }, call) =>
      call === 1 ? err({ ...OFFLINE, code: 'rate-limited' }) : page(number, 1, ['a']),
    );
    stopTime();
    const outcome = syncRun.run('catch-up');
    while (slept.length === 0) await Promise.resolve();
    syncRun.hurry();
    expect((await outcome).ok).toBe(true);
    expect(queries.map(({ urgency }) => urgency)).toEqual(['news', 'person']);
  });
});
