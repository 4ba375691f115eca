import { connect, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';

export type Relay = {
  /** Rejects when the port is taken. */
  readonly open: () => Promise<void>;
  /** Closes open connections and stops listening. */
  readonly cut: () => void;
};

const HOST = '127.0.0.1';

/** A tunnel without internet: forwards one port of this computer to another, until it is cut. */
export function createRelay({ port, toPort }: { readonly port: number; readonly toPort: number }): Relay {
  const sockets = new Set<Socket>();
  let server: Server | null = null;

  const keep = (socket: Socket, other: () => Socket): Socket => {
    sockets.add(socket);
    // Ignored, because a close event always follows.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      other().destroy();
    });
    return socket;
  };

  return {
    open: () =>
      new Promise((resolve, reject) => {
        if (server !== null) return resolve();
        const opened = createServer({ noDelay: true }, (incoming) => {
          const outgoing: Socket = keep(connect(toPort, HOST), () => incoming);
          keep(incoming, () => outgoing);
          incoming.pipe(outgoing).pipe(incoming);
        });
        opened.once('error', (error) => {
          server = null;
          reject(error);
        });
        opened.listen(port, HOST, resolve);
        server = opened;
      }),
    cut: () => {
      server?.close();
      server = null;
      for (const socket of sockets) socket.destroy();
    },
  };
}
