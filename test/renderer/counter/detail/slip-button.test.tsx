import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { PrintOutcome } from '../../../../src/shared/settings/paper.ts';
import { createFakeMostrador, type FakeMostrador } from '../../../fakes/mostrador-api.ts';
import { clearPage, findRow, renderApp } from '../../render-app.tsx';
import { sampleDetail, sampleOrder } from '../../sample-orders.ts';

afterEach(clearPage);

const ORDER = sampleOrder({ id: 'a', code: '4821' });
const LEFT = sampleOrder({ id: 'b', code: '4700', status: 'DELIVERED' });

function shop(print: () => PrintOutcome, way: 'network' | 'off' = 'network'): FakeMostrador {
  const fake = createFakeMostrador({
    orders: [ORDER, LEFT],
    details: new Map([ORDER, LEFT].map((each) => [each.id, sampleDetail(each)])),
    print,
  });
  fake.main.settings = { ...fake.main.settings, paper: { ...fake.main.settings.paper, way } };
  return fake;
}
async function open(fake: FakeMostrador) {
  const user = renderApp(fake);
  await user.click(within(await findRow('4821')).getByText('4821'));
  const panel = within(await screen.findByRole('complementary', { name: 'Pedido 4821' }));
  await panel.findByText('Leche entera Conaprole 1 L');
  return { user, panel };
}

test('without a printer there is nothing to press', async () => {
  const { panel } = await open(shop(() => ({ kind: 'off' }), 'off'));
  expect(panel.queryByRole('button', { name: 'Imprimir ticket' })).toBeNull();
});

test('the button of a row says by its name which order it prints', async () => {
  const fake = shop(() => ({ kind: 'printed', isCopy: false }));
  const user = renderApp(fake);
  const row = within(await findRow('4821'));
  await user.click(row.getByRole('button', { name: 'Imprimir ticket, pedido 4821' }));
  expect(fake.callsOf('paper:print')).toEqual([{ orderId: 'a', bags: 1 }]);
});

test('the first slip is printed for as many bags as chosen; the next is offered as a copy', async () => {
  const fake = shop(() => ({ kind: 'printed', isCopy: false }));
  const { user, panel } = await open(fake);
  await user.selectOptions(panel.getByRole('combobox', { name: 'Bolsas' }), '3');
  await user.click(panel.getByRole('button', { name: 'Imprimir ticket' }));
  await panel.findByText('Ticket impreso.');
  await panel.findByRole('button', { name: 'Imprimir copia' });
  expect(fake.callsOf('paper:print')).toEqual([{ orderId: 'a', bags: 3 }]);
});

test('a code that comes while the number of bags has the focus is a code, and no number of bags', async () => {
  const fake = shop(() => ({ kind: 'printed', isCopy: false }));
  const { user, panel } = await open(fake);
  const bags = panel.getByRole<HTMLSelectElement>('combobox', { name: 'Bolsas' });
  bags.focus();
  const kept: boolean[] = [];
  bags.addEventListener('keydown', (event) => queueMicrotask(() => kept.push(!event.defaultPrevented)));
  await user.keyboard('{ArrowDown}');
  await user.keyboard('4700');
  expect(kept.slice(0, 2)).toEqual([true, false]);
  expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('4700');
});

test('a slip that was cut short says so before anybody presses', async () => {
  const fake = shop(() => ({ kind: 'printed', isCopy: true }));
  fake.main.slips.set('a', 'doubtful');
  const { user, panel } = await open(fake);
  await panel.findByText(/La impresión se cortó/);
  await user.click(panel.getByRole('button', { name: 'Imprimir copia' }));
  await panel.findByText('Copia impresa.');
  expect(fake.callsOf('paper:print')).toEqual([{ orderId: 'a', bags: 1 }]);
});

test('what failed is told with its remedy, and can be tried again', async () => {
  const fake = shop(() => ({ kind: 'failed', why: 'cover-open' }));
  const { user, panel } = await open(fake);
  await user.click(panel.getByRole('button', { name: 'Imprimir ticket' }));
  await panel.findByText(/La tapa de la impresora de tickets está abierta\. Cierre la tapa/);
  await waitFor(() =>
    expect(panel.getByRole('button', { name: 'Imprimir ticket' })).toHaveProperty('disabled', false),
  );
});
