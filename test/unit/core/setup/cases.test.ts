import { describe, expect, it } from 'vitest';
import { casesOf, countSeen, findCases, type CaseOrder } from '../../../../src/main/core/setup/cases.ts';
import { parsePartnerOrder } from '../../../../src/main/partner/wire/schemas.ts';
import type { Order } from '../../../../src/shared/orders/order.ts';
import { kilos, line, sampleOrder, unit } from '../../partner/sample-order.ts';

const AT = '2026-03-12T12:00:00.000Z';

function order(items: readonly unknown[], status = 'READY_FOR_PICKUP', code = '4821'): Order {
  const read = parsePartnerOrder(sampleOrder({ status, order_code: code, items }), { country: 'uy' });
  if (!read.ok) throw new Error(read.error.note.kind);
  return read.value.order;
}

const WHOLE = line('1', 'IN_CART', unit(3, 10, 30), unit(3, 10, 30));
const FEWER = line('2', 'IN_CART', unit(2, 10, 20), unit(3, 10, 30));
const NOT_FOUND = line('3', 'NOT_FOUND', unit(0, 10, 0), unit(1, 10, 10));
const WEIGHED = line('4', 'IN_CART', kilos(0.535, 420, 224.7), kilos(0.5, 420, 210));
const REPLACED = line('5', 'REPLACED', unit(1, 75, 75), unit(1, 75, 75));
const ADDITION = line('6', 'ADDITION', unit(1, 79, 79), null, { replaced_id: '5' });

describe('an order is', () => {
  it.each([
    ['full', [WHOLE], ['full']],
    ['partial with fewer units', [WHOLE, FEWER], ['partial']],
    ['partial with a product that is not there', [WHOLE, NOT_FOUND], ['partial']],
    ['full and weighed: the scale always differs a little', [WHOLE, WEIGHED], ['full', 'weighed']],
    ['replaced, and so not full', [WHOLE, REPLACED, ADDITION], ['replaced']],
    ['several cases at once', [FEWER, WEIGHED, REPLACED, ADDITION], ['partial', 'weighed', 'replaced']],
    ['none without lines', [], []],
  ])('%s', (_, items, cases) => {
    expect(casesOf(order(items))).toEqual(cases);
  });

  it('still the same case after the rider came', () => {
    expect(casesOf(order([WHOLE], 'PICKED_UP'))).toEqual(['full']);
  });

  it('no case before it is ready, and only a cancellation once it is cancelled', () => {
    expect(casesOf(order([WHOLE], 'RECEIVED'))).toEqual([]);
    expect(casesOf(order([WHOLE, FEWER], 'CANCELLED'))).toEqual(['cancelled']);
  });
});

describe('the checklist', () => {
  const asked = { 'get-single': null, 'get-list': null };
  const seen = (code: string, items: readonly unknown[], byWebhook: boolean): CaseOrder => ({
    order: order(items, 'READY_FOR_PICKUP', code),
    at: AT,
    byWebhook,
  });

  it('prefers the proof by webhook to one by asking', () => {
    const cases = findCases([seen('2', [WHOLE], false), seen('1', [WHOLE], true)], asked);
    expect(cases.full).toEqual({ code: '1', at: AT, by: 'webhook' });
    expect(countSeen(cases)).toBe(1);
  });

  it('takes an order that was found by asking when no webhook came', () => {
    expect(findCases([seen('2', [WHOLE], false)], asked).full).toMatchObject({ code: '2', by: 'api' });
  });

  it('counts the two ways of asking', () => {
    const proof = { code: '7', at: AT, by: 'api' } as const;
    expect(countSeen(findCases([], { 'get-single': proof, 'get-list': proof }))).toBe(2);
  });
});
