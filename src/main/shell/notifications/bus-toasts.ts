import type { Log } from '../../log.ts';
import type { BusMessage } from './bus-wire.ts';
import { startLimit } from '../../timing.ts';
import { notifyArgs, type ToastLook } from './notify-args.ts';
import { BUS, connectSessionBus, type SessionBus } from './session-bus.ts';
import type { Toast, Toaster, ToastHealth } from './toast.ts';

const SERVICE = 'org.freedesktop.Notifications';
const TARGET = { destination: SERVICE, path: '/org/freedesktop/Notifications', interface: SERVICE } as const;
/** Longer than a slow desktop takes. One that is silent for this long gets no more toasts until it responds. */
const SILENCE_LIMIT_MS = 5_000;
/**
 * When a desktop that is silent or refuses is asked anew, while toasts wait: it may be well again without having ended. The
 * first time as late as programs usually wait for an answer; one that answers then has lost what it was asked before.
 */
const [ANEW_MS, LONGEST_ANEW_MS] = [20_000, 60_000];
const QUESTION = 'GetServerInformation';
/** What the desktop says of toasts that it has shown. It may say more about each, as which window a click is for. */
const ENDS: readonly (string | null)[] = ['ActionInvoked', 'NotificationClosed'];

type Shown = { readonly toast: Toast; /** null: not yet known. */ readonly id: number | null };
type Waiting = { readonly key: string; readonly toast: Toast; readonly isAgain: boolean };
/** `one` is null: the request only checks whether the service responds. */
type Asked = { readonly one: Waiting | null };

/**
 * Returns a toaster for the desktop's notification service, over the session bus. Electron's own call blocks until the
 * service responds, up to 25 seconds for each toast, and leaks 256 KiB each time (electron/electron#48753); this one sends
 * one toast at a time and never blocks. Source: Desktop Notifications Specification 1.2.
 */
export function createBusToasts(
  deps: ToastLook & {
    /** As in `DBUS_SESSION_BUS_ADDRESS`. */
    readonly address: string;
    readonly userId: number;
    readonly onHealth: ToastHealth;
    readonly log: Pick<Log, 'warn'>;
  },
): Toaster {
  const shown = new Map<string, Shown>();
  let bus: SessionBus | null = null;
  let queue: readonly Waiting[] = [];
  /** The request that has no response yet. */
  let asked: Asked | null = null;
  let isSilent = false;
  /** False from a refusal until the service responds again; null: this service was not asked yet. */
  let isWell: boolean | null = null;
  /** This service refused the last toast, whatever else it answers. */
  let hasRefused = false;
  /** Requests whose response no longer counts. */
  const lost = new Set<Asked>();
  let stopPatience = (): void => undefined;
  let stopWait = (): void => undefined;
  let waitMs = ANEW_MS;
  let free: (() => void) | null = null;

  const connected = (): SessionBus => {
    if (bus !== null) return bus;
    const made = connectSessionBus({
      address: deps.address,
      userId: deps.userId,
      signals: [
        `type='signal',sender='${SERVICE}',interface='${SERVICE}'`,
        `type='signal',sender='${BUS}',member='NameOwnerChanged',arg0='${SERVICE}'`,
      ],
      onSignal,
      onFault: (error) => deps.log.warn('What the desktop said of a notification came to nothing', error),
      onEnd: (error) => {
        if (bus !== made) return;
        bus = null;
        if (error !== null && isWell !== false)
          deps.log.warn('The desktop cannot be asked for notifications', error);
        forgetShown();
        if (asked !== null) answered(asked, null);
      },
    });
    bus = made;
    return made;
  };

  const onSignal = ({ member, values }: BusMessage): void => {
    const [first, before, owner] = values;
    if (member === 'NameOwnerChanged') {
      isWell = null;
      hasRefused = false;
      forgetShown();
      if (asked !== null && before !== '') answered(asked, null);
      // Checks a new service at once, so that the health light does not wait for the next alert.
      if (asked === null && owner !== '') ask(null);
      return;
    }
    const [key, one] = [...shown].find(([, { id }]) => id === first) ?? [];
    if (key === undefined || one === undefined || !ENDS.includes(member)) return;
    shown.delete(key);
    if (member === 'ActionInvoked') one.toast.onClick();
  };

  /** Forgets ids of a service that has ended, because the next one may use them for toasts of other programs. */
  const forgetShown = (): void => {
    for (const [key, { id }] of shown) if (id !== null) shown.delete(key);
    lost.clear();
  };

  const ask = (one: Waiting | null): void => {
    const own = { one };
    asked = own;
    stopPatience();
    stopPatience = startLimit(() => {
      isSilent = true;
      // Short-lived toasts are worthless later. Alerts wait in the caller that used `whenFree`.
      queue = queue.filter(({ toast }) => toast.stays);
      deps.log.warn('The desktop does not answer when it is asked for a notification');
      deps.onHealth('degraded', 'toasts-silent');
      lookLater();
    }, SILENCE_LIMIT_MS);
    if (one !== null) shown.set(one.key, { toast: one.toast, id: null });
    const call =
      one === null ? { member: QUESTION, args: [] } : { member: 'Notify', args: notifyArgs(one.toast, deps) };
    connected().call({ ...TARGET, ...call, mayStart: true }, (answer) => answered(own, answer));
  };

  /** `answer` is null when none will come. */
  const answered = (own: Asked, answer: BusMessage | null): void => {
    if (asked !== own) {
      // Its toast was sent once more meanwhile.
      const id = answer?.kind === 'answer' && own.one !== null ? answer.values[0] : null;
      if (lost.delete(own) && typeof id === 'number') take(id);
      return;
    }
    asked = null;
    isSilent = false;
    stopPatience();
    stopWait();
    if (answer?.kind === 'answer') {
      isWell = true;
      waitMs = ANEW_MS;
      if (own.one !== null) {
        hasRefused = false;
        noteShown(own.one.key, answer.values[0]);
      }
      // The answer to a toast that waits will tell more.
      if (own.one !== null || (queue.length === 0 && !hasRefused)) deps.onHealth('ok', 'ok');
      next();
      return;
    }
    if (own.one !== null || isWell !== false) {
      deps.log.warn(`The desktop refused a notification: ${String(answer?.values[0] ?? 'no answer')}`);
    }
    deps.onHealth('degraded', 'toasts-missing');
    if (own.one === null) {
      isWell = false;
      queue = queue.filter(({ toast }) => toast.stays);
      lookLater();
      return;
    }
    // A toast that a running service refuses twice is given up. After the first refusal it is sent once more.
    isWell = own.one.isAgain;
    hasRefused = answer !== null;
    sendAgain(own.one);
    if (isWell) next();
    else if (answer !== null) ask(null);
    else lookLater();
  };

  const sendAgain = ({ key, toast, isAgain }: Waiting): void => {
    const isWanted = shown.delete(key) && toast.stays;
    if (isWanted && !isAgain) queue = [{ key, toast, isAgain: true }, ...queue];
  };

  const lookLater = (): void => {
    stopWait();
    stopWait = startLimit(() => {
      waitMs = Math.min(2 * waitMs, LONGEST_ANEW_MS);
      const own = asked;
      if (own === null) {
        if (queue.length > 0 || free !== null) ask(null);
        return;
      }
      connected().call({ ...TARGET, member: QUESTION, args: [] }, ({ kind }) => {
        if (asked !== own || kind !== 'answer') return;
        asked = null;
        isSilent = false;
        isWell = true;
        lost.add(own);
        if (own.one !== null) sendAgain(own.one);
        next();
      });
      lookLater();
    }, waitMs);
  };

  const noteShown = (key: string, id: number | string | undefined): void => {
    if (typeof id !== 'number') return;
    const one = shown.get(key);
    // Its alert ended before the desktop responded.
    if (one === undefined) take(id);
    else shown.set(key, { ...one, id });
  };

  const next = (): void => {
    if (asked !== null) return;
    if (isWell !== true) {
      ask(null);
      return;
    }
    const [first, ...others] = queue;
    if (first !== undefined) {
      queue = others;
      ask(first);
      return;
    }
    const run = free;
    free = null;
    run?.();
  };

  const take = (id: number): void =>
    connected().call({ ...TARGET, member: 'CloseNotification', args: [{ type: 'count', value: id }] });

  const close = (key: string): void => {
    queue = queue.filter((one) => one.key !== key);
    const one = shown.get(key);
    shown.delete(key);
    if (one !== undefined && one.id !== null) take(one.id);
  };

  return {
    show: (key, toast) => {
      if ((isSilent || isWell === false) && !toast.stays) return;
      close(key);
      queue = [...queue, { key, toast, isAgain: false }];
      next();
    },
    close,
    whenFree: (run) => {
      free = run;
      next();
    },
    stop: () => {
      stopPatience();
      stopWait();
      free = null;
      [...shown.keys()].forEach(close);
      queue = [];
      const old = bus;
      bus = null;
      old?.stop();
    },
  };
}
