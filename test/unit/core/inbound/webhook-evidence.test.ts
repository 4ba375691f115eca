import { expect, test } from 'vitest';
import { DELIVERY_OUTCOMES } from '../../../../src/shared/health/delivery.ts';
import { atWork, HOUR, MINUTE, rig, START } from './webhook-evidence-rig.ts';

test('only a call of the platform proves anything, and a quiet shop is no fault', () => {
  const shop = rig();
  shop.follow('here');
  shop.setReachable(true);
  shop.pass(3 * HOUR);
  expect([shop.isProven(), shop.light()]).toEqual([false, null]);
  for (const outcome of ['test', 'looked', 'other-shop', 'catalogue-callback', 'store-failed'] as const) {
    shop.deliver(outcome);
    expect([outcome, shop.isProven(), shop.light()]).toEqual([outcome, false, null]);
  }
  shop.call('a');
  expect([shop.isProven(), shop.light()]).toEqual([true, null]);
});

test('the proof lasts a day', () => {
  const shop = atWork();
  shop.pass(23 * HOUR);
  expect(shop.isProven()).toBe(true);
  shop.pass(2 * HOUR);
  expect([shop.isProven(), shop.light()]).toEqual([false, null]);
  shop.deliver('duplicate');
  expect(shop.isProven()).toBe(true);
});

test.each([
  ['wrong-secret', 'webhook-wrong-secret'],
  ['wrong-path', 'webhook-wrong-address'],
  ['wrong-method', 'webhook-wrong-address'],
  ['wrong-type', 'webhook-unreadable'],
  ['encoded', 'webhook-unreadable'],
  ['not-json', 'webhook-unreadable'],
  ['not-an-order', 'webhook-unreadable'],
  ['too-large', 'webhook-unreadable'],
] as const)('a call refused as %s ends the proof, says %s and asks at once', (outcome, code) => {
  const shop = atWork();
  shop.deliver(outcome);
  expect([shop.isProven(), shop.light(), shop.wakes()]).toEqual([false, code, 1]);
  shop.deliver('stored');
  expect([shop.isProven(), shop.light()]).toEqual([true, null]);
});

test('no other outcome says anything against it', () => {
  const shop = atWork();
  const refused = ['wrong-secret', 'wrong-path', 'wrong-method', 'wrong-type', 'encoded', 'not-json'];
  const others = DELIVERY_OUTCOMES.filter(
    (outcome) => ![...refused, 'not-an-order', 'too-large', 'aborted'].includes(outcome),
  );
  for (const outcome of others) shop.deliver(outcome);
  expect([shop.isProven(), shop.light(), shop.wakes()]).toEqual([true, null, 0]);
});

test('a call that broke off says nothing against it, but may have been about an order: asks at once', () => {
  const shop = atWork();
  shop.deliver('aborted');
  expect([shop.isProven(), shop.light(), shop.wakes()]).toEqual([true, null, 1]);
});

test('so does a list of which something could not be read', () => {
  const shop = atWork();
  const list = { outcome: 'stored', status: 200, ms: 1, bytes: 9, orderId: '1' } as const;
  shop.noteDelivery({ ...list, at: START, notes: [{ kind: 'several', count: 2 }] });
  expect(shop.wakes()).toBe(0);
  shop.noteDelivery({ ...list, at: START, notes: [{ kind: 'left-out', count: 1 }] });
  expect([shop.isProven(), shop.light(), shop.wakes()]).toEqual([true, null, 1]);
});

test('a call that is refused soon after another is asked for as soon as that may be, once', () => {
  const shop = atWork();
  shop.deliver('wrong-secret');
  shop.pass(11 * MINUTE);
  shop.deliver('wrong-secret');
  const before = shop.wakes();
  shop.pass(10_000);
  shop.deliver('wrong-secret');
  shop.pass(19_999);
  shop.deliver('wrong-secret');
  expect([shop.isProven(), shop.wakes()]).toEqual([true, before]);
  shop.pass(1);
  expect(shop.wakes()).toBe(before + 1);
  shop.pass(HOUR);
  expect([shop.wakes(), shop.timers()]).toEqual([before + 1, 0]);
});

test('however often strangers call, asking is hurried twice a minute and the disk is left alone', () => {
  const shop = rig();
  shop.follow('here');
  const before = shop.saves();
  for (let call = 0; call < 5_999; call += 1) {
    shop.deliver('wrong-secret');
    shop.pass(10);
  }
  expect(shop.wakes()).toBe(2);
  expect(shop.saves() - before).toBe(1);
  expect(shop.light()).toBe('webhook-wrong-secret');
});

test('another address, port, secret or shop is proven anew', () => {
  const shop = atWork();
  shop.deliver('wrong-secret');
  shop.follow('elsewhere');
  expect([shop.isProven(), shop.light()]).toEqual([false, null]);
});

test('a stranger’s call is forgotten when no order was missed for it, and the next ones are passed over', () => {
  const shop = atWork();
  shop.deliver('wrong-secret');
  shop.pass(9 * MINUTE);
  shop.deliver('wrong-secret');
  expect(shop.light()).toBe('webhook-wrong-secret');
  shop.pass(2 * MINUTE);
  expect([shop.isProven(), shop.light()]).toEqual([true, null]);
  shop.deliver('wrong-secret');
  expect([shop.isProven(), shop.light()]).toEqual([true, null]);
  expect(shop.wakes()).toBe(3);
  shop.find('a', 10_000);
  shop.pass(2 * MINUTE);
  expect([shop.isProven(), shop.light()]).toEqual([false, 'webhook-wrong-secret']);
});

test('where no call was ever let in, a refused one stays until one is', () => {
  for (const [outcome, code] of [
    ['wrong-secret', 'webhook-wrong-secret'],
    ['wrong-path', 'webhook-wrong-address'],
  ] as const) {
    const shop = rig();
    shop.follow('here');
    shop.deliver(outcome);
    shop.pass(3 * HOUR);
    expect(shop.light()).toBe(code);
  }
});

test('a caller that knows the secret says more than one that does not', () => {
  const shop = atWork();
  shop.deliver('wrong-path');
  shop.deliver('wrong-secret');
  expect(shop.light()).toBe('webhook-wrong-address');
});

test('what is known outlives a restart, for as long as it would have', () => {
  const shop = atWork();
  const again = rig(shop.kept, 23 * HOUR);
  again.follow('here');
  expect(again.isProven()).toBe(true);
  const late = rig(shop.kept, 25 * HOUR);
  late.follow('here');
  expect(late.isProven()).toBe(false);
  shop.find('a', 10_000);
  shop.pass(3 * MINUTE);
  const missed = rig(shop.kept, shop.ms());
  missed.follow('here');
  expect([missed.isProven(), missed.light()]).toEqual([false, 'webhook-not-calling']);
  const moved = rig(shop.kept, shop.ms());
  moved.follow('elsewhere');
  expect([moved.isProven(), moved.light()]).toEqual([false, null]);
});

test('what was kept by a clock days ahead proves nothing, and is not held against anybody for days', () => {
  const ahead = atWork();
  const kept = (day: number): Map<string, string> =>
    new Map(
      [...ahead.kept].map(([name, text]) => [
        name,
        text.replaceAll('2026-03-02T', `2026-03-0${String(day)}T`),
      ]),
    );
  const proven = rig(kept(5), 5 * MINUTE);
  proven.follow('here');
  expect(proven.isProven()).toBe(false);
  ahead.deliver('not-json');
  const refused = rig(kept(5), 5 * MINUTE);
  refused.follow('here');
  refused.pass(MINUTE);
  expect(refused.light()).toBeNull();
});

test.each(['', '-', 'hola', '{"acceptedAt":1}', '2026 - - - - x', 'Infinity - secret - - here'])(
  'what was kept and makes no sense proves nothing: %j',
  (line) => {
    const shop = rig(new Map([['webhook-proof', line]]));
    expect([shop.isProven(), shop.light()]).toEqual([false, null]);
  },
);

test('a busy shop writes its proof now and then, not with every call', () => {
  const shop = atWork();
  const before = shop.saves();
  for (let call = 0; call < 600; call += 1) {
    shop.call(String(call));
    shop.pass(3_000);
  }
  expect(shop.saves() - before).toBeLessThanOrEqual(3);
});
