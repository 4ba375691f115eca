import { expect, test } from 'vitest';
import { withPackedList } from '../../src/renderer/packed-list.ts';
import { createFakeMostrador } from '../fakes/mostrador-api.ts';
import { sampleOrder } from './sample-orders.ts';

test('the list of orders comes over the bridge as one text and is the same', async () => {
  const orders = [sampleOrder({ id: 'one', code: '4821' }), sampleOrder({ id: 'two', code: '12-E4' })];
  const fake = createFakeMostrador({ orders });
  const list = await withPackedList(fake.api)['orders:list']();
  expect(list).toEqual(orders);
  expect(fake.main.calls.map(({ channel }) => channel)).toEqual(['orders:packed']);
});

test('a list that main cannot give is not an empty one', async () => {
  const fake = createFakeMostrador();
  fake.main.broken.add('orders:packed');
  await expect(withPackedList(fake.api)['orders:list']()).rejects.toThrow();
});

test('every other call is passed on as it is', async () => {
  const { api } = createFakeMostrador();
  const { 'orders:list': list, ...others } = withPackedList(api);
  expect(list).not.toBe(api['orders:list']);
  expect(others).toEqual(Object.fromEntries(Object.entries(api).filter(([name]) => name !== 'orders:list')));
});
