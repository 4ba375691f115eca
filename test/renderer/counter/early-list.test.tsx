import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { OrderSummary } from '../../../src/shared/orders/order.ts';
import { createFakeMostrador, type FakeMostrador } from '../../fakes/mostrador-api.ts';
import { clearPage, findRow, renderApp, shownCodes } from '../render-app.tsx';
import { minutesAgo, sampleAlert, sampleOrder } from '../sample-orders.ts';

afterEach(clearPage);

const unseen = sampleOrder({ id: 'a', code: '4821', at: minutesAgo(4) });
const waiting = sampleOrder({ id: 'b', code: '1207', at: minutesAgo(30) });
const done = sampleOrder({ id: 'c', code: '4700', status: 'PICKED_UP', at: minutesAgo(50) });

/** A shop whose whole list is given only at the end. */
function slowShop(): { readonly fake: FakeMostrador; readonly giveList: () => void } {
  const fake = createFakeMostrador({
    orders: [unseen, waiting, done],
    alerts: [sampleAlert(unseen, 'ready')],
  });
  let give: (orders: readonly OrderSummary[]) => void = () => undefined;
  const list = new Promise<readonly OrderSummary[]>((resolve) => {
    give = resolve;
  });
  return {
    fake: { ...fake, api: { ...fake.api, 'orders:list': () => list } },
    giveList: () => act(() => give(fake.main.orders)),
  };
}

test('what waits is there before the list of weeks is, unseen first, and stays where it is', async () => {
  const { fake, giveList } = slowShop();
  renderApp(fake);
  await findRow('4821');
  expect(shownCodes()).toEqual(['4821', '1207']);
  giveList();
  await screen.findByRole('tab', { name: 'Retirados 1' });
  expect(shownCodes()).toEqual(['4821', '1207']);
});

test('no code is judged by a part of the list', async () => {
  const { fake, giveList } = slowShop();
  renderApp(fake);
  await findRow('4821');
  // At once: keys that a busy computer takes one late and three quickly are a scanner's.
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '4700' } });
  expect(document.querySelector('[data-verdict]')).toBeNull();
  await screen.findByText('Leyendo los pedidos…');
  giveList();
  await screen.findByText(/^El último 4700 es del/);
});

test('a change that comes meanwhile is in the list', async () => {
  const { fake, giveList } = slowShop();
  renderApp(fake);
  await findRow('1207');
  fake.emit('orders:changed', [{ ...waiting, status: 'PICKED_UP' }]);
  giveList();
  await screen.findByRole('tab', { name: 'Retirados 2' });
  expect(shownCodes()).toEqual(['4821']);
});

test('main that cannot say what waits is asked for the list all the same', async () => {
  const fake = createFakeMostrador({ orders: [waiting] });
  fake.main.broken.add('orders:waiting');
  renderApp(fake);
  expect(await findRow('1207')).toBeTruthy();
});
