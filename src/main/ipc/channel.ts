import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import type { z } from 'zod';
import type { IpcChannel, IpcContract } from '../../shared/ipc-contract.ts';
import type { Log } from '../log.ts';

type Handler<C extends IpcChannel> = (
  arg: IpcContract[C]['arg'],
) => IpcContract[C]['answer'] | Promise<IpcContract[C]['answer']>;

export type IpcRegistrar = {
  /** Answers one channel. Calls from anything but our own page's main frame, or with a wrong argument, are refused. */
  readonly handle: <C extends IpcChannel>(
    channel: C,
    schema: z.ZodType<IpcContract[C]['arg']>,
    handler: Handler<C>,
  ) => void;
  readonly removeAll: () => void;
};

/** The only file that talks to `ipcMain`. */
export function createIpcRegistrar({
  pageOrigin,
  closed = [],
  log,
}: {
  readonly pageOrigin: string;
  /** Channels on which nobody is answered in this run. */
  readonly closed?: readonly IpcChannel[];
  readonly log: Pick<Log, 'error'>;
}): IpcRegistrar {
  const channels: IpcChannel[] = [];
  return {
    handle: (channel, schema, handler) => {
      channels.push(channel);
      ipcMain.handle(channel, async (event, raw: unknown) => {
        if (!isOurPage(event, pageOrigin)) {
          log.error(`Refused ${channel}: it did not come from one of our pages`);
          throw new Error('refused');
        }
        if (closed.includes(channel)) {
          log.error(`Refused ${channel}: a demonstration does not do that`);
          throw new Error('refused');
        }
        const arg = schema.safeParse(raw);
        if (!arg.success) {
          log.error(
            `Refused ${channel}: wrong argument (${arg.error.issues.map((issue) => issue.path.join('.')).join(', ')})`,
          );
          throw new Error('refused');
        }
        try {
          return await handler(arg.data);
        } catch (error) {
          log.error(`${channel} failed`, error);
          throw new Error('unexpected', { cause: error });
        }
      });
    },
    removeAll: () => {
      for (const channel of channels) ipcMain.removeHandler(channel);
    },
  };
}

function isOurPage(event: IpcMainInvokeEvent, pageOrigin: string): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === event.sender.mainFrame && frame.url.startsWith(`${pageOrigin}/`);
}
