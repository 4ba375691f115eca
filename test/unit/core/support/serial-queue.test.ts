import { expect, test } from 'vitest';
import { createSerialQueue } from '../../../../src/main/core/support/serial-queue.ts';

test('tasks run one after the other, in the order they were given', async () => {
  const queue = createSerialQueue();
  const seen: string[] = [];
  const slow = Promise.withResolvers<void>();
  const first = queue.run(async () => {
    seen.push('first begins');
    await slow.promise;
    seen.push('first ends');
  });
  const second = queue.run(async () => void seen.push('second'));
  await Promise.resolve();
  expect(seen).toEqual(['first begins']);
  slow.resolve();
  await Promise.all([first, second]);
  expect(seen).toEqual(['first begins', 'first ends', 'second']);
});

test('each ends as its own task does, and one that fails holds up nobody', async () => {
  const queue = createSerialQueue();
  const failed = queue.run(() => Promise.reject(new Error('no')));
  const done = queue.run(() => Promise.resolve(7));
  await expect(failed).rejects.toThrow('no');
  expect(await done).toBe(7);
});

test('it is idle when all that was given so far is over, also after a failure', async () => {
  const queue = createSerialQueue();
  await queue.idle();
  let isDone = false;
  const failed = queue.run(async () => {
    await Promise.resolve();
    isDone = true;
    throw new Error('no');
  });
  const idle = queue.idle();
  await expect(failed).rejects.toThrow('no');
  await idle;
  expect(isDone).toBe(true);
});
