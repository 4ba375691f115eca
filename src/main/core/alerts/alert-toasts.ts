import type { Alert } from '../../../shared/orders/alert.ts';
import type { GapDigest } from '../../../shared/orders/card.ts';
import type { Texts } from '../../../shared/texts/texts.ts';
import { digestBody } from './digest.ts';

/** More than this many at once become one toast that names their codes. */
const MAX_SINGLE_TOASTS = 4;
/** Nobody reads faster: alerts that arrive meanwhile are shown together. */
const PAUSE_AFTER_TOAST_MS = 200;
const PAUSE_AFTER_DIGEST_MS = 2_000;

/** Shows one toast for those of these alerts that are still open. */
type Held = { readonly alerts: readonly Alert[]; readonly tell: (left: readonly Alert[]) => void };

/** Where toasts go. */
export type ToastPort = {
  /** One toast for one alert. */
  readonly showAlert: (alert: Alert) => void;
  /** One toast for several alerts, or for none. */
  readonly show: (
    toast: { readonly title: string; readonly body: string },
    options?: { readonly critical?: boolean; readonly onClick?: () => void },
  ) => void;
  /** Runs this once, as soon as the desktop can show more toasts. A later call replaces an earlier one. */
  readonly whenFree: (run: () => void) => void;
  /** Removes the toasts of these alerts from the screen. */
  readonly dismiss: (alertIds: readonly string[]) => void;
};

export type AlertToasts = {
  /**
   * Shows each of these alerts once, alone or in a digest. `gap`: what was missed while the app had no contact.
   * `isBack`: an outage is over.
   */
  readonly notify: (fresh: readonly Alert[], gap: GapDigest | null, isBack: boolean) => void;
  /** After a start: one digest stands for all alerts that nobody has seen yet. */
  readonly resume: (open: readonly Alert[]) => void;
  /** Removes the toasts of these alerts, or prevents them when they are not shown yet. */
  readonly dismiss: (alertIds: readonly string[]) => void;
  readonly stop: () => void;
};

/** Decides in which toasts alerts are shown: in as few as a person can read, and only when the desktop can show them. */
export function createAlertToasts(deps: {
  readonly openAlerts: () => readonly Alert[];
  readonly notifications: ToastPort;
  readonly texts: () => Texts;
  readonly openCounter: () => void;
  /** Runs the function after so many milliseconds; returns a function that cancels it. */
  readonly schedule: (run: () => void, ms: number) => () => void;
}): AlertToasts {
  const { notifications } = deps;
  /** Alerts that wait until the desktop can show their toast. */
  const untold = new Set<string>();
  /** Alerts that share a toast, which waits too. */
  let held: readonly Held[] = [];
  let pause: (() => void) | null = null;
  /** Number of urgent toasts shown during this pause. */
  let toldInPause = 0;

  const digest = (alerts: readonly Alert[], title: string, note: string | null = null): void => {
    const body = digestBody(alerts, deps.texts());
    notifications.show(
      { title, body: note === null ? body : `${note}\n${body}` },
      { critical: alerts.some(({ kind }) => kind === 'cancelled'), onClick: deps.openCounter },
    );
  };

  const hold = (alerts: readonly Alert[], tell: Held['tell']): void => {
    held = [...held, { alerts, tell }];
    notifications.whenFree(tellUntold);
  };
  const tellHeld = (open: readonly Alert[]): void => {
    const all = held;
    held = [];
    const ids = new Set(open.map(({ id }) => id));
    for (const { alerts, tell } of all) {
      const left = alerts.filter(({ id }) => ids.has(id));
      if (left.length > 0) tell(left);
    }
  };
  const tellUntold = (): void => {
    // Read again: the desktop may have made this wait for a long time.
    const open = deps.openAlerts();
    tellHeld(open);
    const fresh = open.filter(({ id }) => untold.has(id));
    if (pause === null) tellAll(fresh);
    else tellUrgent(fresh.filter(isUrgent));
  };
  const tellAll = (fresh: readonly Alert[]): void => {
    untold.clear();
    if (fresh.length === 0) return;
    const isMany = fresh.length > MAX_SINGLE_TOASTS;
    if (isMany) digest(fresh, deps.texts().alerts.unseenTitle(fresh.length));
    else fresh.forEach(notifications.showAlert);
    toldInPause = 0;
    pause = deps.schedule(
      () => {
        pause = null;
        if (untold.size > 0) notifications.whenFree(tellUntold);
      },
      isMany ? PAUSE_AFTER_DIGEST_MS : fresh.length * PAUSE_AFTER_TOAST_MS,
    );
  };
  /** A few urgent ones are shown at once; the rest of a flood is shown together after the pause. */
  const tellUrgent = (urgent: readonly Alert[]): void => {
    for (const alert of urgent.slice(0, MAX_SINGLE_TOASTS - toldInPause)) {
      untold.delete(alert.id);
      toldInPause += 1;
      notifications.showAlert(alert);
    }
  };

  return {
    notify: (fresh, gap, isBack) => {
      const texts = deps.texts();
      const { backTitle, backBody } = texts.connection;
      if (fresh.length === 0) {
        if (isBack) notifications.show({ title: backTitle, body: backBody }, { onClick: deps.openCounter });
      } else if (isBack) {
        hold(fresh, (left) => {
          const note = gap === null ? texts.alerts.unseenTitle(left.length) : texts.card.digest(gap);
          digest(left, backTitle, note);
        });
      } else if (gap !== null) hold(fresh, (left) => digest(left, texts.card.digest(gap)));
      else {
        for (const { id } of fresh) untold.add(id);
        if (pause === null || fresh.some(isUrgent)) notifications.whenFree(tellUntold);
      }
    },
    resume: (open) => {
      // The desktop is not asked for nothing.
      if (open.length === 0) return;
      hold(open, (left) => {
        const [first] = left;
        if (left.length === 1 && first?.shownAt === null) notifications.showAlert(first);
        else digest(left, deps.texts().alerts.unseenTitle(left.length));
      });
    },
    dismiss: (alertIds) => {
      for (const id of alertIds) untold.delete(id);
      notifications.dismiss(alertIds);
    },
    stop: () => pause?.(),
  };
}

/** A cancelled order must not be handed over, so its toast never waits behind others. */
function isUrgent({ kind }: Alert): boolean {
  return kind === 'cancelled';
}
