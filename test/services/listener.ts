import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export type Heard = {
  readonly method: string;
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
};

/** What the listener does with the next requests. `hang`: it never answers. */
export type Mood =
  { readonly status: number; readonly headers?: http.OutgoingHttpHeaders } | 'hang' | 'reset';

/** A server of the owner on loopback that keeps what it hears; its mood can be changed, and it can go and come back. */
export type Listener = {
  readonly url: string;
  readonly heard: readonly Heard[];
  setMood: (mood: Mood | ((heard: Heard) => Mood)) => void;
  /** Resolves once so many requests were heard. */
  readonly until: (isEnough: (heard: readonly Heard[]) => boolean, ms?: number) => Promise<void>;
  readonly stop: () => Promise<void>;
  /** On the same port as before. */
  readonly start: () => Promise<void>;
};

export async function startListener(): Promise<Listener> {
  const heard: Heard[] = [];
  let mood: Mood | ((heard: Heard) => Mood) = { status: 200 };
  let server = http.createServer();
  let port = 0;
  const start = async (): Promise<void> => {
    server = http.createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method = '', url: path = '', headers } = request;
        const one = { method, path, headers, body: Buffer.concat(chunks).toString('utf8') };
        heard.push(one);
        const now = typeof mood === 'function' ? mood(one) : mood;
        if (now === 'hang') return;
        if (now === 'reset') request.socket.destroy();
        else response.writeHead(now.status, now.headers).end();
      });
    });
    await new Promise<void>((listening) => {
      server.listen(port, '127.0.0.1', listening);
    });
    ({ port } = server.address() as AddressInfo);
  };
  await start();
  return {
    url: `http://127.0.0.1:${String(port)}`,
    heard,
    setMood: (next) => {
      mood = next;
    },
    until: async (isEnough, ms = 30_000) => {
      const end = Date.now() + ms;
      while (!isEnough(heard)) {
        if (Date.now() > end) throw new Error(`Not heard in time; heard ${JSON.stringify(heard)}`);
        await sleep(25);
      }
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((closed) => {
        server.close(() => closed());
      });
    },
    start,
  };
}
