import { contextBridge, ipcRenderer } from 'electron';
import type { IpcReply } from '../shared/ipc-contract.ts';

type Listener = (payload: unknown) => void;

/** Names of all channels and events. The build reads them from the schemas, so that this script does not include zod. */
declare const BORDER: { readonly channels: readonly string[]; readonly events: readonly string[] };

const { channels, events } = BORDER;

/** Sends a request to main. Throws the code of the error when main refused it or failed. */
async function ask(channel: string, arg: unknown): Promise<unknown> {
  const reply: unknown = await ipcRenderer.invoke(channel, arg);
  if (!isReply(reply)) throw new Error('unexpected');
  if (!reply.ok) throw new Error(reply.code);
  return reply.answer;
}

/** Only main writes replies, so checking the shape is enough. */
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
