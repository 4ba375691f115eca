import { describe, expect, test } from 'vitest';
import { alertCode } from '../../../../src/shared/orders/alert.ts';
import { createFakeTime } from '../../../fakes/fake-time.ts';
import { news } from '../../../fixtures/news.ts';
import { orderAlert } from '../../../fixtures/order-alert.ts';
import { createDeskRig, es } from './show-rig.ts';

/** Ten seconds, as every sentence of this file says. */
const UNDO_MS = 10_000;

const LATER = '2026-03-02T14:51:00.000Z';
const ready = (...codes: readonly string[]) => codes.map((code) => news({ id: code, code }));
const idsOf = (...codes: readonly string[]) => codes.map((code) => `${code}:ready`);

function openDesk() {
  const time = createFakeTime();
  const rig = createDeskRig({ schedule: time.schedule });
  const { alerts, publish } = rig.start();
  const onCard = () => rig.card()?.alerts.map(alertCode);
  return { ...rig, time, desk: alerts, publish, onCard, pagesKnow: rig.alerts };
}

describe('Visto', () => {
  test('takes the alert and its toast away everywhere, and is answered with what is still open', () => {
    const { desk, publish, commit, onCard, dismissed, pagesKnow } = openDesk();
    publish({ changes: commit(...ready('1', '2')) });
    expect(pagesKnow()).toEqual(idsOf('1', '2'));
    expect(desk.acknowledge(idsOf('1'), 'counter').map(({ id }) => id)).toEqual(idsOf('2'));
    expect(onCard()).toEqual(['2']);
    expect(dismissed).toEqual(idsOf('1'));
    expect(pagesKnow()).toEqual(idsOf('2'));
  });

  test('can be taken back for ten seconds; then it rings and is listed as before, without another toast', async () => {
    const { desk, publish, commit, onCard, card, titles, time } = openDesk();
    publish({ changes: commit(...ready('1')) });
    desk.acknowledge(idsOf('1'), 'counter');
    expect(card()?.undo).toEqual({ what: 'seen', codes: ['1'], count: 1 });
    await time.pass(UNDO_MS - 1);
    expect(card()?.undo).not.toBeNull();
    desk.undo();
    expect(card()?.undo).toBeNull();
    expect(onCard()).toEqual(['1']);
    expect(titles()).toEqual([es.alerts.readyTitle('1')]);
  });

  test('is no longer offered back after ten seconds, and what is asked too late changes nothing', async () => {
    const { desk, publish, commit, onCard, card, time } = openDesk();
    publish({ changes: commit(...ready('1')) });
    desk.acknowledge(idsOf('1'), 'counter');
    await time.pass(UNDO_MS);
    expect(card()?.undo).toBeNull();
    desk.undo();
    expect(onCard()).toEqual([]);
  });

  test('the last one is offered back for its own ten seconds, not for those of the one before', async () => {
    const { desk, publish, commit, card, onCard, time } = openDesk();
    publish({ changes: commit(...ready('1', '2')) });
    desk.acknowledge(idsOf('1'), 'counter');
    await time.pass(UNDO_MS - 1_000);
    desk.acknowledge(idsOf('2'), 'counter');
    await time.pass(2_000);
    expect(card()?.undo).toMatchObject({ codes: ['2'] });
    desk.undo();
    expect(onCard()).toEqual(['2']);
  });

  test('to what nobody knows or somebody has seen before offers nothing back, and keeps the offer before', () => {
    const { desk, publish, commit, card } = openDesk();
    publish({ changes: commit(...ready('1')) });
    desk.acknowledge(idsOf('nobody'), 'counter');
    expect(card()?.undo).toBeNull();
    desk.acknowledge(idsOf('1'), 'counter');
    desk.acknowledge(idsOf('1'), 'counter');
    expect(card()?.undo).toMatchObject({ codes: ['1'] });
  });

  test('to many names three and counts all; an outage is counted and has no code', () => {
    const { desk, publish, commit, card, store } = openDesk();
    publish({ changes: commit(...ready('1', '2', '3', '4')) });
    store.transact((tx) =>
      tx.saveAlert({
        ...orderAlert('x'),
        id: 'outage:connection',
        subject: 'outage',
        kind: 'connection',
        cause: 'offline',
      }),
    );
    desk.acknowledge(['outage:connection', ...idsOf('1', '2', '3', '4')], 'counter');
    expect(card()?.undo).toEqual({ what: 'seen', codes: ['1', '2', '3'], count: 5 });
  });

  test('a closed desk has no timer left and offers nothing back', () => {
    const { desk, publish, commit, time, onCard } = openDesk();
    publish({ changes: commit(...ready('1')) });
    desk.acknowledge(idsOf('1'), 'counter');
    desk.stop();
    expect(time.timers()).toBe(0);
    desk.undo();
    expect(onCard()).toEqual([]);
  });
});

describe('Visto to all that the card shows', () => {
  test('means all that it stood for, also those that it only counted, and not what came after it was drawn', () => {
    const { desk, publish, commit, card, onCard } = openDesk();
    publish({ changes: commit(...ready('1', '2', '3', '4', '5')) });
    const drawn = card()?.revision ?? 0;
    expect(card()).toMatchObject({ more: 2 });
    publish({ changes: commit(...ready('6')) });
    desk.acknowledgeCard(drawn, 'card');
    expect(onCard()).toEqual(['6']);
  });

  test('of a card that is long gone means nothing', () => {
    const { desk, publish, commit, card, onCard } = openDesk();
    publish({ changes: commit(...ready('1')) });
    const first = card()?.revision ?? 0;
    for (let index = 2; index <= 10; index += 1) publish({ changes: commit(...ready(String(index))) });
    desk.acknowledgeCard(first, 'card');
    expect(onCard()).not.toContain('1');
    desk.undo();
    publish({ changes: commit(...ready('11')) });
    desk.acknowledgeCard(first, 'card');
    expect(onCard()).toContain('1');
    desk.acknowledgeCard(4_000, 'card');
    expect(onCard()).toContain('1');
  });

  test('a look that finds nothing new draws no new card', () => {
    const { desk, publish, commit, card } = openDesk();
    publish({ changes: commit(...ready('1')) });
    desk.look('now');
    const drawn = card();
    desk.look('now');
    expect(card()).toBe(drawn);
    publish({ changes: commit(...ready('2')) });
    expect(card()?.revision).toBe((drawn?.revision ?? 0) + 1);
  });
});

describe('a hand-over', () => {
  test('that is taken back with the button of the order is not offered back any more', () => {
    const { desk, publish, commit, card, onCard } = openDesk();
    publish({ changes: commit(...ready('1')) });
    desk.handOver('1', true);
    expect(card()?.undo).toEqual({ what: 'handed-over', codes: ['1'], count: 1 });
    desk.handOver('1', false);
    expect(onCard()).toEqual(['1']);
    expect(card()?.undo).toBeNull();
  });

  test('that changes nothing shows nothing and offers nothing', () => {
    const { desk, card } = openDesk();
    desk.handOver('nobody', true);
    expect(card()).toBeNull();
  });
});

describe('an alert that belongs to no order', () => {
  const outage = {
    ...orderAlert('x'),
    id: 'outage:connection',
    subject: 'outage',
    kind: 'connection',
    cause: 'offline',
  } as const;

  test('is shown at once and marked as told; when it ends, its toast goes', () => {
    const { desk, store, onCard, shown, dismissed, pagesKnow } = openDesk();
    desk.showAlerts({ raised: [], closed: [] });
    expect(onCard()).toBeUndefined();
    store.transact((tx) => tx.saveAlert(outage));
    desk.showAlerts({ raised: [outage], closed: [] });
    expect(pagesKnow()).toEqual([outage.id]);
    expect(shown).toEqual([outage.id]);
    expect(store.openAlerts()[0]?.shownAt).not.toBeNull();
    store.transact((tx) => tx.saveAlert({ ...outage, closedAt: LATER }));
    desk.showAlerts({ raised: [], closed: [outage] });
    expect(dismissed).toEqual([outage.id]);
    expect(pagesKnow()).toEqual([]);
  });

  test('ends with a toast of its own when nothing was missed, and in the toast of what was missed otherwise', () => {
    const { publish, commit, toasts } = openDesk();
    publish({ changes: [], back: [outage] });
    expect(toasts).toMatchObject([{ title: es.connection.backTitle, body: es.connection.backBody }]);
    publish({ changes: commit(...ready('1', '2')), back: [outage] });
    expect(toasts.slice(1)).toMatchObject([
      { title: es.connection.backTitle, body: `${es.alerts.unseenTitle(2)}\n1, 2` },
    ]);
    publish({ changes: commit(...ready('3')), gapMinutes: 42, back: [outage] });
    const digest = es.card.digest({ minutes: 42, ready: 1, cancelled: 0 });
    expect(toasts.slice(2)).toMatchObject([{ title: es.connection.backTitle, body: `${digest}\n3` }]);
  });
});

describe('news', () => {
  test('of a cancelled order, and of one with a status that nobody knows, are shown at once', () => {
    const { publish, commit, asked } = openDesk();
    publish({ changes: commit(...ready('1')) });
    publish({ changes: commit(news({ id: '2', code: '2', status: 'CANCELLED' })) });
    publish({ changes: commit(news({ id: '3', code: '3', status: 'UNKNOWN', statusText: 'LOST' })) });
    expect(asked).toEqual(['usual', 'urgent', 'urgent']);
  });

  test('that are none show nothing', () => {
    const { publish, asked, card } = openDesk();
    publish({ changes: [] });
    expect(asked).toEqual([]);
    expect(card()).toBeNull();
  });

  test('are told although the disk cannot note it, and it is said', () => {
    const { publish, commit, store, titles, errors, shown } = openDesk();
    const changes = commit(...ready('1'));
    Object.assign(store, {
      markShown: () => {
        throw new Error('full');
      },
    });
    publish({ changes });
    expect(titles()).toEqual([es.alerts.readyTitle('1')]);
    expect(errors).toEqual(['Could not note that alerts were shown']);
    expect(shown).toEqual([]);
  });

  test('after a gap stay on the card as a digest until everything is seen; the next gap counts from nothing', () => {
    const { desk, publish, commit, card } = openDesk();
    publish({ changes: commit(...ready('1')), gapMinutes: 42 });
    expect(card()?.digest).toEqual({ minutes: 42, ready: 1, cancelled: 0 });
    desk.look('soon');
    expect(card()?.digest).toEqual({ minutes: 42, ready: 1, cancelled: 0 });
    desk.acknowledge(idsOf('1'), 'counter');
    expect(card()?.digest).toBeNull();
    publish({ changes: commit(...ready('2')), gapMinutes: 7 });
    expect(card()?.digest).toEqual({ minutes: 7, ready: 1, cancelled: 0 });
  });
});
