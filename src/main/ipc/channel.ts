import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import type { z } from 'zod';
import type {
  IpcChannel,
  IpcContract,
  IpcEventName,
  IpcEvents,
  IpcReply,
  PushToPages,
} from '../../shared/ipc-contract.ts';
import type { Log } from '../log.ts';
import { CHANNELS, EVENTS } from './channels.ts';

const MAX_PLACES = 10;

/** A handler whose reply is null may also return nothing. */
type Answer<A> = [A] extends [null] ? A | void : A;

/** The handler of each channel. */
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
const EVENT_SCHEMAS: { readonly [E in IpcEventName]: z.ZodType<IpcEvents[E]> } = EVENTS;

/**
 * Registers a handler for every channel. Refuses calls from anything but the main frame of the app's own pages, and
 * calls with a wrong argument. A handler's error, or a reply that breaks the contract, is logged here and sent as
 * `unexpected`. Returns the function that removes the handlers. The only file that uses `ipcMain`.
 */
export function registerHandlers({
  handlers,
  pageOrigin,
  closed = [],
  log,
}: {
  readonly handlers: IpcHandlers;
  readonly pageOrigin: string;
  /** Channels that are refused in this run. */
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

/** Returns the only function that sends events to pages. An event that breaks the contract is logged and not sent. */
export function createPush({ log }: { readonly log: Pick<Log, 'error'> }): PushToPages {
  return (pages, event, payload) => {
    if (pages.length === 0) return;
    const told = EVENT_SCHEMAS[event].safeParse(payload);
    if (!told.success) log.error(`Not sent ${event}: wrong payload (${placesOf(told.error)})`);
    else for (const page of pages) page.send(event, told.data);
  };
}

/** Returns the paths of the first wrong fields, without their values. A page may send any number of them. */
function placesOf({ issues }: z.ZodError): string {
  const places = issues.slice(0, MAX_PLACES).map(({ path }) => path.join('.'));
  return [...places, ...(issues.length > MAX_PLACES ? ['…'] : [])].join(', ');
}

function isIpcChannel(name: string): name is IpcChannel {
  return Object.hasOwn(CHANNELS, name);
}

function isOurPage(event: IpcMainInvokeEvent, pageOrigin: string): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === event.sender.mainFrame && frame.url.startsWith(`${pageOrigin}/`);
}
