import { Notification } from 'electron';
import type { Alert } from '../../shared/alert.ts';
import { assertNever } from '../../shared/result.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import { msBetween } from '../../shared/time.ts';
import type { Log } from '../log.ts';

/** From then on a toast says since when. */
const LATE_MS = 3 * 60_000;

export type ToastText = { readonly title: string; readonly body: string };

export type Notifications = {
  /** One toast for one alert; a click opens its order. */
  readonly showAlert: (alert: Alert) => void;
  /** Several alerts at once, or the result of something the user asked for. */
  readonly show: (
    toast: ToastText,
    options?: { readonly critical?: boolean; readonly onClick?: () => void },
  ) => void;
  /** Takes the toasts of these alerts from the screen. */
  readonly dismiss: (alertIds: readonly string[]) => void;
  readonly dismissAll: () => void;
};

/** The words of an alert's toast. */
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
    case 'connection':
      return {
        title: connection.title(alert.reason),
        body: connection.body(alert.reason, clock(alert.since)),
      };
    default:
      return assertNever(alert.kind);
  }
}

/** It had been so for a while when it became known here. */
function isLate({ since, raisedAt }: Alert): boolean {
  return msBetween(since, raisedAt) >= LATE_MS;
}

/** Linux notification servers read the body as markup; customers' names are not markup. */
export function escapeBody(body: string, platform: NodeJS.Platform): string {
  return platform === 'linux'
    ? body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : body;
}

/** Desktop notifications. Those of alerts stay until they are seen. */
export function createNotifications(deps: {
  readonly texts: () => Texts;
  readonly icon: string;
  /** Stands before every title. */
  readonly lead: () => string;
  readonly log: Log;
  /** A time as the shop's clock shows it. */
  readonly clock: (iso: string) => string;
  readonly onAlertClick: (alert: Alert) => void;
}): Notifications {
  // Electron forgets the click handler of a notification that nothing refers to.
  const alive = new Map<string, Notification>();
  let counter = 0;

  const show = (
    key: string,
    toast: ToastText,
    options: { critical: boolean; stays: boolean; onClick: () => void },
  ) => {
    const notification = new Notification({
      title: deps.lead() + toast.title,
      body: escapeBody(toast.body, process.platform),
      icon: deps.icon,
      urgency: options.critical ? 'critical' : 'normal',
      timeoutType: options.stays ? 'never' : 'default',
      silent: options.stays,
    });
    notification.on('click', () => {
      alive.delete(key);
      options.onClick();
    });
    notification.on('failed', (_event, error) =>
      deps.log.error(`The desktop refused a notification: ${error}`),
    );
    if (!options.stays) {
      // Nobody takes these away: they end by themselves. That of an alert is kept until its alert ends.
      notification.on('close', () => alive.delete(key));
    }
    alive.get(key)?.close();
    alive.set(key, notification);
    notification.show();
  };

  const dismiss = (keys: readonly string[]): void => {
    for (const key of keys) {
      alive.get(key)?.close();
      alive.delete(key);
    }
  };

  return {
    showAlert: (alert) =>
      show(alert.id, alertToast(alert, deps.texts(), deps.clock), {
        critical: alert.kind === 'cancelled' || alert.kind === 'connection',
        stays: true,
        onClick: () => deps.onAlertClick(alert),
      }),
    show: (toast, options) => {
      counter += 1;
      show(`note-${String(counter)}`, toast, {
        critical: options?.critical ?? false,
        stays: false,
        onClick: options?.onClick ?? (() => undefined),
      });
    },
    dismiss,
    dismissAll: () => dismiss([...alive.keys()]),
  };
}
