import { expect, test } from 'vitest';
import { createTunnelQuestions } from '../../../../src/main/core/address/probes.ts';
import type { ProbeResult } from '../../../../src/main/core/address/types.ts';
import { createFakeTime } from '../../../fakes/fake-time.ts';
import { ALIVE } from './rig.ts';

function rig() {
  const time = createFakeTime();
  const asked: { readonly signal: AbortSignal; readonly answer: (result: ProbeResult) => void }[] = [];
  const concluded: ProbeResult[] = [];
  const questions = createTunnelQuestions({
    ask: (signal) =>
      new Promise((answer) => {
        asked.push({ signal, answer });
      }),
    conclude: (result) => concluded.push(result),
    schedule: time.schedule,
  });
  return { ...time, asked, concluded, questions };
}

test('who asks while a probe runs gets its answer, and the next one who asks a new probe', async () => {
  const { questions, asked, concluded } = rig();
  const answers = [questions.ask(), questions.ask()];
  expect(asked).toHaveLength(1);
  asked[0]?.answer(ALIVE);
  expect(await Promise.all(answers)).toEqual([ALIVE, ALIVE]);
  expect(concluded).toEqual([ALIVE]);
  void questions.ask();
  expect(asked).toHaveLength(2);
});

test('a probe that was dropped is aborted, concludes nothing, and does not keep out the next one', async () => {
  const { questions, asked, concluded } = rig();
  const dropped = questions.ask();
  questions.drop();
  expect(asked[0]?.signal.aborted).toBe(true);
  const next = questions.ask();
  expect(asked).toHaveLength(2);
  asked[0]?.answer({ ...ALIVE, ms: 1 });
  expect(await dropped).toBeNull();
  // Its late answer took nothing of the place of the probe after it.
  void questions.ask();
  expect(asked).toHaveLength(2);
  asked[1]?.answer(ALIVE);
  expect(await next).toEqual(ALIVE);
  expect(concluded).toEqual([ALIVE]);
});

test('one probe is planned at a time, and none is left by asking, unplanning or dropping', async () => {
  const { questions, asked, pass, timers } = rig();
  questions.plan(1_000);
  questions.plan(2_000);
  expect(timers()).toBe(1);
  await pass(1_999);
  expect(asked).toHaveLength(0);
  await pass(1);
  expect(asked).toHaveLength(1);
  asked[0]?.answer(ALIVE);
  for (const end of [questions.unplan, questions.drop, () => void questions.ask()]) {
    questions.plan(1_000);
    end();
    expect(timers()).toBe(0);
  }
});
