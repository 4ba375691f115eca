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

describe('the orders of a page', () => {
  const idsIn = async (json: unknown): Promise<readonly string[] | string> => {
    const page = await readOrderPage(json, { page: 1, pageSize: 100, country: 'uy' });
    return page.ok ? page.value.orders.map(({ order }) => order.code) : page.error.code;
  };
  const one = sampleOrder();
  const other = sampleOrder({ order_id: '00000000-7a4e-4c0b-9b43-0d6f5a2e8c11', order_code: '7' });

  // As PHP writes a list that lost an entry, and what turns XML into JSON a list of one.
  test.each([
    ['under numbers', { '0': one, '2': other }, ['4821', '7']],
    ['one alone', one, ['4821']],
    ['an empty object', {}, []],
    ['an empty text', '', []],
    ['blanks', ' ', []],
    ['no', false, []],
    ['null', null, []],
    ['absent', undefined, []],
  ])('may be %s', async (_, orders, codes) => {
    expect(await idsIn({ orders, total_pages: 1 })).toEqual(codes);
    expect(await idsIn(JSON.parse(JSON.stringify({ orders, page_size: 100 })))).toEqual(codes);
  });

  test.each([7, true, 'none', { message: 'blocked' }, { href: '/orders' }])(
    'are not %j: that is no list',
    async (orders) => {
      expect(await idsIn({ orders, total_pages: 1 })).toBe('bad-response');
    },
  );
});
