import type { Socket } from 'node:net';

export type Connections = {
  readonly add: (socket: Socket) => void;
  /** Marks a connection that has shown the right secret: from now on it is never closed to make room. */
  readonly trust: (socket: Socket) => void;
};

/**
 * Keeps strangers few, so that they cannot keep anybody out: when there are more than `max`, the one that has been there
 * longest goes. Each is given `graceMs` to show the secret, as long as there are no more than `hardMax`: what it sent with
 * its connection may not have been read yet.
 */
export function createConnections(deps: {
  readonly max: number;
  readonly hardMax: number;
  readonly graceMs: number;
  readonly monotonicMs: () => number;
  /** Called when a connection was closed to make room. */
  readonly onCrowded: () => void;
}): Connections {
  const { max, hardMax, graceMs, monotonicMs } = deps;
  /** In the order in which they came, and when. */
  const strangers = new Map<Socket, number>();
  let again: NodeJS.Timeout | null = null;

  const makeRoom = (): void => {
    for (const [socket, sinceMs] of strangers) {
      if (strangers.size <= max) return;
      if (strangers.size <= hardMax && monotonicMs() - sinceMs < graceMs) {
        again ??= setTimeout(lookAgain, graceMs).unref();
        return;
      }
      strangers.delete(socket);
      socket.destroy();
      deps.onCrowded();
    }
  };
  const lookAgain = (): void => {
    again = null;
    makeRoom();
  };

  return {
    add: (socket) => {
      strangers.set(socket, monotonicMs());
      socket.once('close', () => strangers.delete(socket));
      makeRoom();
    },
    trust: (socket) => void strangers.delete(socket),
  };
}
