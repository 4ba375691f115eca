export const TUNNEL_PROVIDERS = ['none', 'own-url', 'ngrok', 'cloudflared', 'ssh'] as const;
export type TunnelProviderId = (typeof TUNNEL_PROVIDERS)[number];

export type SshTunnelSettings = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /**
   * What the server listens on: a port (`8080`), a port of an address (`127.0.0.1:8080`), or the path of a Unix socket
   * (`/home/shop/mostrador.sock`). After a lost session a socket is free at once, a port only when the server has
   * noticed the loss.
   */
  readonly remoteBind: string;
  /** Fingerprint (`SHA256:…`) of the server's key; empty until the first connection pins it. */
  readonly hostKey: string;
  /** Regular expression that finds the public address in the server's output; empty: the server prints none. */
  readonly urlPattern: string;
};

/**
 * How the shop gets its public address. Secrets (`ngrok-token`, `cloudflared-token`, `ssh-private-key`) are in the
 * keychain.
 */
export type TunnelSettings = {
  readonly provider: TunnelProviderId;
  /**
   * For `own-url`, `cloudflared` and `ssh`: the address that the user chose, without a slash at the end. `ngrok` has a
   * domain.
   */
  readonly publicUrl: string;
  /** A name without `https://`. */
  readonly ngrok: { readonly domain: string };
  /** Path of the program; empty: the app searches for it. */
  readonly cloudflared: { readonly executable: string };
  readonly ssh: SshTunnelSettings;
};

export const DEFAULT_TUNNEL_SETTINGS: TunnelSettings = {
  provider: 'none',
  publicUrl: '',
  ngrok: { domain: '' },
  cloudflared: { executable: '' },
  ssh: { host: '', port: 22, user: '', remoteBind: '', hostKey: '', urlPattern: '' },
};

export type TunnelKeyName = 'ngrok-token' | 'cloudflared-token';

/** Returns the name of the provider's key in the keychain; null for a provider without one. */
export function tunnelKeyOf(provider: TunnelProviderId): TunnelKeyName | null {
  return provider === 'ngrok' || provider === 'cloudflared' ? `${provider}-token` : null;
}

/** Returns the name of the secret that a provider cannot start without; null: it needs none. */
export function tunnelSecretOf(provider: TunnelProviderId): TunnelKeyName | 'ssh-private-key' | null {
  return provider === 'ssh' ? 'ssh-private-key' : tunnelKeyOf(provider);
}

/** Returns the address for the platform's portal, without the webhook's path; null when none is set up. */
export function publicAddress({ provider, publicUrl, ngrok }: TunnelSettings): string | null {
  if (provider === 'none') return null;
  if (provider === 'ngrok') return ngrok.domain === '' ? null : `https://${ngrok.domain}`;
  return publicUrl === '' ? null : publicUrl;
}
