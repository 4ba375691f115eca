import { z } from 'zod';
import type { SaveOutcome } from '../../shared/ipc-contract.ts';
import type { SshKeyAnswer, TunnelStatus, TunnelTest } from '../../shared/tunnel.ts';
import type { IpcRegistrar } from './channel.ts';

export function registerTunnelHandlers(
  ipc: IpcRegistrar,
  deps: {
    readonly status: () => TunnelStatus;
    readonly test: () => Promise<TunnelTest>;
    readonly restart: () => Promise<TunnelStatus>;
    readonly sshKey: (replace: boolean) => Promise<SshKeyAnswer>;
    readonly acceptHostKey: (fingerprint: string) => Promise<SaveOutcome>;
  },
): void {
  ipc.handle('tunnel:status', z.undefined(), () => deps.status());
  ipc.handle('tunnel:test', z.undefined(), () => deps.test());
  ipc.handle('tunnel:restart', z.undefined(), () => deps.restart());
  ipc.handle('tunnel:ssh-key', z.object({ replace: z.boolean() }), (arg) => deps.sshKey(arg.replace));
  ipc.handle('tunnel:accept-host-key', z.object({ fingerprint: z.string().min(1).max(100) }), (arg) =>
    deps.acceptHostKey(arg.fingerprint),
  );
}
