import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { CardPage } from '../../src/renderer/card/card-page.tsx';
import { createFakeMostrador, type FakeMostrador } from '../fakes/mostrador-api.ts';
import { clearPage, findRow, renderApp } from './render-app.tsx';
import { minutesAgo, sampleAlert, sampleDetail, sampleOrder } from './sample-orders.ts';

afterEach(clearPage);

const CODES = ['4821', '4822', '4823'];
const orders = CODES.map((code, index) => sampleOrder({ id: code, code, at: minutesAgo(30 - index) }));
const shop = (): FakeMostrador =>
  createFakeMostrador({
    orders,
    alerts: orders.map((order) => sampleAlert(order, 'ready')),
    details: new Map(orders.map((order) => [order.id, sampleDetail(order)])),
  });
const focused = (): Element | null => document.activeElement;
const focus = (element: HTMLElement): void => act(() => element.focus());
/** The focus is never asked to go to the body, nor to what is not in the page. */
const expectKept = (): Promise<void> =>
  waitFor(() => {
    expect(focused()).not.toBe(document.body);
    expect(focused()?.isConnected).toBe(true);
  });

test('a row that was handed over leaves the focus to the list', async () => {
  const fake = shop();
  renderApp(fake);
  const row = await findRow('4821');
  const button = row.querySelector<HTMLElement>('[data-hand-over]') ?? row;
  await waitFor(() => expect(button).toHaveProperty('disabled', false));
  focus(button);
  act(() => fake.emit('orders:replaced', orders.slice(1)));
  await waitFor(() => expect(focused()).toBe(screen.getByRole('grid')));
});

test('the button that marked a row as seen leaves the focus to the list, also when the list ends', async () => {
  const fake = shop();
  renderApp(fake);
  const row = await findRow('4821');
  focus(within(row).getByRole('button', { name: /^Visto/ }));
  act(() => fake.emit('alerts:changed', []));
  await waitFor(() => expect(focused()).toBe(screen.getByRole('grid')));
  act(() => fake.emit('orders:replaced', []));
  await waitFor(() => expect(focused()).toBe(screen.getByRole('main')));
});

test('the detail that closes when its list is empty leaves the focus to the main part', async () => {
  const fake = shop();
  renderApp(fake);
  fireEvent.click((await findRow('4821')).querySelector('[role="gridcell"]') ?? document.body);
  const detail = await screen.findByRole('complementary');
  focus(within(detail).getByRole('button', { name: 'Cerrar el detalle' }));
  act(() => fake.emit('orders:replaced', []));
  fireEvent.click(within(detail).getByRole('button', { name: 'Cerrar el detalle' }));
  await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
  await expectKept();
});

test('the notice of an undo that ends leaves the focus to the list', async () => {
  const fake = shop();
  renderApp(fake);
  const row = await findRow('4821');
  fireEvent.click(within(row).getByRole('button', { name: /^Visto/ }));
  await waitFor(() => expect(row.querySelector('[data-hand-over]')).toHaveProperty('disabled', false));
  fireEvent.click(row.querySelector('[data-hand-over]') ?? row);
  focus(await screen.findByRole('button', { name: 'Deshacer' }));
  fireEvent.click(screen.getByRole('button', { name: 'Deshacer' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Deshacer' })).toBeNull());
  await expectKept();
});

test('a box over the page leaves the focus to the button that opened it, also when the choice closes it', async () => {
  const fake = shop();
  const user = renderApp(fake);
  await findRow('4821');
  await user.click(screen.getByRole('button', { name: 'Silenciar los avisos' }));
  await user.click(screen.getByRole('button', { name: 'Por 15 minutos' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Por 15 minutos' })).toBeNull());
  await expectKept();
});

test('muting leaves the focus to the button that ends it, and that one to the bell', async () => {
  const fake = shop();
  const user = renderApp(fake);
  await findRow('4821');
  for (const _time of [1, 2]) {
    await user.click(screen.getByRole('button', { name: 'Silenciar los avisos' }));
    await user.click(screen.getByRole('button', { name: 'Por 15 minutos' }));
    const end = await screen.findByRole('button', { name: 'Activar sonido' });
    await waitFor(() => expect(focused()).toBe(end));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(focused()).toBe(screen.getByRole('button', { name: 'Silenciar los avisos' })));
  }
});

test('a code typed with the focus on a button leaves it to the list', async () => {
  const user = renderApp(shop());
  await findRow('4821');
  focus(screen.getByRole('button', { name: 'Actualizar' }));
  await user.keyboard('48');
  await expectKept();
  expect(focused()?.tagName).not.toBe('BUTTON');
});

test('an alert that leaves the card leaves the focus to the next row, and never to a button that waits', async () => {
  const fake = shop();
  render(<CardPage api={fake.api} />);
  const seen = await screen.findByRole('button', { name: 'Visto, pedido 4821' });
  await waitFor(() => expect(seen).toHaveProperty('disabled', false));
  focus(seen);
  const [, ...others] = fake.main.alerts;
  act(() =>
    fake.emit('card:changed', { alerts: others, digest: null, undo: null, flash: false, mutedUntil: null }),
  );
  await waitFor(() => expect(focused()?.closest('li')?.textContent).toContain('4822'));
  act(() =>
    fake.emit('card:changed', { alerts: [], digest: null, undo: null, flash: false, mutedUntil: null }),
  );
  await expectKept();
});
