import { EventEmitter } from 'node:events';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type OrderAlert } from '../../../src/shared/orders/alert.ts';
import { textsFor } from '../../../src/shared/texts/texts.ts';
import { orderAlert } from '../../fixtures/order-alert.ts';

/** A toast of the desktop, whose end the test decides. */
class FakeToast extends EventEmitter {
  static isSupported = (): boolean => hasService;
  closed = 0;
  constructor() {
    super();
    shown.push(this);
  }
  show(): void {
    this.emit('show');
  }
  close(): void {
    this.closed += 1;
  }
}
const shown: FakeToast[] = [];
let hasService = true;
vi.mock('electron', () => ({ Notification: FakeToast, nativeImage: { createEmpty: () => ({}) } }));
const { alertToast, createNotifications, escapeBody } =
  await import('../../../src/main/shell/notifications/notifications.ts');
const { createElectronToasts } = await import('../../../src/main/shell/notifications/electron-toasts.ts');
const { nativeImage } = await import('electron');

const ALERT = orderAlert('a', {
  code: '4821',
  customerFirstName: 'Ana',
  raisedAt: '2026-11-23T15:00:00.000Z',
});

const clock = (iso: string): string => iso.slice(11, 16);

describe('the words of a toast', () => {
  test.each([
    ['es', 'ready', 'Pedido 4821 listo para retirar'],
    ['en', 'ready', 'Order 4821 ready for pickup'],
    ['es', 'cancelled', 'NO ENTREGAR 4821'],
    ['en', 'cancelled', 'DO NOT HAND OVER 4821'],
    ['es', 'cancelled-after-handover', 'Pedido 4821 cancelado después de entregado'],
    ['en', 'cancelled-after-handover', 'Order 4821 cancelled after hand-over'],
  ] as const)('%s, %s: %s', (language, kind, title) => {
    expect(alertToast({ ...ALERT, kind }, textsFor(language), clock).title).toBe(title);
  });

  test('a cancellation says why, in words when the reason is known', () => {
    const known = alertToast(
      { ...ALERT, kind: 'cancelled', reason: 'ITEM_UNAVAILABLE' },
      textsFor('es'),
      clock,
    );
    expect(known.body).toBe('Pedido cancelado: Faltaba un producto.');
    const unknown = alertToast({ ...ALERT, kind: 'cancelled', reason: 'ALIENS' }, textsFor('es'), clock);
    expect(unknown.body).toBe('Pedido cancelado: ALIENS.');
  });

  test('an order that had been ready for long when it became known says since when', () => {
    const since = '2026-11-23T14:57:00.000Z';
    const words = (language: 'es' | 'en', alert: Partial<OrderAlert>): string =>
      alertToast({ ...ALERT, ...alert }, textsFor(language), clock).body;
    expect(words('es', { since })).toBe('Para Ana. Listo desde 14:57.');
    expect(words('en', { since, customerFirstName: null })).toBe('Waiting for the rider. Ready since 14:57.');
    expect(words('es', { since: '2026-11-23T14:57:00.001Z' })).toBe('Para Ana.');
  });

  test('a name cannot smuggle markup into a Linux notification', () => {
    expect(escapeBody('Para <b>Ana & Co</b>.', 'linux')).toBe('Para &lt;b&gt;Ana &amp; Co&lt;/b&gt;.');
    expect(escapeBody('Para <b>Ana</b>.', 'win32')).toBe('Para <b>Ana</b>.');
  });
});

describe('toasts on the desktop', () => {
  const lights: (readonly string[])[] = [];
  const open = () => {
    shown.length = 0;
    lights.length = 0;
    return createNotifications({
      toaster: createElectronToasts({
        icon: nativeImage.createEmpty(),
        onHealth: (...entry) => lights.push(entry),
        log: { error: () => undefined },
      }),
      texts: () => textsFor('es'),
      lead: () => '',
      clock,
      onAlertClick: () => undefined,
    });
  };

  test('one that ended by itself is let go; that of an alert is kept until the alert ends', () => {
    const notifications = open();
    notifications.show({ title: 'Sin novedades', body: '' });
    notifications.showAlert(ALERT);
    notifications.show({ title: 'Otra vez sin novedades', body: '' });
    shown.slice(0, 2).forEach((toast) => toast.emit('close'));
    notifications.stop();
    expect(shown.map(({ closed }) => closed)).toEqual([0, 1, 1]);
  });

  test('where the system has no notifications the light says so, and is well again when it has', () => {
    const notifications = open();
    hasService = false;
    onTestFinished(() => void (hasService = true));
    notifications.showAlert(ALERT);
    notifications.dismiss([ALERT.id]);
    expect([shown, lights]).toEqual([[], [['degraded', 'toasts-missing']]]);
    hasService = true;
    notifications.showAlert(ALERT);
    expect(lights.at(-1)).toEqual(['ok', 'ok']);
  });

  test('one that the desktop refuses turns the light yellow, and the next one that is shown turns it off', () => {
    const notifications = open();
    notifications.showAlert(ALERT);
    shown[0]?.emit('failed', {}, 'no');
    expect(lights.at(-1)).toEqual(['degraded', 'toasts-missing']);
    notifications.show({ title: 'Sin novedades', body: '' });
    expect(lights.at(-1)).toEqual(['ok', 'ok']);
  });
});
