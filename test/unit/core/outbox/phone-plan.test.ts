import { expect, test } from 'vitest';
import { phoneRequest } from '../../../../src/main/core/outbox/phone-message.ts';
import {
  planPhone,
  stillTrue,
  toQueued,
  type PhoneNews,
} from '../../../../src/main/core/outbox/phone-plan.ts';
import type { PhoneRow } from '../../../../src/main/core/outbox/types.ts';
import { readPhoneNews } from '../../../../src/main/outgoing/read-phone-news.ts';
import { isOpenAlert, type Alert, type OrderAlert } from '../../../../src/shared/orders/alert.ts';
import { DEFAULT_OUTGOING_SETTINGS, type PhoneSettings } from '../../../../src/shared/settings/outgoing.ts';
import { textsFor } from '../../../../src/shared/texts/texts.ts';
import { shiftIso } from '../../../../src/shared/time.ts';
import { orderAlert } from '../../../fixtures/order-alert.ts';

const RAISED = '2026-03-02T15:00:00.000Z';
const PHONE: PhoneSettings = { ...DEFAULT_OUTGOING_SETTINGS.phone, way: 'ntfy', topic: 't' };
const minutesLater = (minutes: number): string => shiftIso(RAISED, minutes * 60_000);

function alert(changes: Partial<OrderAlert> = {}): OrderAlert {
  return orderAlert('807c225f', { code: '4821', raisedAt: RAISED, ...changes });
}

function plan(
  alerts: readonly Alert[],
  facts: { now: string; rows?: readonly PhoneRow[]; phone?: PhoneSettings; isShopOpen?: boolean },
) {
  return planPhone({
    phone: PHONE,
    isShopOpen: true,
    rows: [],
    open: alerts.filter(isOpenAlert),
    parse: readPhoneNews,
    alertOf: (id) => alerts.find((one) => one.id === id) ?? null,
    ...facts,
  });
}
const rowOf = (news: PhoneNews, isSent = true): PhoneRow => ({
  id: 'msg_1',
  body: toQueued(news, 'msg_1', RAISED).body,
  isSent,
});
const first = (found: readonly PhoneNews[]): PhoneNews => {
  const [news] = found;
  if (news === undefined) throw new Error('Nothing is planned');
  return news;
};

test('an alert goes out after its minutes, and never when its kind is switched off', () => {
  expect(plan([alert()], { now: minutesLater(4.9) })).toEqual([]);
  expect(plan([alert()], { now: minutesLater(5) })).toMatchObject([{ about: 'unseen', kind: 'ready' }]);
  expect(plan([alert()], { now: minutesLater(60), phone: { ...PHONE, ready: -1 } })).toEqual([]);
  expect(plan([alert({ kind: 'cancelled' })], { now: RAISED })).toHaveLength(1);
  expect(plan([alert()], { now: minutesLater(60), phone: { ...PHONE, way: 'off' } })).toEqual([]);
});

test('an alert of a time that is still to come was raised by a clock that was ahead: it does not wait for that time', () => {
  const days = (count: number): Alert => alert({ raisedAt: shiftIso(RAISED, count * 24 * 60 * 60_000) });
  for (const ahead of [days(3), days(2_000)]) {
    expect(plan([ahead], { now: RAISED })).toMatchObject([{ about: 'unseen', kind: 'ready' }]);
    expect(plan([ahead], { now: RAISED, phone: { ...PHONE, ready: -1 } })).toEqual([]);
  }
});

test('outside the opening hours nothing goes out; an alert that is hours old stays at the counter', () => {
  expect(plan([alert()], { now: minutesLater(5), isShopOpen: false })).toEqual([]);
  expect(plan([alert()], { now: minutesLater(13 * 60) })).toEqual([]);
});

test('an alert is told once, ever, whether its message was sent, waits or was given up', () => {
  const news = first(plan([alert()], { now: minutesLater(5) }));
  for (const isSent of [true, false]) {
    expect(plan([alert()], { now: minutesLater(6), rows: [rowOf(news, isSent)] })).toEqual([]);
  }
});

test('three thousand unseen alerts of one kind are one message', () => {
  const many = Array.from({ length: 3_000 }, (_, at) =>
    alert({ id: `o${String(at)}:ready`, code: String(at) }),
  );
  expect(plan(many, { now: minutesLater(5) })).toHaveLength(1);
});

test('Visto follows a message that went out, once it can no longer be taken back, and only then', () => {
  const news = first(plan([alert()], { now: minutesLater(5) }));
  const seen = alert({ acknowledgedAt: minutesLater(7) });
  const rows = [rowOf(news)];
  expect(plan([seen], { now: shiftIso(minutesLater(7), 5_000), rows })).toEqual([]);
  const followUp = first(plan([seen], { now: minutesLater(8), rows }));
  expect(followUp).toMatchObject({ about: 'seen', at: minutesLater(7), follows: 'msg_1' });
  const told = [...rows, { ...rowOf(followUp), id: 'msg_2' }];
  expect(plan([seen], { now: minutesLater(9), rows: told })).toEqual([]);
  expect(plan([seen], { now: minutesLater(8), rows: [rowOf(news, false)] })).toEqual([]);
});

test('what was seen or picked up before the message goes is not said any more', () => {
  const news = first(plan([alert()], { now: minutesLater(5) }));
  expect(stillTrue(news, () => alert())).toEqual(news);
  expect(stillTrue(news, () => alert({ acknowledgedAt: minutesLater(5) }))).toBeNull();
  expect(stillTrue(news, () => alert({ closedAt: minutesLater(5) }))).toBeNull();
  expect(stillTrue(news, () => null)).toBeNull();
});

test.each(['ntfy', 'post'] as const)('by %s only shop, kind and code leave the computer', (way) => {
  const named = alert({ customerFirstName: 'Lucía', reason: 'Timbre roto' });
  const news = first(plan([named], { now: minutesLater(5) }));
  const { body } = phoneRequest({ ...PHONE, way, address: 'https://own.example/' }, 'msg_1', news, {
    shop: 'Almacén del Puerto',
    texts: textsFor('es'),
    clock: () => '12:00',
    at: RAISED,
  });
  expect(body).toContain('Almacén del Puerto');
  expect(body).not.toMatch(/Lucía|Timbre/);
  expect(body).not.toContain(named.subject);
});
