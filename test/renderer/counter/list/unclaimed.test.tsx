import { screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { createFakeMostrador } from '../../../fakes/mostrador-api.ts';
import { SAMPLE_SETTINGS } from '../../../fakes/sample-settings.ts';
import { clearPage, findRow, renderApp } from '../../render-app.tsx';
import { minutesAgo, sampleAlert, sampleDetail, sampleOrder } from '../../sample-orders.ts';

afterEach(clearPage);

const nowMs = Date.now();
const order = (code: string, minutes: number) =>
  sampleOrder({ id: `id-${code}`, code, at: minutesAgo(minutes, nowMs) });
const LATE = order('4821', 18);

function shopWith(afterMinutes: number) {
  const { alerts } = SAMPLE_SETTINGS;
  return createFakeMostrador({
    orders: [LATE, order('4822', 4)],
    details: new Map([[LATE.id, sampleDetail(LATE)]]),
    settings: { ...SAMPLE_SETTINGS, alerts: { ...alerts, unclaimed: { afterMinutes, everyMinutes: 15 } } },
  });
}

test('the row of a bag that nobody comes for says so, from the minute in the settings on', async () => {
  renderApp(shopWith(15));
  expect(within(await findRow('4821')).getByText('Sin retirar')).toBeTruthy();
  expect(within(await findRow('4822')).getByText('Listo')).toBeTruthy();
});

test.each([0, 20])('with %i minutes in the settings it does not', async (afterMinutes) => {
  renderApp(shopWith(afterMinutes));
  expect(within(await findRow('4821')).getByText('Listo')).toBeTruthy();
});

test('silenced in its detail, the row is as others are, and it can be taken back', async () => {
  const fake = shopWith(15);
  const user = renderApp(fake);
  const row = await findRow('4821');
  await user.click(row.firstElementChild ?? row);
  await user.click(await screen.findByRole('button', { name: 'Silenciar este pedido' }));
  expect(fake.callsOf('unclaimed:silence')).toEqual([{ orderId: LATE.id, silenced: true }]);
  await within(await findRow('4821')).findByText('Listo');
  await user.click(await screen.findByRole('button', { name: 'Volver a avisar de este pedido' }));
  await within(await findRow('4821')).findByText('Sin retirar');
});

test('an order that nobody has seen is marked as seen first: it has nothing to silence', async () => {
  const fake = shopWith(15);
  fake.main.alerts = [sampleAlert(LATE, 'ready')];
  const user = renderApp(fake);
  const row = await findRow('4821');
  await user.click(row.firstElementChild ?? row);
  await screen.findByRole('complementary', { name: 'Pedido 4821' });
  expect(screen.queryByRole('button', { name: 'Silenciar este pedido' })).toBeNull();
});
