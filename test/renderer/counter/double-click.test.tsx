import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { createFakeMostrador } from '../../fakes/mostrador-api.ts';
import { clearPage, renderApp } from '../render-app.tsx';
import { sampleAlert, sampleDetail, sampleOrder } from '../sample-orders.ts';

afterEach(clearPage);

const ready = sampleOrder({ id: 'a', code: '4821' });

test('the second click of a double one acknowledges nothing that moved up in the strip, nor what is new in the detail', async () => {
  const [first, second] = ['8421', '8422'].map((code) =>
    sampleOrder({ id: code, code, status: 'CANCELLED' }),
  );
  if (first === undefined || second === undefined) throw new Error('There are two');
  const fake = createFakeMostrador({
    orders: [first, second, ready],
    alerts: [sampleAlert(first, 'cancelled'), sampleAlert(second, 'cancelled'), sampleAlert(ready, 'ready')],
    details: new Map([[ready.id, sampleDetail(ready)]]),
  });
  renderApp(fake);
  const strip = await screen.findByRole('region', { name: 'Avisos sin ver' });
  const seen = (code: string, inside: HTMLElement): HTMLElement =>
    within(inside).getByRole('button', { name: new RegExp(`^Visto.*${code}`) });
  fireEvent.click(seen('8421', strip), { detail: 1 });
  await waitFor(() => expect(strip.textContent).not.toContain('8421'));
  fireEvent.click(seen('8422', strip), { detail: 2 });
  act(() => fake.emit('orders:show', { orderId: ready.id }));
  const panel = await screen.findByRole('complementary');
  fireEvent.click(seen(ready.code, panel), { detail: 2 });
  expect(fake.callsOf('alerts:acknowledge')).toEqual([{ alertIds: ['8421:cancelled'] }]);
});
