import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { createFakeMostrador, type FakeMostrador } from '../../fakes/mostrador-api.ts';
import { clearPage, renderApp } from '../render-app.tsx';
import { minutesAgo, sampleOrder } from '../sample-orders.ts';

afterEach(clearPage);

const since = (minutes: number) => ({ at: minutesAgo(minutes, Date.now()) });
const ORDERS = [
  sampleOrder({ id: 'a', code: '4821', ...since(3) }),
  sampleOrder({ id: 'b', code: '4817', ...since(20) }),
  sampleOrder({ id: 'c', code: '4700', ...since(30 * 60) }),
  sampleOrder({ id: 'd', code: '4811', status: 'CANCELLED', ...since(10) }),
  sampleOrder({ id: 'e', code: '4812', status: 'CANCELLED', wasPickedUp: true, ...since(10) }),
  sampleOrder({ id: 'f', code: '4813', status: 'PICKED_UP', ...since(10) }),
];
const codesIn = async (title: string): Promise<readonly (string | null)[]> => {
  const list = await screen.findByRole('region', { name: title });
  return within(list)
    .queryAllByRole('listitem')
    .map((item) => item.textContent);
};
const withDigits = (digits: 'all' | 'last-3' | 'last-2'): FakeMostrador => {
  const fake = createFakeMostrador({ orders: [...ORDERS] });
  fake.main.settings = { ...fake.main.settings, riders: { on: true, digits } };
  return fake;
};

test('riders see the codes that wait, the longest first, those cancelled, and no name', async () => {
  renderApp(withDigits('all'), 'riders');
  expect(await codesIn('Esperando')).toEqual(['4817', '4821']);
  expect(await codesIn('Cancelados')).toEqual(['4811']);
  expect(document.body.textContent).not.toContain('Lucía');
});

test.each([
  ['last-3', ['··817', '··821'], ['··811']],
  ['last-2', ['··17', '··21'], ['··11']],
] as const)('of a code only %s shows', async (digits, waiting, cancelled) => {
  renderApp(withDigits(digits), 'riders');
  expect(await codesIn('Esperando')).toEqual(waiting);
  expect(await codesIn('Cancelados')).toEqual(cancelled);
  expect(document.body.textContent).not.toContain('4821');
});

test.each(['orders:list', 'settings:read', 'app:info'] as const)(
  'a screen to which main could not answer %s asks again, for nobody would',
  async (channel) => {
    const fake = withDigits('all');
    const answer: () => Promise<unknown> = fake.api[channel];
    let refused = 0;
    Object.assign(fake.api, {
      [channel]: () => {
        refused += 1;
        return refused === 1 ? Promise.reject(new Error('unexpected')) : answer();
      },
    });
    renderApp(fake, 'riders');
    await screen.findByRole('region', { name: 'Esperando' }, { timeout: 10_000 });
    expect(await codesIn('Esperando')).toEqual(['4817', '4821']);
  },
);

test('it follows what happens, and Escape leaves', async () => {
  const fake = withDigits('all');
  const user = renderApp(fake, 'riders');
  await codesIn('Esperando');
  fake.emit('orders:changed', [sampleOrder({ id: 'b', code: '4817', status: 'CANCELLED', ...since(20) })]);
  await waitFor(async () => expect(await codesIn('Esperando')).toEqual(['4821']));
  expect(await codesIn('Cancelados')).toEqual(['4811', '4817']);
  await user.keyboard('{Escape}');
  expect(fake.callsOf('riders:leave')).toHaveLength(1);
});

test('the section turns it on, chooses the digits and says when that could not be kept', async () => {
  const fake = createFakeMostrador();
  const user = renderApp(fake, 'settings');
  const box = await screen.findByRole('checkbox', { name: 'Mostrar la pantalla' });
  expect(box).toHaveProperty('checked', false);
  await user.click(box);
  await waitFor(() => expect(box).toHaveProperty('checked', true));
  await user.selectOptions(screen.getByLabelText('Qué se ve de cada código'), 'last-2');
  await user.click(screen.getByRole('button', { name: 'Mostrar ahora' }));
  expect(fake.callsOf('riders:set')).toEqual([
    { riders: { on: true, digits: 'all' } },
    { riders: { on: true, digits: 'last-2' } },
    { riders: { on: true, digits: 'last-2' } },
  ]);
  fake.main.broken.add('riders:set');
  await user.click(box);
  expect(await screen.findByText('No se pudo guardar. Pruebe de nuevo.')).toBeTruthy();
});
