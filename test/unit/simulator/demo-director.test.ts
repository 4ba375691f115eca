import { expect, test } from 'vitest';
import { createDirector, type Scene } from '../../../src/simulator/demo/director.ts';
import { createFakeTime } from '../../fakes/fake-time.ts';

const SCENES: readonly Scene[] = [
  { step: 'welcome', seconds: 10, acts: [] },
  {
    step: 'ready',
    seconds: 20,
    acts: [
      { atSeconds: 0, run: () => undefined },
      { atSeconds: 5, run: () => undefined },
    ],
  },
  { step: 'calm', seconds: null, acts: [{ atSeconds: 3, run: () => undefined }] },
];

/** A director with a diary: seconds of the fake clock and what happened then. */
function direct(pace = 1, scenes = SCENES) {
  const time = createFakeTime();
  const diary: string[] = [];
  const note = (what: string): void => {
    diary.push(`${String(time.monotonicMs() / 1000)} ${what}`);
  };
  const errors: unknown[] = [];
  const director = createDirector({
    scenes: (again) => {
      if (again) note('again');
      return scenes.map((scene) => ({
        ...scene,
        acts: scene.acts.map(({ atSeconds, run }) => ({
          atSeconds,
          run: () => {
            note(`act ${scene.step} ${String(atSeconds)}`);
            return run();
          },
        })),
      }));
    },
    pace,
    monotonicMs: time.monotonicMs,
    schedule: time.schedule,
    onBegin: () => undefined,
    onScene: ({ step, isPaused }) => note(isPaused ? `${step} paused` : step),
    onError: (error) => errors.push(error),
  });
  return { time, diary, errors, director };
}

test('scenes follow each other, a scene is told after its first acts, and the last one stays', async () => {
  const { time, diary, director } = direct();
  director.play();
  await time.pass(600_000);
  expect(diary).toEqual([
    '0 welcome',
    '10 act ready 0',
    '10 ready',
    '15 act ready 5',
    '30 calm',
    '33 act calm 3',
  ]);
  expect(time.timers()).toBe(0);
});

test('a faster pace shortens everything alike', async () => {
  const { time, diary, director } = direct(10);
  director.play();
  await time.pass(600_000);
  expect(diary.at(-1)).toBe('3.3 act calm 3');
});

test('while it is paused nothing happens, and then the rest of the scene', async () => {
  const { time, diary, director } = direct();
  director.play();
  await time.pass(12_000);
  director.command('pause');
  director.command('pause');
  await time.pass(100_000);
  director.command('resume');
  await time.pass(3000);
  expect(diary.slice(2)).toEqual([
    '10 ready',
    '12 ready paused',
    '12 ready paused',
    '112 ready',
    '115 act ready 5',
  ]);
});

test('who goes on misses no act, and goes no further than the last scene', async () => {
  const { time, diary, director } = direct();
  director.play();
  director.command('next');
  director.command('next');
  director.command('next');
  await time.settle();
  expect(diary).toEqual(['0 welcome', '0 act ready 0', '0 ready', '0 act ready 5', '0 calm', '0 act calm 3']);
  await time.pass(60_000);
  expect(diary).toHaveLength(6);
});

test('going on ends a pause', async () => {
  const { time, diary, director } = direct();
  director.play();
  director.command('pause');
  director.command('next');
  await time.pass(5000);
  expect(diary.slice(-2)).toEqual(['0 ready', '5 act ready 5']);
});

test('it begins again from the start, from anywhere', async () => {
  const { time, diary, director } = direct();
  director.play();
  await time.pass(12_000);
  director.command('restart');
  await time.pass(10_000);
  expect(diary.slice(-4)).toEqual(['12 again', '12 welcome', '22 act ready 0', '22 ready']);
});

test('an act that fails is told and stops nothing; acts wait for each other', async () => {
  let finish = (): void => undefined;
  const slow = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const { time, diary, errors, director } = direct(1, [
    {
      step: 'welcome',
      seconds: 10,
      acts: [
        { atSeconds: 1, run: () => Promise.reject(new Error('no')) },
        { atSeconds: 2, run: () => slow },
      ],
    },
    { step: 'calm', seconds: null, acts: [] },
  ]);
  director.play();
  await time.pass(20_000);
  expect(diary).toEqual(['0 welcome', '1 act welcome 1', '2 act welcome 2']);
  expect(errors).toEqual([new Error('no')]);
  finish();
  await time.settle();
  expect(diary.at(-1)).toBe('20 calm');
});

test('once stopped, nothing more happens', async () => {
  const { time, diary, director } = direct();
  director.play();
  await time.settle();
  director.stop();
  await time.pass(60_000);
  expect(diary).toEqual(['0 welcome']);
});
