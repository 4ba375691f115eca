import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { createFakeMostrador } from '../../../fakes/mostrador-api.ts';
import { clearPage, findRow, renderApp } from '../../render-app.tsx';
import { minutesAgo, sampleAlert, sampleDetail, sampleOrder } from '../../sample-orders.ts';

afterEach(clearPage);

const order = sampleOrder({ id: 'a', code: '4821', at: minutesAgo(4) });
const left = sampleOrder({ id: 'b', code: '4700', status: 'DELIVERED' });

function shop(): ReturnType<typeof createFakeMostrador> {
  return createFakeMostrador({
    orders: [order, left],
    alerts: [sampleAlert(order, 'ready')],
    details: new Map([order, left].map((each) => [each.id, sampleDetail(each)])),
  });
}

async function openDetail(fake = shop()): Promise<HTMLElement> {
  const user = renderApp(fake);
  await user.click(await findRow('4821').then((row) => within(row).getByText('4821')));
  const panel = await screen.findByRole('complementary', { name: 'Pedido 4821' });
  await within(panel).findByText('Leche entera Conaprole 1 L');
  return panel;
}

function lineOf(panel: HTMLElement, name: string): string {
  return within(panel).getByText(name).closest('li')?.textContent ?? '';
}

test('the detail shows what is in the bag and what was asked for where that differs', async () => {
  const panel = await openDetail();
  expect(lineOf(panel, 'Leche entera Conaprole 1 L')).toContain('2 u.');
  expect(lineOf(panel, 'Galletitas María 200 g')).toContain('Pidió 3 u.');
  const apples = lineOf(panel, 'Manzana roja');
  expect(apples).toContain('1,245 kg');
  expect(apples).toContain('6 piezas');
  expect(apples).toContain('Pidió 1,000 kg');
});

test('weights are written as the shop’s country writes numbers, like its money', async () => {
  const fake = shop();
  fake.main.settings = { ...fake.main.settings, shop: { ...fake.main.settings.shop, country: 'pe' } };
  expect(lineOf(await openDetail(fake), 'Manzana roja')).toContain('1.245 kg');
});

test('what was not found is struck through and costs nothing', async () => {
  const panel = await openDetail();
  expect(within(panel).getByText('Pan lactal integral').tagName).toBe('DEL');
  expect(lineOf(panel, 'Pan lactal integral')).toContain('No había');
  expect(lineOf(panel, 'Pan lactal integral')).not.toContain('$');
});

test('a replaced product stands together with what was given instead', async () => {
  const panel = await openDetail();
  const pair = lineOf(panel, 'Yerba Canarias 1 kg');
  expect(pair).toContain('Reemplazado');
  expect(pair).toContain('Yerba Baldo 1 kg');
  expect(pair).toContain('En su lugar');
});

test('totals are in the shop’s currency, and a sum that differs is shown beside', async () => {
  const panel = await openDetail();
  const amountOf = (name: string): string =>
    within(panel).getByText(name).parentElement?.querySelector('dd')?.textContent ?? '';
  expect(amountOf('Total')).toContain('1.234,50');
  expect(amountOf('Total')).toContain('$');
  expect(amountOf('Total de la bolsa')).toContain('1.213,50');
  expect(amountOf('Descuento')).toContain('-');
  expect(within(panel).queryByText('Envío')).toBeNull();
  expect(within(panel).getByText('Ya pagado')).toBeTruthy();
});

test('the detail says its external number and how the order arrived', async () => {
  const panel = await openDetail();
  expect(within(panel).getByText('mxuv-4821')).toBeTruthy();
  expect(panel.textContent).toContain('por aviso de PedidosYa');
});

test('money to be collected at pickup cannot be overlooked', async () => {
  const fake = shop();
  const detail = sampleDetail(order);
  fake.main.details.set(
    'a',
    sampleDetail(order, { totals: { ...detail.order.totals, collectAtPickupMinor: 50_000 } }),
  );
  const panel = await openDetail(fake);
  expect(panel.textContent).toMatch(/Cobrar \$\s?500,00 en efectivo/);
});

test('Visto in the detail acknowledges the order it shows', async () => {
  const fake = shop();
  const panel = await openDetail(fake);
  within(panel)
    .getByRole('button', { name: /^Visto/ })
    .click();
  await waitFor(() => expect(within(panel).queryByRole('button', { name: /^Visto/ })).toBeNull());
  expect(fake.callsOf('alerts:acknowledge')).toEqual([{ alertIds: ['a:ready'] }]);
});

test('a toast that was chosen opens its order under its tab', async () => {
  const fake = shop();
  renderApp(fake);
  await findRow('4821');
  fake.emit('orders:show', { orderId: 'b' });
  await screen.findByRole('complementary', { name: 'Pedido 4700' });
  expect(screen.getByRole('tab', { name: 'Retirados 1' }).getAttribute('aria-selected')).toBe('true');
  expect(await findRow('4700')).toBeTruthy();
});

test('a toast that was chosen while the window was loading opens its order too', async () => {
  const fake = shop();
  renderApp(fake);
  fake.emit('orders:show', { orderId: 'b' });
  expect(await screen.findByRole('complementary', { name: 'Pedido 4700' })).toBeTruthy();
});

test('the open order is read again when it changes', async () => {
  const fake = shop();
  const panel = await openDetail(fake);
  const changed = { ...order, status: 'PICKED_UP' as const };
  fake.main.details.set('a', sampleDetail(changed, { comment: 'Tocar timbre.' }));
  fake.emit('orders:changed', [changed]);
  await within(panel).findByText('Tocar timbre.');
  expect(within(panel).getByText('Retirado')).toBeTruthy();
});

test('an order that is no longer kept says so', async () => {
  const fake = shop();
  fake.main.details.clear();
  const user = renderApp(fake);
  await user.click(within(await findRow('4821')).getByText('4821'));
  expect(await screen.findByText('Este pedido ya no está guardado en esta computadora.')).toBeTruthy();
});

test('an order that could not be read can be read again', async () => {
  const fake = shop();
  fake.main.broken.add('orders:detail');
  const user = renderApp(fake);
  await user.click(within(await findRow('4821')).getByText('4821'));
  await screen.findByText('No se pudo leer el pedido.');
  fake.main.broken.clear();
  await user.click(screen.getByRole('button', { name: 'Probar de nuevo' }));
  expect(await screen.findByText('Leche entera Conaprole 1 L')).toBeTruthy();
});
