import type { Log } from '../log.ts';
import { isYes, type BusMessage } from './bus-wire.ts';
import { BUS, connectSessionBus } from './session-bus.ts';

/** What draws the tray's icons on Linux: the desktop's panel. */
export type TrayHost = {
  /** null: not known. */
  readonly isThere: () => boolean | null;
  /** Tells what is known now, if anything is, and every answer from now on. */
  readonly follow: (hear: (isThere: boolean) => void) => void;
  readonly stop: () => void;
};

const WATCHER = 'org.kde.StatusNotifierWatcher';
/** After any of them the answer may be another one. */
const NEWS = ['NameOwnerChanged', 'StatusNotifierHostRegistered', 'StatusNotifierHostUnregistered'];

/**
 * Asks the session bus whether there is a tray, and again whenever that may have changed. It only listens; with no bus at
 * `address` nothing is known. Linux only.
 */
export function watchTrayHost(deps: {
  /** As in `DBUS_SESSION_BUS_ADDRESS`. */
  readonly address: string;
  /** Of the user that runs the app. */
  readonly userId: number;
  readonly log: Log;
}): TrayHost {
  let isThere: boolean | null = null;
  let listeners: readonly ((isThere: boolean) => void)[] = [];
  /** Number of the question whose answer counts. */
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
        if (question === asked) hear(answer);
      },
    );
  };
  const hear = ({ kind, body }: BusMessage): void => {
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
