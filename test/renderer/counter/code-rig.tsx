import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import type { OrderSummary } from '../../../src/shared/orders/order.ts';
import { createFakeMostrador, type FakeMostrador } from '../../fakes/mostrador-api.ts';
import { HANDED_OVER_AT } from '../../fakes/orders-api.ts';
import { createKeyboard } from '../keyboard.ts';
import { clearPage, renderApp } from '../render-app.tsx';
import { minutesAgo, NOW, sampleAlert, sampleDetail, sampleOrder } from '../sample-orders.ts';

/** For a file whose tests decide how much time passes, from the moment of the sample orders on. */
export function withOwnTime(): void {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.setSystemTime(NOW);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
    clearPage();
  });
}

export const DAY_MINUTES = 24 * 60;
export const ready = sampleOrder({ id: 'a', code: '4821', at: minutesAgo(10) });
export const cancelled = sampleOrder({
  id: 'b',
  code: '4822',
  status: 'CANCELLED',
  cancellation: { by: 'CUSTOMER', reason: 'ITEM_NOT_AVAILABLE', afterPickUp: null },
});
export const marked = sampleOrder({ id: 'c', code: '4700', handedOverAt: HANDED_OVER_AT });
export const early = sampleOrder({ id: 'd', code: '4600', status: 'ACCEPTED' });
export const orders = [ready, cancelled, marked, early];
export const waiting = (...codes: readonly string[]): readonly OrderSummary[] =>
  codes.map((code, index) => sampleOrder({ id: code, code, at: minutesAgo(30 - index) }));

export async function open(
  shown: readonly OrderSummary[] = orders,
  more: Parameters<typeof createFakeMostrador>[0] = {},
) {
  const fake = createFakeMostrador({
    orders: shown,
    alerts: shown
      .filter(({ status }) => status === 'READY_FOR_PICKUP')
      .map((one) => sampleAlert(one, 'ready')),
    details: new Map(shown.map((order) => [order.id, sampleDetail(order)])),
    ...more,
  });
  renderApp(fake);
  const keys = createKeyboard();
  await keys.pass(0);
  return { fake, ...keys };
}

export const answer = (): HTMLElement | null =>
  screen.queryByRole('region', { name: 'Comprobación del código' });
/** Word and code, as they are read. */
export const said = (): string | null =>
  answer() === null ? null : (within(answer() ?? document.body).getByRole('status').textContent ?? '');
export const verdict = (): string | undefined => answer()?.dataset['verdict'];
export const query = (): string => screen.getByRole<HTMLInputElement>('textbox').value;
export const openCode = (): string | null =>
  screen.queryByRole('complementary')?.querySelector('h2')?.textContent ?? null;
export const done = (fake: FakeMostrador): readonly unknown[] => [
  ...fake.callsOf('orders:hand-over'),
  ...fake.callsOf('alerts:acknowledge'),
];
