import { expect } from 'vitest';
import { toMessage } from '../../../src/simulator/control/announcer.ts';
import type { SimOrder } from '../../../src/simulator/orders/order-model.ts';
import type { Toast } from '../../desktop/notification-server.ts';
import type { TrayItem } from '../../desktop/tray-host.ts';
import { es, LIMIT_MS, type Shop } from '../main-job/open-shop.ts';

/** Places an order, makes it ready, and waits for its toast. */
export async function readyOrder(
  shop: Shop,
  wanted: { readonly code?: string } = {},
): Promise<{ readonly order: SimOrder; readonly toast: Toast }> {
  const { id } = shop.simulator.orders.create(wanted);
  const order = shop.simulator.orders.ready(id);
  return { order, toast: await shop.toast(es.alerts.readyTitle(order.code)) };
}

/** Sends an order's current state to the app's webhook, once; returns the HTTP status. */
export async function postOrder({ simulator }: Shop, order: SimOrder): Promise<number | null> {
  const message = toMessage(order, simulator.switches.get());
  const delivery = await simulator.webhooks.send(message, { maxTries: 1 });
  return delivery?.tries.at(-1)?.status ?? null;
}

/** Returns the first toast with this title after the first `since` ones. */
export function nextToast({ desktop }: Shop, since: number, title: string): Promise<Toast> {
  const known = new Set(desktop.notifications.toasts().slice(0, since));
  return desktop.notifications.waitFor(
    (toast) => toast.title === title && !known.has(toast),
    LIMIT_MS,
    `"${title}"`,
  );
}

/** Chooses the refresh in the tray menu; returns the toast with its result. */
export async function refresh(shop: Shop): Promise<Toast> {
  const { tray, notifications } = shop.desktop;
  await tray.waitForMenu(
    (items) => items.some(({ label, enabled }) => label === es.tray.refresh && enabled),
    LIMIT_MS,
  );
  const since = notifications.toasts().length;
  await tray.choose(es.tray.refresh);
  return nextToast(shop, since, es.alerts.refreshTitle);
}

/**
 * Proves that what `act` does shows nothing: an ordinary order that follows it is the only news. The app handles one
 * webhook after the other, so whatever `act` caused would have come before.
 */
export async function expectSilence(shop: Shop, act: () => Promise<void>): Promise<void> {
  const { tray, notifications } = shop.desktop;
  const before = notifications.toasts().length;
  const count = unseenCount(await tray.item());
  await act();
  const { toast } = await readyOrder(shop);
  await shop.trayCount(count + 1);
  expect(notifications.toasts().slice(before)).toEqual([toast]);
}

/** Returns the number of unseen alerts from the tray icon's tooltip. */
function unseenCount({ tooltip }: TrayItem): number {
  return Number(/(\d+) avisos? sin ver/.exec(tooltip)?.[1] ?? 0);
}

/** The pixels of the tray icon, to compare. */
export function pixels(item: TrayItem): string {
  return item.icons.map(({ argb }) => Buffer.from(argb).toString('base64')).join();
}
