import { expect, test } from 'vitest';
import { createOrderFiles } from '../../../src/main/outgoing/order-file.ts';

test('a disk that never answers costs one call, however often it is tried, and what waits goes when it is back', async () => {
  const calls: string[] = [];
  const disk = Promise.withResolvers<null>();
  const write = createOrderFiles({
    limitMs: 20,
    write: async (_folder, orderId) => {
      calls.push(orderId);
      await disk.promise;
      return { kind: 'sent' };
    },
  });
  const lost = { kind: 'failed', trouble: 'timeout', isFinal: false };
  const tries = ['a', 'b', 'b', 'c'].map((orderId) => write('/caja', orderId, '{}'));
  for (const outcome of await Promise.all(tries)) expect(outcome).toMatchObject(lost);
  expect(await write('/caja', 'd', '{}')).toMatchObject(lost);
  expect(calls).toEqual(['a']);
  disk.resolve(null);
  const later = ['e', 'f'].map((orderId) => write('/caja', orderId, '{}'));
  expect(await Promise.all(later)).toEqual([{ kind: 'sent' }, { kind: 'sent' }]);
  expect(calls).toEqual(['a', 'e', 'f']);
});
