import { expect, onTestFinished, test } from 'vitest';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import { createRetention } from '../../../src/main/store/orders/retention.ts';
import type { Order } from '../../../src/shared/orders/order.ts';
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
  let isClockProven = false;
  const gone: string[] = [];
  const runRetention = createRetention({
    orders: store,
    file,
    now: clock.now,
    isClockProven: () => isClockProven,
    onGone: () => gone.push(clock.now()),
    log: { info: note, warn: note, error: note },
  });
  /** An order that nobody has to do anything about. */
  const arrive = (changes: Partial<Order>): void => {
    const receiveDoubted = createIngest({ store, now: clock.now, isClockProven: () => isClockProven });
    receiveDoubted([news({ status: 'DELIVERED', ...changes })], 'webhook');
  };
  const kept = (): readonly string[] => store.listOrders().map(({ id }) => id);
  const receive = createIngest({ store, now: clock.now });
  const prove = (): void => {
    isClockProven = true;
  };
  return { clock, logged, runRetention, arrive, kept, store, receive, prove, gone };
}

test('what is over 60 days old goes when the platform’s times say that it is that late', () => {
  const { clock, logged, runRetention, arrive, kept } = rig();
  arrive({ id: 'old', version: clock.now() });
  clock.move(61 * DAY_MS);
  arrive({ id: 'new', version: clock.now() });
  clock.move(2 * DAY_MS);
  runRetention();
  expect(kept()).toEqual(['new']);
  expect(logged).toEqual(['Removed 1 orders that were over 60 days old']);
});

test('a clock that runs months ahead removes nothing, though orders come in by it, and it is logged once', () => {
  const { clock, logged, runRetention, arrive, kept } = rig();
  arrive({ id: 'before', version: clock.now() });
  const truth = clock.now();
  clock.move(90 * DAY_MS);
  arrive({ id: 'during', version: truth });
  runRetention();
  runRetention();
  expect(kept().toSorted()).toEqual(['before', 'during']);
  expect(logged).toEqual([expect.stringMatching(/^Old orders stay: it is 2026-05-31.* 90 days after/)]);
});

test('one order with a time years ahead vouches for no clock that runs months ahead', () => {
  const { clock, runRetention, arrive, kept } = rig();
  arrive({ id: 'before', version: clock.now() });
  arrive({ id: 'ahead', version: '2031-03-02T14:00:00.000Z' });
  clock.move(90 * DAY_MS);
  runRetention();
  expect(kept().toSorted()).toEqual(['ahead', 'before']);
});

test('where the platform tells no times, this computer’s stand for them', () => {
  const { clock, runRetention, arrive, kept } = rig();
  arrive({ id: 'old', version: null });
  clock.move(61 * DAY_MS);
  runRetention();
  expect(kept()).toEqual(['old']);
  arrive({ id: 'new', version: null });
  runRetention();
  expect(kept()).toEqual(['new']);
});

test('in a shop without news the platform’s clock is enough, and who shows the orders hears of it', () => {
  const { clock, runRetention, arrive, kept, prove, gone } = rig();
  arrive({ id: 'old', version: clock.now() });
  arrive({ id: 'timeless', version: null });
  prove();
  clock.move(60 * DAY_MS - 1_000);
  runRetention();
  expect(kept()).toHaveLength(2);
  expect(gone).toEqual([]);
  clock.move(2_000);
  runRetention();
  expect(kept()).toEqual([]);
  expect(gone).toEqual([clock.now()]);
  runRetention();
  expect(gone).toHaveLength(1);
});

test('an order goes when there was no news of it for so long, by a time that can be', () => {
  const { clock, runRetention, arrive, kept, prove } = rig();
  prove();
  arrive({ id: 'ordinary', version: clock.now() });
  arrive({ id: 'no time', version: '0001-01-01T00:00:00.000Z' });
  arrive({ id: 'no time either', version: '2099-01-01T00:00:00.000Z' });
  clock.move(50 * DAY_MS);
  arrive({ id: 'ordinary', version: clock.now(), comment: 'corregido' });
  clock.move(11 * DAY_MS);
  runRetention();
  expect(kept()).toEqual(['ordinary']);
  clock.move(50 * DAY_MS);
  runRetention();
  expect(kept()).toEqual([]);
});

test('what was written by a clock that was behind stays as long as the platform may tell of it', () => {
  const { clock, runRetention, arrive, kept, prove } = rig();
  const truth = new Date(Date.parse(clock.now()) + 3 * DAY_MS).toISOString();
  arrive({ id: 'a', version: truth });
  prove();
  clock.move(62 * DAY_MS);
  runRetention();
  expect(kept()).toEqual(['a']);
  clock.move(1 * DAY_MS + 1_000);
  runRetention();
  expect(kept()).toEqual([]);
});

test('what was written by a clock that was years ahead goes with the others', () => {
  const { clock, runRetention, arrive, kept, prove } = rig();
  const truth = clock.now();
  clock.move(900 * DAY_MS);
  arrive({ id: 'a', version: truth });
  clock.move(-900 * DAY_MS);
  prove();
  runRetention();
  expect(kept()).toEqual(['a']);
  clock.move(61 * DAY_MS);
  runRetention();
  expect(kept()).toEqual([]);
});

test('what is gone and is told once more is listed in silence', () => {
  const { clock, runRetention, kept, prove, receive, store } = rig();
  prove();
  const order = news({ id: 'old', version: clock.now() });
  expect(receive([order], 'catch-up')).toMatchObject([{ kind: 'changed', change: { raised: [{}] } }]);
  store.acknowledge(['old:ready'], 'counter', clock.now());
  clock.move(60 * DAY_MS + 1_000);
  runRetention();
  expect(kept()).toEqual([]);
  for (const source of ['catch-up', 'refresh', 'webhook'] as const) receive([order], source);
  expect(kept()).toEqual(['old']);
  expect(store.openAlerts()).toEqual([]);
});
