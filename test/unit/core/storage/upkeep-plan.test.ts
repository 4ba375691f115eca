import { describe, expect, test } from 'vitest';
import { planUpkeep } from '../../../../src/main/core/storage/upkeep-plan.ts';

const MIB = 2 ** 20;
const SOUND = { walBytes: 0, pageBytes: 4_096, pages: 25_600, freePages: 0, canShrinkInSteps: false };
const QUIET = { measure: SOUND, openAlerts: 0, quietMs: 60_000, mayBeBusy: true };
/** Half of 100 MiB is free. */
const HOLLOW = { ...SOUND, freePages: 12_800 };

describe('what is done about the orders file', () => {
  test.each([
    ['a sound file is left alone', {}, 'none'],
    ['a long log is moved into the file', { measure: { ...SOUND, walBytes: MIB } }, 'checkpoint'],
    ['a short one is not', { measure: { ...SOUND, walBytes: MIB - 1 } }, 'none'],
    ['a hollow file is rewritten', { measure: HOLLOW }, 'rewrite'],
    ['… while the shop is closed', { measure: HOLLOW, mayBeBusy: false }, 'none'],
    [
      'one that can is made smaller in steps, at any time',
      { measure: { ...HOLLOW, canShrinkInSteps: true }, mayBeBusy: false },
      'shrink',
    ],
    ['free pages that the next days fill stay', { measure: { ...SOUND, freePages: 4_000 } }, 'none'],
    ['so do those of a small file', { measure: { ...SOUND, pages: 4_000, freePages: 3_900 } }, 'none'],
    ['a shop never heard of is quiet', { measure: HOLLOW, quietMs: null }, 'rewrite'],
  ] as const)('%s', (_, facts, kind) => {
    expect(planUpkeep({ ...QUIET, ...facts }).kind).toBe(kind);
  });

  test.each([{ openAlerts: 1 }, { quietMs: 59_999 }])('nothing while %j', (busy) => {
    for (const measure of [HOLLOW, { ...HOLLOW, canShrinkInSteps: true }, { ...SOUND, walBytes: 9 * MIB }])
      expect(planUpkeep({ ...QUIET, measure, ...busy })).toEqual({ kind: 'none' });
  });
});
