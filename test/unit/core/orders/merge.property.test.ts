import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { statusRank } from '../../../../src/main/core/orders/merge.ts';
import type { ApplyOutcome, IncomingOrder } from '../../../../src/main/core/orders/types.ts';
import { createIngest } from '../../../../src/main/core/orders/ingest.ts';
import { isOpenAlert } from '../../../../src/shared/orders/alert.ts';
import { ORDER_STATUSES, type Order, type OrderStatus } from '../../../../src/shared/orders/order.ts';
import { createFixedClock } from '../../../fakes/fixed-clock.ts';
import { openTempStore } from '../../../fakes/temp-store.ts';
import { news } from '../../../fixtures/news.ts';

const RUNS = 150;
const clock = createFixedClock();
let opened: ReturnType<typeof openTempStore>;
let round = 0;

beforeAll(() => {
  opened = openTempStore(clock.now);
});
afterAll(() => opened.close());

/** A time that no order can have been changed at. */
const YEARS_AHEAD = '2031-03-02T14:00:00.000Z';

/** Few values on purpose: equal versions, equal texts and repetitions are what the rules are about. */
const piece = fc.record({
  order: fc.constantFrom('a', 'b', 'c'),
  status: fc.constantFrom<OrderStatus>(...ORDER_STATUSES, 'UNKNOWN'),
  text: fc.constantFrom('', '_X', '_Y'),
  version: fc.constantFrom(
    null,
    '2026-03-02T14:00:00.000Z',
    '2026-03-02T14:05:00.000Z',
    '2026-03-02T14:10:00.000Z',
    YEARS_AHEAD,
  ),
  comment: fc.constantFrom(null, 'sin sal', 'tocar timbre'),
  lines: fc.constantFrom(news().order.lines, []),
  promisedFor: fc.constantFrom(null, '2026-03-02T15:30:00.000Z'),
  cancellation: fc.constantFrom<Order['cancellation']>(
    null,
    { by: 'CUSTOMER', reason: 'CUSTOMER_REQUEST', afterPickUp: null },
    { by: 'VENDOR', reason: 'ITEM_UNAVAILABLE', afterPickUp: false },
    { by: 'LOGISTICS', reason: null, afterPickUp: true },
  ),
});
type Piece = (typeof piece extends fc.Arbitrary<infer T> ? T : never) & object;

/** A set of news, and two ways in which all of it may arrive: any order, any repetition, any grouping. */
const arrivals = fc
  .uniqueArray(piece, { minLength: 1, maxLength: 7, selector: (one) => JSON.stringify(one) })
  .chain((set) => {
    const way = fc
      .array(fc.constantFrom(...set), { maxLength: 6 })
      .chain((again) => fc.shuffledSubarray([...set, ...again], { minLength: set.length + again.length }))
      .chain((sequence) =>
        fc.tuple(
          fc.constant(sequence),
          fc.array(fc.boolean(), { minLength: sequence.length, maxLength: sequence.length }),
        ),
      );
    return fc.tuple(way, way);
  });

/** Each round has orders of its own; the digest decides between equals, so it must not hang on the round. */
function toNews(one: Piece, prefix: string): IncomingOrder {
  const { order, text, ...changes } = one;
  const { digest } = news({ ...changes, id: order, statusText: one.status + text });
  return { ...news({ ...changes, id: `${prefix}-${order}`, statusText: one.status + text }), digest };
}

/** Applies a sequence; a true ends a transaction. Answers everything that must not depend on the sequence. */
function play(
  [sequence, cuts]: readonly [readonly Piece[], readonly boolean[]],
  digestsOf: readonly Piece[] = sequence,
) {
  round += 1;
  const prefix = String(round);
  const receive = createIngest({ store: opened.store, now: clock.now });
  const outcomes: ApplyOutcome[] = [];
  let group: IncomingOrder[] = [];
  sequence.forEach((one, index) => {
    const { digest } = toNews(digestsOf[index] ?? one, prefix);
    group.push({ ...toNews(one, prefix), digest });
    if (cuts[index] !== true && index < sequence.length - 1) return;
    clock.move(1_000);
    outcomes.push(...receive(group, 'webhook'));
    group = [];
  });
  return { prefix, outcomes };
}

function endState(prefix: string) {
  return ['a', 'b', 'c'].map((name) => {
    const id = `${prefix}-${name}`;
    const stored = opened.store.findOrder(id);
    if (stored === null) return null;
    // A status that nobody knows rings once, as it comes; whether it still stands hangs on what came after it.
    const open = opened.store.alertsOf(id).filter((alert) => isOpenAlert(alert) && alert.kind !== 'unclear');
    return {
      order: { ...stored.order, id: name },
      wasPickedUp: stored.wasPickedUp,
      isReadyKnown: stored.readyAt !== null,
      open: open.flatMap((alert) =>
        alert.kind === 'connection' ? [] : [{ kind: alert.kind, reason: alert.reason, code: alert.code }],
      ),
    };
  });
}

test('any sequence and repetition of the same news ends in the same orders and the same open alerts', () => {
  fc.assert(
    fc.property(arrivals, ([one, other]) => {
      const first = endState(play(one).prefix);
      const second = endState(play(other).prefix);
      expect(second).toEqual(first);
    }),
    { numRuns: RUNS },
  );
});

test('a version years ahead of the platform is as good as none', () => {
  fc.assert(
    fc.property(arrivals, ([[sequence, cuts]]) => {
      const untold = sequence.map((one) => (one.version === YEARS_AHEAD ? { ...one, version: null } : one));
      const withDigest = (pieces: readonly Piece[]) => play([pieces, cuts], sequence).prefix;
      expect(endState(withDigest(sequence))).toEqual(endState(withDigest(untold)));
    }),
    { numRuns: RUNS },
  );
});

test('no alert is raised twice, whatever arrives', () => {
  fc.assert(
    fc.property(arrivals, ([way]) => {
      const { outcomes } = play(way);
      const raised = outcomes.flatMap((outcome) => (outcome.kind === 'changed' ? outcome.change.raised : []));
      const ids = raised.map((alert) => alert.id);
      expect(ids).toEqual([...new Set(ids)]);
    }),
    { numRuns: RUNS },
  );
});

test('an order never moves backwards', () => {
  fc.assert(
    fc.property(arrivals, ([way]) => {
      const { outcomes } = play(way);
      for (const outcome of outcomes) {
        if (outcome.kind !== 'changed' || outcome.change.before === null) continue;
        const { before, after } = outcome.change;
        expect(statusRank(after.order.status)).toBeGreaterThanOrEqual(statusRank(before.order.status));
        expect((after.order.version ?? '') >= (before.order.version ?? '')).toBe(true);
      }
    }),
    { numRuns: RUNS },
  );
});

test('every cancelled order has rung for its cancellation, and no order that is over rings as ready', () => {
  fc.assert(
    fc.property(arrivals, ([way]) => {
      const { prefix } = play(way);
      for (const state of endState(prefix)) {
        if (state === null) continue;
        const kinds = state.open.map((alert) => alert.kind);
        const isCancelled = state.order.status === 'CANCELLED';
        expect(kinds.some((kind) => kind.startsWith('cancelled'))).toBe(isCancelled);
        expect(kinds.includes('ready')).toBe(state.order.status === 'READY_FOR_PICKUP');
      }
    }),
    { numRuns: RUNS },
  );
});
