import { expect, onTestFinished, test } from 'vitest';
import { createReceiveOrder } from '../../../src/main/core/receive-order.ts';
import { createForgetOld } from '../../../src/main/store/forget-old.ts';
import type { Order } from '../../../src/shared/order.ts';
import { createFixedClock } from '../../fakes/fixed-clock.ts';
import { openTempStore } from '../../fakes/temp-store.ts';
import { news } from '../../fixtures/news.ts';

const DAY_MS = 86_400_000;

function rig() {
  const clock = createFixedClock();
  const { store, file, close } = openTempStore(clock.now);
  onTestFinished(close);
  const logged: string[] = [];
  const note = (message: string): void => void logged.push(message);
  const forgetOld = createForgetOld({
    orders: store,
    file,
    now: clock.now,
    log: { info: note, warn: note, error: note },
  });
  /** An order that nobody has to do anything about. */
  const arrive = (changes: Partial<Order>): void => {
    createReceiveOrder({ store, now: clock.now })([news({ status: 'DELIVERED', ...changes })], 'webhook');
  };
  const kept = (): readonly string[] => store.listOrders().map(({ id }) => id);
  return { clock, logged, forgetOld, arrive, kept };
}

test('what is over 60 days old goes when the platform’s times say that it is that late', () => {
  const { clock, logged, forgetOld, arrive, kept } = rig();
  arrive({ id: 'old', version: clock.now() });
  clock.move(61 * DAY_MS);
  arrive({ id: 'new', version: clock.now() });
  clock.move(2 * DAY_MS);
  forgetOld();
  expect(kept()).toEqual(['new']);
  expect(logged).toEqual(['Removed 1 orders that were over 60 days old']);
});

test('a clock that runs months ahead removes nothing, though orders come in by it, and it is logged once', () => {
  const { clock, logged, forgetOld, arrive, kept } = rig();
  arrive({ id: 'before', version: clock.now() });
  const truth = clock.now();
  clock.move(90 * DAY_MS);
  arrive({ id: 'during', version: truth });
  forgetOld();
  forgetOld();
  expect(kept().toSorted()).toEqual(['before', 'during']);
  expect(logged).toEqual([expect.stringMatching(/^Old orders stay: it is 2026-05-31.* 90 days after/)]);
});

test('where the platform tells no times, this computer’s stand for them', () => {
  const { clock, forgetOld, arrive, kept } = rig();
  arrive({ id: 'old', version: null });
  clock.move(61 * DAY_MS);
  forgetOld();
  expect(kept()).toEqual(['old']);
  arrive({ id: 'new', version: null });
  forgetOld();
  expect(kept()).toEqual(['new']);
});
