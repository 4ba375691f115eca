import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCode } from '../../../../src/renderer/counter/code/code-check.ts';
import { toOrderBook } from '../../../../src/renderer/counter/list/order-book.ts';
import { minutesAgo, NOW, sampleOrder } from '../../sample-orders.ts';

const DAY_MINUTES = 24 * 60;
const anyCode = fc.stringMatching(/^[A-Ea-e0-3 -]{1,6}$/).filter((text) => /[A-Ea-e0-3]/.test(text));
/** Of few codes several bags have the same, spelled in one way or in two, and most are asked for. */
const code = fc.oneof({ weight: 3, arbitrary: fc.constantFrom('12', '1-2', 'A3', 'a3') }, anyCode);
const minutes = fc.oneof(...[1, 7, 40].map((days) => fc.integer({ min: 0, max: days * DAY_MINUTES })));
const bare = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

test('an answer that lets a bag go is of exactly that code and of no other bag', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ code, minutes, isReady: fc.boolean() }), {
        maxLength: 12,
      }),
      code,
      (kept, query) => {
        const among = kept.map((one, index) =>
          sampleOrder({
            id: String(index),
            code: one.code,
            at: minutesAgo(one.minutes),
            status: one.isReady ? 'READY_FOR_PICKUP' : 'PICKED_UP',
          }),
        );
        const verdict = checkCode({ query, book: toOrderBook(among), nowMs: NOW });
        const same = among.filter((order) => bare(order.code) === bare(query));
        const waits = same.filter(
          ({ status, at }) => status === 'READY_FOR_PICKUP' && at > minutesAgo(7 * DAY_MINUTES),
        );
        if (verdict?.verdict === 'give') expect(waits).toEqual([verdict.order]);
        if (waits.length > 1) expect(verdict?.verdict).toBe('several');
        if (same.length === 0 && /\d/.test(query)) expect(verdict?.verdict).toBe('none');
        if (same.length > 0) expect(verdict).not.toBeNull();
      },
    ),
  );
});

test.each([1_000, 3_000])('of %i kept orders a wrong code of four digits always gets its answer', (count) => {
  // Numbers as the platform has them: nearly every four digits stand in one of them.
  const among = Array.from({ length: count }, (_, index) =>
    sampleOrder({
      id: String(index),
      code: String(1000 + index * 2),
      externalId: String(1_234_567_890 + index * 7_919_317),
      at: minutesAgo(index),
    }),
  );
  const book = toOrderBook(among);
  for (let wrong = 1001; wrong < 1000 + count * 2; wrong += 26) {
    const query = String(wrong);
    expect(checkCode({ query, book, nowMs: NOW })).toEqual({ verdict: 'none', code: query, older: null });
  }
});
