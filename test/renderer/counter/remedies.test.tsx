import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Alert } from '../../../src/shared/orders/alert.ts';
import type { HealthEntry } from '../../../src/shared/health/health.ts';
import { remedyOf } from '../../../src/shared/health/remedy.ts';
import { textsFor } from '../../../src/shared/texts/texts.ts';
import { createFakeMostrador, healthOf, type FakeMostrador } from '../../fakes/mostrador-api.ts';
import { sampleDelivery } from '../deliveries/sample-deliveries.ts';
import { clearPage, renderApp } from '../render-app.tsx';
import { sampleAlert, sampleOrder } from '../sample-orders.ts';

afterEach(clearPage);

const { remedies, setup, orders, health: texts } = textsFor('es');
const SINCE = '2026-03-12T12:00:00.000Z';
const PORT = { kind: 'port', port: 4765, owner: 'nginx', suggested: 44_530 } as const;

function withTrouble(
  part: 'partner' | 'receiver',
  entry: Omit<HealthEntry, 'since' | 'state'>,
): FakeMostrador {
  const health = healthOf();
  return createFakeMostrador({ health: { ...health, [part]: { ...entry, state: 'down', since: SINCE } } });
}

test('a port in use is left for a free one with one button', async () => {
  const fake = withTrouble('receiver', { code: 'receiver-port-in-use', detail: PORT });
  const user = renderApp(fake);
  await user.click(await screen.findByRole('button', { name: remedies['use-port'](44_530) }));
  await waitFor(() => expect(fake.main.settings.receiver.port).toBe(44_530));
});

test('a refused key leads to where another is pasted', async () => {
  const fake = withTrouble('partner', { code: 'partner-unauthorized', detail: null });
  const user = renderApp(fake);
  await user.click(await screen.findByRole('button', { name: remedies['another-key'] }));
  expect(fake.callsOf('window:open-setup')).toHaveLength(1);
});

test('a button that did not work says so', async () => {
  const fake = withTrouble('receiver', { code: 'receiver-port-in-use', detail: PORT });
  fake.main.refuseSave = { ok: false, code: 'disk-failed', detail: null };
  const user = renderApp(fake);
  await user.click(await screen.findByRole('button', { name: remedies['use-port'](44_530) }));
  expect(await screen.findByText(remedies.failed)).toBeDefined();
});

test('the button that shows the alerts received says how many there are, and follows them', async () => {
  const fake = withTrouble('receiver', { code: 'webhook-unreadable', detail: null });
  fake.main.deliveries = Array.from({ length: 6 }, (_, id) => sampleDelivery({ id, outcome: 'not-json' }));
  const user = renderApp(fake);
  const button = await screen.findByRole('button', { name: 'Ver los 6 avisos recibidos' });
  fake.main.deliveries = fake.main.deliveries.slice(0, 1);
  fake.emit('deliveries:changed', null);
  await screen.findByRole('button', { name: 'Ver el aviso recibido' });
  await user.click(button);
  expect(fake.callsOf('window:open-deliveries')).toHaveLength(1);
});

test('it opens them without a number when they cannot be counted', async () => {
  const fake = withTrouble('receiver', { code: 'webhook-other-shop', detail: null });
  fake.main.broken.add('deliveries:list');
  renderApp(fake);
  expect(await screen.findByRole('button', { name: 'Ver los avisos recibidos' })).toBeDefined();
});

test('the light of the counter leads to the test of the day', async () => {
  const fake = createFakeMostrador();
  const user = renderApp(fake);
  await user.click(await screen.findByRole('button', { name: /^Todo bien/ }));
  await user.click(await screen.findByRole('button', { name: setup.test.title }));
  expect(fake.callsOf('window:open-day-test')).toHaveLength(1);
});

test('no button is offered where none helps', () => {
  expect(remedyOf('receiver-port-in-use', { ...PORT, suggested: null })).toBeNull();
  expect(remedyOf('receiver-port-in-use', null)).toBeNull();
  expect(remedyOf('store-full', null)).toBeNull();
  expect(remedyOf('ok', null)).toBeNull();
});

test('an outage is told once, with its button beside it; another trouble has its own in the list', async () => {
  const health = healthOf();
  const down = { state: 'down', code: 'partner-unauthorized', since: SINCE, detail: null } as const;
  const silent = { state: 'degraded', code: 'sound-volume-zero', since: SINCE, detail: null } as const;
  const outage: Alert = {
    ...sampleAlert(sampleOrder({ id: 'a', code: '4821' }), 'ready'),
    id: 'outage',
    kind: 'connection',
    cause: 'unauthorized',
  };
  const fake = createFakeMostrador({
    health: { ...health, partner: down, sound: silent },
    alerts: [outage],
  });
  const user = renderApp(fake);
  const strip = await screen.findByRole('region', { name: orders.alertsLabel });
  expect(within(strip).getByRole('button', { name: remedies['another-key'] })).toBeDefined();
  await user.click(screen.getByRole('button', { name: orders.healthStates.down }));
  const parts = screen.getByRole('region', { name: orders.healthLabel });
  expect(screen.getAllByRole('button', { name: remedies['another-key'] })).toHaveLength(1);
  expect(screen.queryByText(texts['partner-unauthorized'](null).sentence)).toBeNull();
  expect(within(parts).getByRole('button', { name: remedies['sound-settings'] })).toBeDefined();
  expect(within(parts).getByText(texts['sound-volume-zero'](null).sentence)).toBeDefined();
});
