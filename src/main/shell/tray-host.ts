import net from 'node:net';
import type { Log } from '../log.ts';
import { encodeCall, isYes, readMessages, type BusMessage } from './bus-wire.ts';

/** What draws the tray's icons on Linux: the desktop's panel. */
export type TrayHost = {
  /** null: not known. */
  readonly isThere: () => boolean | null;
  /** Tells what is known now, if anything is, and every answer from now on. */
  readonly follow: (hear: (isThere: boolean) => void) => void;
  readonly stop: () => void;
};

const BUS = 'org.freedesktop.DBus';
const WATCHER = 'org.kde.StatusNotifierWatcher';
/** After any of them the answer may be another one. */
const NEWS = ['NameOwnerChanged', 'StatusNotifierHostRegistered', 'StatusNotifierHostUnregistered'];

/**
 * Asks the session bus whether there is a tray, and again whenever that may have changed. It only listens, over one idle
 * socket; with no bus at `address` (as in `DBUS_SESSION_BUS_ADDRESS`) nothing is known. Linux only.
 */
export function watchTrayHost(deps: {
  readonly address: string;
  /** Of the user that runs the app. */
  readonly userId: number;
  readonly log: Log;
}): TrayHost {
  let isThere: boolean | null = null;
  let listeners: readonly ((isThere: boolean) => void)[] = [];
  let serial = 0;
  /** Number of the question whose answer counts. */
  let asked = 0;
  const socketPath = socketOf(deps.address);
  const socket = socketPath === null ? null : net.connect({ path: socketPath });

  const call = (
    call: { destination: string; path: string; interface: string; member: string },
    ...args: string[]
  ) => {
    serial += 1;
    socket?.write(encodeCall({ serial, ...call, args }));
    return serial;
  };
  const ofBus = (member: string, ...args: string[]): number =>
    call({ destination: BUS, path: '/org/freedesktop/DBus', interface: BUS, member }, ...args);
  const ask = (): void => {
    asked = call(
      { destination: WATCHER, path: '/StatusNotifierWatcher', interface: `${BUS}.Properties`, member: 'Get' },
      WATCHER,
      'IsStatusNotifierHostRegistered',
    );
  };
  const begin = (): void => {
    socket?.write('BEGIN\r\n');
    ofBus('Hello');
    ofBus('AddMatch', `type='signal',sender='${BUS}',member='NameOwnerChanged',arg0='${WATCHER}'`);
    ofBus('AddMatch', `type='signal',interface='${WATCHER}'`);
    ask();
  };
  const hear = ({ kind, answers, member, body }: BusMessage): void => {
    if (kind === 'signal' && member !== null && NEWS.includes(member)) ask();
    if (kind === 'signal' || answers !== asked) return;
    const answer = kind === 'answer' && isYes(body);
    isThere = answer;
    for (const listener of listeners) listener(answer);
  };

  let isLetIn = false;
  let waiting: Buffer = Buffer.alloc(0);
  const read = (): void => {
    if (!isLetIn) {
      const end = waiting.indexOf('\r\n');
      if (end === -1) return;
      const line = waiting.toString('latin1', 0, end);
      if (!line.startsWith('OK ')) throw new Error(`The bus said ${line.slice(0, 60)}`);
      isLetIn = true;
      waiting = waiting.subarray(end + 2);
      begin();
    }
    const { messages, rest } = readMessages(waiting);
    waiting = rest;
    for (const message of messages) hear(message);
  };

  socket?.unref();
  socket?.on('connect', () => {
    const user = Buffer.from(String(deps.userId)).toString('hex');
    socket.write(`\0AUTH EXTERNAL ${user}\r\n`);
  });
  socket?.on('data', (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk]);
    try {
      read();
    } catch (error) {
      socket.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  });
  socket?.on('error', (error) => deps.log.warn('Whether there is a tray could not be asked', error));
  socket?.on('close', () => {
    isThere = null;
  });

  return {
    isThere: () => isThere,
    follow: (listener) => {
      listeners = [...listeners, listener];
      if (isThere !== null) listener(isThere);
    },
    stop: () => {
      listeners = [];
      socket?.destroy();
    },
  };
}

/** The first socket of this computer among the bus's addresses; null when there is none. Source: D-Bus Specification, "Server Addresses". */
function socketOf(address: string): string | null {
  for (const one of address.split(';')) {
    const [, kind, path] = /^unix:(?:.*,)?(path|abstract)=([^,]+)/.exec(one) ?? [];
    if (path === undefined) continue;
    return `${kind === 'abstract' ? '\0' : ''}${decodeURIComponent(path)}`;
  }
  return null;
}
