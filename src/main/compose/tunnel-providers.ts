import { assertNever, err, ok, type Result } from '../../shared/result.ts';
import { destinationOf, NOWHERE } from '../../shared/secret-binding.ts';
import type { SecretName, Settings } from '../../shared/settings.ts';
import type { TunnelError } from '../../shared/tunnel.ts';
import type { Configuration } from '../core/settings/configuration.ts';
import { checkTunnel } from '../core/address/check.ts';
import type { TunnelProvider } from '../core/address/types.ts';
import type { Log } from '../log.ts';
import type { ReadSecrets } from '../read-secret.ts';
import { forkOwnProcess } from '../shell/own-process.ts';
import { createCloudflared } from '../tunnel/cloudflared.ts';
import { findCloudflared } from '../tunnel/find-cloudflared.ts';
import { createNgrok } from '../tunnel/ngrok.ts';
import { createOwnUrl } from '../tunnel/own-url.ts';
import { createSsh } from '../tunnel/ssh.ts';

type ProviderDeps = {
  readonly secrets: Pick<ReadSecrets, 'toSend'>;
  readonly configuration: Pick<Configuration, 'settings'>;
  /** The app connected to an SSH server for the first time. */
  readonly onHostKey: (fingerprint: string) => void;
  readonly systemEnv: Readonly<Record<string, string>>;
  readonly log: Log;
};

/** Returns a function that builds the provider named in the settings, or returns what it lacks. */
export function createProviders(deps: ProviderDeps) {
  const secret = async (
    name: SecretName,
    tunnel: Settings['tunnel'],
  ): Promise<Result<string, TunnelError>> => {
    const { partner } = deps.configuration.settings();
    const read = await deps.secrets.toSend(name, destinationOf(name, { partner, tunnel }) ?? NOWHERE);
    if (!read.ok) {
      const isElsewhere = read.error.code === 'bound-elsewhere';
      return err(
        isElsewhere ? { code: 'secret_elsewhere', detail: name } : { code: 'keychain_closed', detail: null },
      );
    }
    return read.value === null ? err({ code: 'secret_missing', detail: name }) : ok(read.value);
  };
  const ssh = async (
    tunnel: Settings['tunnel'],
    port: number,
  ): Promise<Result<TunnelProvider, TunnelError>> => {
    const privateKey = await secret('ssh-private-key', tunnel);
    if (!privateKey.ok) return privateKey;
    return ok(
      createSsh({
        settings: tunnel.ssh,
        privateKey: privateKey.value,
        port,
        hostKey: () => deps.configuration.settings().tunnel.ssh.hostKey,
        onHostKey: deps.onHostKey,
        log: deps.log,
      }),
    );
  };

  const ngrok = async (
    tunnel: Settings['tunnel'],
    port: number,
  ): Promise<Result<TunnelProvider, TunnelError>> => {
    const token = await secret('ngrok-token', tunnel);
    if (!token.ok) return token;
    const { domain } = tunnel.ngrok;
    const fork = () => forkOwnProcess('ngrok-process.js', 'Mostrador ngrok', deps.systemEnv);
    return ok(createNgrok({ token: token.value, domain, port, fork, log: deps.log }));
  };

  const cloudflared = async (tunnel: Settings['tunnel']): Promise<Result<TunnelProvider, TunnelError>> => {
    const said = tunnel.cloudflared.executable;
    const executable = findCloudflared({ executable: said, env: deps.systemEnv });
    if (executable === null) return err({ code: 'binary_missing', detail: 'cloudflared' });
    const token = await secret('cloudflared-token', tunnel);
    // A token is bound to the program that a person chose. Settings from a file cannot choose one.
    if (!token.ok && token.error.code === 'secret_elsewhere')
      return err({ code: 'program_untyped', detail: said === '' ? null : said });
    if (!token.ok) return token;
    return ok(createCloudflared({ executable, token: token.value, env: deps.systemEnv, log: deps.log }));
  };

  /** `port`: of the receiver. */
  return async (
    tunnel: Settings['tunnel'],
    port: number,
  ): Promise<Result<TunnelProvider, TunnelError> | null> => {
    const problem = checkTunnel(tunnel);
    if (problem !== null) return err(problem);
    switch (tunnel.provider) {
      case 'none':
        return null;
      case 'own-url':
        return ok(createOwnUrl());
      case 'ssh':
        return ssh(tunnel, port);
      case 'ngrok':
        return ngrok(tunnel, port);
      case 'cloudflared':
        return cloudflared(tunnel);
      default:
        return assertNever(tunnel.provider);
    }
  };
}
