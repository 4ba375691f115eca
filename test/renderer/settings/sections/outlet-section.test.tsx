import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { HealthEntry } from '../../../../src/shared/health/health.ts';
import type { OutletSettings } from '../../../../src/shared/outlet.ts';
import { textsFor } from '../../../../src/shared/texts/texts.ts';
import { createFakeMostrador, healthOf, type FakeMostrador } from '../../../fakes/mostrador-api.ts';
import { SAMPLE_SETTINGS } from '../../../fakes/sample-settings.ts';
import { clearPage, renderApp } from '../../render-app.tsx';

const es = textsFor('es');
const words = es.outlet;
const AT = '2026-03-12T17:00:00.000Z';
const CLOSED = {
  kind: 'outlet',
  last: 'closed-until',
  said: null,
  until: '18:00',
  reason: 'TOO_BUSY',
  isDue: true,
} as const;

afterEach(clearPage);

function shown(
  outlet: OutletSettings,
  entry: Partial<HealthEntry> = {},
  page: 'settings' | 'counter' = 'settings',
) {
  const health = healthOf();
  const light: HealthEntry = { state: 'off', code: 'not-used', since: AT, detail: null, ...entry };
  const fake: FakeMostrador = createFakeMostrador({
    settings: { ...SAMPLE_SETTINGS, outlet },
    health: { ...health, outlet: light, facts: { ...health.facts, lastOutletAt: outlet.on ? AT : null } },
  });
  return { fake, user: renderApp(fake, page) };
}
const section = async () => within(await screen.findByRole('region', { name: words.title }));

test('it is off at first, says that it only looks, and asks when it is switched on', async () => {
  const { fake, user } = shown({ on: false, refused: null });
  const own = await section();
  expect(own.getByText(words.intro)).toBeDefined();
  expect(own.queryByRole('button', { name: words.ask })).toBeNull();
  await user.click(own.getByRole('checkbox', { name: words.on }));
  await waitFor(() => expect(fake.callsOf('outlet:set')).toEqual([{ on: true }]));
  await user.click(await own.findByRole('button', { name: words.ask }));
  await waitFor(() => expect(fake.callsOf('outlet:ask')).toHaveLength(1));
});

test('what the platform said stands there, with its reason, until when, and when it was said', async () => {
  shown({ on: true, refused: null }, { state: 'degraded', code: 'outlet-closed-until', detail: CLOSED });
  const own = await section();
  await own.findByText(/cerrado en PedidosYa hasta las 18:00\. Motivo: La tienda tenía demasiados pedidos/);
  expect(own.getByText(/^Última respuesta: /)).toBeDefined();
});

test('a platform that does not tell has turned it off: why is said, and that it can be turned on again', async () => {
  const detail = { ...CLOSED, last: null, said: '404' };
  const { fake, user } = shown({ on: false, refused: 404 }, { code: 'outlet-refused', detail });
  const own = await section();
  await own.findByText(/contestó 404.*dejó de preguntar.*de nuevo/);
  await user.click(own.getByRole('checkbox', { name: words.on }));
  await waitFor(() => expect(fake.main.settings.outlet).toEqual({ on: true, refused: null }));
});

test('closed when it should be open is a calm yellow above the list, with what to do', async () => {
  const { user } = shown(
    { on: true, refused: null },
    { state: 'degraded', code: 'outlet-closed-until', detail: CLOSED },
    'counter',
  );
  await screen.findByText(/^Mientras tanto no entran pedidos/);
  await user.click(screen.getByRole('button', { name: es.orders.healthStates.degraded }));
  const panel = within(await screen.findByRole('region', { name: es.orders.healthLabel }));
  const part = within(panel.getByText(es.orders.healthParts.outlet).closest('li') ?? document.body);
  expect(part.getByText(/Cerrado/)).toBeDefined();
  expect(part.getByText(/^Última respuesta: /)).toBeDefined();
});

test.each([
  ['outlet-unknown', 'off', 'No se sabe'],
  ['outlet-open', 'ok', 'Abierto'],
] as const)('%s is no trouble, and is never called switched off', async (code, state, said) => {
  const { user } = shown({ on: true, refused: null }, { state, code, detail: null }, 'counter');
  await user.click(await screen.findByRole('button', { name: /Todo bien/ }));
  const panel = within(await screen.findByRole('region', { name: es.orders.healthLabel }));
  const part = panel.getByText(es.orders.healthParts.outlet).closest('li');
  expect(part?.textContent).toContain(said);
  expect(part?.textContent).not.toContain(es.orders.healthStates.off);
  if (code === 'outlet-unknown') expect(part?.textContent).not.toContain('Su local está abierto');
});
