import { describe, expect, test } from 'vitest';
import { shiftIso } from '../../../../src/shared/time.ts';
import { atWork, changeOf, HOUR, MINUTE, rig, START } from './webhook-evidence-rig.ts';

describe('a refused call', () => {
  test('is forgotten ten minutes after the first of its kind, however many follow', () => {
    const shop = atWork();
    shop.deliver('wrong-path');
    shop.pass(9 * MINUTE);
    shop.deliver('wrong-path');
    shop.pass(MINUTE - 1);
    expect(shop.light()).toBe('webhook-wrong-address');
    shop.pass(1);
    expect([shop.isProven(), shop.light()]).toEqual([true, null]);
  });

  test('by a caller that knows the secret is said instead of one that does not', () => {
    const shop = atWork();
    shop.deliver('wrong-secret');
    expect(shop.health()).toEqual(['degraded', 'webhook-wrong-secret']);
    shop.deliver('not-json');
    expect(shop.health()).toEqual(['degraded', 'webhook-unreadable']);
  });

  test('that could not be read is forgotten also where no call was ever let in', () => {
    const shop = rig();
    shop.follow('here');
    shop.deliver('not-json');
    shop.pass(10 * MINUTE);
    expect(shop.light()).toBeNull();
  });

  test('is not forgotten while the call about an order that was found is awaited, nor once that is missed', () => {
    const shop = atWork();
    shop.deliver('wrong-path');
    shop.pass(9.5 * MINUTE);
    shop.find('a', 0);
    shop.pass(MINUTE);
    expect(shop.light()).toBe('webhook-wrong-address');
    shop.pass(3 * HOUR);
    expect(shop.light()).toBe('webhook-wrong-address');
  });

  test('that could not be read makes no stranger of the next one with a wrong secret', () => {
    const shop = atWork();
    shop.deliver('not-json');
    shop.pass(11 * MINUTE);
    expect(shop.light()).toBeNull();
    shop.deliver('wrong-secret');
    expect(shop.light()).toBe('webhook-wrong-secret');
  });

  test('by strangers long ago does not explain an order that is missed now', () => {
    const shop = atWork();
    shop.deliver('wrong-secret');
    shop.pass(11 * MINUTE);
    shop.find('a', 0);
    shop.pass(2 * MINUTE);
    expect(shop.light()).toBe('webhook-not-calling');
  });

  test('with a wrong secret explains an order that is missed soon after; then strangers are told of again', () => {
    const shop = atWork();
    shop.deliver('wrong-secret');
    shop.pass(11 * MINUTE);
    shop.deliver('wrong-secret');
    expect(shop.light()).toBeNull();
    shop.find('a', 0);
    shop.pass(2 * MINUTE);
    expect(shop.light()).toBe('webhook-wrong-secret');
    shop.call('b');
    shop.deliver('wrong-secret');
    expect(shop.light()).toBe('webhook-wrong-secret');
  });

  test('outlives a restart, and is forgotten when it would have been', () => {
    const shop = atWork();
    shop.deliver('wrong-secret');
    shop.pass(4 * MINUTE);
    const again = rig(shop.kept, shop.ms());
    again.follow('here');
    expect(again.light()).toBe('webhook-wrong-secret');
    again.pass(6 * MINUTE);
    expect(again.light()).toBeNull();
  });

  test('after a restart is told of like the first one', () => {
    const shop = atWork();
    const again = rig(shop.kept, shop.ms());
    again.follow('here');
    again.deliver('wrong-secret');
    expect(again.light()).toBe('webhook-wrong-secret');
  });
});

describe('an order that a call must bring', () => {
  test('is awaited for its own two minutes, beside others', () => {
    const shop = atWork();
    shop.find('a', 0);
    shop.pass(MINUTE);
    shop.find('b', 0);
    shop.pass(MINUTE);
    expect(shop.light()).toBe('webhook-not-calling');
    shop.call('c');
    expect(shop.light()).toBeNull();
    shop.pass(MINUTE);
    expect(shop.health()).toEqual(['degraded', 'webhook-not-calling']);
  });

  test('is none that was known with this status before, and none without the platform’s time', () => {
    const shop = atWork();
    const known = changeOf('a', 'READY_FOR_PICKUP', shiftIso(START, 5 * MINUTE));
    shop.noteFound([{ ...known, before: known.after }, changeOf('b', 'READY_FOR_PICKUP', null)]);
    shop.pass(10 * MINUTE);
    expect(shop.light()).toBeNull();
  });

  test('is one whose status is news here', () => {
    const shop = atWork();
    const known = changeOf('a', 'READY_FOR_PICKUP', shiftIso(START, 5 * MINUTE));
    shop.noteFound([{ ...known, before: changeOf('a', 'ACCEPTED', START).after }]);
    shop.pass(10 * MINUTE);
    expect(shop.light()).toBe('webhook-not-calling');
  });

  test('is none that happened before the address was reachable, or while nothing could come', () => {
    const shop = atWork();
    shop.find('a', 5 * MINUTE);
    shop.pass(MINUTE);
    expect(shop.light()).toBeNull();
    shop.find('b', 0);
    shop.interrupted();
    shop.pass(10 * MINUTE);
    expect(shop.light()).toBeNull();
    shop.find('c', 10 * MINUTE);
    shop.pass(MINUTE);
    expect(shop.light()).toBeNull();
  });

  test('is none while the address is not reachable, also after an interruption', () => {
    const shop = atWork();
    shop.setReachable(false);
    shop.interrupted();
    shop.pass(MINUTE);
    shop.find('a', 0);
    shop.pass(10 * MINUTE);
    expect(shop.light()).toBeNull();
  });

  test('is called about by another shop only when a call of another shop came', () => {
    const shop = atWork();
    shop.deliver('looked');
    shop.deliver('test');
    shop.find('a', 0);
    shop.pass(2 * MINUTE);
    expect(shop.light()).toBe('webhook-not-calling');
  });

  test('is remembered as called about among a thousand, and the oldest call is forgotten for the next', () => {
    const shop = atWork();
    for (let call = 0; call < 999; call += 1) shop.call(String(call));
    shop.find('first', 0);
    shop.pass(3 * MINUTE);
    expect(shop.light()).toBeNull();
    shop.call('one more');
    shop.find('first', 0);
    shop.pass(3 * MINUTE);
    expect(shop.light()).toBe('webhook-not-calling');
  });
});

test('a proof is written when it is first there, when the address changes, and again after ten minutes', () => {
  const shop = rig();
  shop.follow('here');
  expect(shop.saves()).toBe(1);
  shop.call('a');
  expect(shop.saves()).toBe(2);
  shop.pass(10 * MINUTE - 1);
  shop.call('b');
  expect(shop.saves()).toBe(2);
  shop.pass(1);
  shop.call('c');
  expect(shop.saves()).toBe(3);
  shop.follow('elsewhere');
  expect(shop.saves()).toBe(4);
});

test('whoever shows it is told of every change, and nothing waits after the end', () => {
  const shop = atWork();
  const before = shop.changes();
  shop.deliver('wrong-path');
  expect(shop.changes()).toBe(before + 1);
  expect(shop.timers()).toBe(1);
  shop.stop();
  expect(shop.timers()).toBe(0);
});
