import { z } from 'zod';
import type { Health } from '../../shared/health.ts';
import type { AppInfo } from '../../shared/ipc-contract.ts';
import type { IpcRegistrar } from './channel.ts';

export function registerAppHandlers(
  ipc: IpcRegistrar,
  deps: { readonly info: () => AppInfo; readonly health: () => Health },
): void {
  ipc.handle('app:info', z.undefined(), () => deps.info());
  ipc.handle('health:read', z.undefined(), () => deps.health());
}
