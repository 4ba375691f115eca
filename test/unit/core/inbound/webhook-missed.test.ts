import { expect, test } from 'vitest';
import { shiftIso } from '../../../../src/shared/time.ts';
import { atWork, changeOf, HOUR, MINUTE, rig, START } from './webhook-evidence-rig.ts';

test('an order that asking had to find although the way was free ends the proof', () => {
  const shop = atWork();
  shop.find('a', 20_000);
  expect(shop.isProven()).toBe(true);
  shop.pass(99_000);
  expect(shop.light()).toBeNull();
  shop.pass(2_000);
  expect([shop.isProven(), shop.light()]).toEqual([false, 'webhook-not-calling']);
  shop.pass(24 * HOUR);
  expect(shop.light()).toBe('webhook-not-calling');
  shop.call('b');
  expect([shop.isProven(), shop.light()]).toEqual([true, null]);
});

test('an order that is old when it is found was missed already', () => {
  const shop = atWork();
  shop.find('a', 4 * MINUTE, 'CANCELLED');
  shop.pass(1_000);
  expect(shop.light()).toBe('webhook-not-calling');
});

test('where nothing was proven yet, a missed order says so too', () => {
  const shop = rig();
  shop.follow('here');
  shop.setReachable(true);
  shop.pass(10 * MINUTE);
  shop.find('a', 30_000);
  shop.pass(2 * MINUTE);
  expect(shop.light()).toBe('webhook-not-calling');
});

test('calls about another shop say why ours is missed', () => {
  const shop = atWork();
  shop.deliver('other-shop');
  shop.find('a', 30_000);
  shop.pass(2 * MINUTE);
  expect(shop.light()).toBe('webhook-other-shop');
});

test('a call that comes later than the answer to a question is in time', () => {
  const shop = atWork();
  shop.find('a', 10_000);
  shop.pass(MINUTE);
  shop.call('a');
  shop.pass(10 * MINUTE);
  expect([shop.isProven(), shop.light()]).toEqual([true, null]);
});

test('an order that does not tell when it changed is missed when all of it happened while the way was free', () => {
  const shop = atWork();
  shop.pass(10 * MINUTE);
  const { after, ...change } = changeOf('a', 'READY_FOR_PICKUP', null);
  const createdAt = shiftIso(START, 12 * MINUTE);
  shop.noteFound([{ ...change, after: { ...after, order: { ...after.order, createdAt } } }]);
  shop.pass(MINUTE);
  // It may have become ready just before it was found.
  expect(shop.light()).toBeNull();
  shop.pass(2 * MINUTE);
  expect(shop.light()).toBe('webhook-not-calling');
});

test('an order is not missed while the way by which the call would come is broken', () => {
  const shop = atWork();
  shop.find('a', 10_000);
  shop.pass(MINUTE);
  shop.setReachable(false);
  shop.pass(10 * MINUTE);
  shop.setReachable(true);
  shop.pass(10 * MINUTE);
  expect([shop.isProven(), shop.light()]).toEqual([true, null]);
  shop.find('b', 10_000);
  shop.pass(3 * MINUTE);
  expect(shop.light()).toBe('webhook-not-calling');
});

test('a call about one piece of news stands for no other', () => {
  const shop = atWork();
  shop.call('a');
  shop.find('a', 10_000, 'CANCELLED');
  shop.find('b', 10_000);
  shop.call('b');
  shop.pass(3 * MINUTE);
  expect(shop.light()).toBe('webhook-not-calling');
});

test.each<[string, (shop: ReturnType<typeof rig>) => void]>([
  [
    'was called about, though it could not be stored',
    (shop) => {
      shop.noteCall(changeOf('a', 'READY_FOR_PICKUP', null).after.order);
      shop.deliver('store-failed');
      shop.find('a', 10_000);
    },
  ],
  ['is older than the free way', (shop) => shop.find('a', 6 * MINUTE)],
  ['has a status that nobody is called about', (shop) => shop.find('a', 10_000, 'PICKED_UP')],
  ['does not tell its time', (shop) => shop.noteFound([changeOf('a', 'READY_FOR_PICKUP', null)])],
  [
    'only changed otherwise',
    (shop) => {
      const { after } = changeOf('a', 'READY_FOR_PICKUP', START);
      shop.noteFound([{ before: after, after, raised: [], closed: [] }]);
    },
  ],
  [
    'came while the way was not free',
    (shop) => {
      shop.setReachable(false);
      shop.find('a', 10_000);
    },
  ],
  [
    'came while the computer slept',
    (shop) => {
      shop.interrupted();
      shop.pass(30_000);
      shop.find('a', MINUTE);
    },
  ],
  [
    'was found before the settings changed',
    (shop) => {
      shop.find('a', 10_000);
      shop.follow('elsewhere');
      shop.deliver('stored');
    },
  ],
])('an order that %s was not missed', (_what, happens) => {
  const shop = atWork();
  happens(shop);
  shop.pass(5 * MINUTE);
  expect(shop.light()).toBeNull();
});
