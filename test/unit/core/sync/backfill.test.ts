import { describe, expect, test } from 'vitest';
import type { PastRead } from '../../../../src/main/core/sync/run.ts';
import type { Window } from '../../../../src/main/core/sync/window.ts';
import type { SyncNote } from '../../../../src/main/core/support/notes.ts';
import { createBackfill } from '../../../../src/main/core/sync/backfill.ts';
import { CANCELLED, type RefreshOutcome } from '../../../../src/shared/partner.ts';
import { msBetween, shiftIso } from '../../../../src/shared/time.ts';
import { createFakeTime } from '../../../fakes/fake-time.ts';
import { failure } from './scheduler-rig.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Read = { readonly window: Window; readonly page: number; readonly daysBack: number };

function rig(answer: (read: Read, call: number) => PastRead | null) {
  const time = createFakeTime();
  const noted = new Map<SyncNote, string>();
  const reads: Read[] = [];
  const unread: (readonly Window[])[] = [];
  const found: RefreshOutcome = { ok: true, added: 0, changed: 0, read: 0, at: time.now() };
  const backfill = createBackfill({
    read: (window, page) => {
      const read = { window, page, daysBack: Math.round(msBetween(window.from, time.now()) / DAY) };
      reads.push(read);
      return Promise.resolve(answer(read, reads.length) ?? { outcome: found, page: 1 });
    },
    notes: {
      read: (note) => noted.get(note) ?? null,
      save: (note, value) => void noted.set(note, value),
    },
    now: time.now,
    monotonicMs: time.monotonicMs,
    onUnread: (windows) => unread.push(windows),
  });
  /** Steps as often as one is due, a minute apart. */
  const live = async (ms: number): Promise<void> => {
    const end = time.monotonicMs() + ms;
    while (time.monotonicMs() < end) {
      const dueMs = backfill.dueMs();
      if (dueMs !== null && dueMs <= time.monotonicMs()) await backfill.step(new AbortController().signal);
      await time.pass(MINUTE);
    }
  };
  return { backfill, time, noted, reads, unread, live };
}

const refused = (read: Read): PastRead => ({
  outcome: failure('bad-response', read.window.to),
  page: 0,
});

describe('a slice that cannot be read', () => {
  test('stops no other, is said after three tries, and is tried again every hour', async () => {
    let isBroken = true;
    const one = rig((read) => (isBroken && read.daysBack === 28 ? refused(read) : null));
    await one.live(30 * MINUTE);
    expect(new Set(one.reads.map(({ daysBack }) => daysBack))).toEqual(
      new Set([7, 14, 21, 28, 35, 42, 49, 56, 60]),
    );
    expect(one.reads.filter(({ daysBack }) => daysBack === 28)).toHaveLength(3);
    expect(one.unread).toHaveLength(1);
    expect(one.unread[0]).toHaveLength(1);
    expect(one.noted.get('last-full-sweep')).toBeDefined();
    await one.live(3 * HOUR);
    expect(one.reads.filter(({ daysBack }) => daysBack === 28).length).toBeGreaterThanOrEqual(5);
    // The week goes on meanwhile.
    expect(one.reads.filter(({ daysBack }) => daysBack === 7).length).toBeGreaterThanOrEqual(3);
    isBroken = false;
    await one.live(HOUR + 10 * MINUTE);
    expect(one.unread.at(-1)).toEqual([]);
  });

  test('also when it is the newest or the oldest', async () => {
    for (const days of [7, 60]) {
      const one = rig((read) => (read.daysBack === days ? refused(read) : null));
      await one.live(30 * MINUTE);
      expect(new Set(one.reads.map(({ daysBack }) => daysBack)).size).toBe(9);
      expect(one.noted.get('last-full-sweep')).toBeDefined();
    }
  });

  test('does not keep the next day’s sweep from beginning', async () => {
    const one = rig((read) => (read.daysBack === 28 ? refused(read) : null));
    await one.live(25 * HOUR);
    expect(one.reads.filter(({ daysBack }) => daysBack === 42)).toHaveLength(2);
    expect(one.reads.filter(({ daysBack }) => daysBack === 7).length).toBeGreaterThanOrEqual(23);
  });

  test('leaves no hole between it and its neighbours, and never reaches further back than is kept', async () => {
    const good: Window[] = [];
    const one = rig((read, call) => {
      expect(msBetween(read.window.from, one.time.now())).toBeLessThan(60 * DAY);
      if (read.daysBack >= 27 && call < 40) return refused(read);
      good.push(read.window);
      return null;
    });
    await one.live(6 * HOUR);
    // The week is read every hour, up to a few seconds before.
    let reached = shiftIso(one.time.now(), -HOUR - MINUTE);
    for (const { from, to } of good.toSorted((x, y) => (x.to < y.to ? 1 : -1))) {
      expect(msBetween(to, reached)).toBeLessThanOrEqual(0);
      reached = from < reached ? from : reached;
    }
    expect(msBetween(reached, one.time.now())).toBeGreaterThan(59.9 * DAY);
  });
});

test('a slice that is interrupted goes on with the page where it was', async () => {
  const one = rig((read, call) =>
    call === 1 ? { outcome: { ok: false, error: CANCELLED, at: read.window.to }, page: 13 } : null,
  );
  await one.live(2 * MINUTE);
  const [first, second] = one.reads;
  expect(second?.page).toBe(13);
  expect(second?.window).toEqual(first?.window);
});

test('another shop begins anew, and what could not be read of the old one is no longer said', async () => {
  const one = rig((read) => (read.daysBack === 28 ? refused(read) : null));
  await one.live(30 * MINUTE);
  one.backfill.reset();
  expect(one.unread.at(-1)).toEqual([]);
});

test('a slice without end, which polls interrupt again and again, is given up and said', async () => {
  const one = rig((read) =>
    read.daysBack === 28
      ? { outcome: { ok: false, error: CANCELLED, at: read.window.to }, page: read.page + 40 }
      : null,
  );
  await one.live(2 * HOUR);
  expect(one.unread).toHaveLength(1);
  expect(Math.max(...one.reads.map(({ page }) => page))).toBeLessThan(700);
  expect(one.noted.get('last-full-sweep')).toBeDefined();
});

describe('what is noted of a sweep', () => {
  test('the newest slice of the sixty days is the week, and no other slice is', async () => {
    const one = rig((read) => (read.daysBack === 7 ? refused(read) : null));
    await one.live(5 * MINUTE);
    expect(one.noted.get('last-week-sweep')).toBeUndefined();
    const two = rig(() => null);
    await two.live(MINUTE);
    expect(two.reads.map(({ daysBack }) => daysBack)).toEqual([7]);
    expect(two.noted.get('last-week-sweep')).toBeDefined();
    expect(two.noted.get('last-full-sweep')).toBeUndefined();
  });

  test('the days that cannot be read are said by their windows', async () => {
    const one = rig((read) => (read.daysBack === 28 ? refused(read) : null));
    await one.live(30 * MINUTE);
    const [window] = one.unread[0] ?? [];
    expect(one.reads.filter(({ daysBack }) => daysBack === 28)[0]?.window).toEqual(window);
  });

  test('a day’s sweep is noted once, though what could not be read is tried on', async () => {
    const one = rig((read) => (read.daysBack === 28 ? refused(read) : null));
    await one.live(30 * MINUTE);
    const later = shiftIso(one.time.now(), -MINUTE);
    one.noted.set('last-full-sweep', later);
    await one.live(2 * HOUR);
    expect(one.noted.get('last-full-sweep')).toBe(later);
  });

  test('what could not be read yesterday is not taken for readable because a new day begins', async () => {
    // Its window stays as it was planned, and grows a day older.
    const one = rig((read) => (read.daysBack === 28 || read.daysBack === 29 ? refused(read) : null));
    await one.live(30 * HOUR);
    expect(one.reads.filter(({ daysBack }) => daysBack === 42)).toHaveLength(2);
    expect(one.unread.map((windows) => windows.length)).toEqual([1]);
  });

  test('of a shop that was left while its slice was read nothing is noted', async () => {
    const one = rig(() => {
      one.backfill.reset();
      return null;
    });
    await one.backfill.step(new AbortController().signal);
    expect([...one.noted]).toEqual([]);
  });

  test('a slice whose reading throws waits five minutes, and the next one goes on', async () => {
    let isThrown = false;
    const one = rig(() => {
      if (isThrown) return null;
      isThrown = true;
      throw new Error('disk');
    });
    await expect(one.backfill.step(new AbortController().signal)).rejects.toThrow('disk');
    await one.live(MINUTE);
    expect(one.reads.map(({ daysBack }) => daysBack)).toEqual([7, 14]);
  });

  test('while nothing is due nothing is read', async () => {
    const one = rig(() => null);
    await one.live(30 * MINUTE);
    const before = one.reads.length;
    expect(one.backfill.dueMs()).toBeNull();
    await one.backfill.step(new AbortController().signal);
    expect(one.reads).toHaveLength(before);
  });
});
