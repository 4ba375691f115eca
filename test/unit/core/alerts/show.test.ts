import { describe, expect, test } from 'vitest';
import { createDigestBuffer } from '../../../../src/main/core/alerts/digest-buffer.ts';
import type { IncomingOrder } from '../../../../src/main/core/orders/types.ts';
import type { Order } from '../../../../src/shared/orders/order.ts';
import { createFakeTime } from '../../../fakes/fake-time.ts';
import { news } from '../../../fixtures/news.ts';
import { createDeskRig, es, type ShownToast } from './show-rig.ts';
import { alertCode } from '../../../../src/shared/orders/alert.ts';

const LATER = '2026-03-02T14:51:00.000Z';

const order = (code: string, changes: Partial<Order> = {}): IncomingOrder =>
  news({ id: code, code, ...changes });

test('an alert is on the disk as shown before its toast is, so no later start shows that toast again', () => {
  const { commit, start, toasts } = createDeskRig();
  start().publish({ changes: commit(news()) });
  expect(toasts).toMatchObject([{ title: es.alerts.readyTitle('4821'), knownAsShown: 1 }]);
  start().alerts.resume();
  expect(toasts.slice(1)).toMatchObject([{ title: es.alerts.unseenTitle(1), knownAsShown: 1 }]);
});

test('an alert that no process came to show gets its toast at the next start', () => {
  const { commit, start, toasts } = createDeskRig();
  commit(news());
  start().alerts.resume();
  expect(toasts).toMatchObject([{ title: es.alerts.readyTitle('4821'), knownAsShown: 1 }]);
});

test('of an order that is ready and cancelled in one commit only the cancellation is shown', () => {
  const { commit, start, titles } = createDeskRig();
  start().publish({ changes: commit(news(), news({ status: 'CANCELLED', version: LATER })) });
  expect(titles()).toEqual([es.alerts.cancelledTitle('4821')]);
});

describe('a part of the desktop that breaks', () => {
  const parts = ['ring', 'card', 'tray', 'list', 'pages'] as const;
  test.each(parts)('(%s) costs itself and nothing else', (part) => {
    const { commit, start, titles, errors, card, tray, listed, alerts } = createDeskRig({
      breaks: new Set([part]),
    });
    start().publish({ changes: commit(order('4821')) });
    expect(titles()).toEqual([es.alerts.readyTitle('4821')]);
    const seen = {
      card: card()?.alerts.length === 1,
      tray: tray()?.count === 1,
      list: Object.keys(listed()).length === 1,
      pages: alerts().length === 1,
    };
    expect({ ring: true, ...seen }).toEqual({
      ...Object.fromEntries(parts.map((one) => [one, true])),
      ...(part === 'ring' ? {} : { [part]: false }),
    });
    expect(errors).toEqual(['Something could not be shown']);
  });

  test('shows what it has missed as soon as it is well again, without any news', () => {
    const breaks = new Set(['card']);
    const { commit, start, card } = createDeskRig({ breaks });
    const { alerts, publish } = start();
    publish({ changes: commit(order('4821')) });
    expect(card()).toBeNull();
    breaks.clear();
    alerts.look('soon');
    expect(card()?.alerts).toMatchObject([{ code: '4821' }]);
  });
});

describe('many at once', () => {
  /** Three ready, one cancelled that is still here, one that had left; answers the one toast that told of them. */
  const tell = (how: 'gap' | 'restart' | 'burst', withUrgent: boolean): ShownToast => {
    const rig = createDeskRig();
    const cancellation = { by: 'CUSTOMER', reason: null, afterPickUp: true };
    const changes = rig.commit(
      ...['1', '2', '3'].map((code) => news({ id: code, code })),
      news({ id: '4', code: '4', status: withUrgent ? 'CANCELLED' : 'READY_FOR_PICKUP' }),
      news({ id: '5', code: '5', status: 'CANCELLED', cancellation }),
    );
    const { alerts, publish } = rig.start();
    if (how === 'restart') alerts.resume();
    else publish({ changes, gapMinutes: how === 'gap' ? 42 : undefined });
    const [toast, ...others] = rig.toasts;
    if (toast === undefined || others.length > 0) throw new Error(`${String(rig.toasts.length)} toasts`);
    return toast;
  };

  test.each(['gap', 'restart', 'burst'] as const)(
    'after a %s every cancellation has its own line and words, and only what is ready is folded',
    (how) => {
      expect(tell(how, true)).toMatchObject({
        body: [es.alerts.cancelledTitle('4'), es.alerts.cancelledAfterTitle('5'), '1, 2, 3'].join('\n'),
        critical: true,
      });
    },
  );

  test.each(['gap', 'restart', 'burst'] as const)(
    'after a %s a cancellation of goods that had left makes nothing urgent',
    (how) => {
      expect(tell(how, false)).toMatchObject({
        body: [es.alerts.cancelledAfterTitle('5'), '1, 2, 3, 4'].join('\n'),
        critical: false,
      });
    },
  );
});

test('undoing a hand-over brings the alert back to the card, without a second toast', () => {
  const { commit, start, titles, card, store, clock } = createDeskRig();
  const { alerts, publish } = start();
  publish({ changes: commit(news()) });
  clock.move(1_000);
  alerts.handOver(news().order.id, true);
  expect(card()).toMatchObject({ alerts: [], undo: { what: 'handed-over' } });
  clock.move(1_000);
  alerts.undo();
  expect(card()?.alerts.map(alertCode)).toEqual(['4821']);
  expect(store.openAlerts()).toHaveLength(1);
  expect(titles()).toEqual([es.alerts.readyTitle('4821')]);
});

test('the card says what to collect of each order that asks for it', () => {
  const { commit, start, card } = createDeskRig();
  const { totals } = news().order;
  const cash = news({ id: 'cash', totals: { ...totals, collectAtPickupMinor: 45_470 } });
  start().publish({ changes: commit(cash, news({ code: '4822' })) });
  expect(card()?.alerts).toHaveLength(2);
  expect(card()?.collect).toEqual([['cash', '$\u00a0454,70']]);
});

describe('news that is overtaken before it is shown', () => {
  test('held after a gap: the list keeps the cancellation, and the digest does not count the order as ready', () => {
    const rig = createDeskRig();
    const { publish } = rig.start();
    const held = createDigestBuffer({ publish, schedule: createFakeTime().schedule });
    held.begin(42, false);
    held.add(rig.commit(order('4821'), order('4822')));
    publish({ changes: rig.commit(order('4821', { status: 'CANCELLED', version: LATER })) });
    held.end();
    expect(rig.listed()).toEqual({ '4821': 'CANCELLED', '4822': 'READY_FOR_PICKUP' });
    expect(rig.toasts).toMatchObject([
      { title: es.alerts.cancelledTitle('4821') },
      { title: es.card.digest({ minutes: 42, ready: 1, cancelled: 0 }), body: '4822' },
    ]);
  });

  test('one turn old: only what it has become is told', () => {
    const rig = createDeskRig();
    const { publish } = rig.start();
    const first = rig.commit(order('4821'));
    const second = rig.commit(order('4821', { status: 'CANCELLED', version: LATER }));
    publish({ changes: second });
    publish({ changes: first });
    expect(rig.listed()).toEqual({ '4821': 'CANCELLED' });
    expect(rig.titles()).toEqual([es.alerts.cancelledTitle('4821')]);
  });

  test('what somebody has seen meanwhile gets no toast', () => {
    const rig = createDeskRig();
    const { alerts, publish } = rig.start();
    const changes = rig.commit(order('4821'));
    alerts.acknowledge(['4821:ready'], 'counter');
    publish({ changes });
    expect(rig.toasts).toEqual([]);
  });

  test('a cancellation that proves to be a late one is told as that', () => {
    const rig = createDeskRig();
    const { publish } = rig.start();
    const held = createDigestBuffer({ publish, schedule: createFakeTime().schedule });
    held.begin(42, false);
    held.add(rig.commit(order('4821', { status: 'CANCELLED', version: LATER })));
    publish({
      changes: rig.commit(order('4821', { status: 'PICKED_UP', version: '2026-03-02T14:50:30.000Z' })),
    });
    held.end();
    expect(rig.toasts).toMatchObject([{ critical: false }]);
  });
});

test('news of before a gap, still waiting to be shown, have a toast of their own and are not in its digest', () => {
  const { start, commit, titles, asked, listed } = createDeskRig({ isBusy: true });
  const { alerts, publish } = start();
  publish({ changes: commit(order('1')) });
  expect(titles()).toEqual([]);
  publish({ changes: commit(order('2'), order('3')), gapMinutes: 42 });
  const digest = es.card.digest({ minutes: 42, ready: 2, cancelled: 0 });
  expect(titles()).toEqual([es.alerts.readyTitle('1'), digest]);
  expect(Object.keys(listed())).toEqual(['1', '2', '3']);
  alerts.look('soon');
  expect(asked).toEqual(['usual', 'idle']);
});
