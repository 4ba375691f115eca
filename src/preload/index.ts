import { contextBridge, ipcRenderer } from 'electron';
import type { IpcReply } from '../shared/ipc-contract.ts';

type Listener = (payload: unknown) => void;

/** The names of what crosses the border, as the build reads them from the schemas: zod stays outside this script. */
declare const BORDER: { readonly channels: readonly string[]; readonly events: readonly string[] };

const { channels, events } = BORDER;

/** Throws the code of what main refused or failed to do. */
async function ask(channel: string, arg: unknown): Promise<unknown> {
  const reply: unknown = await ipcRenderer.invoke(channel, arg);
  if (!isReply(reply)) throw new Error('unexpected');
  if (!reply.ok) throw new Error(reply.code);
  return reply.answer;
}

/** Main alone writes it: enough to know that it is one. */
function isReply(value: unknown): value is IpcReply {
  return typeof value === 'object' && value !== null && 'ok' in value;
}

function on(event: string, listener: Listener): () => void {
  if (!events.includes(event)) throw new Error('No such event');
  const relay = (_event: unknown, payload: unknown): void => listener(payload);
  ipcRenderer.on(event, relay);
  return () => {
    ipcRenderer.removeListener(event, relay);
  };
}

const asks = channels.map((channel) => [channel, (arg?: unknown) => ask(channel, arg)] as const);
contextBridge.exposeInMainWorld('mostrador', { ...Object.fromEntries(asks), on });
