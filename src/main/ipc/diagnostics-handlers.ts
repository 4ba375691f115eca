import { z } from 'zod';
import type { DiagnosticsReport, DiagnosticsSaved } from '../../shared/diagnostics.ts';
import type { IpcRegistrar } from './channel.ts';

export function registerDiagnosticsHandlers(
  ipc: IpcRegistrar,
  deps: {
    readonly make: () => Promise<DiagnosticsReport>;
    readonly save: (id: number) => Promise<DiagnosticsSaved>;
    readonly openDiagnostics: () => void;
  },
): void {
  ipc.handle('diagnostics:make', z.undefined(), () => deps.make());
  ipc.handle('diagnostics:save', z.object({ id: z.int().nonnegative() }), ({ id }) => deps.save(id));
  ipc.handle('window:open-diagnostics', z.undefined(), () => {
    deps.openDiagnostics();
    return null;
  });
}
