import { z } from 'zod';
import type { SoundReport } from '../../shared/ipc-contract.ts';
import type { IpcRegistrar } from './channel.ts';

const reportSchema = z.object({
  id: z.int().nonnegative(),
  ok: z.boolean(),
  devices: z.int().nonnegative(),
  detail: z.string().max(300).nullable(),
});

export function registerSoundHandlers(
  ipc: IpcRegistrar,
  deps: { readonly report: (report: SoundReport) => void },
): void {
  ipc.handle('sound:report', reportSchema, (report) => {
    deps.report(report);
    return null;
  });
}
