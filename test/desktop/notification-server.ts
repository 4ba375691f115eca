import { setTimeout as sleep } from 'node:timers/promises';
import type { Bus, Methods, Reply, Target } from './bus.ts';
import { createRecord } from './within.ts';

const SERVICE: Target = {
  destination: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
  interface: 'org.freedesktop.Notifications',
};
const URGENCIES = ['low', 'normal', 'critical'] as const;

/** A notification as the desktop received it. */
export type Toast = {
  readonly id: number;
  /** Milliseconds on this process's `performance.now()` clock. */
  readonly arrivedAt: number;
  readonly title: string;
  /** As it came over the bus: markup characters of texts are escaped there. */
  readonly body: string;
  readonly urgency: 'low' | 'normal' | 'critical';
  /** Milliseconds until it goes by itself; 0 never, -1 as the desktop likes. */
  readonly expiresAfterMs: number;
  /** Id of the notification that it takes the place of; 0 none. */
  readonly replaces: number;
};

/** Why a notification was closed, in the words of the Desktop Notifications Specification. */
export type CloseReason = 'expired' | 'dismissed' | 'closed-by-app';

export type NotificationServer = {
  readonly toasts: () => readonly Toast[];
  readonly waitFor: (isWanted: (toast: Toast) => boolean, limitMs: number, what?: string) => Promise<Toast>;
  /** Ids the app itself asked to close. */
  readonly closedByApp: () => readonly number[];
  /** A click on the toast's body. */
  readonly click: (id: number) => void;
  readonly close: (id: number, reason: CloseReason) => void;
  /** null: this service cannot be made to fail. */
  readonly troubles: NotificationTroubles | null;
};

export type NotificationTroubles = {
  /** Delays every later answer by so many milliseconds; `calls` counts the method's calls, this one included. */
  readonly answerLate: (lateMs: (method: string, calls: number) => number) => void;
  /** Leaves the bus, as a crashed service does. */
  readonly leave: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
};

/** Longer than any caller waits. */
export const NEVER = Number.POSITIVE_INFINITY;

/** Owns org.freedesktop.Notifications, shows nothing and remembers everything. */
export async function startNotificationServer(
  bus: Bus,
  { isThere = true }: { readonly isThere?: boolean } = {},
): Promise<NotificationServer> {
  const record = createRecord<Toast>((toast) => `"${toast.title}" (${toast.urgency})`);
  const closedByApp: number[] = [];
  let lastId = 0;
  let lateMs: (method: string, calls: number) => number = () => 0;
  const calls = new Map<string, number>();
  /** A service that hangs never shows the notification either. */
  const late = (methods: Readonly<Record<string, (args: readonly unknown[]) => Reply>>): Methods =>
    Object.fromEntries(
      Object.entries(methods).map(([method, run]) => [
        method,
        (args: readonly unknown[]) => {
          calls.set(method, (calls.get(method) ?? 0) + 1);
          const ms = lateMs(method, calls.get(method) ?? 0);
          if (ms === 0) return run(args);
          return ms === NEVER ? new Promise<Reply>(() => undefined) : sleep(ms).then(() => run(args));
        },
      ]),
    );
  const close = (id: number, reason: CloseReason): void => {
    bus.emit(SERVICE, 'NotificationClosed', 'uu', [
      id,
      ['expired', 'dismissed', 'closed-by-app'].indexOf(reason) + 1,
    ]);
  };
  bus.serve(
    SERVICE,
    late({
      GetCapabilities: () => ({ signature: 'as', body: [['actions', 'body', 'body-markup', 'persistence']] }),
      GetServerInformation: () => ({ signature: 'ssss', body: ['virtual-desktop', 'mostrador', '1', '1.2'] }),
      Notify: (args) => {
        const arrivedAt = performance.now();
        const replaces = Number(args[1]);
        if (replaces === 0) lastId += 1;
        const id = replaces === 0 ? lastId : replaces;
        record.add({
          id,
          arrivedAt,
          title: String(args[3]),
          body: String(args[4]),
          urgency: URGENCIES[Number(readKey(args[6], 'urgency') ?? 1)] ?? 'normal',
          expiresAfterMs: Number(args[7]),
          replaces,
        });
        return { signature: 'u', body: [id] };
      },
      CloseNotification: (args) => {
        const id = Number(args[0]);
        closedByApp.push(id);
        close(id, 'closed-by-app');
        return { signature: '', body: [] };
      },
    }),
    {},
  );
  if (isThere) await bus.ownName(SERVICE.destination);
  return {
    toasts: record.all,
    waitFor: (isWanted, limitMs, what = 'A notification') => record.waitFor(isWanted, limitMs, what),
    closedByApp: () => [...closedByApp],
    click: (id) => {
      // A desktop sends all three: for which window it is, the action, then that the toast is gone.
      bus.emit(SERVICE, 'ActivationToken', 'us', [id, 'a-token']);
      bus.emit(SERVICE, 'ActionInvoked', 'us', [id, 'default']);
      close(id, 'dismissed');
    },
    close,
    troubles: {
      answerLate: (next) => {
        lateMs = next;
        calls.clear();
      },
      leave: () => bus.releaseName(SERVICE.destination),
      comeBack: () => bus.ownName(SERVICE.destination),
    },
  };
}

function readKey(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}
