import { Message, MessageType, NameFlag, RequestNameReply, sessionBus, Variant } from 'dbus-next';
import { within } from './within.ts';

const CALL_LIMIT_MS = 5_000;
const DBUS = 'org.freedesktop.DBus';

/** The address of a D-Bus object. */
export type Target = { readonly destination: string; readonly path: string; readonly interface: string };

export type Reply = { readonly signature: string; readonly body: readonly unknown[] };

/** Returns an own object's answer; `sender` is the caller's unique bus name. */
export type Methods = Readonly<
  Record<string, (args: readonly unknown[], sender: string) => Reply | Promise<Reply> | null>
>;

export type Signal = {
  readonly sender: string;
  readonly path: string;
  readonly interface: string;
  readonly name: string;
  readonly body: readonly unknown[];
};

/** A connection to a message bus, reduced to what the rig needs: plain values in and out, every call bounded. */
export type Bus = {
  /** Calls a method; resolves to its body with variants unwrapped. Rejects with the error's text or after 5 s. */
  readonly call: (
    target: Target,
    method: string,
    signature?: string,
    body?: readonly unknown[],
  ) => Promise<readonly unknown[]>;
  /** Answers calls to one interface at one path, as soon as the name is owned. */
  readonly serve: (
    target: Target,
    methods: Methods,
    properties: Readonly<Record<string, () => Variant>>,
  ) => void;
  readonly ownName: (name: string) => Promise<void>;
  readonly releaseName: (name: string) => Promise<void>;
  readonly emit: (target: Target, signal: string, signature: string, body: readonly unknown[]) => void;
  readonly onSignal: (listener: (signal: Signal) => void) => void;
  /** Resolves when somebody owns the name. */
  readonly waitForName: (name: string, limitMs: number) => Promise<void>;
  readonly close: () => void;
};

export async function connectBus(address: string): Promise<Bus> {
  const connection = sessionBus({ busAddress: address });
  const send = connection.send.bind(connection);
  connection.send = (message) => {
    try {
      send(message);
    } catch {
      // Somebody asked while the bus ended: the answer would go nowhere, and the library throws where nobody catches it.
    }
  };
  const listeners = new Set<(signal: Signal) => void>();
  let connected = false;
  await within(
    new Promise<void>((resolve, reject) => {
      connection.on('connect', () => {
        connected = true;
        resolve();
      });
      // The bus may end at the end of a run; before its first answer its end is the reason to fail.
      connection.on('error', (error: unknown) => {
        if (!connected) reject(new Error(`No bus at ${address}: ${String(error)}`));
      });
    }),
    CALL_LIMIT_MS,
    `Connecting to ${address}`,
  );

  const call: Bus['call'] = async (target, method, signature = '', body = []) => {
    const message = new Message({
      destination: target.destination,
      path: target.path,
      interface: target.interface,
      member: method,
      signature,
      body: [...body],
    });
    const what = `${target.interface}.${method} of ${target.destination}${target.path}`;
    const reply = await within(connection.call(message), CALL_LIMIT_MS, what);
    return reply === null ? [] : reply.body.map(toPlain);
  };

  connection.on('message', (message) => {
    if (message.type !== MessageType.SIGNAL) return;
    const body: unknown[] = message.body.map(toPlain);
    const signal = {
      sender: message.sender,
      path: message.path,
      interface: message.interface,
      name: message.member,
      body,
    };
    for (const listener of listeners) listener(signal);
  });
  await call(dbusItself, 'AddMatch', 's', ["type='signal'"]);

  return {
    call,
    serve: (target, methods, properties) => {
      connection.addMethodHandler((message: Message) => {
        if (message.path !== target.path) return false;
        const reply = answer(message, target, methods, properties);
        if (reply === null) return false;
        const send = ({ signature, body }: Reply): void =>
          connection.send(Message.newMethodReturn(message, signature, [...body]));
        if (reply instanceof Promise) void reply.then(send);
        else send(reply);
        return true;
      });
    },
    ownName: async (name) => {
      const outcome = await connection.requestName(name, NameFlag.DO_NOT_QUEUE);
      if (outcome !== RequestNameReply.PRIMARY_OWNER) throw new Error(`${name} is already owned.`);
    },
    releaseName: async (name) => {
      await connection.releaseName(name);
    },
    emit: (target, signal, signature, body) => {
      connection.send(Message.newSignal(target.path, target.interface, signal, signature, [...body]));
    },
    onSignal: (listener) => {
      listeners.add(listener);
    },
    waitForName: async (name, limitMs) => {
      const appeared = new Promise<void>((resolve) => {
        listeners.add((signal) => {
          if (signal.name === 'NameOwnerChanged' && signal.body[0] === name && signal.body[2] !== '')
            resolve();
        });
      });
      const [owned] = await call(dbusItself, 'NameHasOwner', 's', [name]);
      if (owned !== true) await within(appeared, limitMs, `An owner of ${name}`);
    },
    close: () => connection.disconnect(),
  };
}

const dbusItself: Target = { destination: DBUS, path: '/org/freedesktop/DBus', interface: DBUS };

function answer(
  message: Message,
  target: Target,
  methods: Methods,
  properties: Readonly<Record<string, () => Variant>>,
): Reply | Promise<Reply> | null {
  const args: unknown[] = message.body.map(toPlain);
  if (message.interface === target.interface) return methods[message.member]?.(args, message.sender) ?? null;
  if (message.interface !== `${DBUS}.Properties` || args[0] !== target.interface) return null;
  if (message.member === 'GetAll') {
    const values = Object.entries(properties).map(([name, read]) => [name, read()]);
    return { signature: 'a{sv}', body: [Object.fromEntries(values)] };
  }
  const property = properties[String(args[1])];
  return message.member === 'Get' && property !== undefined ? { signature: 'v', body: [property()] } : null;
}

/** Returns a value from the bus with every variant unwrapped. */
function toPlain(value: unknown): unknown {
  if (value instanceof Variant) return toPlain(value.value);
  if (Array.isArray(value)) return value.map(toPlain);
  if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, toPlain(entry)]));
}
