import type { Log } from '../../log.ts';
import type { BusArg, BusMessage, BusVariant } from './bus-wire.ts';
import { startLimit } from '../../timing.ts';
import { BUS, connectSessionBus, type SessionBus } from './session-bus.ts';
import type { Toast, Toaster, ToastHealth } from './toast.ts';

const SERVICE = 'org.freedesktop.Notifications';
const TARGET = { destination: SERVICE, path: '/org/freedesktop/Notifications', interface: SERVICE } as const;
/** Longer than a slow desktop takes. One that is silent for this long gets no more toasts until it responds. */
const SILENCE_LIMIT_MS = 5_000;
const URGENCY = { normal: 1, critical: 2 } as const;
const EXPIRES = { asTheDesktopLikes: -1, never: 0 } as const;

type Shown = { readonly toast: Toast; /** null: not yet known. */ readonly id: number | null };
type Waiting = { readonly key: string; readonly toast: Toast; readonly isAgain: boolean };
/** `one` is null: the request only checks whether the service responds. */
type Asked = { readonly one: Waiting | null };

/**
 * Returns a toaster for the desktop's notification service, over the session bus. Electron's own call blocks until the
 * service responds, up to 25 seconds for each toast, and leaks 256 KiB each time (electron/electron#48753); this one sends
 * one toast at a time and never blocks. Source: Desktop Notifications Specification 1.2.
 */
export function createBusToasts(deps: {
  /** As in `DBUS_SESSION_BUS_ADDRESS`. */
  readonly address: string;
  readonly userId: number;
  /** Name of the app's `.desktop` file, without its ending. */
  readonly desktopEntry: string;
  /** Shown in every toast; null: none. */
  readonly icon: Extract<BusVariant, { type: 'image' }> | null;
  readonly onHealth: ToastHealth;
  readonly log: Pick<Log, 'warn'>;
}): Toaster {
  const shown = new Map<string, Shown>();
  let bus: SessionBus | null = null;
  let queue: readonly Waiting[] = [];
  /** The request that has no response yet. */
  let asked: Asked | null = null;
  let isSilent = false;
  /** False from a refusal until the service responds again. */
  let isWell = true;
  let stopPatience = (): void => undefined;
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
      onEnd: (error) => {
        if (bus !== made) return;
        bus = null;
        forgetShown();
        if (asked !== null) answered(asked, null);
        if (error !== null) deps.log.warn('The desktop cannot be asked for notifications', error);
      },
    });
    bus = made;
    return made;
  };

  const onSignal = ({ member, values }: BusMessage): void => {
    const [first, before, owner] = values;
    if (member === 'NameOwnerChanged') {
      forgetShown();
      if (asked !== null && before !== '') answered(asked, null);
      // Checks a new service at once, so that the health light does not wait for the next alert.
      if (asked === null && owner !== '') ask(null);
      return;
    }
    const [key, one] = [...shown].find(([, { id }]) => id === first) ?? [];
    if (key === undefined || one === undefined) return;
    shown.delete(key);
    if (member === 'ActionInvoked') one.toast.onClick();
  };

  /** Forgets ids of a service that has ended, because the next one may use them for toasts of other programs. */
  const forgetShown = (): void => {
    for (const [key, { id }] of shown) if (id !== null) shown.delete(key);
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
    }, SILENCE_LIMIT_MS);
    if (one !== null) shown.set(one.key, { toast: one.toast, id: null });
    const call =
      one === null
        ? { member: 'GetServerInformation', args: [] }
        : { member: 'Notify', args: notifyArgs(one.toast) };
    connected().call({ ...TARGET, ...call, mayStart: true }, (answer) => answered(own, answer));
  };

  /** `answer` is null when none will come. */
  const answered = (own: Asked, answer: BusMessage | null): void => {
    if (asked !== own) return;
    asked = null;
    isSilent = false;
    stopPatience();
    if (answer?.kind === 'answer') {
      isWell = true;
      if (own.one !== null) noteShown(own.one.key, answer.values[0]);
      deps.onHealth('ok', 'ok');
      next();
      return;
    }
    deps.log.warn(`The desktop refused a notification: ${String(answer?.values[0] ?? 'no answer')}`);
    deps.onHealth('degraded', 'toasts-missing');
    if (own.one === null) {
      isWell = false;
      return;
    }
    const { key, toast, isAgain } = own.one;
    const isWanted = shown.delete(key) && toast.stays;
    // A toast that a running service refuses twice is given up. After the first refusal it is sent once more.
    isWell = isAgain;
    if (isWanted && !isAgain) queue = [{ key, toast, isAgain: true }, ...queue];
    if (isWell) next();
    else if (answer !== null) ask(null);
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
    if (!isWell) {
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

  const notifyArgs = ({ title, body, isUrgent, stays }: Toast): readonly BusArg[] => [
    'Mostrador',
    { type: 'count', value: 0 },
    '',
    title,
    body,
    // The action of a click on the toast. Servers that show a button for it need a label.
    { type: 'texts', value: ['default', 'Mostrador'] },
    {
      type: 'dictionary',
      value: [
        ['urgency', { type: 'byte', value: isUrgent ? URGENCY.critical : URGENCY.normal }],
        ['desktop-entry', { type: 'text', value: deps.desktopEntry }],
        ...(stays ? ([['suppress-sound', { type: 'yes' }]] as const) : []),
        ...(deps.icon === null ? [] : ([['image-data', deps.icon]] as const)),
      ],
    },
    { type: 'integer', value: stays ? EXPIRES.never : EXPIRES.asTheDesktopLikes },
  ];

  const close = (key: string): void => {
    queue = queue.filter((one) => one.key !== key);
    const one = shown.get(key);
    shown.delete(key);
    if (one !== undefined && one.id !== null) take(one.id);
  };

  return {
    show: (key, toast) => {
      if ((isSilent || !isWell) && !toast.stays) return;
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
      free = null;
      [...shown.keys()].forEach(close);
      queue = [];
      const old = bus;
      bus = null;
      old?.stop();
    },
  };
}
