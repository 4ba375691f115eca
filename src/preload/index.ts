import { contextBridge, ipcRenderer } from 'electron';
import { IPC_CHANNELS, isIpcChannel, isIpcEvent } from '../shared/ipc-contract.ts';

type Listener = (payload: unknown) => void;

const channels = Object.fromEntries(
  Object.keys(IPC_CHANNELS)
    .filter(isIpcChannel)
    .map((channel) => [channel, (arg?: unknown): Promise<unknown> => ipcRenderer.invoke(channel, arg)]),
);

function on(event: string, listener: Listener): () => void {
  if (!isIpcEvent(event)) throw new Error('No such event');
  const relay = (_event: unknown, payload: unknown): void => listener(payload);
  ipcRenderer.on(event, relay);
  return () => {
    ipcRenderer.removeListener(event, relay);
  };
}

contextBridge.exposeInMainWorld('mostrador', { ...channels, on });
