import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFakeMostrador, type FakeMostrador } from '../../../fakes/mostrador-api.ts';
import { CANCELLED } from '../../../../src/shared/partner.ts';
import { createKeyboard } from '../../keyboard.ts';
import { clearPage, findRow, renderApp, shownCodes } from '../../render-app.tsx';
import { minutesAgo, NOW, sampleAlert, sampleDetail, sampleOrder } from '../../sample-orders.ts';

// Only the date: what is older than a day answers to no code.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: NOW }));
afterEach(() => {
  vi.useRealTimers();
  clearPage();
});

const first = sampleOrder({ id: 'a', code: '4821', at: minutesAgo(30) });
const second = sampleOrder({ id: 'b', code: '4822', at: minutesAgo(20) });
const cancelled = sampleOrder({
  id: 'c',
  code: '8421',
  status: 'CANCELLED',
  cancellation: { by: 'VENDOR', reason: 'TOO_BUSY', afterPickUp: false },
});

function shop(): FakeMostrador {
  return createFakeMostrador({
    orders: [first, second, cancelled],
    alerts: [sampleAlert(second, 'ready')],
    details: new Map([first, second, cancelled].map((order) => [order.id, sampleDetail(order)])),
  });
}

test('digits typed anywhere find a code under every tab, and Escape brings the list back', async () => {
  const user = renderApp(shop());
  await findRow('4821');
  await user.keyboard('842');
  expect(shownCodes()).toEqual(['8421']);
  expect(screen.getByRole('textbox')).toHaveProperty('value', '842');
  expect(screen.getByText('1 pedido con “842”')).toBeTruthy();
  expect(screen.getByRole('tab', { name: 'Todos 1' }).getAttribute('aria-selected')).toBe('true');
  await user.keyboard('{Backspace}{Backspace}{Backspace}');
  expect(shownCodes()).toEqual(['4822', '4821']);
  await user.keyboard('9{Escape}');
  expect(shownCodes()).toEqual(['4822', '4821']);
});

test('a code that no order has says what to do', async () => {
  const user = renderApp(shop());
  await findRow('4821');
  await user.keyboard('77');
  expect(screen.getByText('Revise el código con el repartidor o actualice los pedidos.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Borrar la búsqueda' }));
  expect(await findRow('4821')).toBeTruthy();
});

test('typed code, Enter: the order is open', async () => {
  const user = renderApp(shop());
  await findRow('4821');
  const { press, type } = createKeyboard();
  await type('8421');
  await press('Enter');
  const detail = await screen.findByRole('complementary', { name: 'Pedido 8421' });
  await within(detail).findByText('La bolsa está en la tienda: no la entregue.');
  expect(within(detail).getByText('Cancelado por la tienda')).toBeTruthy();
  await waitFor(() =>
    expect(document.activeElement).toBe(within(detail).getByRole('heading', { name: 'Pedido 8421' })),
  );
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('complementary')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('grid'));
});

test('the arrows choose a row that screen readers are told of, and V marks it as seen', async () => {
  const fake = shop();
  const user = renderApp(fake);
  await findRow('4821');
  await user.keyboard('{ArrowDown}');
  const grid = screen.getByRole('grid');
  expect(grid.getAttribute('aria-activedescendant')).toBe((await findRow('4822')).id);
  expect((await findRow('4822')).getAttribute('aria-selected')).toBe('true');
  await user.keyboard('v');
  await waitFor(() => expect(fake.callsOf('alerts:acknowledge')).toEqual([{ alertIds: ['b:ready'] }]));
  // The chosen order stays chosen where it went.
  await waitFor(() => expect(shownCodes()).toEqual(['4821', '4822']));
  expect(grid.getAttribute('aria-activedescendant')).toBe((await findRow('4822')).id);
});

test('V without a chosen row acknowledges nothing', async () => {
  const fake = shop();
  const user = renderApp(fake);
  await findRow('4821');
  await user.keyboard('v ');
  expect(fake.callsOf('alerts:acknowledge')).toEqual([]);
});

test('V held down does not run through the alerts', async () => {
  const fake = shop();
  const user = renderApp(fake);
  await findRow('4821');
  await user.keyboard('{ArrowDown}');
  fireEvent.keyDown(document.body, { key: 'v', repeat: true });
  expect(fake.callsOf('alerts:acknowledge')).toEqual([]);
});

test('F5 and Ctrl+R refresh and the result is said', async () => {
  const fake = shop();
  const user = renderApp(fake);
  await findRow('4821');
  await user.keyboard('{F5}');
  expect((await screen.findByText('Sin novedades')).closest('[role="status"]')).toBeTruthy();
  fake.main.refresh = () =>
    Promise.resolve({ ok: true, added: 2, changed: 1, read: 9, at: '2026-03-12T17:00:00.000Z' });
  await user.keyboard('{Control>}r{/Control}');
  await screen.findByText('2 pedidos nuevos, 1 pedido cambió de estado');
  expect(fake.callsOf('orders:refresh')).toHaveLength(2);
});

test('F5 held down, or pressed while a refresh runs, asks once', async () => {
  const fake = shop();
  fake.main.refresh = () => new Promise(() => undefined);
  renderApp(fake);
  await findRow('4821');
  fireEvent.keyDown(document.body, { key: 'F5' });
  fireEvent.keyDown(document.body, { key: 'F5', repeat: true });
  fireEvent.keyDown(document.body, { key: 'F5' });
  await screen.findByRole('button', { name: 'Actualizando…' });
  expect(fake.callsOf('orders:refresh')).toHaveLength(1);
});

test('a refresh that failed says why and what to do until it is dismissed', async () => {
  const fake = shop();
  const error = {
    code: 'offline',
    status: null,
    detail: null,
    retryAfterMs: null,
    isRouteMissing: false,
  } as const;
  fake.main.refresh = () => Promise.resolve({ ok: false, error, at: '2026-03-12T17:00:00.000Z' });
  const user = renderApp(fake);
  await user.click(await screen.findByRole('button', { name: 'Actualizar' }));
  const sentence = await screen.findByText('No hay conexión con PedidosYa.');
  expect(sentence.parentElement?.textContent).toContain('Revise la conexión a internet.');
  await user.click(screen.getByRole('button', { name: 'Cerrar' }));
  expect(screen.queryByText('No hay conexión con PedidosYa.')).toBeNull();
});

test('what other refreshes find is not said, only their progress is shown', async () => {
  const fake = shop();
  renderApp(fake);
  await findRow('4821');
  fake.emit('refresh:progress', { running: true, page: 2, totalPages: 5, orders: 100 });
  await screen.findByText('Actualizando… página 2 de 5 · 100 pedidos', undefined, { timeout: 3000 });
  expect(screen.getByRole('button', { name: 'Actualizando…' })).toBeTruthy();
  fake.emit('refresh:done', { ok: true, added: 0, changed: 0, read: 9, at: '2026-03-12T17:00:00.000Z' });
  await screen.findByRole('button', { name: 'Actualizar' });
  expect(screen.queryByText('Actualizando…', { exact: false })).toBeNull();
  expect(screen.queryByText('Sin novedades')).toBeNull();
});

test('a run that takes long can be stopped, whoever began it, and that is said without an error', async () => {
  const fake = shop();
  fake.main.cancelRefresh = () => {
    fake.emit('refresh:progress', { running: false, page: 0, totalPages: null, orders: 0 });
    return true;
  };
  const user = renderApp(fake);
  await findRow('4821');
  expect(screen.queryByRole('button', { name: 'Detener' })).toBeNull();
  fake.emit('refresh:progress', { running: true, page: 2, totalPages: 5, orders: 100 });
  await user.click(await screen.findByRole('button', { name: 'Detener' }, { timeout: 3000 }));
  const notice = (await screen.findByText('Consulta detenida.')).closest('[role="status"]');
  expect(notice?.getAttribute('data-tone')).toBe('ok');
  expect(screen.queryByRole('button', { name: 'Detener' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Actualizar' })).toBeTruthy();
});

test('who asked for a run that was stopped hears that, and not that the platform is away', async () => {
  const fake = shop();
  fake.main.refresh = () => Promise.resolve({ ok: false, error: CANCELLED, at: '2026-03-12T17:00:00.000Z' });
  const user = renderApp(fake);
  await findRow('4821');
  await user.keyboard('{F5}');
  await screen.findByText('Consulta detenida.');
  expect(screen.queryByText('No hay conexión con PedidosYa.')).toBeNull();
});

test('stopping a run that has just ended says nothing', async () => {
  const fake = shop();
  const user = renderApp(fake);
  await findRow('4821');
  fake.emit('refresh:progress', { running: true, page: 2, totalPages: 5, orders: 100 });
  await user.click(await screen.findByRole('button', { name: 'Detener' }, { timeout: 3000 }));
  await waitFor(() => expect(fake.callsOf('orders:cancel-refresh')).toHaveLength(1));
  expect(screen.queryByText('Consulta detenida.')).toBeNull();
});

test('? shows the keys, and while they are shown no key acts on the list', async () => {
  const fake = shop();
  const user = renderApp(fake);
  await findRow('4821');
  await user.keyboard('?');
  const keys = await screen.findByRole('dialog', { name: 'Atajos de teclado' });
  await user.keyboard('4{F5}');
  expect(screen.getByRole('textbox', { hidden: true })).toHaveProperty('value', '');
  expect(fake.callsOf('orders:refresh')).toEqual([]);
  await user.click(within(keys).getByRole('button', { name: 'Cerrar' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('letters go into the search box only when it has the focus', async () => {
  const user = renderApp(shop());
  await findRow('4821');
  await user.keyboard('/luc');
  expect(screen.getByRole('textbox')).toHaveProperty('value', 'luc');
  expect(shownCodes()).toHaveLength(3);
});
