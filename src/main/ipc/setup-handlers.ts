import { z } from 'zod';
import type { SetupView } from '../../shared/setup.ts';
import type { IpcRegistrar } from './channel.ts';

export function registerSetupHandlers(
  ipc: IpcRegistrar,
  deps: {
    readonly read: () => Promise<SetupView>;
    readonly openSetup: () => void;
    readonly openCounter: () => void;
  },
): void {
  ipc.handle('setup:read', z.undefined(), () => deps.read());
  ipc.handle('window:open-setup', z.undefined(), () => {
    deps.openSetup();
    return null;
  });
  ipc.handle('window:open-counter', z.undefined(), () => {
    deps.openCounter();
    return null;
  });
}
