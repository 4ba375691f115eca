import type { Alert } from '../../../shared/orders/alert.ts';
import { assertNever } from '../../../shared/result.ts';
import type { Texts } from '../../../shared/texts/texts.ts';
import { msBetween } from '../../../shared/time.ts';
import type { ToastPort } from '../../core/alerts/alert-toasts.ts';
import type { Toast, Toaster } from './toast.ts';

/** From this delay on, a toast names the time. */
const LATE_MS = 3 * 60_000;

export type ToastText = { readonly title: string; readonly body: string };

export type Notifications = ToastPort & {
  /** Removes all toasts. */
  readonly stop: () => void;
};

/** Returns the text of an alert's toast. */
export function alertToast(alert: Alert, texts: Texts, clock: (iso: string) => string): ToastText {
  const { alerts, connection } = texts;
  switch (alert.kind) {
    case 'ready':
      return {
        title: alerts.readyTitle(alert.code),
        body: alerts.readyBody(alert.customerFirstName, isLate(alert) ? clock(alert.since) : null),
      };
    case 'cancelled':
      return { title: alerts.cancelledTitle(alert.code), body: alerts.cancelledBody(alert.reason) };
    case 'cancelled-after-handover':
      return { title: alerts.cancelledAfterTitle(alert.code), body: alerts.cancelledAfterBody(alert.reason) };
    case 'unclear':
      return { title: alerts.unclearTitle(alert.code), body: alerts.unclearBody(alert.reason) };
    case 'connection':
      return {
        title: connection.title(alert.cause),
        body: connection.body(alert.cause, clock(alert.since)),
      };
    default:
      return assertNever(alert);
  }
}

/** Returns whether the alert was raised long after its cause. */
function isLate({ since, raisedAt }: Alert): boolean {
  return msBetween(since, raisedAt) >= LATE_MS;
}

/** Returns the body with markup escaped on Linux, whose notification servers read markup. */
export function escapeBody(body: string, platform: NodeJS.Platform): string {
  return platform === 'linux'
    ? body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : body;
}

/** Returns the desktop notifications. Those of alerts stay until the alert is seen. */
export function createNotifications(deps: {
  readonly toaster: Toaster;
  readonly texts: () => Texts;
  /** Prefix of every title. */
  readonly lead: () => string;
  /** Returns a time as the shop's clock shows it. */
  readonly clock: (iso: string) => string;
  readonly onAlertClick: (alert: Alert) => void;
  readonly platform?: NodeJS.Platform;
}): Notifications {
  const { toaster, platform = process.platform } = deps;
  let counter = 0;

  const show = (key: string, { title, body }: ToastText, more: Omit<Toast, 'title' | 'body'>): void =>
    toaster.show(key, { title: deps.lead() + title, body: escapeBody(body, platform), ...more });

  return {
    showAlert: (alert) =>
      show(alert.id, alertToast(alert, deps.texts(), deps.clock), {
        isUrgent: alert.kind === 'cancelled' || alert.kind === 'connection',
        stays: true,
        onClick: () => deps.onAlertClick(alert),
      }),
    show: (toast, options) => {
      counter += 1;
      show(`note-${String(counter)}`, toast, {
        isUrgent: options?.critical ?? false,
        stays: false,
        onClick: options?.onClick ?? (() => undefined),
      });
    },
    whenFree: toaster.whenFree,
    dismiss: (alertIds) => alertIds.forEach(toaster.close),
    stop: toaster.stop,
  };
}
