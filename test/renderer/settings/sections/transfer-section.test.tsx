import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { createFakeMostrador, type FakeMostrador } from '../../../fakes/mostrador-api.ts';
import { clearPage, renderApp } from '../../render-app.tsx';

afterEach(clearPage);

const button = (name: string): Promise<HTMLElement> => screen.findByRole('button', { name });

function offerCopy(fake: FakeMostrador): void {
  const { settings } = fake.main;
  fake.main.importFrom = {
    kind: 'read',
    file: 'ajustes.json',
    settings: {
      ...settings,
      receiver: { port: 5_100 },
      alerts: { ...settings.alerts, tones: { ...settings.alerts.tones, ready: 'drop' } },
      tunnel: { ...settings.tunnel, publicUrl: 'https://tienda.example' },
      computer: { keepAwake: false, automaticUpdates: false },
    },
  };
}
const preview = async () =>
  within(await screen.findByRole('region', { name: 'Qué cambia con ajustes.json' }));
const rows = async (): Promise<readonly string[][]> =>
  (await preview())
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent));

test('a copy shows what it would change before it changes anything', async () => {
  const fake = createFakeMostrador();
  offerCopy(fake);
  const user = renderApp(fake, 'settings');
  await user.click(await button('Importar…'));
  expect(await rows()).toEqual([
    ['Puerto que recibe los avisos', '4765', '5100'],
    ['Sonido de un pedido listo', 'Campana', 'Gota'],
    ['Dirección pública', 'Vacío', 'https://tienda.example'],
    ['No dejar que la computadora se suspenda', 'Sí', 'No'],
    ['Actualizar solo', 'Sí', 'No'],
  ]);
  expect(fake.callsOf('settings:save')).toEqual([]);
  await user.click((await preview()).getByRole('button', { name: 'No cambiar nada' }));
  expect(fake.main.settings.receiver.port).toBe(4765);
});

test('a copy says which program it does not get to name, and that the key does not go where it points', async () => {
  const fake = createFakeMostrador();
  fake.main.boundTo = { 'partner-token': 'https://pedidosya.partner.deliveryhero.io' };
  offerCopy(fake);
  const { importFrom } = fake.main;
  if (importFrom.kind !== 'read') throw new Error('No copy is offered');
  const partner = { ...importFrom.settings.partner, baseUrl: 'https://otra.example' };
  const settings = { ...importFrom.settings, partner };
  fake.main.importFrom = { ...importFrom, settings, program: '/tmp/malo' };
  const user = renderApp(fake, 'settings');
  await user.click(await button('Importar…'));
  const shown = await preview();
  expect(shown.getByText(/nombra un programa para abrir \(\/tmp\/malo\)\. No se toma/)).toBeTruthy();
  expect(shown.getByText(/pegue otra vez la clave/)).toBeTruthy();
  await user.click(shown.getByRole('button', { name: 'Aplicar los cambios' }));
  await waitFor(() => expect(fake.callsOf('settings:save')).toMatchObject([{ isFromFile: true }]));
});

test('a copy that was applied can be undone', async () => {
  const fake = createFakeMostrador();
  const before = fake.main.settings;
  offerCopy(fake);
  const user = renderApp(fake, 'settings');
  await user.click(await button('Importar…'));
  await user.click((await preview()).getByRole('button', { name: 'Aplicar los cambios' }));
  await waitFor(() => expect(fake.main.settings.receiver.port).toBe(5_100));
  expect(await screen.findByRole('textbox', { name: 'Puerto que recibe los avisos' })).toHaveProperty(
    'value',
    '5100',
  );
  await user.click(await button('Deshacer la importación'));
  await waitFor(() => expect(fake.main.settings).toEqual(before));
  expect(screen.queryByRole('button', { name: 'Deshacer la importación' })).toBeNull();
});

test.each([
  [{ why: 'foreign', detail: null }, /no es una copia de ajustes de Mostrador/],
  [{ why: 'damaged', detail: 'alerts' }, /está dañada en la parte “alerts”/],
  [{ why: 'newer', detail: null }, /de una versión más nueva/],
  [{ why: 'unreadable', detail: null }, /No se pudo leer el archivo/],
] as const)('a file that is not taken is refused with its reason: %o', async (refusal, words) => {
  const fake = createFakeMostrador();
  fake.main.importFrom = { kind: 'refused', ...refusal };
  const user = renderApp(fake, 'settings');
  await user.click(await button('Importar…'));
  await screen.findByText(words);
  expect(screen.queryByRole('button', { name: 'Aplicar los cambios' })).toBeNull();
});

test('with unsaved changes nothing is imported over them', async () => {
  const fake = createFakeMostrador();
  offerCopy(fake);
  const user = renderApp(fake, 'settings');
  await user.type(await screen.findByRole('textbox', { name: 'Nombre de la tienda' }), '2');
  await user.click(await button('Importar…'));
  await screen.findByText('Guarde primero los cambios y después importe.');
  expect(fake.callsOf('settings:import')).toEqual([]);
});

test('an export says where it went, or that it could not be written', async () => {
  const fake = createFakeMostrador();
  fake.main.exportTo = { kind: 'saved', file: 'ajustes-mostrador-2026-03-12.json' };
  const user = renderApp(fake, 'settings');
  await user.click(await button('Exportar…'));
  await screen.findByText('Copia guardada en ajustes-mostrador-2026-03-12.json.');
  fake.main.exportTo = { kind: 'failed' };
  await user.click(await button('Exportar…'));
  expect(await screen.findByText(/No se pudo guardar la copia/)).toBeTruthy();
});
