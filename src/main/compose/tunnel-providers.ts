import { err, ok, type Result } from '../../shared/result.ts';
import type { Settings } from '../../shared/settings.ts';
import type { TunnelError } from '../../shared/tunnel.ts';
import { checkTunnel } from '../core/tunnel-check.ts';
import type { TunnelProvider } from '../core/tunnel-ports.ts';
import type { ReadSecrets } from '../read-secret.ts';
import { createOwnUrl } from '../tunnel/own-url.ts';

export type ProviderDeps = { readonly secrets: Pick<ReadSecrets, 'one'> };

/** Builds the provider that the settings name, or says what is missing for it. */
export function createProviders(_deps: ProviderDeps) {
  return {
    make: (tunnel: Settings['tunnel'], _port: number): Promise<Result<TunnelProvider, TunnelError>> => {
      const problem = checkTunnel(tunnel);
      if (problem !== null) return Promise.resolve(err(problem));
      return Promise.resolve(ok(createOwnUrl()));
    },
  };
}
