import { describe, expect, test } from 'vitest';
import { planUnclaimed } from '../../../../src/main/core/alerts/unclaimed.ts';
import type { OrderAlert, Reminder } from '../../../../src/shared/orders/alert.ts';
import { shiftIso } from '../../../../src/shared/time.ts';
import { NOON } from '../../../fakes/fixed-clock.ts';
import { news } from '../../../fixtures/news.ts';
import { orderAlert } from '../../../fixtures/order-alert.ts';
import { createDeskRig } from './show-rig.ts';

const MINUTE_MS = 60_000;
const ago = (minutes: number): string => shiftIso(NOON, -minutes * MINUTE_MS);
const NEVER: Reminder = { toldAt: null, seenAt: null, silencedAt: null };

/** A ready order whose alert was seen a minute after it came. */
function bag(code: string, minutes: number, more: Partial<OrderAlert> = {}): OrderAlert {
  const since = ago(minutes);
  return orderAlert(code, { raisedAt: since, acknowledgedAt: shiftIso(since, MINUTE_MS), ...more });
}

function plan(seenReady: readonly OrderAlert[], more: Partial<Parameters<typeof planUnclaimed>[0]> = {}) {
  const { bags, remind, silenced } = planUnclaimed({
    seenReady,
    settings: { afterMinutes: 15, everyMinutes: 15 },
    now: NOON,
    mayRemind: true,
    ...more,
  });
  return { bags: bags.map(({ code }) => code), remind, silenced };
}

describe('a bag that nobody comes for', () => {
  test('is told of from the minute in the settings on, the longest waiting first, with one tone for all', () => {
    const all = [bag('young', 14.9), bag('due', 15), bag('old', 40)];
    expect(plan(all)).toEqual({ bags: ['old', 'due'], remind: ['old', 'due'], silenced: [] });
    expect(plan(all, { settings: { afterMinutes: 30, everyMinutes: 15 } }).bags).toEqual(['old']);
    expect(plan(all, { settings: { afterMinutes: 0, everyMinutes: 15 } })).toMatchObject({
      bags: [],
      remind: [],
    });
  });

  test('stays on the card until somebody sees it, but its tone comes again only after the minutes in the settings', () => {
    const told = (minutes: number): OrderAlert =>
      bag('1', 40, { reminder: { ...NEVER, toldAt: ago(minutes) } });
    expect(plan([told(14)])).toMatchObject({ bags: ['1'], remind: [] });
    expect(plan([told(15)])).toMatchObject({ bags: ['1'], remind: ['1'] });
    expect(plan([told(600)], { settings: { afterMinutes: 15, everyMinutes: 0 } }).remind).toEqual([]);
  });

  test('is left alone for as long once somebody has seen it, also when its first alert was seen late', () => {
    const seen = (minutes: number): OrderAlert =>
      bag('1', 40, { reminder: { ...NEVER, toldAt: ago(25), seenAt: ago(minutes) } });
    expect(plan([seen(14)])).toMatchObject({ bags: [], remind: [] });
    expect(plan([seen(15)])).toMatchObject({ bags: ['1'], remind: ['1'] });
    const late = (minutes: number): OrderAlert => bag('1', 40, { acknowledgedAt: ago(minutes) });
    expect(plan([late(14)])).toMatchObject({ bags: [], remind: [] });
    expect(plan([late(15)])).toMatchObject({ bags: ['1'], remind: ['1'] });
  });

  test('is shown without a tone while something else rings or nothing may be heard', () => {
    expect(plan([bag('1', 40)], { mayRemind: false })).toMatchObject({ bags: ['1'], remind: [] });
  });

  test('is not told of once it is silenced, nor after a day', () => {
    const silenced = bag('1', 40, { reminder: { ...NEVER, silencedAt: ago(1) } });
    expect(plan([silenced, bag('2', 24 * 60 + 1)])).toEqual({ bags: [], remind: [], silenced: ['1'] });
  });

  test.each([
    ['of the year 1970', '1970-01-01T00:00:00.000Z'],
    ['in the future', shiftIso(NOON, 3 * 24 * 60 * MINUTE_MS)],
  ])('with a time %s waits since it became known here', (_name, since) => {
    expect(plan([bag('1', 16, { since }), bag('2', 14, { since })]).bags).toEqual(['1']);
  });

  test('is told of although a clock that was wrong left times in the future', () => {
    const future = shiftIso(NOON, 24 * 60 * MINUTE_MS);
    const wrong = { toldAt: future, seenAt: future, silencedAt: null };
    expect(plan([bag('1', 40, { reminder: wrong, acknowledgedAt: future })]).remind).toEqual(['1']);
  });
});

describe('on the desk', () => {
  const rigWithBag = () => {
    const rig = createDeskRig();
    const desk = rig.start();
    desk.publish({ changes: rig.commit(news()) });
    const { id } = news().order;
    const look = (minutes: number): void => {
      rig.clock.move(minutes * MINUTE_MS);
      desk.alerts.look('now');
    };
    const see = (): void => void desk.alerts.acknowledge([`${id}:ready`], 'counter');
    const said = () => ({ card: rig.card()?.unclaimed?.map(({ code }) => code) ?? [], tones: rig.tones() });
    return { rig, desk, id, look, see, said };
  };

  test('an alert that nobody has seen goes on by its own rule', () => {
    const { look, said } = rigWithBag();
    look(40);
    expect(said()).toEqual({ card: [], tones: 0 });
  });

  test('card, tray and one tone say it; a restart shows it again without telling it again', () => {
    const { rig, look, see, said } = rigWithBag();
    look(1);
    see();
    look(20);
    expect(said()).toEqual({ card: ['4821'], tones: 1 });
    expect(rig.tray()?.entries.flatMap((entry) => ('label' in entry ? [entry.label] : []))).toContainEqual(
      expect.stringMatching(/^4821 · listo y sin retirar hace \d+ min$/),
    );
    const again = rig.start();
    again.alerts.resume();
    expect(said()).toEqual({ card: ['4821'], tones: 1 });
    rig.clock.move(15 * MINUTE_MS);
    again.alerts.look('now');
    expect(said()).toEqual({ card: ['4821'], tones: 2 });
  });

  test('in silence it is shown, and heard once silence ends', () => {
    const { rig, look, see, said } = rigWithBag();
    see();
    rig.silence(true);
    look(20);
    look(20);
    expect(said()).toEqual({ card: ['4821'], tones: 0 });
    rig.silence(false);
    look(0);
    expect(said()).toEqual({ card: ['4821'], tones: 1 });
  });

  test('handed over, cancelled or silenced it is over; taken back it is told of again', () => {
    const { rig, desk, id, look, see, said } = rigWithBag();
    see();
    look(20);
    desk.alerts.handOver(id, true);
    expect(said().card).toEqual([]);
    desk.alerts.handOver(id, false);
    expect(said().card).toEqual(['4821']);
    desk.alerts.unclaimed.silence(id, true);
    look(40);
    expect(said()).toEqual({ card: [], tones: 1 });
    expect(desk.alerts.unclaimed.silenced()).toEqual([id]);
    expect(rig.start().alerts.unclaimed.silenced()).toEqual([]);
    desk.alerts.unclaimed.silence(id, false);
    expect(said()).toEqual({ card: ['4821'], tones: 2 });
    desk.publish({ changes: rig.commit(news({ status: 'CANCELLED', version: rig.clock.now() })) });
    expect(said().card).toEqual([]);
  });

  test('a ring of another order is not disturbed: the tone waits', () => {
    const { rig, desk, look, see, said } = rigWithBag();
    see();
    look(1);
    desk.publish({ changes: rig.commit(news({ id: '2', code: '2', version: rig.clock.now() })) });
    look(20);
    expect(said()).toEqual({ card: ['4821'], tones: 0 });
    desk.alerts.acknowledge(['2:ready'], 'counter');
    expect(said()).toEqual({ card: ['4821'], tones: 1 });
  });
});

describe('which bags come first, and when', () => {
  test('of bags ready at the same time none is lost, and an older one comes before them in any order', () => {
    expect(plan([bag('1', 20), bag('2', 40), bag('3', 20)]).bags).toEqual(['2', '1', '3']);
    expect(plan([bag('2', 40), bag('1', 20)]).bags).toEqual(['2', '1']);
    expect(plan([bag('1', 20), bag('2', 30), bag('3', 40)]).bags).toEqual(['3', '2', '1']);
  });

  test('one tone stands for all as soon as it is due for one', () => {
    const told = bag('1', 40, { reminder: { ...NEVER, toldAt: ago(1) } });
    expect(plan([told]).remind).toEqual([]);
    expect(plan([told, bag('2', 20)]).remind).toEqual(['1', '2']);
  });

  test('a bag of exactly a day is still told of', () => {
    expect(plan([bag('1', 24 * 60)]).bags).toEqual(['1']);
    expect(plan([bag('1', 24 * 60 + 1)]).bags).toEqual([]);
  });

  test('a look at the moment it is due counts as its first alert, not as a look at the waiting bag', () => {
    const since = ago(20);
    const seen = (minutes: number) => bag('1', 20, { acknowledgedAt: shiftIso(since, minutes * MINUTE_MS) });
    expect(plan([seen(15)]).bags).toEqual(['1']);
    expect(plan([seen(16)]).bags).toEqual([]);
  });

  test('the platform’s time of it counts, and this computer’s only when that cannot be', () => {
    const raised = { raisedAt: ago(5) };
    expect(plan([bag('1', 20, { ...raised, since: ago(20) })]).bags).toEqual(['1']);
    expect(plan([bag('1', 20, { ...raised, since: shiftIso(NOON, MINUTE_MS) })]).bags).toEqual([]);
    expect(plan([bag('1', 20, { raisedAt: ago(20), since: NOON })]).bags).toEqual([]);
  });
});
