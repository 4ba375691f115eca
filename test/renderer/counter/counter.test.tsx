import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { OrderSummary } from '../../../src/shared/orders/order.ts';
import { createFakeMostrador, healthOf, type FakeMostrador } from '../../fakes/mostrador-api.ts';
import { clearPage, findRow, renderApp, shownCodes } from '../render-app.tsx';
import { minutesAgo, sampleAlert, sampleOrder } from '../sample-orders.ts';

afterEach(clearPage);

const ready = sampleOrder({ id: 'a', code: '4821', at: minutesAgo(4), customerFirstName: 'Lucía' });
const waiting = sampleOrder({ id: 'b', code: 'wxfr-2440-rtbs', at: minutesAgo(30), isPreorder: true });
const cancelled = sampleOrder({
  id: 'c',
  code: '8421',
  status: 'CANCELLED',
  cancellation: { by: 'CUSTOMER', reason: 'CUSTOMER_REQUEST', afterPickUp: false },
});
const done = sampleOrder({ id: 'd', code: '4700', status: 'PICKED_UP' });

function shop(): FakeMostrador {
  return createFakeMostrador({
    orders: [ready, waiting, cancelled, done],
    alerts: [sampleAlert(ready, 'ready'), sampleAlert(cancelled, 'cancelled')],
  });
}

test('the list opens on what waits, unseen first, each row with its code, name, items, total and time', async () => {
  renderApp(shop());
  const row = await findRow('4821');
  expect(shownCodes()).toEqual(['4821', 'wxfr-2440-rtbs']);
  expect(row.textContent).toContain('Lucía');
  expect(row.textContent).toContain('4 productos');
  expect(row.textContent).toContain('1.234,50');
  expect(within(row).getByText('13:56', { exact: false })).toBeTruthy();
  expect((await findRow('wxfr-2440-rtbs')).textContent).toContain('Programado');
});

test('every tab says its count and shows its orders, and the choice is remembered', async () => {
  const user = renderApp(shop());
  await user.click(await screen.findByRole('tab', { name: 'Retirados 1' }));
  expect(shownCodes()).toEqual(['4700']);
  clearAndKeepMemory();
  renderApp(shop());
  expect(await findRow('4700')).toBeTruthy();
});

test('the arrow keys walk through the tabs', async () => {
  const user = renderApp(shop());
  await user.click(await screen.findByRole('tab', { name: /^Listos/ }));
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('tab', { name: /^Cancelados/ }).getAttribute('aria-selected')).toBe('true');
  expect(document.activeElement).toBe(screen.getByRole('tab', { name: /^Cancelados/ }));
  await user.keyboard('{Home}{ArrowLeft}');
  expect(screen.getByRole('tab', { name: /^Otros/ }).getAttribute('aria-selected')).toBe('true');
});

test('of many cancelled orders the strip names three, and one button shows them all', async () => {
  const many = ['8421', '8422', '8423', '8424', '8425', '8426'].map((code) => ({
    ...cancelled,
    id: code,
    code,
  }));
  const user = renderApp(
    createFakeMostrador({
      orders: [ready, ...many],
      alerts: many.map((order) => sampleAlert(order, 'cancelled')),
    }),
  );
  await findRow('4821');
  await user.keyboard('max');
  const strip = screen.getByRole('region', { name: 'Avisos sin ver' });
  within(strip).getByText('y 3 más');
  await user.click(within(strip).getByRole('button', { name: 'Ver los 6 cancelados' }));
  expect(screen.getByRole('tab', { name: /^Cancelados/ }).getAttribute('aria-selected')).toBe('true');
  expect(shownCodes().toSorted()).toEqual(many.map(({ code }) => code));
});

test('a cancelled order says not to hand it over, and why, in its row and above every tab', async () => {
  const user = renderApp(shop());
  const strip = await screen.findByRole('region', { name: 'Avisos sin ver' });
  expect(strip.textContent).toContain('NO ENTREGAR');
  expect(strip.textContent).toContain('8421');
  expect(strip.textContent).toContain('Lo pidió el cliente');
  await user.click(screen.getByRole('tab', { name: /^Cancelados/ }));
  expect((await findRow('8421')).textContent).toContain('NO ENTREGAR');
});

test('Visto acknowledges the alert of its row, and the row calms down', async () => {
  const fake = shop();
  const user = renderApp(fake);
  await user.click(within(await findRow('4821')).getByRole('button', { name: /^Visto/ }));
  expect(fake.callsOf('alerts:acknowledge')).toEqual([{ alertIds: ['a:ready'] }]);
  await waitFor(async () =>
    expect(within(await findRow('4821')).queryByRole('button', { name: /^Visto/ })).toBeNull(),
  );
  // Seen, it waits in turn.
  expect(shownCodes()).toEqual(['wxfr-2440-rtbs', '4821']);
});

test('the second click of a double one does not acknowledge the neighbour', async () => {
  const fake = createFakeMostrador({
    orders: [ready, waiting],
    alerts: [sampleAlert(ready, 'ready'), sampleAlert(waiting, 'ready')],
  });
  renderApp(fake);
  const seen = (row: HTMLElement): HTMLElement => within(row).getByRole('button', { name: /^Visto/ });
  fireEvent.click(seen(await findRow('wxfr-2440-rtbs')), { detail: 1 });
  await waitFor(() => expect(shownCodes()[0]).toBe('4821'));
  fireEvent.click(seen(await findRow('4821')), { detail: 2 });
  expect(fake.callsOf('alerts:acknowledge')).toEqual([{ alertIds: ['b:ready'] }]);
});

test('"Marcar los 2 como vistos" acknowledges every open alert at once', async () => {
  const fake = shop();
  const user = renderApp(fake);
  await user.click(await screen.findByRole('button', { name: 'Marcar los 2 como vistos' }));
  expect(fake.callsOf('alerts:acknowledge')).toEqual([{ alertIds: ['a:ready', 'c:cancelled'] }]);
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Avisos sin ver' })).toBeNull());
});

test('an alert that could not be acknowledged stays, and it is said', async () => {
  const fake = shop();
  fake.main.broken.add('alerts:acknowledge');
  const user = renderApp(fake);
  await user.click(within(await findRow('4821')).getByRole('button', { name: /^Visto/ }));
  await screen.findByText('No se pudo marcar como visto. Pruebe de nuevo.');
  expect(within(await findRow('4821')).getByRole('button', { name: /^Visto/ })).toBeTruthy();
});

test('an order that becomes ready while the window is open appears and is said aloud', async () => {
  const fake = shop();
  renderApp(fake);
  await findRow('4821');
  const next = sampleOrder({ id: 'n', code: '5000', at: minutesAgo(0) });
  const alert = sampleAlert(next, 'ready');
  fake.emit('orders:changed', [next]);
  fake.emit('alerts:changed', [...fake.main.alerts, alert]);
  await findRow('5000');
  expect(screen.getByText('Pedido 5000 listo para retirar').closest('[aria-live="polite"]')).toBeTruthy();
});

test('a cancellation interrupts the screen reader', async () => {
  const fake = shop();
  renderApp(fake);
  await findRow('4821');
  const stopped = { ...waiting, status: 'CANCELLED' as const };
  fake.emit('orders:changed', [stopped]);
  fake.emit('alerts:changed', [...fake.main.alerts, sampleAlert(stopped, 'cancelled')]);
  const said = await screen.findByText('NO ENTREGAR wxfr-2440-rtbs');
  expect(said.closest('[aria-live="assertive"]')).toBeTruthy();
  await waitFor(() => expect(shownCodes()).toEqual(['4821']));
});

test('news that comes before the list has been read is not lost', async () => {
  const fake = shop();
  let answer: (orders: readonly OrderSummary[]) => void = () => undefined;
  const list = new Promise<readonly OrderSummary[]>((resolve) => {
    answer = resolve;
  });
  const slow = { ...fake.api, 'orders:list': () => list };
  renderApp({ ...fake, api: slow });
  await screen.findByText('Leyendo los pedidos…');
  await screen.findByRole('tab', { name: /^Listos/ });
  fake.emit('orders:changed', [{ ...ready, customerFirstName: 'Nueva' }]);
  answer([ready, waiting]);
  expect((await findRow('4821')).textContent).toContain('Nueva');
});

test('a list that cannot be read says so and can be read again', async () => {
  const fake = shop();
  fake.main.broken.add('orders:list');
  const user = renderApp(fake);
  const failure = await screen.findByRole('alert');
  expect(failure.textContent).toContain('No se pudo leer la lista de pedidos');
  fake.main.broken.clear();
  await user.click(within(failure).getByRole('button', { name: 'Probar de nuevo' }));
  expect(await findRow('4821')).toBeTruthy();
});

test('an empty tab says what will come there', async () => {
  renderApp(createFakeMostrador());
  expect(await screen.findByText('No hay pedidos esperando')).toBeTruthy();
});

test('a shop that is not set up leads to the settings', async () => {
  const fake = createFakeMostrador();
  fake.main.secrets['partner-token'] = { present: false, last4: null, savedAt: null };
  const user = renderApp(fake);
  await screen.findByText('Falta configurar la tienda');
  await user.click(screen.getByRole('button', { name: 'Abrir Ajustes' }));
  expect(fake.callsOf('window:open-settings')).toHaveLength(1);
});

test('a banner says what is wrong and what to do; a click on the light, how each part is', async () => {
  const fake = shop();
  const down = { state: 'down', code: 'partner-unauthorized', since: minutesAgo(12), detail: null } as const;
  fake.main.health = { ...healthOf(), partner: down };
  const user = renderApp(fake);
  const banner = (await screen.findByText('PedidosYa no aceptó la clave de la API.')).closest(
    '[role=status]',
  );
  expect(banner?.textContent).toContain('Genere un token nuevo en Partner Portal y péguelo en Ajustes.');
  await user.click(screen.getByRole('button', { name: 'No funciona' }));
  const parts = screen.getByRole('region', { name: 'Estado de la aplicación' });
  expect(parts.textContent).toMatch(/PedidosYa No funciona, desde (12\/03 )?13:48/);
  // Told once: by the banner.
  expect(parts.textContent).not.toContain('Genere un token nuevo');
  expect(screen.getAllByText(/no aceptó la clave/)).toHaveLength(1);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('region', { name: 'Estado de la aplicación' })).toBeNull();
  fake.emit('health:changed', healthOf());
  expect(
    await screen.findByRole('button', {
      name: /^Todo bien · (consultado recién|última consulta hace \d+ \w+) · todavía ningún aviso real$/,
    }),
  ).toBeTruthy();
  expect(banner?.textContent).toBe('');
});

test('the window speaks English when the settings say so, and changes when they change', async () => {
  const fake = shop();
  renderApp(fake);
  await findRow('4821');
  const view = await fake.api['settings:read']();
  fake.emit('settings:changed', { ...view, settings: { ...view.settings, language: 'en' } });
  await screen.findByRole('tab', { name: /^Ready/ });
  expect(document.documentElement.lang).toBe('en');
});

function clearAndKeepMemory(): void {
  const kept = localStorage.getItem('counter.tab');
  clearPage();
  if (kept !== null) localStorage.setItem('counter.tab', kept);
}
