import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { WhyAnswer } from '../../../src/shared/orders/why.ts';
import { NEVER_ARRIVED } from '../../fakes/delivery-page.ts';
import { createFakeMostrador } from '../../fakes/mostrador-api.ts';
import { clearPage, renderApp } from '../render-app.tsx';
import { refused, sampleDelivery } from './sample-deliveries.ts';

afterEach(clearPage);

const rowOf = (text: string): Promise<HTMLElement> =>
  waitFor(() => {
    const row = screen.queryAllByRole('row').find((each) => each.textContent?.includes(text));
    if (row === undefined) throw new Error(`No row with ${text}`);
    return row;
  });

test('each request shows when to the second, what became of it, the answer and the order', async () => {
  const fake = createFakeMostrador({ deliveries: [refused(2), sampleDelivery({ id: 1 })] });
  renderApp(fake, 'deliveries');
  const kept = await rowOf('Pedido recibido y guardado');
  for (const text of ['14:04:09', 'HTTP 200', '3,2 ms', '4821']) expect(kept.textContent).toContain(text);
  const other = await rowOf('sin la contraseña correcta');
  expect(other.textContent).toContain('Vino sin contraseña · programa zgrab/0.x');
  expect(other.textContent).not.toContain('4821');
  expect(document.title).toBe('Avisos recibidos · Mostrador');
});

test('a code leads to its order', async () => {
  const fake = createFakeMostrador({ deliveries: [sampleDelivery({ id: 1 })] });
  const user = renderApp(fake, 'deliveries');
  await user.click(await screen.findByRole('button', { name: 'Ver el pedido 4821' }));
  expect(fake.callsOf('card:open-order')).toEqual([{ orderId: 'a' }]);
});

test('a filter shows its group only, with the counts of all', async () => {
  const fake = createFakeMostrador({ deliveries: [refused(3), refused(2), sampleDelivery({ id: 1 })] });
  const user = renderApp(fake, 'deliveries');
  await rowOf('Pedido recibido');
  await user.click(screen.getByRole('button', { name: 'Rechazados 2' }));
  await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2));
  await user.click(screen.getByRole('button', { name: 'Errores 0' }));
  expect(await screen.findByText('Ningún error')).toBeTruthy();
});

test('a request that comes while one looks appears on top', async () => {
  const fake = createFakeMostrador({ deliveries: [sampleDelivery({ id: 1 })] });
  renderApp(fake, 'deliveries');
  await rowOf('Pedido recibido');
  fake.main.deliveries = [refused(2), ...fake.main.deliveries];
  fake.emit('deliveries:changed', null);
  await rowOf('sin la contraseña correcta');
  expect(screen.getAllByRole('row')[0]?.textContent).toContain('Rechazado');
});

test('rows that are shown stay when newer ones cannot be read', async () => {
  const fake = createFakeMostrador({ deliveries: [sampleDelivery({ id: 1 })] });
  renderApp(fake, 'deliveries');
  await rowOf('Pedido recibido');
  fake.main.broken.add('deliveries:list');
  fake.emit('deliveries:changed', null);
  await waitFor(() => expect(fake.callsOf('deliveries:list')).toHaveLength(2));
  expect(screen.queryByRole('alert')).toBeNull();
  await rowOf('Pedido recibido');
});

test('of thousands only some are in the page, and older ones are read on the way down', async () => {
  const deliveries = Array.from({ length: 1_000 }, (_, index) => sampleDelivery({ id: 1_000 - index }));
  const fake = createFakeMostrador({ deliveries });
  renderApp(fake, 'deliveries');
  await rowOf('Pedido recibido');
  expect(screen.getAllByRole('row').length).toBeLessThan(60);
  const table = screen.getByRole('table', { name: 'Avisos' });
  expect(table.getAttribute('aria-rowcount')).toBe('200');
  table.scrollTop = 200 * 72;
  table.dispatchEvent(new Event('scroll'));
  await waitFor(() => expect(table.getAttribute('aria-rowcount')).toBe('400'));
  expect(fake.callsOf('deliveries:list').at(-1)).toEqual({ group: null, before: 801 });
});

test('no request yet is said in words; so is a list that cannot be read, and it is tried again', async () => {
  const fake = createFakeMostrador();
  fake.main.broken.add('deliveries:list');
  const user = renderApp(fake, 'deliveries');
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('No se pudo leer la lista de avisos');
  fake.main.broken.clear();
  await user.click(within(alert).getByRole('button', { name: 'Probar de nuevo' }));
  expect(await screen.findByText('Todavía no llegó ningún aviso')).toBeTruthy();
  expect(screen.getByText('Ningún intento rechazado en las últimas 24 h.')).toBeTruthy();
});

test('a kept order is processed again, and what came of it is said', async () => {
  const fake = createFakeMostrador({
    deliveries: [sampleDelivery({ id: 1 })],
    reprocess: () => ({ kind: 'changed', raised: 1 }),
  });
  const user = renderApp(fake, 'deliveries');
  await user.click(await screen.findByRole('button', { name: 'Procesar de nuevo' }));
  expect(await screen.findByText('Pedido 4821: Se leyó de nuevo y avisó.')).toBeTruthy();
  expect(fake.callsOf('deliveries:reprocess')).toEqual([{ orderId: 'a' }]);
  fake.main.broken.add('deliveries:reprocess');
  await user.click(screen.getByRole('button', { name: 'Procesar de nuevo' }));
  expect(await screen.findByText(/No se pudo procesar de nuevo/)).toBeTruthy();
});

test('a row without a kept order cannot be processed again and says why', async () => {
  const otherShop = sampleDelivery({ id: 1, outcome: 'other-shop', orderId: 'x', code: null, isKept: false });
  const fake = createFakeMostrador({ deliveries: [otherShop] });
  const user = renderApp(fake, 'deliveries');
  const button = await screen.findByRole('button', { name: 'Procesar de nuevo' });
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect(button.getAttribute('aria-description')).toBe('De este aviso no quedó ningún pedido guardado');
  await user.click(button);
  expect(fake.callsOf('deliveries:reprocess')).toEqual([]);
});

test('refusals beside accepted alerts calm; refusals alone say that the secret may not match', async () => {
  const fake = createFakeMostrador({ deliveries: [refused(3), refused(2), sampleDelivery({ id: 1 })] });
  const user = renderApp(fake, 'deliveries');
  const counter = await screen.findByText('2 intentos rechazados en las últimas 24 h.');
  expect(counter.closest('details')?.open).toBe(false);
  expect(counter.parentElement?.textContent).toContain('No hay que hacer nada');
  fake.main.deliveries = [refused(3)];
  fake.emit('deliveries:changed', null);
  const alone = await screen.findByText('1 intento rechazado en las últimas 24 h.');
  expect(alone.closest('details')?.open).toBe(true);
  expect(alone.parentElement?.textContent).toContain('la contraseña no coincide');
  await user.click(screen.getByRole('button', { name: 'Abrir Ajustes' }));
  expect(fake.callsOf('window:open-settings')).toHaveLength(1);
});

const answer = (orderId: string, source: 'webhook' | 'catch-up'): WhyAnswer => ({
  code: '4821',
  orderId,
  choices: [
    { orderId: 'a', at: '2026-03-12T17:02:00.000Z' },
    { orderId: 'b', at: '2026-01-12T17:02:00.000Z' },
  ],
  story: {
    ...NEVER_ARRIVED.story,
    verdict: { kind: 'already-left' },
    arrived: { at: '2026-03-12T17:02:00.000Z', source },
  },
});

test('a code is asked about in one sentence, and of several orders each can be chosen', async () => {
  const fake = createFakeMostrador({ why: new Map([['4821', answer('a', 'webhook')]]) });
  const user = renderApp(fake, 'deliveries');
  await user.type(await screen.findByRole('textbox', { name: '¿Por qué no sonó?' }), ' 4821{Enter}');
  expect(await screen.findByText(/por aviso de PedidosYa y no sonó porque ya había salido/)).toBeTruthy();
  const choices = screen.getByRole('group', { name: 'Hay 2 pedidos con este código. ¿Cuál?' });
  const [first, second] = within(choices).getAllByRole('button');
  expect(first?.getAttribute('aria-pressed')).toBe('true');
  fake.main.why.set('4821', answer('b', 'catch-up'));
  if (second === undefined) throw new Error('no second choice');
  await user.click(second);
  expect(await screen.findByText(/por consulta automática/)).toBeTruthy();
  expect(fake.callsOf('why:ask')).toEqual([
    { code: '4821', orderId: null },
    { code: '4821', orderId: 'b' },
  ]);
  await user.click(screen.getByRole('button', { name: 'Ver pedido' }));
  expect(fake.callsOf('card:open-order')).toEqual([{ orderId: 'b' }]);
});

test('an empty question asks nothing; a failed one says so', async () => {
  const fake = createFakeMostrador();
  const user = renderApp(fake, 'deliveries');
  const ask = await screen.findByRole('button', { name: 'Preguntar' });
  await user.click(ask);
  expect(fake.callsOf('why:ask')).toEqual([]);
  fake.main.broken.add('why:ask');
  await user.type(screen.getByRole('textbox'), '1');
  await user.click(ask);
  expect(await screen.findByText('No se pudieron leer los registros. Pruebe de nuevo.')).toBeTruthy();
});

test('the page speaks English too', async () => {
  const fake = createFakeMostrador({ deliveries: [refused(1)] });
  fake.main.settings = { ...fake.main.settings, language: 'en' };
  renderApp(fake, 'deliveries');
  expect((await rowOf('Refused: without the right password')).textContent).toContain(
    'Came without a password',
  );
});
