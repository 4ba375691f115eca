import { describe, expect, test } from 'vitest';
import { readOrderPage } from '../../../src/main/partner/read-page.ts';
import { sampleOrder } from './sample-order.ts';

/** How many pages there are, as far as the third one tells, with this many orders in it. */
async function totalAfter(orders: number, told: Readonly<Record<string, unknown>>): Promise<number | null> {
  const json = { orders: Array.from({ length: orders }, () => sampleOrder()), ...told };
  const page = await readOrderPage(json, { page: 3, pageSize: 100, country: 'uy' });
  return page.ok ? page.value.totalPages : null;
}

describe('how many pages there are', () => {
  test('is what the platform says, however full its pages are', async () => {
    expect(await totalAfter(20, { total_pages: 9, page_size: 100 })).toBe(9);
    expect(await totalAfter(0, { total_pages: 3 })).toBe(3);
  });

  test.each([
    [100, 100, 4],
    [99, 100, 3],
    [20, 20, 4],
    [19, 20, 3],
    // What it says is more than was asked for, so a full page of ours is full.
    [100, 500, 4],
    [0, 0, 3],
  ])('without a total: %d orders on a page that holds %d leave %d pages', async (orders, pageSize, total) => {
    expect(await totalAfter(orders, { page_size: pageSize })).toBe(total);
  });

  test.each([0, 1, 2, '0', '2', -1, null, '', 'many', {}, [], true, Number.NaN])(
    'is guessed where a page with orders is beyond what it says (%j)',
    async (total) => {
      expect(await totalAfter(100, { total_pages: total, page_size: 100 })).toBe(4);
      expect(await totalAfter(99, { total_pages: total, page_size: 100 })).toBe(3);
    },
  );

  test.each(['9', '09', ' 9 ', 8.5])('is read from %j', async (total) => {
    expect(await totalAfter(20, { total_pages: total })).toBe(9);
  });

  test('without total and size, pages go on until one is empty', async () => {
    expect(await totalAfter(7, {})).toBe(4);
    expect(await totalAfter(0, {})).toBe(3);
  });
});
