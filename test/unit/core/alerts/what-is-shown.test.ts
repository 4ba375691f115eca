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
