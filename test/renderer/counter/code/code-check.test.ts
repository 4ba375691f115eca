import { describe, expect, test } from 'vitest';
import { checkCode, offeredBy, type CodeCheck } from '../../../../src/renderer/counter/code/code-check.ts';
import { toOrderBook } from '../../../../src/renderer/counter/list/order-book.ts';
import type { OrderSummary } from '../../../../src/shared/orders/order.ts';
import { HANDED_OVER_AT } from '../../../fakes/orders-api.ts';
import { minutesAgo, NOW, sampleOrder } from '../../sample-orders.ts';
import { DAY, gone, HOUR, orders, ready, verdictOf } from './check-rig.ts';

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

  test('picked by its name stays so when it turns out to have left a day ago, or gets another code', () => {
    const other = { ...ready, id: 'other', customerFirstName: 'Mateo', at: minutesAgo(1) };
    const picked = (now: OrderSummary, among = [now, other]): CodeCheck | null =>
      checkCode({
        query: '4821',
        book: toOrderBook(among),
        nowMs: NOW,
        offered: ['a', 'other'],
        picked: 'a',
      });
    const yesterday = { ...ready, at: minutesAgo(DAY + 6 * HOUR) };
    expect(picked(yesterday)).toMatchObject({ verdict: 'give', order: { id: 'a' } });
    const left = {
      ...yesterday,
      status: 'PICKED_UP',
      wasPickedUp: true,
      leftAt: minutesAgo(DAY + 5 * HOUR),
    } as const;
    expect(picked(left)).toMatchObject({ verdict: 'gone', order: { id: 'a' } });
    expect(picked(left, [left])).toMatchObject({ verdict: 'gone', order: { id: 'a' } });
    const off = {
      ...yesterday,
      status: 'CANCELLED',
      cancelledAt: minutesAgo(DAY + 5 * HOUR),
    } as const;
    expect(picked(off)).toMatchObject({ verdict: 'cancelled', order: { id: 'a' } });
    expect(picked({ ...ready, code: '77' })).toMatchObject({ order: { id: 'a' } });
  });

  test('only what waits is offered', () => {
    const left = gone('4821', 1);
    expect(offeredBy(verdictOf('4821', [ready, left]))).toEqual(['a']);
    expect(offeredBy(verdictOf('4822'))).toEqual([]);
  });
});
