import { screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { createFakeMostrador, type FakeMain } from '../../../../fakes/mostrador-api.ts';
import { SAMPLE_SETTINGS } from '../../../../fakes/sample-settings.ts';
import { clearPage, renderApp } from '../../../render-app.tsx';

afterEach(clearPage);

function shown(initials: readonly string[] = [], main: Partial<FakeMain> = {}) {
  const settings = { ...SAMPLE_SETTINGS, hands: { ...SAMPLE_SETTINGS.hands, initials } };
  const fake = createFakeMostrador({ settings, ...main });
  return { fake, user: renderApp(fake, 'settings') };
}
const field = (): Promise<HTMLElement> => screen.findByRole('textbox', { name: 'Agregar iniciales' });

test('initials are added with Enter, in capitals, each with its key, and taken away again', async () => {
  const { fake, user } = shown();
  await user.type(await field(), 'ana{Enter}');
  const list = await screen.findByRole('list', { name: 'Iniciales' });
  expect(within(list).getByRole('listitem').textContent).toContain('ANAAlt 1');
  await user.type(await field(), ' ñ2 {Enter}');
  await screen.findByText('Ñ2');
  await user.click(screen.getByRole('button', { name: 'Quitar ANA' }));
  expect(fake.callsOf('staff:list')).toEqual([
    { initials: ['ANA'] },
    { initials: ['ANA', 'Ñ2'] },
    { initials: ['Ñ2'] },
  ]);
  expect(fake.callsOf('settings:save')).toEqual([]);
});

test.each([
  ['analia', /de una a tres letras/],
  ['a b', /de una a tres letras/],
  ['lu', /ya están/],
])('%j is refused in words', async (typed, words) => {
  const { fake, user } = shown(['LU']);
  await user.type(await field(), `${typed}{Enter}`);
  expect((await screen.findByText(words, { selector: '[id$="problem"]' })).textContent).toMatch(words);
  expect(fake.callsOf('staff:list')).toEqual([]);
});

test('a list that cannot be saved is said', async () => {
  const { fake, user } = shown();
  fake.main.broken.add('staff:list');
  await user.type(await field(), 'ana{Enter}');
  expect((await screen.findByText(/No se pudo guardar\. Pruebe/)).textContent).toContain('Pruebe de nuevo');
});

test('with twelve there is no room for more', async () => {
  shown(Array.from({ length: 12 }, (_, index) => `P${String(index)}`));
  await screen.findByText(/Ya están las 12/);
  expect(screen.queryByRole('textbox', { name: 'Agregar iniciales' })).toBeNull();
  expect(screen.getByText('Alt B').textContent).toBe('Alt B');
});

test('a section that anybody can use', async () => {
  const { user } = shown(['ANA', 'LU']);
  await user.type(await field(), 'lu{Enter}');
  const section = await screen.findByRole('region', { name: 'Manos ocupadas' });
  const { violations } = await axe.run(section, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
