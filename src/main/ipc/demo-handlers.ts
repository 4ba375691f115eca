import { z } from 'zod';
import { DEMO_COMMANDS, type DemoCommand, type DemoState } from '../../shared/demo.ts';
import type { IpcRegistrar } from './channel.ts';

export function registerDemoHandlers(
  ipc: IpcRegistrar,
  deps: {
    readonly state: () => DemoState | null;
    readonly command: (command: DemoCommand) => void;
    readonly enter: () => void;
    readonly leave: () => Promise<void>;
  },
): void {
  ipc.handle('demo:read', z.undefined(), () => deps.state());
  ipc.handle('demo:command', z.object({ command: z.enum(DEMO_COMMANDS) }), (arg) => {
    deps.command(arg.command);
    return null;
  });
  ipc.handle('demo:enter', z.undefined(), () => {
    deps.enter();
    return null;
  });
  ipc.handle('demo:leave', z.undefined(), async () => {
    await deps.leave();
    return null;
  });
}
