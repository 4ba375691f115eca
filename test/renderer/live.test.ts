import { expect, test } from 'vitest';
import { createLive, type Live } from '../../src/renderer/live.ts';

function liveList(): {
  readonly live: Live<readonly string[]>;
  readonly tell: (word: string) => void;
  readonly answer: (words: readonly string[]) => void;
  readonly fail: () => void;
} {
  let apply: (update: (before: readonly string[]) => readonly string[]) => void = () => undefined;
  let settle: (words: readonly string[]) => void = () => undefined;
  let refuse: () => void = () => undefined;
  const live = createLive<readonly string[]>({
    read: () =>
      new Promise((resolve, reject) => {
        settle = resolve;
        refuse = () => reject(new Error('no'));
      }),
    listen: (give) => {
      apply = give;
      return () => undefined;
    },
  });
  live.start();
  return {
    live,
    tell: (word) => apply((before) => [...before, word]),
    answer: (words) => settle(words),
    fail: () => refuse(),
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('news that overtakes the answer is laid over it', async () => {
  const { live, tell, answer } = liveList();
  tell('early');
  answer(['first']);
  await settled();
  expect(live.state()).toEqual({ phase: 'ready', value: ['first', 'early'] });
});

test('news after the answer is told to whoever listens', async () => {
  const { live, tell, answer } = liveList();
  answer([]);
  await settled();
  let told = 0;
  live.subscribe(() => {
    told += 1;
  });
  tell('late');
  expect(live.state()).toEqual({ phase: 'ready', value: ['late'] });
  expect(told).toBe(1);
});

test('an update that changes nothing tells nobody', async () => {
  const { live, answer } = liveList();
  answer(['a']);
  await settled();
  let told = 0;
  live.subscribe(() => {
    told += 1;
  });
  live.apply((before) => before);
  expect(told).toBe(0);
});

test('a failed read is a state, and reading again heals it', async () => {
  const { live, answer, fail } = liveList();
  fail();
  await settled();
  expect(live.state()).toEqual({ phase: 'failed' });
  void live.reload();
  expect(live.state()).toEqual({ phase: 'loading' });
  answer(['back']);
  await settled();
  expect(live.state()).toEqual({ phase: 'ready', value: ['back'] });
});
