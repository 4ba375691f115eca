import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { shownCodes } from '../../render-app.tsx';
import { sampleDetail, sampleLine, sampleOrder } from '../../sample-orders.ts';
import { open, verdict, withOwnTime } from '../code-rig.tsx';

withOwnTime();

const cheese = sampleOrder({ id: 'a', code: '4821' });
const milk = sampleOrder({ id: 'b', code: '4822', customerFirstName: 'Quesada' });
const details = new Map([
  [
    cheese.id,
    sampleDetail(cheese, { lines: [sampleLine({ id: '1', name: 'Queso Colonia', sku: '7790001234' })] }),
  ],
  [milk.id, sampleDetail(milk, { lines: [sampleLine({ id: '2', name: 'Leche', sku: 'LE-1' })] })],
]);

test('a product is found under every tab, after what has the words itself, and the row says why', async () => {
  const { fake, type, pass } = await open([cheese, milk], { details });
  await type('ques');
  await pass(400);
  expect(shownCodes()).toEqual(['4822', '4821']);
  expect(screen.getAllByRole('row')[1]?.textContent).toContain('Lleva ese producto');
  expect(screen.getByRole('tab', { name: /^Listos 2/ })).toBeTruthy();
  expect(fake.callsOf('orders:search')).toEqual([{ words: ['ques'], after: '' }]);
});

test('a SKU is found, while the verdict stays that of codes alone; a code asks for no product', async () => {
  const { fake, type, press, pass } = await open([cheese, milk], { details });
  await type('4821');
  await pass(1_000);
  expect([verdict(), fake.callsOf('orders:search').length]).toEqual(['give', 0]);
  await press('Escape');
  await type('7790001234');
  await pass(1_000);
  expect([verdict(), shownCodes()]).toEqual(['none', ['4821']]);
});

test('words that nothing holds are told in their own words', async () => {
  const { type, pass } = await open([cheese, milk], { details });
  await type('jamón');
  expect(screen.queryByText('Ningún pedido con “jamón”')).toBeNull();
  expect(screen.getByText('Buscando “jamón”…')).toBeTruthy();
  await pass(400);
  expect(screen.getByText('Ningún pedido con “jamón”')).toBeTruthy();
  expect(screen.getByText(/nombres y productos de los últimos 60 días/)).toBeTruthy();
});

test('nothing is said to be missing while the last part of the orders is not searched, nor when the search fails', async () => {
  const { fake, type, press, pass } = await open([cheese, milk], { details });
  const last = Promise.withResolvers<{ readonly orderIds: readonly string[]; readonly next: null }>();
  fake.main.search = ({ after }) =>
    after === '' ? Promise.resolve({ orderIds: [], next: 'a' }) : last.promise;
  await type('jamón');
  await pass(400);
  expect(screen.getByText('Buscando “jamón”…')).toBeTruthy();
  last.resolve({ orderIds: [], next: null });
  await pass(0);
  expect(screen.getByText('Ningún pedido con “jamón”')).toBeTruthy();
  await press('Escape');
  fake.main.broken.add('orders:search');
  await type('dulce');
  await pass(400);
  expect(screen.getByText('Ningún pedido con “dulce”')).toBeTruthy();
});

test('the search box says that it finds products, too', async () => {
  await open([cheese], { details });
  expect(screen.getByPlaceholderText('Código, nombre o producto')).toBeTruthy();
});
