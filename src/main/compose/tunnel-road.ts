import type { SettingsView } from '../../shared/ipc-contract.ts';
import type { TunnelStatus, TunnelTest } from '../../shared/tunnel.ts';
import { publicAddress } from '../../shared/tunnel-settings.ts';
import type { Configuration } from '../core/configuration.ts';
import type { HealthBoard } from '../core/health.ts';
import type { Now } from '../core/ports.ts';
import { tunnelHealth } from '../core/road-health.ts';
import type { ReadSecrets } from '../read-secret.ts';
import { createTunnelKeys } from './tunnel-keys.ts';

/** The public address: from the settings to the light that says whether it is proven. */
export function createTunnelRoad(deps: {
  readonly secrets: Pick<ReadSecrets, 'one'>;
  readonly configuration: Pick<Configuration, 'settings' | 'save' | 'saveSecret'>;
  readonly health: HealthBoard;
  readonly onStatus: (status: TunnelStatus) => void;
  readonly now: Now;
}) {
  const keys = createTunnelKeys(deps);
  let status: TunnelStatus = {
    state: 'stopped',
    provider: 'none',
    url: null,
    since: deps.now(),
    attempt: 0,
    nextRetryAt: null,
    lastProbe: null,
    lastInboundAt: null,
    error: null,
  };

  return {
    follow: ({ settings: { tunnel } }: SettingsView): void => {
      deps.health.set('tunnel', ...tunnelHealth(tunnel));
      status = { ...status, provider: tunnel.provider, url: publicAddress(tunnel) };
      deps.onStatus(status);
    },
    pages: {
      status: () => status,
      test: (): Promise<TunnelTest> =>
        Promise.resolve({ ok: false, error: { code: 'unverified', detail: null } }),
      restart: () => Promise.resolve(status),
      sshKey: keys.sshKey,
      acceptHostKey: keys.pinHostKey,
    },
  };
}
