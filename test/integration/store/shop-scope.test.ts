import { describe, expect, onTestFinished, test } from 'vitest';
import type { IncomingOrder } from '../../../src/main/core/orders/types.ts';
import { createHandOver } from '../../../src/main/core/orders/hand-over.ts';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import { openDatabase } from '../../../src/main/store/database/database.ts';
import { createOrderStore } from '../../../src/main/store/orders/order-store.ts';
import { createRecords } from '../../../src/main/store/orders/records.ts';
import { createShopScope } from '../../../src/main/store/orders/shop-scope.ts';
import { createSyncNotes } from '../../../src/main/store/orders/sync-notes.ts';
import type { Order } from '../../../src/shared/orders/order.ts';
import { createFixedClock } from '../../fakes/fixed-clock.ts';
import { tempDir } from '../../fakes/temp-store.ts';
import { news } from '../../fixtures/news.ts';
import { alertCode } from '../../../src/shared/orders/alert.ts';

const DAY_MS = 86_400_000;
const A = { chainId: 'cadena-1', vendorId: '0042' };
const B = { chainId: 'cadena-1', vendorId: '77' };

function rig() {
  const clock = createFixedClock();
  const { dir, remove } = tempDir();
  onTestFinished(remove);
  const { db } = openDatabase({ file: `${dir}/orders.db`, now: clock.now });
  onTestFinished(db.close);
  const scope = createShopScope({ db, now: clock.now });
  const store = createOrderStore(db, undefined, scope.key);
  const receive = createIngest({
    store,
    now: clock.now,
    isOurs: (shop) => scope.match(shop) !== 'other',
  });
  const of = (storeId: string | null, changes: Partial<Order>): IncomingOrder =>
    news({ version: clock.now(), ...changes, shop: { ...news().order.shop, storeId } });
  const arrive = (storeId: string | null, changes: Partial<Order>) => {
    clock.move(1_000);
    return receive([of(storeId, changes)], 'catch-up')[0];
  };
  return {
    clock,
    db,
    scope,
    store,
    of,
    arrive,
    receive,
    notes: createSyncNotes(db, scope.key),
    records: createRecords({ db, flush: () => undefined, shop: scope.key }),
    codes: () => store.listOrders().map(({ code }) => code),
    open: () => store.openAlerts().map((alert) => `${alert.kind} ${alertCode(alert)}`),
  };
}

describe('another shop in the settings', () => {
  test('closes the alerts of the old one, whose orders and codes answer nothing any more', () => {
    const { scope, store, arrive, notes, records, clock, codes, open } = rig();
    scope.follow(A);
    arrive('0042', { id: 'a', code: '1111' });
    arrive('0042', { id: 'c', code: '3333', status: 'CANCELLED' });
    store.saveCompleteSync(clock.now());
    notes.save('last-full-sweep', clock.now());
    clock.move(1_000);
    expect(scope.isOther(B)).toBe(true);
    const { raised, closed } = scope.follow(B);
    expect(raised).toEqual([]);
    expect(closed.map((alert) => [alertCode(alert), alert.closedAt])).toEqual([
      ['1111', clock.now()],
      ['3333', clock.now()],
    ]);
    expect(open()).toEqual([]);
    expect(codes()).toEqual([]);
    expect(store.findOrder('a')).toBeNull();
    expect(store.summariesOf(['a'])).toEqual([]);
    expect(store.listWaiting('2000')).toEqual([]);
    expect(records.ordersWithCode('1111')).toEqual([]);
    expect(records.findOrder('a')).toBeNull();
    expect(store.lastCompleteSync()).toBeNull();
    expect(notes.read('last-full-sweep')).toBeNull();
    expect(notes.staleReady({ from: '2000', to: '2030', askedBefore: '2030', limit: 9 })).toEqual([]);
    arrive('77', { id: 'b', code: '1111' });
    expect(records.ordersWithCode('1111').map(({ order }) => order.id)).toEqual(['b']);
    expect(open()).toEqual(['ready 1111']);
  });

  test('takes no order of the old one any more', () => {
    const { scope, arrive, codes } = rig();
    scope.follow(A);
    arrive('0042', { id: 'a' });
    scope.follow(B);
    expect(arrive('0042', { id: 'late' })?.kind).toBe('other-shop');
    expect(codes()).toEqual([]);
  });

  test('and back again: its list is there, and what went unseen for less than a day rings again', () => {
    const { scope, store, arrive, notes, clock, codes, open } = rig();
    scope.follow(A);
    arrive('0042', { id: 'old', code: '1000' });
    clock.move(DAY_MS - 60_000);
    arrive('0042', { id: 'a', code: '1111' });
    arrive('0042', { id: 'seen', code: '2222' });
    store.acknowledge(['seen:ready'], 'counter', clock.now());
    arrive('0042', { id: 'gone', code: '3333' });
    arrive('0042', { id: 'gone', code: '3333', status: 'PICKED_UP' });
    store.saveCompleteSync(clock.now());
    notes.save('last-contact', 'then');
    clock.move(1_000);
    scope.follow(B);
    clock.move(120_000);
    arrive('77', { id: 'b', code: '9999' });
    const { raised, closed } = scope.follow(A);
    expect(raised.map((alert) => [alertCode(alert), alert.closedAt])).toEqual([['1111', null]]);
    expect(closed.map(alertCode)).toEqual(['9999']);
    expect(open()).toEqual(['ready 1111']);
    expect(codes().toSorted()).toEqual(['1000', '1111', '2222', '3333']);
    expect(store.lastCompleteSync()).not.toBeNull();
    expect(notes.read('last-contact')).toBe('then');
    clock.move(1_000);
    expect(scope.follow(A)).toEqual({ raised: [], closed: [] });
  });

  test('after weeks nothing of then rings', () => {
    const { scope, arrive, clock, open } = rig();
    scope.follow(A);
    for (let index = 0; index < 40; index += 1)
      arrive('0042', { id: `a${String(index)}`, status: 'ACCEPTED' });
    arrive('0042', { id: 'ready' });
    scope.follow(B);
    clock.move(21 * DAY_MS);
    expect(scope.follow(A).raised).toEqual([]);
    const version = new Date(Date.parse(clock.now()) - 20 * DAY_MS).toISOString();
    for (let index = 0; index < 40; index += 1) {
      arrive('0042', { id: `a${String(index)}`, status: 'CANCELLED', version });
    }
    arrive('0042', { id: 'ready', status: 'CANCELLED', version });
    expect(open()).toEqual([]);
  });

  test('written otherwise, or not named at all, is the same shop', () => {
    const { scope, arrive, codes, open } = rig();
    scope.follow(A);
    arrive('0042', { code: '1111' });
    for (const ids of [
      { chainId: 'CADENA-1 ', vendorId: '42' },
      { chainId: '', vendorId: '' },
    ]) {
      expect(scope.isOther(ids)).toBe(false);
      expect(scope.follow(ids)).toEqual({ raised: [], closed: [] });
    }
    expect(codes()).toEqual(['1111']);
    expect(open()).toEqual(['ready 1111']);
  });

  test('when only the chain was wrong, what is read again is listed, keeps its mark, and rings if nobody saw it', () => {
    const { db, scope, store, of, receive, clock, codes, open } = rig();
    scope.follow({ ...A, chainId: 'otra' });
    const [unseen, seen, handed] = ['a', 'b', 'c'].map((id) => of('0042', { id, code: id }));
    if (unseen === undefined || seen === undefined || handed === undefined) throw new Error('three orders');
    const all = [unseen, seen, handed];
    receive(all, 'webhook');
    store.acknowledge(['b:ready'], 'counter', clock.now());
    clock.move(1_000);
    createHandOver({ store, now: clock.now })('c', true);
    clock.move(1_000);
    scope.follow(A);
    expect(codes()).toEqual([]);
    clock.move(1_000);
    const outcomes = receive(all, 'catch-up');
    expect(outcomes.map((one) => one.kind === 'changed' && one.change.raised.map(alertCode))).toEqual([
      ['a'],
      [],
      [],
    ]);
    expect(receive(all, 'catch-up').every(({ kind }) => kind === 'unchanged')).toBe(true);
    expect(codes().toSorted()).toEqual(['a', 'b', 'c']);
    expect(store.findOrder('c')?.handedOverAt).not.toBeNull();
    expect(open()).toEqual(['ready a']);
    expect(db.prepare('SELECT count(*) AS count FROM alerts').get()).toEqual({ count: 3 });
  });
});

test('what a file of before holds becomes the shop’s of the settings, but for orders that name another', () => {
  const { db, scope, store, arrive, notes, codes, open } = rig();
  arrive('0042', { id: 'a', code: '1111' });
  arrive('77', { id: 'b', code: '2222' });
  arrive(null, { id: 'c', code: '3333' });
  db.prepare(
    "INSERT INTO meta (key, value) VALUES ('last-complete-sync', 'then'), ('last-contact', 'when')",
  ).run();
  const { closed } = scope.follow(A);
  expect(closed.map(alertCode)).toEqual(['2222']);
  expect(codes().toSorted()).toEqual(['1111', '3333']);
  expect(open()).toEqual(['ready 1111', 'ready 3333']);
  expect(store.lastCompleteSync()).toBe('then');
  expect(notes.read('last-contact')).toBe('when');
  scope.follow(B);
  expect(codes()).toEqual(['2222']);
});

test('the followed shop is remembered, also while the settings name none', () => {
  const { db, scope, arrive, clock } = rig();
  scope.follow(A);
  arrive('0042', { id: 'a' });
  const again = createShopScope({ db, now: clock.now });
  expect(again.key()).toBe(scope.key());
  expect(again.isOther(B)).toBe(true);
  expect(createOrderStore(db, undefined, again.key).listOrders()).toHaveLength(1);
});
