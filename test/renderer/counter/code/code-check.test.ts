import { describe, expect, test } from 'vitest';
import {
  checkCode,
  isDoubtful,
  offeredBy,
  type CodeCheck,
} from '../../../../src/renderer/counter/code/code-check.ts';
import { toOrderBook } from '../../../../src/renderer/counter/list/order-book.ts';
import type { OrderSummary } from '../../../../src/shared/orders/order.ts';
import { HANDED_OVER_AT } from '../../../fakes/orders-api.ts';
import { minutesAgo, NOW, sampleOrder } from '../../sample-orders.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

const ready = sampleOrder({ id: 'a', code: '4821', at: minutesAgo(10) });
const cancelled = sampleOrder({ id: 'b', code: '4822', status: 'CANCELLED' });
const marked = sampleOrder({ id: 'c', code: '4700', handedOverAt: HANDED_OVER_AT });
const early = sampleOrder({ id: 'd', code: '4600', status: 'ACCEPTED' });
const orders = [ready, cancelled, marked, early];

function verdictOf(
  query: string,
  among: readonly OrderSummary[] = orders,
  offered: readonly string[] = [],
): CodeCheck | null {
  return checkCode({ query, book: toOrderBook(among), nowMs: NOW, offered });
}
const gone = (code: string, minutes: number): OrderSummary =>
  sampleOrder({
    id: `gone-${code}-${String(minutes)}`,
    code,
    at: minutesAgo(minutes),
    status: 'PICKED_UP',
    wasPickedUp: true,
  });

describe('a code that was typed', () => {
  test.each([
    ['4821', 'give', 'a'],
    [' 48-21 ', 'give', 'a'],
    ['4822', 'cancelled', 'b'],
    ['4700', 'gone', 'c'],
    ['4600', 'not-ready', 'd'],
  ])('%s is judged: %s', (query, verdict, id) => {
    expect(verdictOf(query)).toMatchObject({ verdict, order: { id } });
  });

  test('is no code when it is a name, or signs only', () => {
    for (const query of ['Lucía', 'zz', '--', 'luc 48']) expect(verdictOf(query)).toBeNull();
  });

  test('is one when codes here are written so, whoever has such a name; with a name it is none', () => {
    const among = [sampleOrder({ id: '1', code: 'AB 12', customerFirstName: 'Abel' })];
    expect(verdictOf('ab 13', among)).toMatchObject({ verdict: 'none' });
    expect(verdictOf('abel 13', among)).toBeNull();
    expect(verdictOf('abc 13', among)).toMatchObject({ verdict: 'none' });
  });

  test('that no order has is refused, whatever else holds its digits', () => {
    const holding = [
      sampleOrder({ id: 'x', code: '5000', externalId: 'x-9999-y' }),
      sampleOrder({ id: 'y', code: '99991' }),
      sampleOrder({ id: 'z', code: '19999' }),
      sampleOrder({ id: 'n', code: '5001', customerFirstName: '9999' }),
    ];
    const none = { verdict: 'none', code: '9999', older: null };
    expect(verdictOf('9999', orders)).toEqual(none);
    expect(verdictOf('9999', [...orders, ...holding])).toEqual(none);
    expect(verdictOf('9999', [])).toEqual(none);
  });

  test('means no other one that is a part of it, or that it is a part of', () => {
    const short = ['7', '12', 'E4', 'S-1'].map((code) => sampleOrder({ id: code, code }));
    for (const query of ['A7', '7A', '12E4', '1', '2', '12E', 'S-12', '71', 'E 4 7', '0012', '012']) {
      expect([query, verdictOf(query, short)?.verdict]).toEqual([query, 'none']);
    }
    const both = [...short, sampleOrder({ id: 'long', code: '12E4' })];
    expect(verdictOf('12E4', both)).toMatchObject({ verdict: 'give', order: { id: 'long' } });
    expect(verdictOf('12', both)).toMatchObject({ verdict: 'give', order: { id: '12' } });
  });

  test.each([
    ['wxfr-2440-rtbs', ['WXFR2440RTBS', 'wxfr 2440 rtbs', "wxfr'2440'rtbs", ' wxfr–2440–rtbs ']],
    ['S-12', ['s12', 'S 12', 's_12', 'S-12']],
    ['Ñ-7', ['ñ7', 'n7']],
    ['48 21', ['4821', '４８２１']],
  ])('is compared without case, blanks and hyphens: %s', (code, typed) => {
    const one = [sampleOrder({ id: 'one', code })];
    for (const query of typed)
      expect([query, verdictOf(query, one)]).toMatchObject([query, { verdict: 'give' }]);
  });

  test('of two bags that differ in signs or case only is never judged by one of them', () => {
    for (const [one, other] of [
      ['S-12', 'S12'],
      ['a7', 'A7'],
      ['12 3', '123'],
      ['Ñ1', 'N1'],
    ] as const) {
      const pair = [sampleOrder({ id: '1', code: one }), { ...gone(other, 5), id: '2' }];
      for (const query of [one, other]) {
        expect(verdictOf(query, pair)).toMatchObject({
          verdict: 'several',
          orders: [{ id: '1' }, { id: '2' }],
        });
      }
    }
  });

  test('that was cut for the screen is found by the whole of it', () => {
    const code = `${'A1'.repeat(19)}B…`;
    expect(verdictOf(`${code.slice(0, -1)}C3D4`, [sampleOrder({ id: 'long', code })])).toMatchObject({
      verdict: 'give',
    });
  });

  test('that the platform itself ends with an ellipsis means no longer one', () => {
    for (const code of ['48…', '4…', `${'A1'.repeat(10)}…`]) {
      const one = [sampleOrder({ id: 'short', code })];
      expect(verdictOf(`${code.slice(0, -1)}21`, one)).toMatchObject({ verdict: 'none' });
      expect(verdictOf(code, one)).toMatchObject({ verdict: 'give' });
    }
  });
});

describe('codes start again after 9999', () => {
  const of = (verdict: CodeCheck | null): unknown =>
    verdict === null ? null : [verdict.verdict, isDoubtful(verdict)];

  test('of weeks ago and again of today means the one of today', () => {
    const old = gone('4821', 20 * DAY);
    for (const among of [
      [old, ready],
      [ready, old],
    ])
      expect(verdictOf('4821', among)).toMatchObject({ verdict: 'give', order: { id: 'a' }, isOld: false });
  });

  test.each([
    ['picked up 34 days ago', gone('4821', 34 * DAY)],
    ['picked up 25 hours ago', gone('4821', 25 * HOUR)],
    ['ready for 40 days', sampleOrder({ id: 'o', code: '4821', at: minutesAgo(40 * DAY) })],
    ['cancelled a week ago', { ...cancelled, code: '4821', at: minutesAgo(7 * DAY) }],
    ['accepted two days ago', { ...early, code: '4821', at: minutesAgo(2 * DAY) }],
    [
      'ready for 40 days, promised for a year that no order is promised for',
      { ...ready, at: minutesAgo(40 * DAY), promisedFor: '2049-12-31T00:00:00.000Z' },
    ],
    [
      'picked up at no known time, first heard of just now',
      { ...gone('4821', 34 * DAY), firstSeenAt: minutesAgo(1), leftAt: minutesAgo(1) },
    ],
    [
      'picked up and cancelled weeks ago',
      {
        ...cancelled,
        code: '4821',
        at: minutesAgo(30 * DAY),
        leftAt: minutesAgo(30 * DAY),
        cancelledAt: minutesAgo(29 * DAY),
      },
    ],
  ])('%s: it is not judged by that one, which is named, and PedidosYa is asked', (_, old) => {
    const verdict = verdictOf('4821', [old]);
    expect(verdict).toEqual({ verdict: 'none', code: '4821', older: old });
    expect(isDoubtful(verdict)).toBe(true);
  });

  test.each([
    ['picked up 23 hours ago', gone('4821', 23 * HOUR), ['gone', false]],
    ['ready for 23 hours', { ...ready, at: minutesAgo(23 * HOUR) }, ['give', false]],
    ['ready for two days', { ...ready, at: minutesAgo(2 * DAY) }, ['give', true]],
    [
      'ready two days ago, marked just now',
      { ...ready, at: minutesAgo(2 * DAY), handedOverAt: minutesAgo(1) },
      ['gone', false],
    ],
    [
      'a preorder of last week for today',
      { ...early, code: '4821', at: minutesAgo(7 * DAY), promisedFor: minutesAgo(-60) },
      ['not-ready', false],
    ],
    [
      'a preorder of last week for today that was cancelled',
      { ...cancelled, code: '4821', at: minutesAgo(7 * DAY), promisedFor: minutesAgo(-60) },
      ['cancelled', false],
    ],
    [
      'ready two days ago, picked up just now',
      { ...gone('4821', 2 * DAY), leftAt: minutesAgo(1) },
      ['gone', false],
    ],
    [
      'ready two days ago, cancelled just now',
      { ...cancelled, code: '4821', at: minutesAgo(2 * DAY), cancelledAt: minutesAgo(1) },
      ['cancelled', false],
    ],
    ['of a time that cannot be read', { ...cancelled, code: '4821', at: 'odd' }, ['cancelled', false]],
    ['of a time to come', { ...ready, at: minutesAgo(-DAY) }, ['give', false]],
  ])('%s still answers', (_, order, expected) => {
    expect(of(verdictOf('4821', [order]))).toEqual(expected);
  });

  test('the newest of several old ones is named', () => {
    const [newer, older] = [gone('4821', 30 * DAY), gone('4821', 50 * DAY)];
    expect(verdictOf('4821', [older, newer])).toMatchObject({ older: newer });
  });

  test('that two bags have is never judged by one of them', () => {
    const newer = { ...cancelled, code: '4821', at: minutesAgo(1) };
    expect(verdictOf('4821', [ready, newer])).toEqual({
      verdict: 'several',
      code: '4821',
      orders: [ready, newer],
    });
  });

  test('that a cancelled bag has which still stands here is never judged by the other, whichever is newer', () => {
    const here = { ...cancelled, code: '4821', at: minutesAgo(60), cancelledAt: minutesAgo(20) };
    expect(verdictOf('4821', [here, ready])).toMatchObject({
      verdict: 'several',
      orders: [{ id: 'b' }, { id: 'a' }],
    });
    const left = { ...here, handedOverAt: minutesAgo(40) };
    const weeksAgo = { ...here, at: minutesAgo(20 * DAY), cancelledAt: minutesAgo(20 * DAY) };
    for (const other of [left, weeksAgo])
      expect(verdictOf('4821', [other, ready])).toMatchObject({ verdict: 'give', order: { id: 'a' } });
  });
});

describe('an order that was handed over for this code', () => {
  const done = { ...ready, handedOverAt: HANDED_OVER_AT };

  test('was handed over rightly; for the next one who says the code it has gone', () => {
    expect(offeredBy(verdictOf('4821'))).toEqual(['a']);
    expect(verdictOf('4821', [done], ['a'])).toMatchObject({ verdict: 'handed-over', order: { id: 'a' } });
    expect(verdictOf('4821', [done])).toMatchObject({ verdict: 'gone' });
    const confirmed = { ...done, status: 'PICKED_UP', wasPickedUp: true } as const;
    expect(verdictOf('4821', [confirmed], ['a'])).toMatchObject({ verdict: 'handed-over' });
  });

  test('is not to be handed over once it is cancelled', () => {
    expect(verdictOf('4821', [{ ...done, status: 'CANCELLED' }], ['a'])).toMatchObject({
      verdict: 'cancelled',
    });
  });

  test('picked out of two with its code does not let the other one go', () => {
    const other = { ...ready, id: 'other', customerFirstName: 'Mateo' };
    const offered = offeredBy(verdictOf('4821', [ready, other]));
    expect(offered).toEqual(['a', 'other']);
    expect(verdictOf('4821', [done, other], offered)).toMatchObject({
      verdict: 'handed-over',
      order: { id: 'a' },
    });
  });

  test('picked by its name stays the one that is answered when it leaves another way', () => {
    const other = { ...ready, id: 'other', customerFirstName: 'Mateo', at: minutesAgo(1) };
    const picked = (now: OrderSummary, offered: readonly string[] = ['a', 'other']): CodeCheck | null =>
      checkCode({ query: '4821', book: toOrderBook([now, other]), nowMs: NOW, offered, picked: 'a' });
    expect(picked(ready)).toMatchObject({ verdict: 'give', order: { id: 'a' } });
    const left = { ...ready, status: 'PICKED_UP', wasPickedUp: true, leftAt: minutesAgo(0) } as const;
    expect(picked(left)).toMatchObject({ verdict: 'gone', order: { id: 'a' } });
    expect(picked({ ...ready, status: 'CANCELLED' })).toMatchObject({
      verdict: 'cancelled',
      order: { id: 'a' },
    });
    expect(picked(done)).toMatchObject({ verdict: 'handed-over', order: { id: 'a' } });
    const both = checkCode({
      query: '4821',
      book: toOrderBook([done, { ...other, handedOverAt: HANDED_OVER_AT }]),
      nowMs: NOW,
      offered: ['a', 'other'],
      picked: 'a',
    });
    expect(both).toMatchObject({ verdict: 'handed-over', order: { id: 'a' } });
  });

  test('only what waits is offered', () => {
    const left = gone('4821', 1);
    expect(offeredBy(verdictOf('4821', [ready, left]))).toEqual(['a']);
    expect(offeredBy(verdictOf('4822'))).toEqual([]);
  });
});
