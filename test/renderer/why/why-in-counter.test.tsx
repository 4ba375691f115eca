import { screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { createFakeMostrador } from '../../fakes/mostrador-api.ts';
import { clearPage, findRow, renderApp } from '../render-app.tsx';
import { sampleDetail, sampleOrder } from '../sample-orders.ts';

afterEach(clearPage);
const order = sampleOrder({ id: 'a', code: '4821' });

test('the counter leads to the received alerts', async () => {
  const fake = createFakeMostrador({ orders: [order] });
  const user = renderApp(fake);
  await user.click(await screen.findByRole('button', { name: 'Avisos recibidos' }));
  expect(fake.callsOf('window:open-deliveries')).toHaveLength(1);
});

test('the open order is asked about by its own id', async () => {
  const fake = createFakeMostrador({ orders: [order], details: new Map([['a', sampleDetail(order)]]) });
  const user = renderApp(fake);
  await user.click(within(await findRow('4821')).getByText('4821'));
  const panel = await screen.findByRole('complementary', { name: 'Pedido 4821' });
  await user.click(await within(panel).findByRole('button', { name: '¿Por qué no sonó?' }));
  expect(await within(panel).findByText(/^El pedido 4821 no figura en ningún registro/)).toBeTruthy();
  expect(fake.callsOf('why:ask')).toEqual([{ code: '4821', orderId: 'a' }]);
});
