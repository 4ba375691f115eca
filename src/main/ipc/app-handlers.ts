import { z } from 'zod';
import type { Health } from '../../shared/health.ts';
import type { AppInfo } from '../../shared/ipc-contract.ts';
import type { Log } from '../log.ts';
import type { IpcRegistrar } from './channel.ts';

const failure = z.object({ where: z.string().max(100), message: z.string().max(500) });

export function registerAppHandlers(
  ipc: IpcRegistrar,
  deps: {
    readonly info: () => AppInfo;
    readonly health: () => Health;
    readonly log: Pick<Log, 'error'>;
  },
): void {
  ipc.handle('app:info', z.undefined(), () => deps.info());
  ipc.handle('health:read', z.undefined(), () => deps.health());
  ipc.handle('page:failed', failure, ({ where, message }) => {
    deps.log.error(`A page failed (${where}):`, message);
    return null;
  });
}
