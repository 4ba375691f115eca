export const TUNNEL_PROVIDERS = ['none', 'own-url', 'ngrok', 'cloudflared', 'ssh'] as const;
export type TunnelProviderId = (typeof TUNNEL_PROVIDERS)[number];

export type SshTunnelSettings = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /**
   * What the server listens on: a port (`8080`), a port of an address (`127.0.0.1:8080`), or the path of a Unix socket
   * (`/home/shop/mostrador.sock`). A socket is taken over at once after a lost session, a port only when the server has
   * noticed the loss.
   */
  readonly remoteBind: string;
  /** Fingerprint (`SHA256:…`) of the server's key; empty until the first connection pins it. */
  readonly hostKey: string;
  /** Regular expression that finds the public address in what the server prints; empty: it prints none. */
  readonly urlPattern: string;
};

/** How the public address comes about. Secrets (`ngrok-token`, `cloudflared-token`, `ssh-private-key`) are in the keychain. */
export type TunnelSettings = {
  readonly provider: TunnelProviderId;
  /** Of `own-url`, `cloudflared` and `ssh`: what the owner chose, without a slash at the end. `ngrok` has a domain. */
  readonly publicUrl: string;
  /** A name without `https://`. */
  readonly ngrok: { readonly domain: string };
  /** Path of the program; empty: it is looked for. */
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

/** The key that opens a provider's tunnel, in the keychain under the provider's own name; null for those without one. */
export function tunnelKeyOf(provider: TunnelProviderId): TunnelKeyName | null {
  return provider === 'ngrok' || provider === 'cloudflared' ? `${provider}-token` : null;
}

/** The address that the platform's portal is given, without the webhook's path; null when none is set up. */
export function publicAddress({ provider, publicUrl, ngrok }: TunnelSettings): string | null {
  if (provider === 'none') return null;
  if (provider === 'ngrok') return ngrok.domain === '' ? null : `https://${ngrok.domain}`;
  return publicUrl === '' ? null : publicUrl;
}
