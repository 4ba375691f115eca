import { screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { createFakeMostrador } from '../../fakes/mostrador-api.ts';
import { clearPage, renderApp } from '../render-app.tsx';

afterEach(clearPage);

test('the version and what it is made with are shown', async () => {
  renderApp(createFakeMostrador(), 'about');
  await screen.findByRole('heading', { name: 'Acerca de Mostrador' });
  expect(screen.getByText('0.1.0').tagName).toBe('DD');
  expect(screen.getByText(/Electron 45\.4\.1 · Chromium 150/).tagName).toBe('DD');
});

test('every component is listed with its licence, and its text is there to read', async () => {
  renderApp(createFakeMostrador(), 'about');
  const item = (await screen.findByText('qs')).closest('li');
  if (item === null) throw new Error('qs is not in a list');
  within(item).getByText('BSD-3-Clause');
  within(item).getByText('Copyright (c) the authors of qs');
  expect(screen.getAllByRole('listitem')).toHaveLength(3);
  screen.getByText(/Incluye 3 componentes/);
});

test('links go only to pages that the app may open', async () => {
  renderApp(createFakeMostrador(), 'about');
  const links = await screen.findAllByRole('link');
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    'https://portal.pedidosya.com',
    'https://developer.pedidosya.com',
  ]);
});

test('when the list of Chromium cannot be opened, the page says where it is', async () => {
  const fake = createFakeMostrador();
  fake.main.broken.add('about:open-chromium-licences');
  const user = renderApp(fake, 'about');
  await user.click(await screen.findByRole('button', { name: 'Abrir las licencias de Chromium' }));
  const said = await screen.findByText(/LICENSES\.chromium\.html está en la carpeta/);
  expect(said.getAttribute('role')).toBe('status');
});

test('the settings lead there', async () => {
  const fake = createFakeMostrador();
  const user = renderApp(fake, 'settings');
  await user.click(await screen.findByRole('button', { name: 'Acerca de Mostrador' }));
  expect(fake.callsOf('window:open-about')).toHaveLength(1);
});

test('updates are looked for from there, too', async () => {
  const fake = createFakeMostrador();
  const user = renderApp(fake, 'about');
  await user.click(await screen.findByRole('button', { name: 'Buscar actualizaciones' }));
  expect(fake.callsOf('update:check')).toHaveLength(1);
});
