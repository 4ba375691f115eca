import { describe, expect, it } from 'vitest';
import type { PartnerError } from '../../../../src/shared/partner.ts';
import { err } from '../../../../src/shared/result.ts';
import { incoming, incomingStored, NOW, OFFLINE, page, rig } from './run-rig.ts';
import type { Answer, Query } from './run-rig.ts';

describe('a run', () => {
  it('reads every page in order, applies each by itself and says what it found', async () => {
    const { syncRun, queries, received, published, known, saved } = rig(({ page: number }) =>
      page(number, 3, [`a${number}`, `b${number}`]),
    );
    known.set('a1', { ...incomingStored('a1'), order: { ...incoming('a1').order, status: 'RECEIVED' } });
    expect(await syncRun.run('refresh')).toEqual({ ok: true, added: 5, changed: 1, read: 6, at: NOW });
    expect(queries.map((query) => query.page)).toEqual([1, 2, 3]);
    expect(new Set(queries.map((query) => query.from + query.to)).size).toBe(1);
    expect(received.map((one) => one.ids)).toEqual([
      ['a1', 'b1'],
      ['a2', 'b2'],
      ['a3', 'b3'],
    ]);
    expect(received.every((one) => one.source === 'refresh')).toBe(true);
    expect(published).toHaveLength(6);
    expect(saved).toEqual([NOW]);
  });

  it('is content with an empty list', async () => {
    const { syncRun, saved } = rig(() => page(1, 0, []));
    expect(await syncRun.run('refresh')).toEqual({ ok: true, added: 0, changed: 0, read: 0, at: NOW });
    expect(saved).toEqual([NOW]);
  });

  it('reads on when the list grows meanwhile', async () => {
    const { syncRun, queries } = rig(({ page: number }) =>
      page(number, number === 1 ? 1 + 1 : 4, [`a${number}`]),
    );
    await syncRun.run('refresh');
    expect(queries.map((query) => query.page)).toEqual([1, 2, 3, 4]);
  });

  it('ends with an error when a page repeats, in whatever order, and does not count as complete', async () => {
    const { syncRun, queries, saved } = rig(({ page: number }) =>
      page(1, 99, number === 1 ? ['a', 'b'] : ['b', 'a']),
    );
    expect(await syncRun.run('refresh')).toMatchObject({ ok: false, error: { code: 'bad-response' } });
    expect(queries).toHaveLength(2);
    expect(saved).toEqual([]);
  });

  it('takes two pages without orders for no repetition', async () => {
    const { syncRun, queries } = rig(({ page: number }) => page(number, 3, []));
    expect((await syncRun.run('refresh')).ok).toBe(true);
    expect(queries).toHaveLength(3);
  });

  it('shows how far it is and, at the end, that it is over', async () => {
    const { syncRun, progress } = rig(({ page: number }) => page(number, 2, [`a${number}`]));
    await syncRun.run('refresh');
    expect(progress).toEqual([
      { running: true, page: 1, totalPages: null, orders: 0 },
      { running: true, page: 2, totalPages: 2, orders: 1 },
      { running: false, page: 0, totalPages: null, orders: 0 },
    ]);
  });
});

describe('failures', () => {
  it('asks for the same page again and goes on', async () => {
    const { syncRun, queries, slept, saved } = rig(({ page: number }, call) =>
      call === 2 || call === 3 ? err(OFFLINE) : page(number, 2, [`a${number}`]),
    );
    expect((await syncRun.run('refresh')).ok).toBe(true);
    expect(queries.map((query) => query.page)).toEqual([1, 2, 2, 2]);
    expect(slept).toEqual([375, 750]);
    expect(saved).toEqual([NOW]);
  });

  it('keeps what was read before it gave up, and does not count as complete', async () => {
    const { syncRun, received, saved } = rig(({ page: number }) =>
      number === 1 ? page(1, 2, ['a']) : err(OFFLINE),
    );
    expect(await syncRun.run('refresh')).toEqual({ ok: false, error: OFFLINE, at: NOW });
    expect(received).toHaveLength(1);
    expect(saved).toEqual([]);
  });

  it('asks up to now when the platform refuses a window that ends ahead, and remembers it for a while', async () => {
    const refused: PartnerError = { ...OFFLINE, code: 'bad-response', status: 400 };
    const { syncRun, queries, pass } = rig(({ to }) => (to > NOW ? err(refused) : page(1, 1, ['a'])));
    expect((await syncRun.run('refresh')).ok).toBe(true);
    expect((await syncRun.run('refresh')).ok).toBe(true);
    expect(queries.map((query) => query.to > NOW)).toEqual([true, false, false]);
    pass(11 * 60_000);
    await syncRun.run('refresh');
    expect(queries[3]?.to).toBe('2026-04-02T12:11:00.000Z');
  });

  it('goes on asking ahead when the refusal had another reason', async () => {
    const refused: PartnerError = { ...OFFLINE, code: 'bad-response', status: 400 };
    let down = true;
    const { syncRun, queries } = rig(() => (down ? err(refused) : page(1, 1, ['a'])));
    expect((await syncRun.run('refresh')).ok).toBe(false);
    down = false;
    await syncRun.run('refresh');
    expect(queries.at(-1)?.to).toBe('2026-04-02T12:00:00.000Z');
  });

  it('passes on what the store threw and can run again', async () => {
    let broken = true;
    const { syncRun, progress } = rig(() => {
      if (broken) throw new Error('disk full');
      return page(1, 1, ['a']);
    });
    await expect(syncRun.run('refresh')).rejects.toThrow('disk full');
    expect(progress.at(-1)?.running).toBe(false);
    broken = false;
    expect((await syncRun.run('refresh')).ok).toBe(true);
  });
});

describe('two at once', () => {
  it('share one run', async () => {
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const { syncRun, queries } = rig(async () => {
      await gate;
      return page(1, 1, ['a']);
    });
    const both = [syncRun.run('catch-up'), syncRun.run('refresh')] as const;
    open();
    const [first, second] = await Promise.all(both);
    expect(second).toBe(first);
    expect(queries).toHaveLength(1);
    await syncRun.run('refresh');
    expect(queries).toHaveLength(2);
  });
});

describe('cancelling', () => {
  const never = (query: Query): Promise<Answer> =>
    new Promise((_, reject) => {
      query.signal?.addEventListener('abort', () => reject(new Error('aborted')));
    });

  it.each(['cancel', 'signal'])('ends the run with an outcome, by %s', async (by) => {
    const { syncRun, saved } = rig(never);
    const stop = new AbortController();
    const outcome = syncRun.run('refresh', stop.signal);
    await Promise.resolve();
    if (by === 'cancel') syncRun.cancel();
    else stop.abort();
    expect(await outcome).toMatchObject({ ok: false, error: { code: 'offline', detail: 'cancelled' } });
    expect(saved).toEqual([]);
  });

  it('applies no page that arrives after it', async () => {
    const { syncRun, received } = rig(() => {
      syncRun.cancel();
      return page(1, 1, ['a']);
    });
    expect((await syncRun.run('refresh')).ok).toBe(false);
    expect(received).toEqual([]);
  });

  it('is an outcome of its own, whatever the call says that was cut off', async () => {
    const { syncRun } = rig(() => {
      syncRun.cancel();
      return err({ ...OFFLINE, code: 'unauthorized', status: 401 });
    });
    expect(await syncRun.run('refresh')).toMatchObject({ ok: false, error: { detail: 'cancelled' } });
  });

  it('does nothing when nothing runs', () => {
    const { syncRun } = rig(() => page(1, 1, []));
    expect(() => syncRun.cancel()).not.toThrow();
  });
});
