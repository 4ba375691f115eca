import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { CardPage } from '../../../src/renderer/card/card-page.tsx';
import { type OrderAlertKind, type OrderAlert, alertCode, type Alert } from '../../../src/shared/alert.ts';
import type { CardState } from '../../../src/shared/card.ts';
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
const seen = (code: string): HTMLElement => screen.getByRole('button', { name: `Visto ${code}` });

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
