import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { createFakeMostrador, type FakeMostrador } from '../../../fakes/mostrador-api.ts';
import { clearPage, renderApp } from '../../render-app.tsx';

afterEach(clearPage);

async function withHours(fake: FakeMostrador): Promise<ReturnType<typeof renderApp>> {
  const user = renderApp(fake, 'settings');
  await user.click(await screen.findByRole('checkbox', { name: 'Usar este horario' }));
  return user;
}
const day = (name: string) => within(screen.getByRole('group', { name }));

test('a day is closed, another ends after midnight, and the rest stay as they were', async () => {
  const fake = createFakeMostrador();
  const user = await withHours(fake);
  await user.click(day('Lunes').getByRole('checkbox', { name: 'Lunes' }));
  expect(day('Lunes').getByText('Cerrado')).toBeTruthy();
  const until = day('Viernes').getByRole('textbox', { name: 'Viernes hasta' });
  await user.clear(until);
  await user.type(until, '2:00');
  expect(screen.getByRole('group', { name: 'Viernes' }).textContent).toContain('del día siguiente');
  await user.click(screen.getByRole('button', { name: 'Guardar' }));
  await waitFor(() => expect(fake.main.settings.hours.enabled).toBe(true));
  expect(fake.main.settings.hours.days).toMatchObject({
    monday: { open: false },
    tuesday: { open: true, fromMinute: 540, toMinute: 1_320 },
    friday: { open: true, fromMinute: 540, toMinute: 120 },
  });
});

test('a day that is closed and opened again has its times back', async () => {
  const user = await withHours(createFakeMostrador());
  const from = day('Martes').getByRole('textbox', { name: 'Martes desde' });
  await user.clear(from);
  await user.type(from, '10:15');
  await user.click(day('Martes').getByRole('checkbox', { name: 'Martes' }));
  await user.click(day('Martes').getByRole('checkbox', { name: 'Martes' }));
  expect(day('Martes').getByRole('textbox', { name: 'Martes desde' })).toHaveProperty('value', '10:15');
});

test('a time that is none is marked on its day', async () => {
  const fake = createFakeMostrador();
  const user = await withHours(fake);
  const from = day('Domingo').getByRole('textbox', { name: 'Domingo desde' });
  await user.clear(from);
  await user.type(from, '9');
  await user.click(screen.getByRole('button', { name: 'Guardar' }));
  await waitFor(() => expect(from.getAttribute('aria-invalid')).toBe('true'));
  expect(day('Domingo').getByText('Tiene que ser una hora, por ejemplo 23:00.')).toBeTruthy();
  expect(fake.callsOf('settings:save')).toEqual([]);
});

test('a day that was saved as closed has its own times when it is opened', async () => {
  const fake = createFakeMostrador();
  const { hours } = fake.main.settings;
  const monday = { open: false, fromMinute: 600, toMinute: 900 };
  fake.main.settings = {
    ...fake.main.settings,
    hours: { enabled: true, days: { ...hours.days, monday } },
  };
  const user = renderApp(fake, 'settings');
  await screen.findByRole('button', { name: 'Guardar' });
  await user.click(day('Lunes').getByRole('checkbox', { name: 'Lunes' }));
  expect(day('Lunes').getByRole('textbox', { name: 'Lunes desde' })).toHaveProperty('value', '10:00');
  expect(day('Lunes').getByRole('textbox', { name: 'Lunes hasta' })).toHaveProperty('value', '15:00');
});
