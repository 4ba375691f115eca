import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Order } from '../../../../src/shared/orders/order.ts';
import { news } from '../../../fixtures/news.ts';
import { createReceiveRig, ID, type ReceiveRig } from './rig.ts';

const V1 = '2026-03-02T14:50:00.000Z';
const { order } = news();
const [line] = order.lines;
if (line === undefined) throw new Error('The ordinary order has a line');

let rig: ReceiveRig;
beforeEach(() => {
  rig = createReceiveRig();
});
afterEach(() => rig.close());

const countEvents = (): number => {
  const row = rig.db.prepare('SELECT count(*) AS count FROM events WHERE order_id = ?').get(ID);
  return Number(row?.['count']);
};

describe('of news with equal version and status the richer one tells the content', () => {
  const rich = news({ lines: [line, { ...line, id: 'l-2' }], comment: 'tocar timbre' }).order;
  const poorer: readonly (readonly [string, Partial<Order>])[] = [
    ['fewer lines', { lines: [line] }],
    ['no lines', { lines: [] }],
    ['no customer', { customer: null }],
    ['no comment', { comment: null }],
    ['an empty comment', { comment: '' }],
    ['no picked amounts', { lines: rich.lines.map((one) => ({ ...one, picked: null })) }],
    ['no prices', { totals: { ...rich.totals, goodsMinor: null, totalMinor: null } }],
    [
      'lines of which nothing is known',
      { lines: rich.lines.map((one) => ({ ...one, status: 'UNKNOWN' as const })) },
    ],
  ];

  test.each(poorer)('%s: whichever comes first, and though it comes again and again', (_what, less) => {
    // Many texts, so that a digest does not decide it by chance.
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
      const shop = { ...rich.shop, name };
      const poor = { ...rich, ...less, shop, id: `${name}1` };
      const full = { ...rich, shop, id: `${name}1` };
      rig.arrive(poor, { source: 'catch-up' });
      rig.arrive(full);
      expect(rig.arrive({ ...poor, acceptedFor: null }, { source: 'catch-up' }).kind).toBe('unchanged');
      expect(rig.store.findOrder(`${name}1`)?.order).toEqual(full);
      rig.arrive({ ...full, id: `${name}2` });
      expect(rig.arrive({ ...poor, id: `${name}2` }, { source: 'catch-up' }).kind).toBe('unchanged');
      expect(rig.store.findOrder(`${name}2`)?.order).toEqual({ ...full, id: `${name}2` });
    }
  });

  test('a newer version wins though it says less, and so does a further status', () => {
    rig.arrive(rich);
    rig.arrive({ ...rich, version: '2026-03-02T14:55:00.000Z', lines: [] });
    expect(rig.stored().order.lines).toEqual([]);
    rig.arrive({
      ...rich,
      version: '2026-03-02T14:55:00.000Z',
      status: 'PICKED_UP',
      comment: null,
      lines: [],
    });
    expect(rig.stored().order.comment).toBeNull();
  });

  test('webhook and list that tell different halves settle, and nobody is told again', () => {
    const webhook = { ...rich, lines: [] };
    const list = { ...rich, customer: null, comment: null };
    rig.arrive(webhook);
    rig.arrive(list, { source: 'catch-up' });
    const settled = rig.stored();
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 8 }), (sequence) => {
        for (const isWebhook of sequence) {
          expect(rig.arrive(isWebhook ? webhook : list).kind).toBe('unchanged');
        }
        expect(rig.stored()).toEqual(settled);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a field that differs each time an order is read', () => {
  const poll = (index: number, changes: Partial<Order> = {}) => {
    const one = news(changes);
    return { ...one, body: `${one.body}${String(index)}`, digest: `${String(index)} ${one.digest}` };
  };

  test('is no news, whether it is read here or not', () => {
    rig.take(poll(0), 'webhook');
    for (let index = 1; index <= 100; index += 1) {
      expect(rig.take(poll(index), 'catch-up').kind).toBe('unchanged');
    }
    expect(countEvents()).toBe(1);
    expect(rig.store.alertsOf(ID)).toHaveLength(1);
  });

  test('is no news where the list tells an older version than the webhook did, once', () => {
    rig.take(poll(0, { version: '2026-03-02T14:50:00.090Z' }), 'webhook');
    for (let index = 1; index <= 100; index += 1) {
      expect(rig.take(poll(index, { version: V1 }), 'catch-up').kind).toBe('unchanged');
    }
    expect(countEvents()).toBe(2);
  });

  test('is no news where it is the version alone', () => {
    rig.take(poll(0), 'webhook');
    for (let index = 1; index <= 50; index += 1) {
      const version = `2026-03-02T14:51:00.${String(100 + index)}Z`;
      expect(rig.take(poll(index, { version }), 'catch-up').kind).toBe('unchanged');
      expect(rig.stored().order.version).toBe(version);
    }
    expect(countEvents()).toBe(1);
  });

  test('fills no disk where it is one that people see: the first and the last news stay', () => {
    for (let index = 0; index <= 300; index += 1) {
      rig.take(
        poll(index, { version: `2026-03-02T14:51:00.${String(100 + index)}Z`, comment: String(index) }),
        'catch-up',
      );
    }
    expect(rig.stored().order.comment).toBe('300');
    expect(countEvents()).toBe(64);
    const ends = rig.db.prepare('SELECT min(version) AS first, max(version) AS last FROM events').get();
    expect(ends).toEqual({ first: '2026-03-02T14:51:00.100Z', last: '2026-03-02T14:51:00.400Z' });
    expect(rig.store.alertsOf(ID)).toHaveLength(1);
  });
});
