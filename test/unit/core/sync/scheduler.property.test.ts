import fc from 'fast-check';
import { expect, test } from 'vitest';
import { schedulerRig, type Answer } from './scheduler-rig.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

const answers = fc.array(
  fc.record<Answer>({
    is: fc.constantFrom(
      'ok',
      'ok',
      'throws',
      'offline',
      'unauthorized',
      'rate-limited',
      'bad-response',
      'not-found',
    ),
    takesMs: fc.integer({ min: 1, max: 40 * SECOND }),
  }),
  { minLength: 1, maxLength: 12 },
);
const happenings = fc.array(
  fc.record({
    afterMs: fc.integer({ min: 0, max: 4 * MINUTE }),
    what: fc.constantFrom('wake', 'wakeAnew', 'ask', 'tunnel on', 'tunnel off', 'clock', 'other key'),
  }),
  { maxLength: 15 },
);

/** Plays a life and answers everything that was asked, once asking is left alone for a while. */
async function play(
  told: readonly Answer[],
  what: readonly { readonly afterMs: number; readonly what: string }[],
  draw: number,
) {
  const rig = schedulerRig((call) => told[call % told.length] ?? { is: 'ok', takesMs: 10 }, {
    draw: () => draw,
    sweepsDone: false,
  });
  rig.scheduler.follow('shop');
  for (const [index, one] of what.entries()) {
    await rig.time.pass(one.afterMs);
    if (one.what === 'wake') rig.scheduler.wake();
    if (one.what === 'wakeAnew') rig.scheduler.wakeAnew();
    if (one.what === 'ask') rig.scheduler.run('refresh').catch(() => undefined);
    if (one.what === 'clock') rig.time.jump(index % 2 === 0 ? 86_400_000 : -86_400_000);
    if (one.what === 'other key') rig.scheduler.follow(`shop ${String(index)}`);
    if (one.what.startsWith('tunnel')) rig.setTunnelAlive(one.what === 'tunnel on');
  }
  const disturbedUntil = rig.time.monotonicMs();
  await rig.time.pass(12 * MINUTE);
  await rig.scheduler.stop();
  return { ...rig, disturbedUntil };
}

const draws = fc.double({ min: 0, max: 0.999, noNaN: true });

test('two jobs never run at the same time', async () => {
  await fc.assert(
    fc.asyncProperty(answers, happenings, draws, async (told, what, draw) => {
      const { done } = await play(told, what, draw);
      for (const [index, one] of done.entries()) {
        const before = done[index - 1];
        if (before !== undefined) expect(before.to).toBeLessThanOrEqual(one.from);
      }
    }),
    { numRuns: 60 },
  );
});

test('whatever failed and however it was disturbed, it is asked again within the cadence', async () => {
  await fc.assert(
    fc.asyncProperty(answers, happenings, draws, async (told, what, draw) => {
      const { of, disturbedUntil } = await play(told, what, draw);
      const after = of('poll').filter(({ from }) => from > disturbedUntil);
      expect(after.length).toBeGreaterThanOrEqual(2);
    }),
    { numRuns: 60 },
  );
});

test('left alone it never asks above the cadence', async () => {
  await fc.assert(
    fc.asyncProperty(answers, draws, async (told, draw) => {
      const { of } = await play(told, [], draw);
      for (const [index, one] of of('poll').entries()) {
        const before = of('poll')[index - 1];
        // The shortest pause of all: half of the first back-off.
        if (before?.to !== undefined && before.to !== null) {
          expect(one.from - before.to).toBeGreaterThanOrEqual(7.5 * SECOND);
        }
      }
      expect(of('single').length).toBeLessThanOrEqual(7);
    }),
    { numRuns: 60 },
  );
});
