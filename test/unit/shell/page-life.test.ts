import { expect, test } from 'vitest';
import { createPageLife } from '../../../src/main/shell/sound/page-life.ts';

/** A page that gets this share of the processor, and is looked at every 700 ms. */
function rig(share: number | null) {
  let nowMs = 0;
  const life = createPageLife({
    monotonicMs: () => nowMs,
    usedMs: () => (share === null ? null : nowMs * share),
  });
  life.born();
  const look = () => {
    nowMs += 700;
    return life.judge();
  };
  return {
    life,
    look,
    /** After how many seconds without a sign it counts as dead. */
    diesAfterS: (): number => {
      const beganMs = nowMs;
      while (look() !== 'dead');
      return (nowMs - beganMs) / 1_000;
    },
  };
}

test.each([
  { what: 'that had the time to answer', share: 1, afterS: [3, 4.5] },
  { what: 'that gets a third of the time', share: 1 / 3, afterS: [5, 6.5] },
  { what: 'that waits for something for ever', share: 0, afterS: [15, 16] },
  { what: 'of which nothing is known', share: null, afterS: [2, 3] },
])('a page $what and is silent is dead in the end', ({ share, afterS: [least = 0, most = 0] }) => {
  const { life, diesAfterS } = rig(share);
  life.sign();
  const died = diesAfterS();
  expect(died).toBeGreaterThanOrEqual(least);
  expect(died).toBeLessThanOrEqual(most);
});

test.each([
  { share: 1, afterS: [10, 12] },
  { share: 0, afterS: [60, 61] },
  { share: null, afterS: [8, 9] },
])(
  'a page that never loads is dead in the end: $share of the processor',
  ({ share, afterS: [least = 0, most = 0] }) => {
    const died = rig(share).diesAfterS();
    expect(died).toBeGreaterThanOrEqual(least);
    expect(died).toBeLessThanOrEqual(most);
  },
);

test('a page that answers, however late, lives', () => {
  const { life, look } = rig(0.01);
  life.sign();
  for (let answers = 0; answers < 100; answers += 1) {
    for (let looks = 0; looks < 20; looks += 1) expect(look()).not.toBe('dead');
    life.sign();
    expect(look()).toBe('well');
  }
});

test('neither a rest nor the time for which nobody could hear it speaks against a page', () => {
  const { life, look, diesAfterS } = rig(1);
  life.sign();
  for (let looks = 0; looks < 4; looks += 1) look();
  for (let looks = 0; looks < 100; looks += 1) {
    life.rest();
    expect(look()).toBe('well');
  }
  for (let looks = 0; looks < 100; looks += 1) {
    life.excuse(700);
    expect(look()).toBe('well');
  }
  expect(diesAfterS()).toBeLessThan(5);
});
