import { describe, expect, onTestFinished, test } from 'vitest';
import { createHandOver, handedOver } from '../../../../src/main/core/orders/hand-over.ts';
import { createReceiveRig, ID, V2 } from './rig.ts';

function rig(by?: () => string | null) {
  const shop = createReceiveRig();
  onTestFinished(shop.close);
  const { store, now } = shop;
  return { ...shop, mark: createHandOver({ store, now, ...(by === undefined ? {} : { by }) }) };
}

describe('the mark of a hand-over', () => {
  test('says when and by whom, closes the ready alert, and tells what changed', () => {
    const { arrive, mark, move, now, stored, open, alert } = rig(() => 'ANA');
    arrive();
    const before = stored();
    move(60_000);
    const change = mark(ID, true);
    expect(change?.before).toEqual(before);
    expect(change?.after).toEqual({
      ...before,
      handedOverAt: now(),
      handedOverBy: 'ANA',
      lastChangedAt: now(),
    });
    expect(stored()).toEqual(change?.after);
    expect(open()).toEqual([]);
    expect(change?.closed).toEqual([alert('ready')]);
    expect(alert('ready').closedAt).toBe(now());
    expect(change?.raised).toEqual([]);
  });

  test('taken back leaves neither time nor initials, and the alert opens again', () => {
    const { arrive, mark, move, now, stored, open } = rig(() => 'ANA');
    arrive();
    mark(ID, true);
    move(60_000);
    const change = mark(ID, false);
    expect(stored()).toMatchObject({ handedOverAt: null, lastChangedAt: now() });
    expect(stored()).not.toHaveProperty('handedOverBy');
    expect(open()).toEqual(['ready']);
    expect(change?.raised.map(({ kind }) => kind)).toEqual(['ready']);
  });

  test('taken back rings nothing that ended for another reason', () => {
    const { arrive, mark, move, open, store } = rig();
    arrive();
    store.acknowledge([`${ID}:ready`], 'counter', V2);
    mark(ID, true);
    move(60_000);
    expect(mark(ID, false)?.raised).toEqual([]);
    expect(open()).toEqual([]);
  });

  test('bears no initials when nobody is known to stand at the counter', () => {
    const { arrive, mark, stored } = rig();
    arrive();
    mark(ID, true);
    expect(stored()).not.toHaveProperty('handedOverBy');
  });

  test('set twice, taken back twice, or on an order that nobody knows changes nothing', () => {
    const { arrive, mark, move, stored } = rig();
    expect(mark('nobody', true)).toBeNull();
    arrive();
    expect(mark(ID, false)).toBeNull();
    mark(ID, true);
    const once = stored();
    move(60_000);
    expect(mark(ID, true)).toBeNull();
    expect(stored()).toEqual(once);
  });
});

test('initials without a time say nothing', () => {
  expect(handedOver(null, 'ANA')).toEqual({ handedOverAt: null });
  expect(handedOver(V2, null)).toEqual({ handedOverAt: V2 });
  expect(handedOver(V2, 'ANA')).toEqual({ handedOverAt: V2, handedOverBy: 'ANA' });
});
