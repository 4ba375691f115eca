import { z } from 'zod';
import type { IpcRegistrar } from './channel.ts';

export function registerTourHandlers(
  ipc: IpcRegistrar,
  deps: {
    readonly open: () => void;
    readonly isOffered: () => boolean;
    readonly decline: () => void;
  },
): void {
  ipc.handle('window:open-tour', z.undefined(), () => {
    deps.open();
    return null;
  });
  ipc.handle('tour:is-offered', z.undefined(), () => deps.isOffered());
  ipc.handle('tour:decline', z.undefined(), () => {
    deps.decline();
    return null;
  });
}
