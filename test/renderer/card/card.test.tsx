import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { CardPage } from '../../../src/renderer/card/card-page.tsx';
import {
  type OrderAlertKind,
  type OrderAlert,
  alertCode,
  type Alert,
} from '../../../src/shared/orders/alert.ts';
import type { CardState } from '../../../src/shared/orders/card.ts';
import { createFakeMostrador, type FakeMostrador } from '../../fakes/mostrador-api.ts';
import { clearPage } from '../render-app.tsx';

afterEach(() => {
  vi.useRealTimers();
  clearPage();
});

const AT = '2026-03-12T17:00:00.000Z';
function alert(code: string, kind: OrderAlertKind = 'ready'): OrderAlert {
  return {
    id: `${code}:${kind}`,
    subject: code,
    kind,
    code,
    customerFirstName: null,
    reason: null,
    raisedAt: AT,
    since: AT,
    source: 'webhook',
    shownAt: AT,
    acknowledgedAt: null,
    acknowledgedBy: null,
    closedAt: null,
  };
}
const cardOf = (...alerts: readonly Alert[]): CardState => ({
  alerts,
  digest: null,
  undo: null,
  flash: false,
  mutedUntil: null,
});

/** A card on which nobody can have moved a finger yet; time passes only when told to. */
async function showCard(fake: FakeMostrador) {
  vi.useFakeTimers();
  render(<CardPage api={fake.api} />);
  await act(() => vi.advanceTimersByTimeAsync(0));
  return {
    pass: (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms)),
    become: (state: CardState) => act(() => fake.emit('card:changed', state)),
  };
}
/** At this very moment. */
const click = (button: HTMLElement): boolean => fireEvent.click(button);
const seenAll = (): HTMLElement => screen.getByRole('button', { name: /^Marcar los \d+ como vistos$/ });
const seen = (code: string): HTMLElement => screen.getByRole('button', { name: `Visto, pedido ${code}` });

test.each(['card:read', 'app:info'] as const)(
  'a card to which main could not answer %s asks again, for nobody would',
  async (channel) => {
    const fake = createFakeMostrador({ alerts: [alert('4821')] });
    const answer: () => Promise<unknown> = fake.api[channel];
    let refused = 0;
    Object.assign(fake.api, {
      [channel]: () => {
        refused += 1;
        return refused < 3 ? Promise.reject(new Error('unexpected')) : answer();
      },
    });
    const { pass } = await showCard(fake);
    expect(screen.queryByText('4821')).toBeNull();
    await pass(5_000);
    expect(screen.getByText('4821')).toBeTruthy();
    expect(refused).toBe(3);
  },
);

test('"Marcar los 2 como vistos" names how many it means and acknowledges exactly those', async () => {
  const fake = createFakeMostrador({ alerts: [alert('4821'), alert('4822')] });
  const { pass } = await showCard(fake);
  await pass(400);
  expect(seenAll().textContent).toBe('Marcar los 2 como vistos');
  // Raised in main and not yet told to the page: nobody has seen it here.
  fake.main.alerts = [...fake.main.alerts, alert('4823', 'cancelled')];
  click(seenAll());
  expect(fake.callsOf('alerts:acknowledge')).toEqual([{ alertIds: ['4821:ready', '4822:ready'] }]);
  await pass(0);
  expect(fake.main.alerts.map(alertCode)).toEqual(['4823']);
});

test('an alert that comes just before the click is not acknowledged by it', async () => {
  const [first, second] = [alert('4821'), alert('4822')];
  const fake = createFakeMostrador({ alerts: [first, second] });
  const { pass, become } = await showCard(fake);
  await pass(400);
  become(cardOf(alert('4830', 'cancelled'), first, second));
  await pass(300);
  click(seenAll());
  click(seen('4830'));
  expect(fake.callsOf('alerts:acknowledge')).toEqual([]);
  await pass(400);
  click(seenAll());
  expect(fake.callsOf('alerts:acknowledge')).toEqual([
    { alertIds: ['4830:cancelled', '4821:ready', '4822:ready'] },
  ]);
});

test('a double click on "Visto" does not reach the order that moves into its place', async () => {
  const [first, second] = [alert('4821'), alert('4822')];
  const fake = createFakeMostrador({ alerts: [first, second] });
  const { pass, become } = await showCard(fake);
  await pass(400);
  click(seen('4821'));
  become(cardOf(second));
  await pass(300);
  click(seen('4822'));
  expect(fake.callsOf('alerts:acknowledge')).toEqual([{ alertIds: ['4821:ready'] }]);
});

test('a row says what to collect, in words, and that of a cancelled order does not', async () => {
  const alerts = [alert('4821'), alert('4822'), alert('4830', 'cancelled')];
  const fake = createFakeMostrador({ alerts });
  const { become } = await showCard(fake);
  become({
    ...cardOf(...alerts),
    collect: [
      ['4821', '$ 454,70'],
      ['4830', '$ 10,00'],
    ],
  });
  const rows = screen.getAllByRole('listitem').map((row) => row.textContent);
  expect(rows[0]).toContain('Cobrar $ 454,70 en efectivo');
  expect(rows.slice(1).join(' ')).not.toContain('Cobrar');
});

test('of many only the first are listed and the others counted; "Marcar los 39 como vistos" means them too', async () => {
  const fake = createFakeMostrador({ alerts: [] });
  const { become, pass } = await showCard(fake);
  become({ ...cardOf(alert('4821'), alert('4822')), more: 37, revision: 9 });
  await pass(400);
  expect(screen.getByRole('heading').textContent).toBe('39 avisos sin ver');
  screen.getByText('y 37 más');
  expect(seenAll().textContent).toBe('Marcar los 39 como vistos');
  click(seenAll());
  expect(fake.callsOf('card:seen-all')).toEqual([{ revision: 9 }]);
});

test('forty alerts that were seen are counted beside "Deshacer", and three are named', async () => {
  const fake = createFakeMostrador({ alerts: [] });
  const { become } = await showCard(fake);
  const codes = Array.from({ length: 40 }, (_, index) => String(4821 + index));
  become({ ...cardOf(), undo: { codes: codes.slice(0, 3), count: 40, what: 'seen' } });
  expect(screen.getByRole('status').textContent).toBe('40 avisos vistosDeshacer');
  become({ ...cardOf(), undo: { codes: codes.slice(0, 3), what: 'seen' } });
  screen.getByText('Visto 4821, 4822, 4823');
  become({ ...cardOf(), undo: { codes: [], count: 1, what: 'seen' } });
  screen.getByText('1 aviso visto');
  click(screen.getByRole('button', { name: 'Deshacer' }));
  expect(fake.callsOf('card:undo')).toHaveLength(1);
});

test('what is not listed is counted, with a way to the counter', async () => {
  const fake = createFakeMostrador({ alerts: [] });
  const { become } = await showCard(fake);
  become({ ...cardOf(alert('4821')), more: 37 });
  click(screen.getByRole('button', { name: 'Abrir Mostrador' }));
  expect(fake.callsOf('window:open-counter')).toHaveLength(1);
});

test('the pill says how many and which is the most urgent, opens that order, and can undo', async () => {
  const fake = createFakeMostrador({ alerts: [] });
  const { become } = await showCard(fake);
  const alerts = [alert('4830', 'cancelled'), alert('4821')];
  become({ ...cardOf(...alerts), pill: true, more: 38, undo: { codes: ['4820'], what: 'handed-over' } });
  expect(screen.getByRole('heading').textContent).toBe('40 avisos sin ver');
  expect(screen.getByRole('listitem').textContent).toBe('No entregar 4830');
  expect(screen.queryByRole('button', { name: /^Visto/ })).toBeNull();
  click(screen.getByRole('button', { name: 'Ver pedido 4830' }));
  expect(fake.callsOf('card:open-order')).toEqual([{ orderId: '4830' }]);
  click(screen.getByRole('button', { name: 'Deshacer' }));
  expect(fake.callsOf('card:undo')).toHaveLength(1);
  become(cardOf(...alerts));
  expect(screen.getAllByRole('button', { name: /^Visto, pedido \d/ })).toHaveLength(2);
});

test('leads to one button: that of the first order that may be handed over', async () => {
  const main = (): (string | null)[] =>
    [...document.querySelectorAll('button[data-kind=primary]')].map((one) => one.getAttribute('aria-label'));
  const fake = createFakeMostrador({ alerts: [alert('1', 'cancelled'), alert('2'), alert('3')] });
  const { become } = await showCard(fake);
  expect(main()).toEqual(['Visto, pedido 2']);
  become({
    ...cardOf(alert('1', 'cancelled')),
    unclaimed: ['7', '8'].map((code) => ({ orderId: code, code, customerFirstName: null, since: AT })),
  });
  expect(main()).toEqual(['Visto, pedido 7']);
});
