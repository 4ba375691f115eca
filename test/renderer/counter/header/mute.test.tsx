import { screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { createFakeMostrador } from '../../../fakes/mostrador-api.ts';
import { clearPage, renderApp } from '../../render-app.tsx';

afterEach(clearPage);

test('alerts are muted from the window, which says until when and ends it', async () => {
  const fake = createFakeMostrador();
  const user = renderApp(fake);
  await user.click(await screen.findByRole('button', { name: 'Silenciar los avisos' }));
  const menu = screen.getByRole('group', { name: 'Silenciar los avisos' });
  await user.click(within(menu).getByRole('button', { name: 'Por 15 minutos' }));
  const banner = await screen.findByRole('region', { name: 'Silenciar los avisos' });
  expect(banner.textContent).toContain('Silenciado hasta 14:15. Las cancelaciones suenan igual.');
  await user.click(within(banner).getByRole('button', { name: 'Activar sonido' }));
  await screen.findByRole('button', { name: 'Silenciar los avisos' });
  expect(fake.callsOf('mute:set')).toEqual([{ minutes: 15 }, { minutes: 0 }]);
});

test('a mute that began in the tray is shown, and gone when it ends', async () => {
  const fake = createFakeMostrador();
  renderApp(fake);
  await screen.findByRole('button', { name: 'Silenciar los avisos' });
  fake.emit('mute:changed', { until: '2026-03-12T17:20:00.000Z' });
  await screen.findByText('Silenciado hasta 14:20.');
  fake.emit('mute:changed', { until: null });
  await screen.findByRole('button', { name: 'Silenciar los avisos' });
  expect(screen.queryByText(/Silenciado hasta/)).toBeNull();
});

test('the menu opens and closes by keyboard', async () => {
  const user = renderApp(createFakeMostrador());
  const button = await screen.findByRole('button', { name: 'Silenciar los avisos' });
  button.focus();
  await user.keyboard('{Enter}');
  expect(document.activeElement?.textContent).toBe('Por 15 minutos');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('group', { name: 'Silenciar los avisos' })).toBeNull();
  expect(document.activeElement).toBe(button);
});
