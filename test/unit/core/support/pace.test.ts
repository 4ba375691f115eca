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

test('two slow ones follow each other at once: whoever comes right after a slow one does not wait for its rest', () => {
  const { work, pass, done } = rig(200);
  work.ask();
  pass(50);
  work.ask();
  expect(done()).toBe(2);
});

test('a flow of slow ones leaves most of the time to others, but makes nobody wait for long', () => {
  const share = (workMs: number): number => {
    const { work, pass, done } = rig(workMs);
    for (let index = 0; index < 20_000; index += 1) {
      work.ask();
      pass(1);
    }
    return done();
  };
  // Each of 10 ms is followed by 190 ms of rest, after the few at the beginning.
  const tookMs = 20_000 + 10 * share(10);
  expect(share(10)).toBeGreaterThanOrEqual(tookMs / 200);
  expect(share(10)).toBeLessThanOrEqual(tookMs / 190 + 10);
  const stuck = rig(5_000);
  for (let index = 0; index < 5; index += 1) {
    stuck.work.ask();
    stuck.pass(50);
  }
  stuck.work.ask();
  expect(stuck.done()).toBe(2);
  stuck.pass(500);
  expect(stuck.done()).toBe(3);
});

test('what is urgent is done at once while a flow of the rest waits, and a flow of urgent ones waits too', () => {
  const { work, pass, done } = rig(100);
  for (let index = 0; index < 5; index += 1) {
    work.ask();
    pass(50);
  }
  work.ask();
  const before = done();
  pass(1);
  expect(done()).toBe(before);
  work.ask('urgent');
  expect(done()).toBe(before + 1);
  for (let index = 0; index < 100; index += 1) {
    work.ask('urgent');
    pass(1);
  }
  expect(done()).toBeLessThanOrEqual(before + 4);
  pass(500);
  const after = done();
  pass(5_000);
  expect(done()).toBeLessThanOrEqual(after + 1);
});

test('what is urgent and comes between two that are near each other waits for neither', () => {
  const { work, done } = rig(0);
  work.ask();
  work.ask();
  expect(done()).toBe(1);
  work.ask('urgent');
  expect(done()).toBe(2);
});

test('however often it was done unasked, whoever asks then waits no longer than for one rest', () => {
  const { work, pass, done } = rig(40);
  for (let index = 0; index < 100; index += 1) work.run();
  work.ask();
  expect(done()).toBe(100);
  pass(500);
  expect(done()).toBe(101);
});

test('what is idle waits for others to ask, and is done with theirs', () => {
  const { work, pass, done } = rig(0);
  work.ask('idle');
  expect(done()).toBe(0);
  pass(10);
  work.ask();
  expect(done()).toBe(1);
  pass(1_000);
  expect(done()).toBe(1);
  work.ask('idle');
  pass(50);
  expect(done()).toBe(2);
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

test('once stopped it is never done again, whoever asks and however late: what it reads may be closed', () => {
  const { work, pass, done, stop } = rig(0);
  work.ask();
  stop();
  for (const urgency of ['urgent', 'usual', 'idle'] as const) work.ask(urgency);
  work.run();
  pass(1_000);
  expect(done()).toBe(1);
});
