import { screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { OrderSummary } from '../../../../src/shared/orders/order.ts';
import { createFakeMostrador } from '../../../fakes/mostrador-api.ts';
import { clearPage, findRow, renderApp, shownCodes } from '../../render-app.tsx';
import { minutesAgo, sampleOrder } from '../../sample-orders.ts';

afterEach(clearPage);

const orders = Array.from({ length: 12_000 }, (_, index) =>
  sampleOrder({ id: `order-${String(index)}`, code: `c${String(index)}`, at: minutesAgo(20_000 - index) }),
);

test('of 12,000 orders only those on the screen exist, and End reaches the last one', async () => {
  const user = renderApp(createFakeMostrador({ orders }));
  await findRow('c0');
  expect(shownCodes().length).toBeLessThan(40);
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('12000');
  await user.keyboard('{End}');
  const last = await findRow('c11999');
  expect(last.getAttribute('aria-rowindex')).toBe('12000');
  expect(last.getAttribute('aria-selected')).toBe('true');
});

test('a changed order is drawn anew and its neighbour is not', async () => {
  let drawn = 0;
  const watched: OrderSummary = Object.defineProperty(
    { ...sampleOrder({ id: 'w', code: 'watched' }) },
    'lineCount',
    {
      get: () => {
        drawn += 1;
        return 4;
      },
    },
  );
  const changing = sampleOrder({ id: 'c', code: 'changing' });
  const fake = createFakeMostrador({ orders: [watched, changing] });
  renderApp(fake);
  await findRow('watched');
  const before = drawn;
  expect(before).toBeGreaterThan(0);
  fake.emit('orders:changed', [{ ...changing, customerFirstName: 'Nueva' }]);
  await screen.findByText('Nueva');
  expect(drawn).toBe(before);
});
