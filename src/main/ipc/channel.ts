import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import type { z } from 'zod';
import type { IpcChannel, IpcContract, IpcReply } from '../../shared/ipc-contract.ts';
import type { Log } from '../log.ts';
import { CHANNELS } from './channels.ts';

/** Where the answer is null, nothing may be answered. */
type Answer<A> = [A] extends [null] ? A | void : A;

/** What answers each channel of the contract. */
export type IpcHandlers = {
  readonly [C in IpcChannel]: (
    arg: IpcContract[C]['arg'],
  ) => Answer<IpcContract[C]['answer']> | Promise<Answer<IpcContract[C]['answer']>>;
};

type Schemas = {
  readonly [C in IpcChannel]: {
    readonly arg: z.ZodType<IpcContract[C]['arg']>;
    readonly answer: z.ZodType<IpcContract[C]['answer']>;
  };
};
const SCHEMAS: Schemas = CHANNELS;

/**
 * Answers every channel of the contract. Calls from anything but our own page's main frame, or with a wrong argument, are
 * refused; what fails, or answers what the contract does not say, is logged here and told as `unexpected`. Returns the
 * function that ends it. The only file that talks to `ipcMain`.
 */
export function registerHandlers({
  handlers,
  pageOrigin,
  closed = [],
  log,
}: {
  readonly handlers: IpcHandlers;
  readonly pageOrigin: string;
  /** Channels on which nobody is answered in this run. */
  readonly closed?: readonly IpcChannel[];
  readonly log: Pick<Log, 'error'>;
}): () => void {
  const register = <C extends IpcChannel>(channel: C, handler: IpcHandlers[C]): void => {
    const { arg, answer } = SCHEMAS[channel];
    const refuse = (why: string): IpcReply => {
      log.error(`Refused ${channel}: ${why}`);
      return { ok: false, code: 'refused' };
    };
    ipcMain.handle(channel, async (event, raw: unknown): Promise<IpcReply> => {
      if (!isOurPage(event, pageOrigin)) return refuse('it did not come from one of our pages');
      if (closed.includes(channel)) return refuse('a demonstration does not do that');
      const asked = arg.safeParse(raw);
      if (!asked.success) return refuse(`wrong argument (${placesOf(asked.error)})`);
      try {
        const answered = answer.safeParse((await handler(asked.data)) ?? null);
        if (answered.success) return { ok: true, answer: answered.data };
        log.error(`${channel} failed: wrong answer (${placesOf(answered.error)})`);
      } catch (error) {
        log.error(`${channel} failed`, error);
      }
      return { ok: false, code: 'unexpected' };
    });
  };
  const channels = Object.keys(CHANNELS).filter(isIpcChannel);
  for (const channel of channels) register(channel, handlers[channel]);
  return () => {
    for (const channel of channels) ipcMain.removeHandler(channel);
  };
}

/** Returns the places of what is wrong, without what stands there. */
export function placesOf(error: z.ZodError): string {
  return error.issues.map((issue) => issue.path.join('.')).join(', ');
}

function isIpcChannel(name: string): name is IpcChannel {
  return Object.hasOwn(CHANNELS, name);
}

function isOurPage(event: IpcMainInvokeEvent, pageOrigin: string): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === event.sender.mainFrame && frame.url.startsWith(`${pageOrigin}/`);
}
