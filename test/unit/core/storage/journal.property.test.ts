import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHandOver } from '../../../../src/main/core/orders/hand-over.ts';
import type { OrderStore } from '../../../../src/main/core/orders/types.ts';
import { createIngest } from '../../../../src/main/core/orders/ingest.ts';
import type { OrderStatus } from '../../../../src/shared/orders/order.ts';
import { openTempStore } from '../../../fakes/temp-store.ts';
import { news } from '../../../fixtures/news.ts';
import { createPendingRig } from './rig.ts';

const IDS = ['a', 'b', 'c'] as const;
const id = fc.constantFrom(...IDS);
const piece = fc.record({
  id,
  status: fc.constantFrom<OrderStatus>('ACCEPTED', 'READY_FOR_PICKUP', 'PICKED_UP', 'CANCELLED'),
  version: fc.constantFrom('2026-03-02T14:00:00.000Z', '2026-02-20T14:05:00.000Z'),
});
const kind = fc.constantFrom('ready', 'cancelled');
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('news'),
      of: fc.array(piece, { minLength: 1, maxLength: 3 }),
      firstSync: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('acknowledge'), id, kind }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('take back'), id, kind }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('shown') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('hand over'), id, done: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('synced') }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('disk'), fails: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait'), ms: fc.constantFrom(100, 1_000, 20_000) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What people and the platform do to a store; answers what it said. */
function act(
  store: Omit<OrderStore, 'countOrders' | 'newestNewsAt' | 'purge'>,
  one: Step,
  now: () => string,
): unknown {
  switch (one.do) {
    case 'news':
      return createIngest({ store, now })(
        one.of.map(({ id: orderId, ...changes }) => news({ id: orderId, code: orderId, ...changes })),
        'webhook',
      );
    case 'acknowledge':
      return store.acknowledge([`${one.id}:${one.kind}`, 'nobody:ready'], 'Ana', now());
    case 'take back':
      return store.unacknowledge([`${one.id}:${one.kind}`]);
    case 'shown':
      return store.markShown(
        store.openAlerts().map((alert) => alert.id),
        now(),
      );
    case 'hand over':
      return createHandOver({ store, now })(one.id, one.done);
    case 'synced':
      return store.saveCompleteSync(now());
    default:
      return null;
  }
}

function everything(store: Omit<OrderStore, 'countOrders' | 'newestNewsAt' | 'purge'>): unknown {
  const sorted = <T extends { readonly id: string }>(all: readonly T[]): readonly T[] =>
    all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    open: sorted(store.openAlerts()),
    list: store.listOrders(),
    waiting: store.listWaiting('2026-03-01T00:00:00.000Z'),
    summaries: sorted(store.summariesOf(IDS)),
    orders: IDS.map(store.findOrder),
    alerts: IDS.map((one) => sorted(store.alertsOf(one))),
    synced: store.lastCompleteSync(),
  };
}

test('whatever fails and when, it looks at each moment as if nothing had failed, and so does the disk in the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const rig = createPendingRig();
      const sound = openTempStore(rig.time.now);
      sound.db.exec('PRAGMA synchronous = OFF');
      try {
        for (const one of steps) {
          if (one.do === 'disk') rig.fail({ writes: one.fails });
          if (one.do === 'wait') await rig.time.pass(one.ms);
          expect(act(rig.store, one, rig.time.now)).toEqual(act(sound.store, one, rig.time.now));
          expect(everything(rig.store)).toEqual(everything(sound.store));
        }
        rig.fail({ writes: false });
        await rig.time.pass(60_000);
        expect(rig.breaker.trouble()).toBeNull();
        expect(rig.time.timers()).toBe(0);
        expect(everything(rig.disk)).toEqual(everything(sound.store));
      } finally {
        rig.close();
        sound.close();
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);
