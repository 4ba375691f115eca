import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { createFakeMostrador, type FakeMostrador } from '../../../fakes/mostrador-api.ts';
import { HANDED_OVER_AT } from '../../../fakes/orders-api.ts';
import { createKeyboard } from '../../keyboard.ts';
import { clearPage, findRow, renderApp, shownCodes } from '../../render-app.tsx';
import { minutesAgo, NOW, sampleAlert, sampleDetail, sampleOrder } from '../../sample-orders.ts';

afterEach(() => {
  vi.useRealTimers();
  clearPage();
});

const seen = sampleOrder({ id: 'a', code: '4821', at: minutesAgo(30) });
const unseen = sampleOrder({ id: 'b', code: '4822', at: minutesAgo(20) });
const marked = sampleOrder({ id: 'c', code: '4700', handedOverAt: HANDED_OVER_AT });
const cancelled = sampleOrder({ id: 'd', code: '8421', status: 'CANCELLED' });
const pickedUp = sampleOrder({ id: 'e', code: '4600', status: 'PICKED_UP', wasPickedUp: true });

function shop(): FakeMostrador {
  const orders = [seen, unseen, marked, cancelled, pickedUp];
  return createFakeMostrador({
    orders,
    alerts: [sampleAlert(unseen, 'ready')],
    details: new Map(orders.map((order) => [order.id, sampleDetail(order)])),
  });
}

/** Waits until it has rested: a click before that cannot have been meant for it. */
async function restedMark(within_: HTMLElement): Promise<HTMLElement> {
  const button = within(within_).getByRole('button', { name: /^Entregado/ });
  await waitFor(() => expect(button).toHaveProperty('disabled', false));
  return button;
}

async function openDetail(fake: FakeMostrador, code: string): Promise<HTMLElement> {
  renderApp(fake);
  const order = fake.main.orders.find((each) => each.code === code);
  fake.emit('orders:show', { orderId: order?.id ?? '' });
  const panel = await screen.findByRole('complementary', { name: `Pedido ${code}` });
  await within(panel).findByText('Leche entera Conaprole 1 L');
  return panel;
}

const marks = (fake: FakeMostrador): readonly unknown[] => fake.callsOf('orders:hand-over');

test('an order that was seen and waits is marked in its row and then stands under Retirados as handed over', async () => {
  const fake = shop();
  const user = renderApp(fake);
  await user.click(await restedMark(await findRow('4821')));
  expect(marks(fake)).toEqual([{ orderId: 'a', handedOver: true }]);
  await waitFor(() => expect(shownCodes()).toEqual(['4822']));
  expect(screen.queryByRole('complementary')).toBeNull();
  await user.click(screen.getByRole('tab', { name: /^Retirados/ }));
  expect((await findRow('4821')).textContent).toContain('Entregado');
});

test('an unseen order offers both, Visto first', async () => {
  renderApp(shop());
  const buttons = within(await findRow('4822')).getAllByRole('button');
  expect(buttons.map((button) => button.textContent)).toEqual(['Visto', 'Entregado']);
  expect(buttons.map((button) => button.dataset['kind'])).toEqual(['primary', 'plain']);
});

test('only a bag that waits can be marked in the list', async () => {
  const user = renderApp(shop());
  await user.click(await screen.findByRole('tab', { name: /^Retirados/ }));
  expect(within(await findRow('4700')).queryByRole('button')).toBeNull();
  expect(within(await findRow('4600')).queryByRole('button')).toBeNull();
  await user.click(screen.getByRole('tab', { name: /^Cancelados/ }));
  expect(within(await findRow('8421')).queryByRole('button')).toBeNull();
});

test('a mark can be undone for a moment, also with Ctrl+Z', async () => {
  const fake = shop();
  const user = renderApp(fake);
  await user.click(await restedMark(await findRow('4821')));
  await user.click(await screen.findByRole('button', { name: 'Deshacer' }));
  expect(marks(fake).at(-1)).toEqual({ orderId: 'a', handedOver: false });
  await waitFor(() => expect(shownCodes()).toContain('4821'));
  expect(screen.queryByRole('button', { name: 'Deshacer' })).toBeNull();

  await user.click(await restedMark(await findRow('4821')));
  await screen.findByRole('button', { name: 'Deshacer' });
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(shownCodes()).toContain('4821'));
});

test('a mark is told to screen readers, and so is that it was taken back', async () => {
  const user = renderApp(shop());
  await user.click(await restedMark(await findRow('4821')));
  const [, spoken] = await screen.findAllByText('Pedido 4821: entregado');
  expect(spoken?.closest('[aria-live="polite"]')).toBeTruthy();
  await user.keyboard('{Control>}z{/Control}');
  await screen.findByText('Pedido 4821: entrega deshecha');
});

test('Ctrl+Z with nothing to undo does nothing', async () => {
  const fake = shop();
  const user = renderApp(fake);
  await findRow('4821');
  await user.keyboard('{Control>}z{/Control}');
  expect(marks(fake)).toEqual([]);
});

test('a mark that was taken back on the card is no longer offered to undo', async () => {
  const fake = shop();
  const user = renderApp(fake);
  await user.click(await restedMark(await findRow('4821')));
  await screen.findByRole('button', { name: 'Deshacer' });
  act(() => fake.emit('orders:changed', [seen]));
  expect(screen.queryByRole('button', { name: 'Deshacer' })).toBeNull();
});

test('a double click on Visto does not hand the order over', async () => {
  const fake = shop();
  const user = renderApp(fake);
  const row = await findRow('4822');
  await user.dblClick(within(row).getByRole('button', { name: /^Visto/ }));
  await waitFor(() => expect(within(row).queryByRole('button', { name: /^Visto/ })).toBeNull());
  const mark = within(row).getByRole('button', { name: /^Entregado/ });
  expect(mark).toHaveProperty('disabled', true);
  fireEvent.click(mark, { detail: 1 });
  await restedMark(row);
  fireEvent.click(mark, { detail: 2 });
  expect(marks(fake)).toEqual([]);
});

test('a row that moved rests before it can be marked, and a click beside its button opens nothing', async () => {
  const fake = shop();
  const user = renderApp(fake);
  const mark = await restedMark(await findRow('4821'));
  act(() => fake.emit('alerts:changed', []));
  await waitFor(() => expect(shownCodes()).toEqual(['4821', '4822']));
  expect(mark).toHaveProperty('disabled', true);
  const cell = mark.closest('[role="gridcell"]');
  expect(cell).not.toBeNull();
  if (cell !== null) await user.click(cell);
  expect(screen.queryByRole('complementary')).toBeNull();
});

test('E marks the chosen order, and the one that a typed code and Enter have opened', async () => {
  // What is older than a day answers to no code.
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  const fake = shop();
  renderApp(fake);
  await findRow('4821');
  // With times of its own: after a pause of a busy computer the rest of the code would be one that was scanned.
  const { press, type } = createKeyboard();
  for (const key of ['ArrowDown', 'ArrowDown', 'e']) await press(key);
  await waitFor(() => expect(marks(fake)).toEqual([{ orderId: 'a', handedOver: true }]));
  await type('4822');
  await press('Enter');
  await screen.findByRole('complementary', { name: 'Pedido 4822' });
  await press('e');
  await waitFor(() => expect(marks(fake).at(-1)).toEqual({ orderId: 'b', handedOver: true }));
});

test('E marks nothing while it is not clear which order is meant, nor what does not wait', async () => {
  const fake = shop();
  const user = renderApp(fake);
  await findRow('4821');
  await user.keyboard('e482e{Escape}8421e{Escape}4700e{Escape}');
  fireEvent.keyDown(document.body, { key: 'ArrowDown' });
  fireEvent.keyDown(document.body, { key: 'e', repeat: true });
  expect(marks(fake)).toEqual([]);
});

test('a mark that could not be kept says so, and the order stays where it was', async () => {
  const fake = shop();
  fake.main.broken.add('orders:hand-over');
  const user = renderApp(fake);
  await user.click(await restedMark(await findRow('4821')));
  const [sentence, spoken] = await screen.findAllByText('No se pudo guardar la entrega.');
  expect(sentence?.parentElement?.textContent).toContain('Pruebe de nuevo.');
  expect(spoken?.closest('[aria-live="assertive"]')).toBeTruthy();
  expect(shownCodes()).toContain('4821');
  await user.click(screen.getByRole('button', { name: 'Cerrar' }));
  expect(screen.getAllByText('No se pudo guardar la entrega.')).toEqual([spoken]);
});

test('the detail marks an order, says that PedidosYa has not confirmed it, and takes the mark back', async () => {
  const fake = shop();
  const panel = await openDetail(fake, '4821');
  (await restedMark(panel)).click();
  await within(panel).findByText('Entregado aquí (12/03 14:02). PedidosYa todavía no lo da por retirado.');
  expect(within(panel).queryByRole('button', { name: /^Entregado/ })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Deshacer' })).toBeNull();
  within(panel).getByRole('button', { name: 'Deshacer entrega' }).click();
  await within(panel).findByRole('button', { name: /^Entregado/ });
  expect(marks(fake)).toEqual([
    { orderId: 'a', handedOver: true },
    { orderId: 'a', handedOver: false },
  ]);
});

test('a double click on Entregado in the detail does not take the mark back at once', async () => {
  const fake = shop();
  const panel = await openDetail(fake, '4821');
  fireEvent.click(await restedMark(panel), { detail: 1 });
  fireEvent.click(await within(panel).findByRole('button', { name: 'Deshacer entrega' }), { detail: 2 });
  expect(marks(fake)).toEqual([{ orderId: 'a', handedOver: true }]);
});

test('the detail of an unseen order offers Visto and Entregado', async () => {
  const panel = await openDetail(shop(), '4822');
  expect(within(panel).getByRole('button', { name: /^Visto/ }).dataset['kind']).toBe('primary');
  expect(within(panel).getByRole('button', { name: /^Entregado/ }).dataset['kind']).toBe('plain');
});

test('an order that was picked up without a mark says so and offers none', async () => {
  const panel = await openDetail(shop(), '4600');
  expect(
    within(panel).getByText('PedidosYa lo da por retirado. Aquí no se marcó como entregado.'),
  ).toBeTruthy();
  expect(within(panel).queryByRole('button', { name: /Entregado|Deshacer/ })).toBeNull();
});

test('an order that was marked and picked up says nothing of a difference and is not taken back', async () => {
  const fake = shop();
  const panel = await openDetail(fake, '4700');
  const agreed = { ...marked, status: 'PICKED_UP' as const, wasPickedUp: true };
  act(() => fake.emit('orders:changed', [agreed]));
  await within(panel).findByText('Retirado');
  expect(panel.textContent).not.toMatch(/Entregado aquí|no se marcó/);
  expect(within(panel).queryByRole('button', { name: 'Deshacer entrega' })).toBeNull();
});

test('a mark on an order that was cancelled can be taken back, and then it is not to be handed over', async () => {
  const fake = shop();
  const panel = await openDetail(fake, '4700');
  fake.main.orders = [{ ...marked, status: 'CANCELLED' as const }];
  act(() => fake.emit('orders:changed', fake.main.orders));
  await within(panel).findByText('Cancelado después de entregar');
  expect(panel.textContent).toContain('Si la bolsa sigue en la tienda, deshaga la entrega.');
  within(panel).getByRole('button', { name: 'Deshacer entrega' }).click();
  await within(panel).findByText('NO ENTREGAR');
});

test('a cancellation that says that the bag had left leaves nothing to take back', async () => {
  const fake = shop();
  const panel = await openDetail(fake, '4700');
  const cancellation = { by: 'CUSTOMER', reason: null, afterPickUp: true };
  act(() => fake.emit('orders:changed', [{ ...marked, status: 'CANCELLED' as const, cancellation }]));
  await within(panel).findByText('Cancelado después de entregar');
  expect(within(panel).queryByRole('button', { name: 'Deshacer entrega' })).toBeNull();
});
