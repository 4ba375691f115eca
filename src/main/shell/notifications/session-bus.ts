import net from 'node:net';
import { runEach } from '../../core/support/scheduling.ts';
import { encodeCall, readMessages, type BusCall, type BusMessage } from './bus-wire.ts';

/** A connection to the desktop's message bus. Nothing blocks: a call gets its reply later, or never. */
export type SessionBus = {
  /** Sends a call. `onReply` gets the reply or the error, if either comes. */
  readonly call: (call: Omit<BusCall, 'serial'>, onReply?: (reply: BusMessage) => void) => void;
  /** Sends what is pending, then closes the connection. */
  readonly stop: () => void;
};

export const BUS = 'org.freedesktop.DBus';
const OF_BUS = { destination: BUS, path: '/org/freedesktop/DBus', interface: BUS } as const;
/** Limits what is kept for a bus that reads nothing more. */
const MAX_UNSENT_BYTES = 1024 * 1024;

/**
 * Connects to the bus at `address` (as in `DBUS_SESSION_BUS_ADDRESS`). `onEnd` is called once, with what went wrong, or
 * with null after `stop`. Linux only.
 */
export function connectSessionBus(deps: {
  readonly address: string;
  /** Id of the user that runs the app. */
  readonly userId: number;
  /** Match rules of the wanted signals. Source: D-Bus Specification, "Match Rules". */
  readonly signals: readonly string[];
  readonly onSignal: (signal: BusMessage) => void;
  /** Called when one who was told of a message throws; the connection and the other messages go on. */
  readonly onFault: (error: unknown) => void;
  readonly onEnd: (error: Error | null) => void;
}): SessionBus {
  const asked = new Map<number, (answer: BusMessage) => void>();
  let serial = 0;
  /** Calls made before the bus has accepted the connection. */
  let unsaid: readonly Buffer[] = [];
  let isLetIn = false;
  let waiting: Buffer = Buffer.alloc(0);
  let problem: Error | null = null;
  let isStopped = false;

  const call: SessionBus['call'] = (wanted, onReply) => {
    serial += 1;
    if (onReply !== undefined) asked.set(serial, onReply);
    const bytes = encodeCall({ serial, ...wanted });
    if (!isLetIn) unsaid = [...unsaid, bytes];
    else if (socket.writableLength < MAX_UNSENT_BYTES) socket.write(bytes);
  };
  const begin = (): void => {
    socket.write('BEGIN\r\n');
    isLetIn = true;
    for (const bytes of unsaid) socket.write(bytes);
    unsaid = [];
  };
  const receive = (message: BusMessage): void => {
    if (message.kind === 'signal') deps.onSignal(message);
    if (message.answers === null) return;
    const listener = asked.get(message.answers);
    asked.delete(message.answers);
    listener?.(message);
  };
  const read = (): void => {
    if (!isLetIn) {
      const end = waiting.indexOf('\r\n');
      if (end === -1) return;
      const line = waiting.toString('latin1', 0, end);
      if (!line.startsWith('OK ')) throw new Error(`The bus said ${line.slice(0, 60)}`);
      waiting = waiting.subarray(end + 2);
      begin();
    }
    const { messages, rest } = readMessages(waiting);
    waiting = rest;
    runEach(
      messages.map((message) => () => receive(message)),
      deps.onFault,
    );
  };

  call({ ...OF_BUS, member: 'Hello', args: [] });
  for (const rule of deps.signals) call({ ...OF_BUS, member: 'AddMatch', args: [rule] });
  const path = socketOf(deps.address);
  const socket = path === null ? new net.Socket() : net.connect({ path });
  socket.unref();
  socket.on('connect', () => {
    const user = Buffer.from(String(deps.userId)).toString('hex');
    socket.write(`\0AUTH EXTERNAL ${user}\r\n`);
  });
  socket.on('data', (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk]);
    try {
      read();
    } catch (error) {
      socket.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  });
  socket.on('error', (error) => {
    problem = error;
  });
  socket.on('end', () => {
    // It answers the end of this side with its own.
    if (!isStopped) problem ??= new Error('The bus ended the connection');
  });
  socket.on('close', () => deps.onEnd(problem));
  if (path === null) socket.destroy(new Error('There is no bus'));

  return {
    call,
    stop: () => {
      isStopped = true;
      asked.clear();
      if (isLetIn) socket.end();
      else socket.destroy();
    },
  };
}

/** Returns the first local socket of the bus's addresses; null: none. Source: D-Bus Specification, "Server Addresses". */
function socketOf(address: string): string | null {
  for (const one of address.split(';')) {
    const [, kind, path] = /^unix:(?:.*,)?(path|abstract)=([^,]+)/.exec(one) ?? [];
    if (path === undefined) continue;
    return `${kind === 'abstract' ? '\0' : ''}${decodeURIComponent(path)}`;
  }
  return null;
}
