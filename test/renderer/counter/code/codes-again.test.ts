import { describe, expect, test } from 'vitest';
import { isDoubtful, type CodeCheck } from '../../../../src/renderer/counter/code/code-check.ts';
import { minutesAgo, sampleOrder } from '../../sample-orders.ts';
import { cancelled, DAY, early, gone, HOUR, ready, verdictOf } from './check-rig.ts';

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
