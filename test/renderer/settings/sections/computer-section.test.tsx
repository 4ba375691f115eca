import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { ComputerView } from '../../../../src/shared/computer.ts';
import { FAKE_COMPUTER } from '../../../fakes/computer-api.ts';
import { createFakeMostrador, type FakeMain, type FakeMostrador } from '../../../fakes/mostrador-api.ts';
import { clearPage, renderApp } from '../../render-app.tsx';

afterEach(clearPage);

function shown(computer: Partial<ComputerView> = {}, main: Partial<FakeMain> = {}) {
  const fake: FakeMostrador = createFakeMostrador({
    ...main,
    computer: { ...FAKE_COMPUTER.computer, ...computer },
  });
  return { fake, user: renderApp(fake, 'settings') };
}
const box = (name: string): Promise<HTMLInputElement> => screen.findByRole('checkbox', { name });

describe('starting at login', () => {
  test('is switched on at once, and what the system then tells is what is shown', async () => {
    const { fake, user } = shown();
    const login = await box('Abrir Mostrador al iniciar sesión');
    expect(login.checked).toBe(false);
    await user.click(login);
    await screen.findByText(/Listo: se abre solo/);
    expect(fake.callsOf('computer:set-login-item')).toEqual([{ on: true }]);
    expect((await box('Abrir Mostrador al iniciar sesión')).checked).toBe(true);
  });

  test.each([
    ['switched-off', /Aplicaciones de arranque/],
    ['needs-approval', /Ítems de inicio/],
    ['program-missing', /ya no está en su lugar/],
    ['other-program', /otra copia/],
  ] as const)('when it would not start (%s) it says what to do', async (why, words) => {
    shown({ loginItem: { kind: 'blocked', why } });
    expect((await screen.findByText(words)).textContent).toMatch(words);
    expect((await box('Abrir Mostrador al iniciar sesión')).checked).toBe(true);
  });

  test('a change that fails is said, and the switch stays as it is', async () => {
    const { fake, user } = shown();
    fake.main.broken.add('computer:set-login-item');
    await user.click(await box('Abrir Mostrador al iniciar sesión'));
    expect((await screen.findByRole('alert')).textContent).toBe('No se pudo cambiar. Pruebe de nuevo.');
    expect((await box('Abrir Mostrador al iniciar sesión')).checked).toBe(false);
  });
});

test('the text size is chosen from a list, at once, and shows the size of the settings', async () => {
  const { fake, user } = shown();
  const list = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Tamaño del texto' });
  expect([...list.options].map(({ text }) => text)).toEqual([
    '100 %',
    '110 %',
    '125 %',
    '150 %',
    '175 %',
    '200 %',
  ]);
  await user.selectOptions(list, '150');
  await waitFor(() => expect(list.value).toBe('150'));
  expect(fake.main.settings.textSize).toBe(150);
});

test('keeping awake is kept in the settings', async () => {
  const { fake, user } = shown();
  await screen.findByText(/Ahora está activo/);
  await user.click(await box('No dejar que la computadora se suspenda'));
  await waitFor(async () =>
    expect((await box('No dejar que la computadora se suspenda')).checked).toBe(false),
  );
  expect(fake.main.settings.computer).toEqual({ keepAwake: false, automaticUpdates: true });
});

describe('updates', () => {
  test('are looked for on demand, and follow what main tells', async () => {
    const { fake, user } = shown();
    await user.click(await screen.findByRole('button', { name: 'Buscar actualizaciones' }));
    expect(fake.callsOf('update:check')).toHaveLength(1);
    const view = fake.main.computer;
    fake.emit('computer:changed', {
      ...view,
      update: { kind: 'downloading', version: '2.0.0', percent: 41 },
    });
    await screen.findByText('Descargando la versión 2.0.0: 41 %');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Buscar actualizaciones' }).disabled).toBe(
      true,
    );
    const update = { kind: 'ready', version: '2.0.0', needsPassword: false } as const;
    fake.emit('computer:changed', { ...view, update, installBlock: 'alerts' });
    await screen.findByText('La versión 2.0.0 está lista. Se actualizará al cerrar Mostrador.');
    await screen.findByText('Hay avisos sin ver: véalos primero.');
    const install = screen.getByRole<HTMLButtonElement>('button', { name: 'Actualizar y reiniciar' });
    expect(install.disabled).toBe(true);
    fake.emit('computer:changed', { ...view, update, installBlock: null });
    await waitFor(() => expect(install.disabled).toBe(false));
    await user.click(install);
    expect(fake.callsOf('update:install')).toHaveLength(1);
  });

  test('that are not what was published are said to be thrown away', async () => {
    shown({ update: { kind: 'failed', why: 'tampered', at: '2026-03-12T17:00:00.000Z' } });
    expect((await screen.findByText(/se descartó/)).textContent).toContain('No se instaló nada');
  });

  test('of a copy that does not update itself are not offered', async () => {
    shown({ update: { kind: 'unsupported' } });
    await screen.findByText(/no se actualiza sola/);
    expect(screen.queryByRole('button', { name: 'Buscar actualizaciones' })).toBeNull();
    expect(screen.queryByRole('checkbox', { name: 'Actualizar solo' })).toBeNull();
  });
});

describe('the backup', () => {
  test('is saved, and it is said where', async () => {
    const { user } = shown();
    await user.click(await screen.findByRole('button', { name: 'Guardar copia…' }));
    expect((await screen.findByText(/^Copia guardada/)).textContent).toContain('/home/x/copia.mostrador');
  });

  test('shows what it holds and would change before anything does, and is restored when that is wanted', async () => {
    const { fake, user } = shown();
    await user.click(await screen.findByRole('button', { name: 'Restaurar…' }));
    await screen.findByText(/con 312 pedidos/);
    expect(screen.getByRole('cell', { name: 'La Vieja' })).toBeDefined();
    expect(fake.callsOf('backup:confirm')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Restaurar y reiniciar' }));
    await screen.findByText('Reiniciando…');
  });

  test('that was looked at and is not wanted changes nothing', async () => {
    const { fake, user } = shown();
    await user.click(await screen.findByRole('button', { name: 'Restaurar…' }));
    await user.click(await screen.findByRole('button', { name: 'No cambiar nada' }));
    expect(screen.queryByText(/con 312 pedidos/)).toBeNull();
    expect(fake.callsOf('backup:confirm')).toEqual([]);
  });

  test.each([
    ['damaged', /está dañado/],
    ['newer', /Actualice Mostrador/],
    ['not-a-backup', /no es una copia/],
    ['disk-failed', /no hay lugar/],
  ] as const)('that is refused (%s) says why and that nothing changed', async (why, words) => {
    const { user } = shown({}, { restoreBackup: () => ({ kind: 'refused', why }) });
    await user.click(await screen.findByRole('button', { name: 'Restaurar…' }));
    expect((await screen.findByText(words)).textContent).toContain('No se cambió nada');
  });
});
