import { once } from 'node:events';
import net from 'node:net';
import readline from 'node:readline';
import { z } from 'zod';
import type { MenuItem } from '../tray-menu.ts';

/** A menu entry with the way to it from the top. */
export type RecordedItem = MenuItem & {
  readonly way: readonly number[];
  readonly children: readonly RecordedItem[];
};

const item: z.ZodType<RecordedItem> = z.lazy(() =>
  z
    .object({
      way: z.array(z.number()),
      label: z.string(),
      enabled: z.boolean(),
      separator: z.boolean(),
      children: z.array(item),
    })
    .transform((read) => ({ ...read, id: 0 })),
);
const news = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('toast'),
    id: z.number(),
    title: z.string(),
    body: z.string(),
    urgency: z.enum(['low', 'normal', 'critical']),
    stays: z.boolean(),
  }),
  z.object({ kind: z.literal('failed'), id: z.number(), error: z.string() }),
  z.object({ kind: z.literal('closed'), id: z.number() }),
  z.object({ kind: z.literal('tray') }),
  z.object({ kind: z.literal('tooltip'), tooltip: z.string() }),
  z.object({ kind: z.literal('icon'), width: z.number(), height: z.number(), pixels: z.string() }),
  z.object({ kind: z.literal('menu'), items: z.array(item) }),
]);

/** What an app asked tray or notifications to show. */
export type RecordedNews = z.infer<typeof news>;
export type RecorderCommand =
  | { readonly kind: 'click-toast' | 'close-toast'; readonly id: number }
  | { readonly kind: 'choose'; readonly way: readonly number[] }
  | { readonly kind: 'activate' };

/** An app that is being recorded; it is gone when `onGone` was called. */
export type RecordedApp = { readonly tell: (command: RecorderCommand) => void };

/** Listens for the recorders of `fixtures/recorded-app`. Returns the port to give them. */
export async function listenToRecorders(on: {
  readonly news: (app: RecordedApp, told: RecordedNews) => void;
  readonly gone: (app: RecordedApp) => void;
}): Promise<{ readonly port: number; readonly stop: () => void }> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    const app: RecordedApp = { tell: (command) => socket.write(`${JSON.stringify(command)}\n`) };
    // An app that is killed resets its connection.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      on.gone(app);
    });
    readline
      .createInterface({ input: socket })
      .on('line', (line) => on.news(app, news.parse(JSON.parse(line))));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    stop: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
