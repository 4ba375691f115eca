import { describe, expect, test } from 'vitest';
import {
  tellWhy,
  type NotedAlert,
  type OrderRecords,
  type Surroundings,
} from '../../../../src/main/core/history/explain-alert.ts';
import { type OrderAlertKind, type OrderAlert, alertId } from '../../../../src/shared/orders/alert.ts';
import type { StoredOrder } from '../../../../src/shared/orders/order.ts';
import { shiftIso } from '../../../../src/shared/time.ts';
import type { Rejection } from '../../../../src/shared/orders/why.ts';
import { NOON } from '../../../fakes/fixed-clock.ts';
import { news } from '../../../fixtures/news.ts';
import { orderAlert } from '../../../fixtures/order-alert.ts';

const at = (minutes: number): string => shiftIso(NOON, minutes * 60_000);
const NOTHING: Surroundings = { rejected: null, gap: null, otherShopAt: null };
const REJECTED: Rejection = { count: 3, lastAt: at(-5), why: 'wrong-secret' };
const GAP = { from: at(-60), to: at(-1) };

function stored(changes: Partial<StoredOrder> = {}): StoredOrder {
  return {
    order: news().order,
    firstSeenAt: NOON,
    lastChangedAt: NOON,
    source: 'webhook',
    readyAt: NOON,
    wasPickedUp: false,
    handedOverAt: null,
    ...changes,
  };
}

type NotedOrderAlert = NotedAlert & OrderAlert;

function alert(kind: OrderAlertKind, changes: Partial<NotedOrderAlert> = {}): NotedOrderAlert {
  return { ...orderAlert('a', { kind, code: '4821', shownAt: NOON }), circumstance: 'audible', ...changes };
}

function records(changes: Partial<OrderRecords> = {}): OrderRecords {
  return {
    stored: stored(),
    events: [{ at: NOON, source: 'webhook', statusText: 'READY_FOR_PICKUP' }],
    alerts: [alert('ready')],
    deliveries: [{ at: NOON, outcome: 'stored' }],
    ...changes,
  };
}
const verdictOf = (changes: Partial<OrderRecords>) => tellWhy(records(changes), NOTHING).verdict;

describe('an order that is known', () => {
  test('that rang says when and how it came, when it rang and that nobody saw it yet', () => {
    expect(tellWhy(records(), NOTHING)).toEqual({
      verdict: { kind: 'rang', alert: 'ready', at: NOON, isHeard: true },
      arrived: { at: NOON, source: 'webhook' },
      cameCancelled: false,
      delay: null,
      end: { kind: 'open' },
      repeats: null,
    });
  });

  test('whose sound was not recorded is not said to have been heard', () => {
    expect(verdictOf({ alerts: [alert('ready', { circumstance: null })] })).toMatchObject({
      kind: 'rang',
      isHeard: null,
    });
  });

  test.each(['muted', 'quiet-hours', 'volume-zero', 'no-device', 'sound-failed'] as const)(
    'that was shown without sound says why: %s',
    (circumstance) => {
      const verdict = verdictOf({ alerts: [alert('ready', { circumstance })] });
      expect(verdict).toEqual({ kind: 'silenced', alert: 'ready', at: NOON, by: circumstance });
    },
  );

  test('that was seen says when and by whom', () => {
    const seen = alert('ready', { acknowledgedAt: at(3), acknowledgedBy: 'counter', closedAt: at(9) });
    expect(tellWhy(records({ alerts: [seen] }), NOTHING).end).toEqual({
      kind: 'seen',
      at: at(3),
      by: 'counter',
    });
  });

  test('that nobody saw says what ended it: the hand-over, the rider or a cancellation', () => {
    const closed = { alerts: [alert('ready', { closedAt: at(4) })] };
    const endOf = (changes: Partial<StoredOrder>) =>
      tellWhy(records({ ...closed, stored: stored(changes) }), NOTHING).end;
    expect(endOf({ handedOverAt: at(4) })).toEqual({ kind: 'closed', at: at(4), how: 'handed-over' });
    expect(endOf({ wasPickedUp: true })).toMatchObject({ how: 'left' });
    expect(endOf({ wasPickedUp: true, handedOverAt: at(5) })).toMatchObject({ how: 'left' });
    expect(endOf({ order: news({ status: 'CANCELLED' }).order })).toMatchObject({ how: 'cancelled' });
  });

  test('that rang on time has no delay; one that came late says by how much and what stood in the way', () => {
    const late = records({ alerts: [alert('ready', { since: at(-40) })] });
    expect(tellWhy(records(), { ...NOTHING, gap: GAP, rejected: REJECTED }).delay).toBeNull();
    expect(tellWhy(late, NOTHING).delay).toEqual({ minutes: 40, gap: null, rejected: null });
    expect(tellWhy(late, { ...NOTHING, gap: GAP, rejected: REJECTED }).delay).toEqual({
      minutes: 40,
      gap: GAP,
      rejected: REJECTED,
    });
  });

  test('that came again counts only what repeated after it rang', () => {
    const deliveries = [
      { at: at(-1), outcome: 'duplicate' },
      { at: NOON, outcome: 'stored' },
      { at: at(1), outcome: 'duplicate' },
      { at: at(2), outcome: 'duplicate' },
      { at: at(3), outcome: 'store-failed' },
    ] as const;
    expect(tellWhy(records({ deliveries }), NOTHING).repeats).toEqual({ count: 2, lastAt: at(2) });
  });

  test('that is cancelled tells of the cancellation, and whether it came so', () => {
    const cancelled = {
      stored: stored({ order: news({ status: 'CANCELLED' }).order }),
      alerts: [alert('ready', { closedAt: at(1) }), alert('cancelled', { shownAt: at(1) })],
    };
    const story = tellWhy(records(cancelled), NOTHING);
    expect(story.verdict).toMatchObject({ kind: 'rang', alert: 'cancelled', at: at(1) });
    expect(story.cameCancelled).toBe(false);
    const events = [{ at: NOON, source: 'catch-up', statusText: 'CANCELLED' }] as const;
    expect(tellWhy(records({ ...cancelled, events }), NOTHING)).toMatchObject({
      cameCancelled: true,
      arrived: { source: 'catch-up' },
    });
  });

  test('that was ready for more than a day when it became known did not ring', () => {
    const quiet = { shownAt: null, closedAt: NOON };
    const since = at(-25 * 60);
    expect(verdictOf({ alerts: [alert('ready', { ...quiet, since })] })).toEqual({
      kind: 'ready-too-long-ago',
      since,
    });
    const made = stored({ order: { ...news().order, createdAt: since } });
    expect(verdictOf({ stored: made, alerts: [alert('ready', quiet)] })).toEqual({
      kind: 'ready-too-long-ago',
      since: null,
    });
    expect(verdictOf({ alerts: [alert('ready', { ...quiet, since: at(-23 * 60) })] }).kind).toBe('not-shown');
    expect(verdictOf({ alerts: [alert('ready', { since })] }).kind).toBe('rang');
  });

  test('that was cancelled for long when it became known did not ring', () => {
    const quiet = alert('cancelled', { shownAt: null, closedAt: NOON });
    expect(verdictOf({ alerts: [quiet] }).kind).toBe('cancelled-too-long-ago');
    const unclear = { ...quiet, id: alertId('a', 'unclear'), kind: 'unclear' } as const;
    expect(verdictOf({ alerts: [unclear] }).kind).toBe('not-shown');
    expect(verdictOf({ alerts: [{ ...quiet, closedAt: null }] }).kind).toBe('not-shown');
  });

  test('that was over before it could be shown says so, and of no end', () => {
    const story = tellWhy(records({ alerts: [alert('ready', { shownAt: null, closedAt: at(1) })] }), NOTHING);
    expect(story).toMatchObject({ verdict: { kind: 'not-shown', at: NOON }, end: null, delay: null });
  });

  test('without an alert had left, was handed over, or is not ready', () => {
    const without = (changes: Partial<StoredOrder>) => verdictOf({ alerts: [], stored: stored(changes) });
    expect(without({ wasPickedUp: true, handedOverAt: NOON }).kind).toBe('already-left');
    expect(without({ handedOverAt: at(-1) })).toEqual({ kind: 'handed-over-before', at: at(-1) });
    expect(without({ order: news({ status: 'ACCEPTED' }).order })).toEqual({
      kind: 'not-ready',
      status: 'ACCEPTED',
      statusText: 'ACCEPTED',
    });
  });
});

describe('an order without a record', () => {
  const verdict = (around: Partial<Surroundings>) => tellWhy(null, { ...NOTHING, ...around }).verdict;

  test('is another shop’s before anything else', () => {
    expect(verdict({ otherShopAt: NOON, rejected: REJECTED, gap: GAP })).toEqual({
      kind: 'other-shop',
      at: NOON,
    });
  });

  test('was perhaps among those turned away, before a gap is blamed', () => {
    expect(verdict({ rejected: REJECTED, gap: GAP })).toEqual({ kind: 'rejected', rejected: REJECTED });
  });

  test('may have come while the app was not running', () => {
    expect(verdict({ gap: GAP })).toEqual({ kind: 'app-off', gap: GAP });
  });

  test('never arrived when nothing else is known', () => {
    expect(tellWhy(null, NOTHING)).toMatchObject({ verdict: { kind: 'never-arrived' }, arrived: null });
  });
});
