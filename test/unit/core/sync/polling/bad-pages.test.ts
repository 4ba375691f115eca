import { describe, expect, test } from 'vitest';
import type { PartnerError } from '../../../../../src/shared/partner.ts';
import { err } from '../../../../../src/shared/result.ts';
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

  test('are not waited for beyond the time that a poll has', async () => {
    const one = rig(() => {
      one.pass(2 * MINUTE);
      return err({ ...OFFLINE, code: 'rate-limited', status: 429, retryAfterMs: 2 * MINUTE });
    });
    expect(await one.syncRun.run('refresh')).toMatchObject({ ok: false, error: { code: 'rate-limited' } });
    expect([one.queries.length, one.slept]).toEqual([1, []]);
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
