import type { z } from 'zod';
import type { IpcEventName, IpcEvents, PushToPages } from '../../shared/ipc-contract.ts';
import type { Log } from '../log.ts';
import { placesOf } from './channel.ts';
import { EVENTS } from './channels.ts';

const SCHEMAS: { readonly [E in IpcEventName]: z.ZodType<IpcEvents[E]> } = EVENTS;

/** Returns the only function that sends events to pages. An event that breaks the contract is logged and not sent. */
export function createPush({ log }: { readonly log: Pick<Log, 'error'> }): PushToPages {
  return (pages, event, payload) => {
    if (pages.length === 0) return;
    const told = SCHEMAS[event].safeParse(payload);
    if (!told.success) log.error(`Not sent ${event}: wrong payload (${placesOf(told.error)})`);
    else for (const page of pages) page.send(event, told.data);
  };
}
