import type { MostradorApi, SaveOutcome } from '../../src/shared/ipc-contract.ts';
import type { SecretName, Settings } from '../../src/shared/settings/settings.ts';
import type { TunnelStatus, TunnelTest } from '../../src/shared/tunnel.ts';
import type { FakeCall } from './computer-api.ts';

/** The part of the fake main process that keeps the public address. */
export function tunnelApi(deps: {
  readonly main: {
    settings: Settings;
    readonly tunnel: TunnelStatus;
    readonly tunnelTest: () => Promise<TunnelTest>;
  };
  readonly call: FakeCall;
  readonly keep: (name: SecretName, value: string) => SaveOutcome;
  readonly saved: (change: () => void) => SaveOutcome;
}) {
  const { main, call, keep, saved } = deps;
  return {
    'tunnel:status': () => call('tunnel:status', undefined, () => main.tunnel),
    'tunnel:test': () => call('tunnel:test', undefined, () => main.tunnelTest()),
    'tunnel:restart': () => call('tunnel:restart', undefined, () => main.tunnel),
    'tunnel:ssh-key': (arg) =>
      call('tunnel:ssh-key', arg, () => {
        keep('ssh-private-key', 'a private key of this test');
        return { ok: true, publicKey: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 mostrador' };
      }),
    'tunnel:accept-host-key': (arg) =>
      call('tunnel:accept-host-key', arg, () =>
        saved(() => {
          const { tunnel } = main.settings;
          const ssh = { ...tunnel.ssh, hostKey: arg.fingerprint };
          main.settings = { ...main.settings, tunnel: { ...tunnel, ssh } };
        }),
      ),
  } satisfies Partial<MostradorApi>;
}
