import { act, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { createFakeMostrador } from '../../../fakes/mostrador-api.ts';
import { clearPage, findRow, renderApp } from '../../render-app.tsx';
import { sampleOrder } from '../../sample-orders.ts';

afterEach(clearPage);

/** Closes the window as its user does; answers whether the page held it. */
function closeWindow(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  act(() => void window.dispatchEvent(event));
  return event.defaultPrevented;
}

/** What a browser tells of a dialog that was closed, some time later. */
function tellLate(dialog: Element): void {
  act(() => void dialog.dispatchEvent(new Event('close')));
}

it('asks again at once after "Seguir editando", whatever a dialog tells late of its end', async () => {
  const fake = createFakeMostrador();
  const user = renderApp(fake, 'settings');
  await user.type(await screen.findByRole('textbox', { name: 'Nombre de la tienda' }), 'x');
  for (let round = 0; round < 3; round += 1) {
    expect(closeWindow()).toBe(true);
    const before = screen.getByRole('dialog');
    act(() => screen.getByRole('button', { name: 'Seguir editando' }).click());
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(closeWindow()).toBe(true);
    tellLate(before);
    const again = screen.getByRole('dialog');
    tellLate(again);
    expect(screen.getByRole('dialog')).toBeTruthy();
    act(() => screen.getByRole('button', { name: 'Seguir editando' }).click());
  }
});

it('ends by Escape, and by a browser that closes it on its own', async () => {
  const user = renderApp(createFakeMostrador(), 'settings');
  await user.type(await screen.findByRole('textbox', { name: 'Nombre de la tienda' }), 'x');
  closeWindow();
  act(() => void screen.getByRole('dialog').dispatchEvent(new Event('cancel', { cancelable: true })));
  expect(screen.queryByRole('dialog')).toBeNull();
  closeWindow();
  const dialog = screen.getByRole('dialog');
  if (!(dialog instanceof HTMLDialogElement)) throw new Error('It is no dialog');
  dialog.close();
  tellLate(dialog);
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('shows the keys again when they are asked for right after they were put away', async () => {
  const user = renderApp(createFakeMostrador({ orders: [sampleOrder({ id: '1', code: '4821' })] }));
  await findRow('4821');
  for (let round = 0; round < 3; round += 1) {
    await user.click(screen.getByRole('button', { name: 'Atajos de teclado' }));
    const dialog = screen.getByRole('dialog');
    act(() => screen.getByRole('button', { name: 'Cerrar' }).click());
    await user.click(screen.getByRole('button', { name: 'Atajos de teclado' }));
    tellLate(dialog);
    expect(screen.getByRole('dialog')).toBeTruthy();
    act(() => screen.getByRole('button', { name: 'Cerrar' }).click());
  }
});
