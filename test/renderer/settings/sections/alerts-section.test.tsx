import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { createFakeMostrador } from '../../../fakes/mostrador-api.ts';
import { clearPage, renderApp } from '../../render-app.tsx';

afterEach(clearPage);

const save = (): HTMLElement => screen.getByRole('button', { name: 'Guardar' });
const type = async (user: ReturnType<typeof renderApp>, name: string, text: string): Promise<HTMLElement> => {
  const field = await screen.findByRole('textbox', { name });
  await user.clear(field);
  await user.type(field, text);
  return field;
};

test('volume, tones, escalation, connection and quiet hours are saved as they were chosen', async () => {
  const fake = createFakeMostrador();
  const user = renderApp(fake, 'settings');
  const volume = await screen.findByRole('slider', { name: 'Volumen de los avisos' });
  fireEvent.change(volume, { target: { value: '35' } });
  expect(volume.getAttribute('aria-valuetext')).toBe('35 %');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Sonido de un pedido listo' }), 'Golpes');
  await type(user, 'Minutos hasta insistir', '1,5');
  await type(user, 'Minutos sin conexión hasta avisar', '0');
  await type(user, 'Minutos hasta avisar que nadie retira un pedido listo', '20');
  await type(user, 'Minutos hasta repetir ese tono', '0');
  await user.click(screen.getByRole('checkbox', { name: 'Horario de silencio' }));
  await type(user, 'Silencio desde', '22:30');
  await user.click(save());
  await waitFor(() =>
    expect(fake.main.settings.alerts).toEqual({
      volume: 35,
      tones: { ready: 'knock', cancelled: 'alarm', 'cancelled-after-handover': 'soft', connection: 'drop' },
      escalateAfterMinutes: 1.5,
      connectionAfterMinutes: 0,
      unclaimed: { afterMinutes: 20, everyMinutes: 0 },
      quiet: { enabled: true, fromMinute: 22 * 60 + 30, toMinute: 7 * 60 },
    }),
  );
});

test('minutes and times that are none are marked, and nothing is saved', async () => {
  const fake = createFakeMostrador();
  const user = renderApp(fake, 'settings');
  const minutes = await type(user, 'Minutos hasta insistir', '200');
  await user.click(screen.getByRole('checkbox', { name: 'Horario de silencio' }));
  const from = await type(user, 'Silencio desde', '25:00');
  await user.click(save());
  await screen.findByText('Tiene que ser un número entre 0 y 120.');
  expect(screen.getByText('Tiene que ser una hora, por ejemplo 23:00.')).toBeTruthy();
  expect([minutes, from].map((each) => each.getAttribute('aria-invalid'))).toEqual(['true', 'true']);
  expect(fake.callsOf('settings:save')).toEqual([]);
});

test('a tone is heard at the volume on the screen before anything is saved, and the answer is said', async () => {
  const fake = createFakeMostrador();
  const user = renderApp(fake, 'settings');
  const volume = await screen.findByRole('slider', { name: 'Volumen de los avisos' });
  fireEvent.change(volume, { target: { value: '20' } });
  await user.click(screen.getByRole('button', { name: 'Escuchar: Sonido de un pedido cancelado' }));
  await screen.findByText('Se hizo sonar un tono.');
  expect(fake.callsOf('sound:preview')).toEqual([{ tone: 'alarm', volume: 20 }]);
  fake.main.soundCheck = {
    state: 'degraded',
    code: 'sound-computer-muted',
    detail: null,
    isSystemKnown: true,
  };
  await user.click(screen.getByRole('button', { name: 'Escuchar: Sonido de un pedido listo' }));
  expect(await screen.findByText(/Esta computadora está en silencio/)).toBeTruthy();
});

test('where the system does not tell, a tone that played is not promised to be heard', async () => {
  const fake = createFakeMostrador();
  fake.main.soundCheck = { ...fake.main.soundCheck, isSystemKnown: false };
  const user = renderApp(fake, 'settings');
  await user.click(await screen.findByRole('button', { name: 'Escuchar: Sonido de un pedido listo' }));
  expect(await screen.findByText(/Si no se oyó, revise el volumen de la computadora/)).toBeTruthy();
});

test('a field tells its initial value, and goes back to it alone', async () => {
  const fake = createFakeMostrador();
  const user = renderApp(fake, 'settings');
  const port = await type(user, 'Puerto que recibe los avisos', '5001');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Sonido de un pedido listo' }), 'Gota');
  expect(screen.getByText('Valor inicial: 4765')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Restablecer: Puerto que recibe los avisos' }));
  expect(port).toHaveProperty('value', '4765');
  expect(screen.queryByRole('button', { name: 'Restablecer: Puerto que recibe los avisos' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Restablecer: Sonido de un pedido listo' })).toBeTruthy();
});

test('at volume 0 the field itself says that nothing will be heard', async () => {
  renderApp(createFakeMostrador(), 'settings');
  const volume = await screen.findByRole('slider', { name: 'Volumen de los avisos' });
  fireEvent.change(volume, { target: { value: '0' } });
  expect(await screen.findByText('Con volumen 0 no se oye nada, tampoco una cancelación.')).toBeTruthy();
});
