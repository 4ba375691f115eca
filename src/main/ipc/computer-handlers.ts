import { z } from 'zod';
import {
  COMPUTER_SWITCHES,
  type BackupRestored,
  type BackupSaved,
  type ComputerSwitch,
  type ComputerView,
} from '../../shared/computer.ts';
import type { IpcRegistrar } from './channel.ts';

export function registerComputerHandlers(
  ipc: IpcRegistrar,
  deps: {
    readonly view: () => ComputerView;
    readonly setLoginItem: (on: boolean) => ComputerView;
    readonly setSwitch: (name: ComputerSwitch, on: boolean) => Promise<boolean>;
    readonly checkUpdate: () => Promise<void>;
    readonly installUpdate: () => void;
    readonly saveBackup: () => Promise<BackupSaved>;
    readonly restoreBackup: () => Promise<BackupRestored>;
    readonly confirmRestore: () => BackupRestored;
  },
): void {
  ipc.handle('computer:read', z.undefined(), () => deps.view());
  ipc.handle('computer:set-login-item', z.object({ on: z.boolean() }), ({ on }) => deps.setLoginItem(on));
  ipc.handle('computer:set', z.object({ name: z.enum(COMPUTER_SWITCHES), on: z.boolean() }), ({ name, on }) =>
    deps.setSwitch(name, on),
  );
  ipc.handle('update:check', z.undefined(), async () => {
    await deps.checkUpdate();
    return null;
  });
  ipc.handle('update:install', z.undefined(), () => {
    deps.installUpdate();
    return null;
  });
  ipc.handle('backup:save', z.undefined(), () => deps.saveBackup());
  ipc.handle('backup:restore', z.undefined(), () => deps.restoreBackup());
  ipc.handle('backup:confirm', z.undefined(), () => deps.confirmRestore());
}
