import { screen } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { createFakeMostrador, type FakeMain } from '../../../../fakes/mostrador-api.ts';
import { clearPage, renderApp } from '../../../render-app.tsx';

afterEach(clearPage);

function shown(main: Partial<FakeMain> = {}) {
  const fake = createFakeMostrador(main);
  return { fake, user: renderApp(fake, 'settings') };
}
const box = (): Promise<HTMLInputElement> =>
  screen.findByRole('checkbox', { name: 'Decir el código de cada aviso' });
const NONE = { outcome: 'no-voice', voice: null } as const;

test('it is off; switched on, it says with which voice of this computer', async () => {
  const { fake, user } = shown();
  expect((await box()).checked).toBe(false);
  await user.click(await box());
  await screen.findByText(/Voz de esta computadora: “Spanish/);
  expect((await box()).checked).toBe(true);
  expect(fake.callsOf('voice:set')).toEqual([{ on: true }]);
  expect(fake.callsOf('voice:try')).toEqual([{ aloud: false }]);
});

test('without a voice it says so, and what to do on Linux', async () => {
  const { user } = shown({ voice: NONE });
  await user.click(await box());
  await screen.findByText(/no hay ninguna voz en español/);
  expect(screen.getByText(/speech-dispatcher y espeak-ng/).textContent).toContain('Linux');
});

test('elsewhere it does not speak of Linux', async () => {
  const { user } = shown({ voice: NONE, platform: 'win32' });
  await user.click(await box());
  await screen.findByText(/no hay ninguna voz en español/);
  expect(screen.queryByText(/espeak-ng/)).toBeNull();
});

test('the test speaks aloud, and says whether it was spoken', async () => {
  const { fake, user } = shown();
  await user.click(await screen.findByRole('button', { name: 'Probar la voz' }));
  await screen.findByText(/Se dijo con la voz/);
  expect(fake.callsOf('voice:try')).toEqual([{ aloud: true }]);
  fake.main.broken.add('voice:try');
  await user.click(await screen.findByRole('button', { name: 'Probar la voz' }));
  expect((await screen.findByText(/La voz no respondió/)).textContent).toContain('Los tonos suenan igual');
});

test('a change that fails is said, and the switch stays as it is', async () => {
  const { fake, user } = shown();
  fake.main.broken.add('voice:set');
  await user.click(await box());
  await screen.findByText('No se pudo cambiar. Pruebe de nuevo.');
  expect((await box()).checked).toBe(false);
});

test('a section that anybody can use, also without a voice', async () => {
  const { user } = shown({ voice: NONE });
  await user.click(await box());
  await screen.findByText(/no hay ninguna voz/);
  const section = await screen.findByRole('region', { name: 'Manos ocupadas' });
  const { violations } = await axe.run(section, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
