import { createProviders } from '../../core/address/providers.ts';
import type { Configuration } from '../../core/settings/configuration.ts';
import type { Log } from '../../log.ts';
import type { ReadSecrets } from '../../secrets.ts';
import { forkOwnProcess } from '../../shell/process/own-process.ts';
import { createCloudflared } from '../../tunnel/cloudflared.ts';
import { findCloudflared } from '../../tunnel/find-cloudflared.ts';
import { createNgrok } from '../../tunnel/ngrok.ts';
import { createSsh } from '../../tunnel/ssh.ts';

/** Returns a function that builds the provider named in the settings, over the real tunnels. */
export function composeProviders(deps: {
  readonly secrets: Pick<ReadSecrets, 'toSend'>;
  readonly configuration: Pick<Configuration, 'settings'>;
  /** The app connected to an SSH server for the first time. */
  readonly onHostKey: (fingerprint: string) => void;
  readonly systemEnv: Readonly<Record<string, string>>;
  readonly log: Log;
}): ReturnType<typeof createProviders> {
  const { systemEnv: env, onHostKey, log } = deps;
  const { settings } = deps.configuration;
  const fork = () => forkOwnProcess('ngrok-process.js', 'Mostrador ngrok', env);
  return createProviders({
    settings,
    readSecret: deps.secrets.toSend,
    findCloudflared: (executable) => findCloudflared({ executable, env }),
    make: {
      ssh: ({ ssh, privateKey, port }) =>
        createSsh({
          settings: ssh,
          privateKey,
          port,
          hostKey: () => settings().tunnel.ssh.hostKey,
          onHostKey,
          log,
        }),
      ngrok: (options) => createNgrok({ ...options, fork, log }),
      cloudflared: (options) => createCloudflared({ ...options, env, log }),
    },
  });
}
