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
  /** Two turns: one in which they came, one in which nobody else came. */
  const settle = (): void => {
    tick();
    tick();
  };
  return { commit, tick, settle, queue, groups, published };
}

test('all that wait at the same moment share one transaction', async () => {
  const { commit, settle, groups } = rig();
  const waiting = ['a', 'b', 'c'].map((id) => commit(news({ id })));
  expect(groups).toEqual([]);
  settle();
  const outcomes = await Promise.all(waiting);
  expect(groups).toEqual([['a', 'b', 'c']]);
  expect(outcomes.map((outcome) => outcome.kind)).toEqual(['changed', 'changed', 'changed']);
});

test('what arrives after a commit goes into the next one', async () => {
  const { commit, settle, groups } = rig();
  const first = commit(news({ id: 'a' }));
  settle();
  const second = commit(news({ id: 'b' }));
  settle();
  await Promise.all([first, second]);
  expect(groups).toEqual([['a'], ['b']]);
});

test('callers hear before the changes are published', async () => {
  const { commit, tick, settle, published } = rig();
  const answered = commit(news({ id: 'a' }));
  settle();
  await answered;
  expect(published).toEqual([]);
  tick();
  expect(published).toEqual([['a']]);
});

test('nothing is published when nothing changed', async () => {
  const { commit, settle, queue, published } = rig({
    receive: (orders) => orders.map((one) => ({ kind: 'unchanged', orderId: one.order.id })),
  });
  const answered = commit(news({ id: 'a' }));
  settle();
  expect(await answered).toEqual({ kind: 'unchanged', orderId: 'a' });
  expect(queue).toEqual([]);
  expect(published).toEqual([]);
});

test('one poisoned order fails alone', async () => {
  const { commit, tick, settle, published } = rig({
    receive: (orders) => {
      if (orders.some((one) => one.order.id === 'bad')) throw new Error('poison');
      return orders.map(changedBy);
    },
  });
  const waiting = ['a', 'bad', 'c'].map((id) => commit(news({ id })));
  settle();
  const outcomes = await Promise.allSettled(waiting);
  tick();
  expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(published).toEqual([['a', 'c']]);
});

test('when the store itself is down the group is refused at once and not order by order', async () => {
  const full = new Error('disk full');
  const { commit, settle, groups } = rig({
    receive: () => {
      throw full;
    },
    isStoreDown: (error) => error === full,
  });
  const waiting = ['a', 'b', 'c'].map((id) => commit(news({ id })));
  settle();
  const outcomes = await Promise.allSettled(waiting);
  expect(groups).toHaveLength(1);
  expect(outcomes).toEqual(Array.from({ length: 3 }, () => ({ status: 'rejected', reason: full })));
});

test('what is only in memory is refused to its callers and published all the same', async () => {
  const full = new Error('disk full');
  const { commit, tick, settle, published } = rig({ notStored: () => full });
  const answered = commit(news({ id: 'a' }));
  settle();
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

test('those who come one in each turn of the loop share a transaction', async () => {
  const { commit, tick, groups } = rig();
  const waiting = [];
  for (const id of ['a', 'b', 'c', 'd']) {
    waiting.push(commit(news({ id })));
    tick();
  }
  expect(groups).toEqual([]);
  tick();
  await Promise.all(waiting);
  expect(groups).toEqual([['a', 'b', 'c', 'd']]);
});

test('a group that is full waits for nobody', () => {
  const { commit, tick, groups } = rig({ maxGroup: 2 });
  void commit(news({ id: 'a' }));
  void commit(news({ id: 'b' }));
  tick();
  expect(groups).toEqual([['a', 'b']]);
});

test('a flow that never ends holds up nobody for more than 64 turns', () => {
  const { commit, tick, groups } = rig();
  const turns = Array.from({ length: 65 }, (_, turn) => {
    void commit(news({ id: String(turn) }));
    tick();
    return groups.length;
  });
  expect(turns.at(-2)).toBe(0);
  expect(turns.at(-1)).toBe(1);
  expect(groups[0]).toHaveLength(65);
});
