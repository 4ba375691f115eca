import { expect, test } from 'vitest';
import { createPaces } from '../../../../src/main/core/support/pace.ts';

/** Work that takes `workMs`, on a clock that only moves as told. */
function rig(workMs: number) {
  let nowMs = 0;
  let done = 0;
  let due: { readonly atMs: number; readonly run: () => void } | null = null;
  const paces = createPaces({
    restMs: 50,
    monotonicMs: () => nowMs,
    schedule: (run, ms) => {
      due = { atMs: nowMs + ms, run };
      return () => {
        due = null;
      };
    },
  });
  const work = paces.paced(() => {
    done += 1;
    nowMs += workMs;
  });
  const pass = (ms: number): void => {
    nowMs += ms;
    if (due === null || due.atMs > nowMs) return;
    const { run } = due;
    due = null;
    run();
  };
  return { work, pass, stop: paces.stop, done: () => done };
}

test('the first one who asks is served at once', () => {
  const { work, done } = rig(1);
  work.ask();
  expect(done()).toBe(1);
});

test('however many ask, it is done once in every rest, and the last one who asks is served too', () => {
  const { work, pass, done } = rig(0);
  for (let ms = 0; ms < 1_000; ms += 1) {
    work.ask();
    pass(1);
  }
  expect(done()).toBe(21);
  work.ask();
  pass(50);
  expect(done()).toBe(22);
  pass(500);
  expect(done()).toBe(22);
});

test('work that takes long leaves most of the time to others, but makes nobody wait for long', () => {
  const slow = rig(10);
  slow.work.ask();
  slow.work.ask();
  slow.pass(189);
  expect(slow.done()).toBe(1);
  slow.pass(1);
  expect(slow.done()).toBe(2);
  const stuck = rig(5_000);
  stuck.work.ask();
  stuck.work.ask();
  stuck.pass(500);
  expect(stuck.done()).toBe(2);
});

test('what asks for it while it is done is served afterwards, and nothing is done after the end', () => {
  const { work, pass, done, stop } = rig(0);
  work.run();
  work.run();
  expect(done()).toBe(2);
  work.ask();
  stop();
  pass(1_000);
  expect(done()).toBe(2);
});
