import { assertNever, err, ok, type Result } from '../../../shared/result.ts';
import { destinationOf, NOWHERE } from '../../../shared/settings/secret-binding.ts';
import type { SecretName, Settings } from '../../../shared/settings/settings.ts';
import type { TunnelError } from '../../../shared/tunnel.ts';
import { checkTunnel } from './check.ts';
import type { TunnelProvider } from './types.ts';

type Tunnel = Settings['tunnel'];
type Made = Result<TunnelProvider, TunnelError>;

/** Connects over each kind of tunnel that needs a program or a library. `port`: of the receiver. */
export type ProviderMakers = {
  readonly ssh: (options: {
    readonly ssh: Tunnel['ssh'];
    readonly privateKey: string;
    readonly port: number;
  }) => TunnelProvider;
  readonly ngrok: (options: {
    readonly domain: string;
    readonly token: string;
    readonly port: number;
  }) => TunnelProvider;
  readonly cloudflared: (options: { readonly executable: string; readonly token: string }) => TunnelProvider;
};

/** Returns a function that builds the provider named in the settings, or returns what it lacks; null without one. */
export function createProviders(deps: {
  readonly settings: () => Settings;
  /** Reads a secret to send it to this place; `bound-elsewhere`: it was typed for another one. */
  readonly readSecret: (
    name: SecretName,
    to: string,
  ) => Promise<Result<string | null, { readonly code: string }>>;
  /** Returns the program that this setting names (empty: the usual one); null when there is none. */
  readonly findCloudflared: (executable: string) => Promise<string | null>;
  readonly make: ProviderMakers;
}): (tunnel: Tunnel, port: number) => Promise<Made | null> {
  const { make } = deps;
  const secret = async (name: SecretName, tunnel: Tunnel): Promise<Result<string, TunnelError>> => {
    const read = await deps.readSecret(name, destinationOf(name, { ...deps.settings(), tunnel }) ?? NOWHERE);
    if (read.ok) return read.value === null ? err({ code: 'secret_missing', detail: name }) : ok(read.value);
    return err(
      read.error.code === 'bound-elsewhere'
        ? { code: 'secret_elsewhere', detail: name }
        : { code: 'keychain_closed', detail: null },
    );
  };

  const ssh = async (tunnel: Tunnel, port: number): Promise<Made> => {
    const privateKey = await secret('ssh-private-key', tunnel);
    return privateKey.ok ? ok(make.ssh({ ssh: tunnel.ssh, privateKey: privateKey.value, port })) : privateKey;
  };
  const ngrok = async (tunnel: Tunnel, port: number): Promise<Made> => {
    const token = await secret('ngrok-token', tunnel);
    return token.ok ? ok(make.ngrok({ domain: tunnel.ngrok.domain, token: token.value, port })) : token;
  };
  const cloudflared = async (tunnel: Tunnel): Promise<Made> => {
    const named = tunnel.cloudflared.executable;
    const executable = await deps.findCloudflared(named);
    if (executable === null) return err({ code: 'binary_missing', detail: 'cloudflared' });
    const token = await secret('cloudflared-token', tunnel);
    if (token.ok) return ok(make.cloudflared({ executable, token: token.value }));
    // A token is bound to the program that a person chose. Settings from a file cannot choose one.
    if (token.error.code !== 'secret_elsewhere') return token;
    return err({ code: 'program_untyped', detail: named === '' ? null : named });
  };

  return async (tunnel, port) => {
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

const STEADY_MS = 60_000;

/** Returns a tunnel for an address that already leads to this computer: there is nothing to connect, only to prove. */
function createOwnUrl(): TunnelProvider {
  return {
    steadyMs: STEADY_MS,
    hasLink: false,
    open: (onEvent) => {
      onEvent({ type: 'up' });
      return { close: () => Promise.resolve() };
    },
  };
}
