import { expect, test } from 'vitest';
import { createHealthBoard } from '../../../../src/main/core/health/board.ts';
import { whatIsShown, type ShownFacts } from '../../../../src/main/core/alerts/what-is-shown.ts';
import { type OrderAlert, alertCode, alertId, type Alert } from '../../../../src/shared/orders/alert.ts';
import { DEFAULT_ALERT_SETTINGS } from '../../../../src/shared/settings/alert-settings.ts';
import { textsFor } from '../../../../src/shared/texts/texts.ts';
import { NOON } from '../../../fakes/fixed-clock.ts';
import { orderAlert } from '../../../fixtures/order-alert.ts';

const alert = (
  code: string,
  kind: 'ready' | 'cancelled' = 'ready',
  changes: Partial<OrderAlert> = {},
): OrderAlert => orderAlert(code, { kind, ...changes });
const NO_NEWS = { raised: new Set<string>(), closed: [], gapMinutes: null, isBack: false };

function shown(open: readonly Alert[], more: Partial<ShownFacts> = {}) {
  return whatIsShown({
    open,
    waiting: open.map((one) => ({ alert: one, ageMs: 0 })),
    orders: [],
    seenReady: [],
    isTimeKnown: true,
    settings: DEFAULT_ALERT_SETTINGS,
    time: { minuteOfDay: 12 * 60, msOfMinute: 0, mutedForMs: 0 },
    health: createHealthBoard({ now: () => NOON, onChange: () => undefined }).read(),
    refreshing: false,
    mutedUntil: null,
    demo: 'none',
    hasRiders: false,
    nowMs: Date.parse(NOON),
    clock: (iso) => iso,
    texts: textsFor('es'),
    news: NO_NEWS,
    gap: null,
    undo: null,
    revision: 1,
    collect: [],
    ...more,
  });
}

test('ring, card and tray tell the same: the cancellation first, and all are counted', () => {
  const { ring, card, tray } = shown([alert('1'), alert('2', 'cancelled')]);
  expect(ring.ring).toMatchObject({ kind: 'cancelled' });
  expect(card.alerts.map(alertCode)).toEqual(['2', '1']);
  expect(tray.count).toBe(2);
});

test('with nothing open nothing rings, the card is empty, and a digest of before is over', () => {
  const { ring, card, tray, toasts } = shown([], { gap: { minutes: 42, ready: 3, cancelled: 0 } });
  expect(ring.ring).toBeNull();
  expect(card).toMatchObject({ alerts: [], more: 0, digest: null, flash: false });
  expect(tray.count).toBe(0);
  expect(toasts).toEqual({ fresh: [], gap: null, isBack: false, gone: [] });
});

test('of thousands the card lists a few and counts the others', () => {
  const { card, tray } = shown(Array.from({ length: 3_000 }, (_, index) => alert(String(index))));
  expect(card.alerts).toHaveLength(3);
  expect(card.more).toBe(2_997);
  expect(tray.count).toBe(3_000);
});

test('a toast tells what was raised, is open by now, and had none before', () => {
  const raised = new Set(['1', '2', '3'].map((code) => alertId(code, 'ready')));
  const open = [alert('1'), alert('2', 'ready', { shownAt: NOON }), alert('4')];
  expect(shown(open, { news: { ...NO_NEWS, raised } }).toasts.fresh.map(alertCode)).toEqual(['1']);
});

test('a toast goes with its alert, unless that is open again', () => {
  const closed = [alertId('1', 'ready'), alertId('2', 'ready')];
  expect(shown([alert('1')], { news: { ...NO_NEWS, closed } }).toasts.gone).toEqual([closed[1]]);
});

test('what a gap brought is added to the digest that the card shows already', () => {
  const raised = new Set([alertId('1', 'ready'), alertId('2', 'cancelled')]);
  const { card, toasts } = shown([alert('1'), alert('2', 'cancelled')], {
    news: { ...NO_NEWS, raised, gapMinutes: 5 },
    gap: { minutes: 42, ready: 3, cancelled: 0 },
  });
  const together = { minutes: 42, ready: 4, cancelled: 1 };
  expect(card.digest).toEqual(together);
  expect(toasts.gap).toEqual(together);
});

test('four alerts fit on the card; of five it lists three, for the line that counts needs room', () => {
  const many = (count: number) =>
    shown(Array.from({ length: count }, (_, index) => alert(String(index)))).card;
  expect([many(4).alerts.length, many(4).more]).toEqual([4, 0]);
  expect([many(5).alerts.length, many(5).more]).toEqual([3, 2]);
});

test('a gap that brought nothing is not spoken of, and the digest of before stays while something is open', () => {
  const gap = { minutes: 42, ready: 3, cancelled: 0 };
  const { card, toasts } = shown([alert('1')], { news: { ...NO_NEWS, gapMinutes: 90 }, gap });
  expect(card.digest).toEqual(gap);
  expect(toasts.gap).toBeNull();
});

test('cancellations of before and after a hand-over both count in a digest, added to those of before', () => {
  const open = [
    orderAlert('1', { kind: 'cancelled' }),
    orderAlert('2', { kind: 'cancelled-after-handover' }),
  ];
  const raised = new Set(open.map(({ id }) => id));
  const { card } = shown(open, {
    news: { ...NO_NEWS, raised, gapMinutes: 90 },
    gap: { minutes: 42, ready: 0, cancelled: 3 },
  });
  expect(card.digest).toEqual({ minutes: 90, ready: 0, cancelled: 5 });
});

test('the card shows twenty of many bags that nobody comes for', () => {
  const since = '2026-03-02T14:20:00.000Z';
  const seenReady = Array.from({ length: 30 }, (_, index) =>
    alert(String(index), 'ready', { raisedAt: since, acknowledgedAt: since }),
  );
  expect(shown([], { seenReady }).card.unclaimed).toHaveLength(20);
});

test('nobody is told of bags by a clock that may be wrong', () => {
  const since = '2026-03-02T14:20:00.000Z';
  const seenReady = [alert('1', 'ready', { raisedAt: since, acknowledgedAt: since })];
  expect(shown([], { seenReady }).remind).toEqual(['1']);
  expect(shown([], { seenReady, isTimeKnown: false }).remind).toEqual([]);
});

test('the card has no amounts to collect when there are none', () => {
  expect(shown([alert('1')], { collect: undefined }).card.collect).toEqual([]);
});
