import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { createFakeMostrador } from '../../../fakes/mostrador-api.ts';
import { clearPage, renderApp } from '../../render-app.tsx';

afterEach(clearPage);

test('a shop prints nothing until it chooses how; then it types where, saves, and sees its test', async () => {
  const fake = createFakeMostrador();
  const user = renderApp(fake, 'settings');
  const way = await screen.findByRole('combobox', { name: 'Cómo se imprime' });
  expect(way).toHaveProperty('value', 'off');
  expect(screen.queryByRole('button', { name: 'Guardar e imprimir una prueba' })).toBeNull();
  await user.selectOptions(way, 'network');
  await user.type(screen.getByRole('textbox', { name: 'Dirección de la impresora' }), '192.168.1.50');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Ancho del papel' }), '58');
  await user.click(screen.getByRole('checkbox', { name: 'Imprimir solo cuando un pedido está listo' }));
  await user.click(screen.getByRole('button', { name: 'Guardar e imprimir una prueba' }));
  await screen.findByText('Ticket impreso.');
  expect(fake.main.settings.paper).toMatchObject({
    way: 'network',
    host: '192.168.1.50',
    port: 9_100,
    width: 58,
    automatic: true,
    cancelled: false,
  });
  expect(fake.callsOf('paper:test')).toHaveLength(1);
});

test('a test that fails says why and what to do', async () => {
  const fake = createFakeMostrador({ print: () => ({ kind: 'failed', why: 'no-paper' }) });
  const user = renderApp(fake, 'settings');
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Cómo se imprime' }), 'system');
  await screen.findByRole('option', { name: 'Oficina' });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Impresora' }), 'Oficina');
  await user.click(screen.getByRole('button', { name: 'Guardar e imprimir una prueba' }));
  await screen.findByText(/La impresora de tickets no tiene papel\. Ponga un rollo nuevo/);
  expect(fake.main.settings.paper.printer).toBe('Oficina');
});

test('a file that is no printer is marked and not saved', async () => {
  const fake = createFakeMostrador();
  const user = renderApp(fake, 'settings');
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Cómo se imprime' }), 'device');
  const device = screen.getByRole('textbox', { name: 'Archivo de la impresora' });
  await user.type(device, '/etc/passwd');
  await user.click(screen.getByRole('button', { name: 'Guardar e imprimir una prueba' }));
  await waitFor(() => expect(device.getAttribute('aria-invalid')).toBe('true'));
  expect(fake.callsOf('settings:save')).toEqual([]);
  expect(fake.callsOf('paper:test')).toEqual([]);
});
