import { afterEach, beforeEach, expect, test } from 'vitest';
import { createReceiveOrder } from '../../../src/main/core/receive-order.ts';
import type { IncomingOrder } from '../../../src/main/core/ports.ts';
import { createAlerts, type Alerts } from '../../../src/main/shell/alerts.ts';
import { textsFor } from '../../../src/shared/texts/texts.ts';
import { NOON } from '../../fakes/fixed-clock.ts';
import { openTempStore } from '../../fakes/temp-store.ts';
import { news } from '../../fixtures/news.ts';

const now = (): string => NOON;
const es = textsFor('es').alerts;
let temp: ReturnType<typeof openTempStore>;
/** Titles of what the desktop was asked to show, and how many shown alerts the store knew of at that moment. */
let toasts: { readonly title: string; readonly knownAsShown: number }[];

beforeEach(() => {
  temp = openTempStore(now);
  toasts = [];
});
afterEach(() => temp.close());

/** The desktop of a process that has just started. */
function startAlerts(): Alerts {
  const show = (title: string): void => {
    const knownAsShown = temp.store.openAlerts().filter(({ shownAt }) => shownAt !== null).length;
    toasts.push({ title, knownAsShown });
  };
  return createAlerts({
    store: temp.store,
    notifications: {
      showAlert: ({ kind, code }) => show(kind === 'ready' ? es.readyTitle(code) : es.cancelledTitle(code)),
      show: ({ title }) => show(title),
      dismiss: () => undefined,
      dismissAll: () => undefined,
    },
    ringer: { update: () => undefined, ring: () => null, mutedForMs: () => 0 },
    handOver: () => null,
    texts: () => textsFor('es'),
    now,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    openCounter: () => undefined,
    onChanged: () => undefined,
    onOrder: () => undefined,
    onCard: () => undefined,
  });
}

/** Takes news in with one commit and publishes it, as the webhook's road does. */
function arrive(alerts: Alerts, ...orders: readonly IncomingOrder[]): void {
  const outcomes = createReceiveOrder({ store: temp.store, now })(orders, 'webhook');
  const changes = outcomes.flatMap((outcome) => (outcome.kind === 'changed' ? [outcome.change] : []));
  alerts.update(
    changes.flatMap(({ raised }) => raised),
    changes.flatMap(({ closed }) => closed),
  );
}

test('an alert is on the disk as shown before its toast is, so no later start shows that toast again', () => {
  const first = startAlerts();
  arrive(first, news());
  expect(toasts).toEqual([{ title: es.readyTitle('4821'), knownAsShown: 1 }]);
  first.stop();
  const second = startAlerts();
  second.resume();
  expect(toasts.slice(1)).toEqual([{ title: es.unseenTitle(1), knownAsShown: 1 }]);
  second.stop();
});

test('an alert that no process came to show gets its toast at the next start', () => {
  createReceiveOrder({ store: temp.store, now })([news()], 'webhook');
  const alerts = startAlerts();
  alerts.resume();
  expect(toasts).toEqual([{ title: es.readyTitle('4821'), knownAsShown: 1 }]);
  alerts.stop();
});

test('of an order that is ready and cancelled in one commit only the cancellation is shown', () => {
  const alerts = startAlerts();
  arrive(alerts, news(), news({ status: 'CANCELLED', version: '2026-03-02T14:51:00.000Z' }));
  expect(toasts.map(({ title }) => title)).toEqual([es.cancelledTitle('4821')]);
  alerts.stop();
});
