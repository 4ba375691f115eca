import { z } from 'zod';
import type { SetupCopy, SetupTest, SetupView, SingleAsk } from '../../shared/setup.ts';
import type { IpcRegistrar } from './channel.ts';

export function registerSetupHandlers(
  ipc: IpcRegistrar,
  deps: {
    readonly read: () => Promise<SetupView>;
    readonly test: () => Promise<SetupTest>;
    readonly askSingle: () => Promise<SingleAsk>;
    readonly copy: (what: SetupCopy) => Promise<boolean>;
    readonly openSetup: () => void;
    readonly openCounter: () => void;
  },
): void {
  ipc.handle('setup:read', z.undefined(), () => deps.read());
  ipc.handle('setup:test', z.undefined(), () => deps.test());
  ipc.handle('setup:ask-single', z.undefined(), () => deps.askSingle());
  ipc.handle('setup:copy', z.object({ what: z.enum(['webhook-url', 'ssh-key']) }), (arg) =>
    deps.copy(arg.what),
  );
  ipc.handle('window:open-setup', z.undefined(), () => {
    deps.openSetup();
    return null;
  });
  ipc.handle('window:open-counter', z.undefined(), () => {
    deps.openCounter();
    return null;
  });
}
