import { z } from 'zod';
import type { AboutInfo } from '../../shared/about.ts';
import type { IpcRegistrar } from './channel.ts';

export function registerAboutHandlers(
  ipc: IpcRegistrar,
  deps: {
    readonly read: () => Promise<AboutInfo>;
    readonly openChromiumLicences: () => Promise<boolean>;
    readonly openAbout: () => void;
  },
): void {
  ipc.handle('about:read', z.undefined(), () => deps.read());
  ipc.handle('about:open-chromium-licences', z.undefined(), () => deps.openChromiumLicences());
  ipc.handle('window:open-about', z.undefined(), () => {
    deps.openAbout();
    return null;
  });
}
