import { expect, test } from 'vitest';
import { createLateness } from '../../../../src/main/core/sync/lateness.ts';
import { createFakeTime } from '../../../fakes/fake-time.ts';

function rig() {
  const time = createFakeTime();
  let late = 0;
  const lateness = createLateness({
    schedule: time.schedule,
    onLate: () => {
      late += 1;
    },
  });
  return { lateness, time, late: () => late };
}

test('a poll that nobody answers is late after half a minute, and not before', async () => {
  const { lateness, time, late } = rig();
  lateness.begin();
  await time.pass(29_999);
  expect(late()).toBe(0);
  await time.pass(1);
  expect(late()).toBe(1);
});

test('a poll that brings pages is not silent; after a minute and a half it is late all the same', async () => {
  const { lateness, time, late } = rig();
  lateness.begin();
  for (let read = 0; read < 4; read += 1) {
    await time.pass(20_000);
    lateness.progress();
  }
  expect(late()).toBe(0);
  await time.pass(9_999);
  expect(late()).toBe(0);
  await time.pass(1);
  expect(late()).toBe(1);
});

test('a poll that ended is late no more, whatever still comes of it', async () => {
  const { lateness, time, late } = rig();
  lateness.begin();
  lateness.end();
  lateness.progress();
  expect(time.timers()).toBe(0);
  await time.pass(200_000);
  expect(late()).toBe(0);
});

test('each poll has its own time', async () => {
  const { lateness, time, late } = rig();
  lateness.begin();
  await time.pass(25_000);
  lateness.begin();
  expect(time.timers()).toBe(2);
  await time.pass(25_000);
  expect(late()).toBe(0);
});
