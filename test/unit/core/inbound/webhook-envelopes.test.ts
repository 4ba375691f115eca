import { describe, expect, test } from 'vitest';
import { createTestTickets } from '../../../../src/main/core/inbound/test-tickets.ts';
import { readWebhook } from '../../../../src/main/core/inbound/webhook-body.ts';
import type { ParsedOne, ParsedWebhook } from '../../../../src/main/core/inbound/types.ts';

/** What was taken for one order. */
function contentsOf(body: unknown): readonly unknown[] {
  const seen: unknown[] = [];
  const none: ParsedOne = { kind: 'catalogue-callback' };
  readWebhook(body, {
    readTest: () => null,
    readOne: (one) => {
      seen.push(one);
      return none;
    },
  });
  return seen;
}

const kindOf = (body: unknown): ParsedWebhook =>
  readWebhook(body, { readTest: () => null, readOne: () => ({ kind: 'catalogue-callback' }) });
const order = { order_id: 'a', status: 'READY_FOR_PICKUP' };

describe('a list', () => {
  test('without orders, and one longer than any day, are refused with the reason', () => {
    expect(kindOf([])).toEqual({ kind: 'not-an-order', note: { kind: 'empty-list' } });
    const long = (length: number) => Array.from({ length }, () => order);
    expect(kindOf(long(1_001))).toEqual({ kind: 'not-an-order', note: { kind: 'too-many' } });
    expect(kindOf(long(1_000))).toMatchObject({ kind: 'several' });
  });

  test('of one is that one, of two is several', () => {
    expect(kindOf([order])).toEqual({ kind: 'catalogue-callback' });
    expect(kindOf([order, order])).toMatchObject({
      kind: 'several',
      parts: [{ kind: 'catalogue-callback' }, {}],
    });
  });
});

describe('a text', () => {
  test('is read only when it is JSON of an order from its beginning', () => {
    const text = JSON.stringify(order);
    expect(contentsOf({ body: ` \n${text}` })).toEqual([order]);
    for (const body of [{ body: `x ${text}` }, { body: `"order_id" [1` }, { body: '{"a":{"order":1}}' }]) {
      expect(contentsOf(body)).toEqual([body]);
    }
  });

  test('by itself that holds no order stays the text that it is', () => {
    expect(contentsOf('{"hola":1}')).toEqual(['{"hola":1}']);
    expect(contentsOf('{"order_id":')).toEqual(['{"order_id":']);
    expect(contentsOf('hola "order_id"')).toEqual(['hola "order_id"']);
  });
});

test('an order in a list in three wrappers is found, one more is too deep', () => {
  const wrapped = { data: { data: { data: [order] } } };
  expect(contentsOf(wrapped)).toEqual([order]);
  const deeper = { data: wrapped };
  expect(contentsOf(deeper)).toEqual([deeper]);
});

test('a list of lists, of numbers or of nothing holds no order', () => {
  for (const body of [{ events: [[order]] }, { events: [1, 'a', null] }]) {
    expect(contentsOf(body)).toEqual([body]);
  }
});

test('a test that is sent has the mark that every version of the app knows, and has not arrived before it has', () => {
  const tickets = createTestTickets({ newNonce: () => 'nonce-1' });
  const ticket = tickets.open('public');
  expect(JSON.parse(ticket.body)).toEqual({ mostrador_test: 'nonce-1', path: 'public' });
  expect(ticket.hasArrived()).toBe(false);
});
