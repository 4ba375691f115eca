import type { Log } from '../../log.ts';
import { isYes, type BusMessage } from '../notifications/bus-wire.ts';
import { BUS, connectSessionBus } from '../notifications/session-bus.ts';

/** The desktop's panel, which draws the tray icons on Linux. */
export type TrayHost = {
  /** Returns whether there is one; null: not known. */
  readonly isThere: () => boolean | null;
  /** Calls `listener` with the present state, if it is known, and with every later one. */
  readonly follow: (listener: (isThere: boolean) => void) => void;
  readonly stop: () => void;
};

const WATCHER = 'org.kde.StatusNotifierWatcher';
/** Signals after which the state may have changed. */
const NEWS = ['NameOwnerChanged', 'StatusNotifierHostRegistered', 'StatusNotifierHostUnregistered'];

/**
 * Returns a watcher that asks the session bus whether there is a tray, and again whenever that may have changed. Without a
 * bus at `address` the state stays unknown. Linux only.
 */
export function watchTrayHost(deps: {
  /** As in `DBUS_SESSION_BUS_ADDRESS`. */
  readonly address: string;
  /** Id of the user that runs the app. */
  readonly userId: number;
  readonly log: Log;
}): TrayHost {
  let isThere: boolean | null = null;
  let listeners: readonly ((isThere: boolean) => void)[] = [];
  /** Number of the last request: only its reply counts. */
  let asked = 0;

  const ask = (): void => {
    asked += 1;
    const question = asked;
    bus.call(
      {
        destination: WATCHER,
        path: '/StatusNotifierWatcher',
        interface: `${BUS}.Properties`,
        member: 'Get',
        args: [WATCHER, 'IsStatusNotifierHostRegistered'],
      },
      (answer) => {
        if (question === asked) onReply(answer);
      },
    );
  };
  const onReply = ({ kind, body }: BusMessage): void => {
    const answer = kind === 'answer' && isYes(body);
    isThere = answer;
    for (const listener of listeners) listener(answer);
  };
  const bus = connectSessionBus({
    address: deps.address,
    userId: deps.userId,
    signals: [
      `type='signal',sender='${BUS}',member='NameOwnerChanged',arg0='${WATCHER}'`,
      `type='signal',interface='${WATCHER}'`,
    ],
    onSignal: ({ member }) => {
      if (member !== null && NEWS.includes(member)) ask();
    },
    onFault: (error) => deps.log.warn('What the desktop said of its tray came to nothing', error),
    onEnd: (error) => {
      isThere = null;
      if (error !== null) deps.log.warn('Whether there is a tray could not be asked', error);
    },
  });
  ask();

  return {
    isThere: () => isThere,
    follow: (listener) => {
      listeners = [...listeners, listener];
      if (isThere !== null) listener(isThere);
    },
    stop: () => {
      listeners = [];
      bus.stop();
    },
  };
}
