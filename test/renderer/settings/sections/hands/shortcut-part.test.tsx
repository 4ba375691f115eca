import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { createFakeMostrador, type FakeMain } from '../../../../fakes/mostrador-api.ts';
import { SAMPLE_SETTINGS } from '../../../../fakes/sample-settings.ts';
import { clearPage, renderApp } from '../../../render-app.tsx';

afterEach(clearPage);

function shown(shortcut = '', main: Partial<FakeMain> = {}) {
  const settings = { ...SAMPLE_SETTINGS, hands: { ...SAMPLE_SETTINGS.hands, shortcut } };
  const fake = createFakeMostrador({ settings, ...main });
  return { fake, user: renderApp(fake, 'settings') };
}
const section = (): Promise<HTMLElement> => screen.findByRole('region', { name: 'Manos ocupadas' });
const begin = (name = 'Elegir teclas'): Promise<HTMLElement> => screen.findByRole('button', { name });
const RECORDING = /Presione las teclas juntas/;

test('keys are recorded with the keyboard alone, and said to need a trial', async () => {
  const { fake, user } = shown();
  (await begin()).focus();
  await user.keyboard('{Enter}');
  await screen.findByRole('button', { name: RECORDING, pressed: true });
  await user.keyboard('{Control>}{Alt>}m{/Alt}{/Control}');
  await screen.findByText(/El sistema las aceptó/);
  expect(fake.callsOf('shortcut:set')).toEqual([{ keys: 'Ctrl+Alt+M' }]);
  expect(within(await section()).getByText('Ctrl + Alt + M').textContent).toBe('Ctrl + Alt + M');
});

test('what is held is shown while the rest is awaited', async () => {
  const { user } = shown();
  await user.click(await begin());
  await user.keyboard('{Control>}{Alt>}');
  expect((await screen.findByRole('button', { name: 'Ctrl + Alt + …' })).textContent).toBe('Ctrl + Alt + …');
});

test.each([
  ['Escape', '{Escape}'],
  ['Tab', '{Tab}'],
])('%s leaves the keys as they were', async (_name, key) => {
  const { fake, user } = shown('Ctrl+Alt+N');
  await user.click(await begin('Elegir otras'));
  await user.keyboard(key);
  await begin('Elegir otras');
  expect(fake.callsOf('shortcut:set')).toEqual([]);
  expect(within(await section()).getByText('Ctrl + Alt + N').textContent).toBe('Ctrl + Alt + N');
});

test('keys that cannot be used are refused in words, and others may follow', async () => {
  const { fake, user } = shown();
  await user.click(await begin());
  await user.keyboard('m');
  await screen.findByText(/Agregue dos de las teclas/);
  await user.keyboard('{Control>}{Alt>}m{/Alt}{/Control}');
  await waitFor(() => expect(fake.callsOf('shortcut:set')).toHaveLength(1));
  await waitFor(() => expect(screen.queryByText(/Agregue dos/)).toBeNull());
});

test('keys that another program has are refused, and the field shows those that work', async () => {
  const { user } = shown('Ctrl+Alt+N', { shortcutOutcome: 'taken' });
  await user.click(await begin('Elegir otras'));
  await user.keyboard('{Control>}{Alt>}m{/Alt}{/Control}');
  await screen.findByText(/El sistema no da Ctrl \+ Alt \+ M/);
  expect(within(await section()).getByText('Ctrl + Alt + N').textContent).toBe('Ctrl + Alt + N');
});

test('a call that fails is said', async () => {
  const { fake, user } = shown();
  fake.main.broken.add('shortcut:set');
  await user.click(await begin());
  await user.keyboard('{Control>}{Alt>}m{/Alt}{/Control}');
  expect((await screen.findByText(/No se pudo guardar/)).textContent).toContain('Nada cambió');
});

test('the keys are taken away with one button', async () => {
  const { fake, user } = shown('Ctrl+Alt+N');
  await user.click(await screen.findByRole('button', { name: 'Quitar' }));
  await begin();
  expect(fake.callsOf('shortcut:set')).toEqual([{ keys: '' }]);
});

test('on Wayland it says that the keys may never arrive, until they have', async () => {
  const { fake } = shown('Ctrl+Alt+N', { shortcut: { state: 'unproven', isWayland: true } });
  await screen.findByText(/usa Wayland/);
  fake.emit('shortcut:changed', { keys: 'Ctrl+Alt+N', state: 'proven', isWayland: true });
  await screen.findByText(/se presionaron y llegaron/);
  expect(screen.queryByText(/usa Wayland/)).toBeNull();
});

test('a section that anybody can use, also with a fault', async () => {
  const { user } = shown('Ctrl+Alt+N', { shortcut: { state: 'taken', isWayland: true } });
  await user.click(await begin('Elegir otras'));
  await user.keyboard('m');
  await screen.findByText(/Agregue dos/);
  const { violations } = await axe.run(await section(), { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
