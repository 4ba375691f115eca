import { expect, test } from 'vitest';
import { createGroupCommit } from '../../../../src/main/core/inbound/group-commit.ts';
import type { ApplyOutcome, IncomingOrder, OrderChange } from '../../../../src/main/core/orders/types.ts';
import { news } from '../../../fixtures/news.ts';

function changedBy({ order }: IncomingOrder): ApplyOutcome {
  const at = '2026-03-02T15:00:00.000Z';
  const local = { readyAt: at, wasPickedUp: false, handedOverAt: null };
  const after = { order, firstSeenAt: at, lastChangedAt: at, source: 'webhook', ...local } as const;
  return { kind: 'changed', change: { before: null, after, raised: [], closed: [] } };
}

function rig(
  options: {
    readonly receive?: (orders: readonly IncomingOrder[]) => readonly ApplyOutcome[];
    readonly isStoreDown?: (error: unknown) => boolean;
    readonly notStored?: () => unknown;
    readonly maxGroup?: number;
  } = {},
) {
  const queue: (() => void)[] = [];
  const groups: string[][] = [];
  const published: string[][] = [];
  const commit = createGroupCommit({
    receive: (orders) => {
      groups.push(orders.map((one) => one.order.id));
      return (options.receive ?? ((all) => all.map(changedBy)))(orders);
    },
    schedule: (run) => queue.push(run),
    publish: (changes: readonly OrderChange[]) =>
      published.push(changes.map((change) => change.after.order.id)),
    ...(options.isStoreDown === undefined ? {} : { isStoreDown: options.isStoreDown }),
    ...(options.notStored === undefined ? {} : { notStored: options.notStored }),
    ...(options.maxGroup === undefined ? {} : { maxGroup: options.maxGroup }),
  });
  const tick = (): void => {
    for (const run of queue.splice(0)) run();
  };
  return { commit, tick, queue, groups, published };
}

test('all that wait at the same moment share one transaction', async () => {
  const { commit, tick, groups } = rig();
  const waiting = ['a', 'b', 'c'].map((id) => commit(news({ id })));
  expect(groups).toEqual([]);
  tick();
  const outcomes = await Promise.all(waiting);
  expect(groups).toEqual([['a', 'b', 'c']]);
  expect(outcomes.map((outcome) => outcome.kind)).toEqual(['changed', 'changed', 'changed']);
});

test('what arrives after a commit goes into the next one', async () => {
  const { commit, tick, groups } = rig();
  const first = commit(news({ id: 'a' }));
  tick();
  const second = commit(news({ id: 'b' }));
  tick();
  await Promise.all([first, second]);
  expect(groups).toEqual([['a'], ['b']]);
});

test('callers hear before the changes are published', async () => {
  const { commit, tick, published } = rig();
  const answered = commit(news({ id: 'a' }));
  tick();
  await answered;
  expect(published).toEqual([]);
  tick();
  expect(published).toEqual([['a']]);
});

test('nothing is published when nothing changed', async () => {
  const { commit, tick, queue, published } = rig({
    receive: (orders) => orders.map((one) => ({ kind: 'unchanged', orderId: one.order.id })),
  });
  const answered = commit(news({ id: 'a' }));
  tick();
  expect(await answered).toEqual({ kind: 'unchanged', orderId: 'a' });
  expect(queue).toEqual([]);
  expect(published).toEqual([]);
});

test('one poisoned order fails alone', async () => {
  const { commit, tick, published } = rig({
    receive: (orders) => {
      if (orders.some((one) => one.order.id === 'bad')) throw new Error('poison');
      return orders.map(changedBy);
    },
  });
  const waiting = ['a', 'bad', 'c'].map((id) => commit(news({ id })));
  tick();
  const outcomes = await Promise.allSettled(waiting);
  tick();
  expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(published).toEqual([['a', 'c']]);
});

test('when the store itself is down the group is refused at once and not order by order', async () => {
  const full = new Error('disk full');
  const { commit, tick, groups } = rig({
    receive: () => {
      throw full;
    },
    isStoreDown: (error) => error === full,
  });
  const waiting = ['a', 'b', 'c'].map((id) => commit(news({ id })));
  tick();
  const outcomes = await Promise.allSettled(waiting);
  expect(groups).toHaveLength(1);
  expect(outcomes).toEqual(Array.from({ length: 3 }, () => ({ status: 'rejected', reason: full })));
});

test('what is only in memory is refused to its callers and published all the same', async () => {
  const full = new Error('disk full');
  const { commit, tick, published } = rig({ notStored: () => full });
  const answered = commit(news({ id: 'a' }));
  tick();
  await expect(answered).rejects.toBe(full);
  tick();
  expect(published).toEqual([['a']]);
});

test('a crowd is cut into groups of limited size and nobody is forgotten', async () => {
  const { commit, tick, groups } = rig({ maxGroup: 2 });
  const waiting = ['a', 'b', 'c', 'd', 'e'].map((id) => commit(news({ id })));
  tick();
  tick();
  tick();
  await Promise.all(waiting);
  expect(groups).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
});
