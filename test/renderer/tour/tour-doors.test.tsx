import { act, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { textsFor } from '../../../src/shared/texts/texts.ts';
import { createFakeMostrador, type FakeMostrador } from '../../fakes/mostrador-api.ts';
import { clearPage, findRow, renderApp } from '../render-app.tsx';
import { sampleAlert, sampleOrder } from '../sample-orders.ts';

afterEach(clearPage);

const { orders, tour } = textsFor('es');
const order = sampleOrder({ id: 'one', code: '4821' });

function offered(): FakeMostrador {
  return createFakeMostrador({ isTourOffered: true, orders: [order] });
}

test('the counter offers the tour, without taking the focus', async () => {
  const fake = offered();
  const user = renderApp(fake);
  await screen.findByText(tour.offer);
  expect(document.activeElement).toBe(document.body);
  await user.click(screen.getByRole('button', { name: tour.take }));
  expect(fake.callsOf('window:open-tour')).toHaveLength(1);
  expect(screen.queryByText(tour.offer)).toBeNull();
});

test('Ahora no takes the offer away for good', async () => {
  const fake = offered();
  const user = renderApp(fake);
  await user.click(await screen.findByRole('button', { name: tour.decline }));
  expect(fake.callsOf('tour:decline')).toHaveLength(1);
  expect(screen.queryByText(tour.offer)).toBeNull();
  clearPage();
  renderApp(fake);
  await findRow('4821');
  expect(screen.queryByText(tour.offer)).toBeNull();
});

test('an alert takes the offer away, and it does not come back into a list that is worked with', async () => {
  const fake = offered();
  renderApp(fake);
  await screen.findByText(tour.offer);
  const alert = sampleAlert(order, 'ready');
  act(() => fake.emit('alerts:changed', [alert]));
  expect(screen.queryByText(tour.offer)).toBeNull();
  act(() => fake.emit('alerts:changed', []));
  await findRow('4821');
  expect(screen.queryByText(tour.offer)).toBeNull();
});

test('while something rings already the tour is not offered', async () => {
  const fake = offered();
  fake.main.alerts = [sampleAlert(order, 'ready')];
  renderApp(fake);
  await screen.findByRole('button', { name: orders.seenOrder(order.code) });
  expect(screen.queryByText(tour.offer)).toBeNull();
});

test('the map of the keys leads to the tour', async () => {
  const fake = createFakeMostrador({ orders: [order] });
  const user = renderApp(fake);
  await findRow('4821');
  await user.keyboard('?');
  await user.click(await screen.findByRole('button', { name: tour.title }));
  expect(fake.callsOf('window:open-tour')).toHaveLength(1);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('the settings lead to the tour', async () => {
  const fake = createFakeMostrador();
  const user = renderApp(fake, 'settings');
  await user.click(await screen.findByRole('button', { name: tour.title }));
  expect(fake.callsOf('window:open-tour')).toHaveLength(1);
});
