import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { SAMPLE_DAY } from '../../fakes/day-api.ts';
import { createFakeMostrador } from '../../fakes/mostrador-api.ts';
import { clearPage, renderApp } from '../render-app.tsx';

afterEach(clearPage);

test('the day’s figures, its hours, its outages and what only asking found', async () => {
  renderApp(createFakeMostrador(), 'day');
  expect((await screen.findByText('Entregados', { selector: 'dt' })).parentElement?.textContent).toContain(
    '19',
  );
  const text = document.body.textContent ?? '';
  for (const words of ['2 antes de entregar · 1 después', '7 min', 'pedido 4817', '9 s', '4819 · 4822']) {
    expect(text).toContain(words);
  }
  expect(text).toContain('se supo después: 3 listos y 1 cancelado');
  const rows = screen.getAllByRole('row').map((row) => row.textContent);
  expect(rows.slice(1)).toEqual(['11:001497 min', '12:00689 min', '13:003295 s']);
  expect(screen.getByRole('img', { name: /hora con más pedidos: 11:00/ })).toBeTruthy();
  expect(document.title).toBe('Resumen del día · Mostrador');
});

test('yesterday and other days are asked for', async () => {
  const fake = createFakeMostrador();
  const user = renderApp(fake, 'day');
  await screen.findByText('Entregados', { selector: 'dt' });
  await user.click(screen.getByRole('button', { name: 'Ayer' }));
  await user.click(screen.getByRole('button', { name: 'Otros días' }));
  const from = screen.getByLabelText('Desde');
  expect(from).toHaveProperty('max', '2026-03-12');
  await waitFor(() =>
    expect(fake.callsOf('day:read')).toEqual([
      { choice: { kind: 'today' } },
      { choice: { kind: 'yesterday' } },
      { choice: { kind: 'range', from: '2026-03-12', to: '2026-03-12' } },
    ]),
  );
});

test('a file is saved where the system says, and the page says where or that it failed', async () => {
  const fake = createFakeMostrador({ daySaved: { kind: 'saved', file: '/home/ana/pedidos.csv' } });
  const user = renderApp(fake, 'day');
  await user.click(await screen.findByRole('button', { name: 'Guardar pedidos' }));
  expect(await screen.findByText('Guardado en /home/ana/pedidos.csv')).toBeTruthy();
  fake.main.daySaved = { kind: 'disk-failed' };
  await user.click(screen.getByRole('button', { name: 'Guardar avisos' }));
  expect(await screen.findByText(/No se pudo guardar ahí/)).toBeTruthy();
  expect(fake.callsOf('day:save')).toEqual([
    { choice: { kind: 'today' }, what: 'orders' },
    { choice: { kind: 'today' }, what: 'alerts' },
  ]);
});

test('it is printed, and a day without orders says so', async () => {
  const print = vi.fn<() => void>();
  vi.stubGlobal('print', print);
  const none = { count: 0, medianMs: null, worstMs: null, worstCode: null };
  const hours = SAMPLE_DAY.hours.map((hour) => ({ ...hour, ready: 0, left: 0, medianWaitMs: null }));
  const day = {
    ...SAMPLE_DAY,
    ready: 0,
    left: 0,
    cancelledBefore: 0,
    cancelledAfter: 0,
    closedUnseen: 0,
    waiting: none,
    seen: none,
    hours,
  };
  const user = renderApp(createFakeMostrador({ day }), 'day');
  expect(await screen.findByText('En estos días no hubo pedidos ni avisos.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Imprimir' }));
  expect(print).toHaveBeenCalledOnce();
  vi.unstubAllGlobals();
});

test('what cannot be read is asked for again', async () => {
  const fake = createFakeMostrador();
  fake.main.broken.add('day:read');
  const user = renderApp(fake, 'day');
  const again = await screen.findByRole('button', { name: 'Probar de nuevo' });
  fake.main.broken.delete('day:read');
  await user.click(again);
  expect(await screen.findByText('Entregados', { selector: 'dt' })).toBeTruthy();
});
