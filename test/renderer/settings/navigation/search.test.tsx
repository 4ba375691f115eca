import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { textsFor } from '../../../../src/shared/texts/texts.ts';
import { createFakeMostrador } from '../../../fakes/mostrador-api.ts';
import { clearPage, renderApp } from '../../render-app.tsx';

afterEach(clearPage);

const box = (): Promise<HTMLElement> => screen.findByRole('searchbox', { name: 'Buscar un ajuste' });
const shownTitles = (): readonly (string | null)[] =>
  screen.queryAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);

test('words without accents find fields with them, and leave only those in sight', async () => {
  const user = renderApp(createFakeMostrador(), 'settings');
  await user.type(await box(), 'SIN CONEXION');
  expect(shownTitles()).toEqual(['Avisos']);
  expect(screen.getByRole('textbox', { name: 'Minutos sin conexión hasta avisar' })).toBeTruthy();
  expect(screen.getByRole('combobox', { name: 'Sonido de sin conexión' })).toBeTruthy();
  expect(screen.queryByRole('slider', { name: 'Volumen de los avisos' })).toBeNull();
});

test('the title of a part finds all of it', async () => {
  const user = renderApp(createFakeMostrador(), 'settings');
  await user.type(await box(), 'avanz');
  expect(shownTitles()).toEqual(['Avanzado']);
  expect(screen.getByRole('textbox', { name: 'Dirección de la API' })).toBeTruthy();
  expect(screen.getByRole('combobox', { name: 'Idioma' })).toBeTruthy();
});

test('parts without fields are found by what they say', async () => {
  const user = renderApp(createFakeMostrador(), 'settings');
  await user.type(await box(), 'importar');
  expect(shownTitles()).toEqual(['Copia de los ajustes']);
});

test('without a hit it says so, and everything is back with one click', async () => {
  const user = renderApp(createFakeMostrador(), 'settings');
  await box();
  const all = shownTitles();
  await user.type(await box(), 'dragones');
  expect(shownTitles()).toEqual([]);
  await screen.findByText('No hay nada con “dragones”. Pruebe con otra palabra.');
  await user.click(screen.getAllByRole('button', { name: 'Borrar la búsqueda' }).at(-1) ?? document.body);
  expect(shownTitles()).toEqual(all);
});

test('Ctrl+F goes to the search, Enter in it saves nothing, Escape clears it', async () => {
  const fake = createFakeMostrador();
  const user = renderApp(fake, 'settings');
  const search = await box();
  const all = shownTitles();
  await user.type(await screen.findByRole('textbox', { name: 'Nombre de la tienda' }), '2');
  await user.keyboard('{Control>}f{/Control}');
  expect(document.activeElement).toBe(search);
  await user.keyboard('puerto{Enter}');
  expect(fake.callsOf('settings:save')).toEqual([]);
  await user.keyboard('{Escape}');
  expect(shownTitles()).toEqual(all);
});

test('an entry that is wrong comes back into sight when saving is tried', async () => {
  const user = renderApp(createFakeMostrador(), 'settings');
  const port = await screen.findByRole('textbox', { name: 'Puerto que recibe los avisos' });
  await user.clear(port);
  await user.type(await box(), 'volumen');
  expect(screen.queryByRole('textbox', { name: 'Puerto que recibe los avisos' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Guardar' }));
  expect(await screen.findByRole('textbox', { name: 'Puerto que recibe los avisos' })).toBe(port);
  await waitFor(() => expect(document.activeElement).toBe(port));
});

test('the chosen part is marked in the list, also where it cannot come to the top, and only that one', async () => {
  const user = renderApp(createFakeMostrador(), 'settings');
  await box();
  const list = within(screen.getByRole('navigation', { name: textsFor('es').preferences.parts }));
  const marked = (): readonly (string | null)[] =>
    list.getAllByRole('button', { current: 'location' }).map(({ textContent }) => textContent);
  for (const title of ['Avisos', 'Tienda']) {
    await user.click(list.getByRole('button', { name: title }));
    expect(marked()).toEqual([title]);
  }
});
