import { assertNever } from './result.ts';
import type { PartnerAuth, SecretBindings, SecretName, Settings } from './settings.ts';
import { publicAddress } from './tunnel-settings.ts';

/** What a secret is bound to that was saved before anybody had said where it goes. */
export const NOWHERE = '';

/** What an earlier version bound Cloudflare's token to: whatever program was named. */
export const ANY_CLOUDFLARED = 'cloudflared';

/** Returns where the settings would send a secret; null: nowhere, as they do not say enough. */
export function destinationOf(
  name: SecretName,
  { partner, tunnel }: Pick<Settings, 'partner' | 'tunnel'>,
): string | null {
  switch (name) {
    case 'partner-token':
      return keyDestination('token', partner.baseUrl, partner.clientId);
    case 'partner-client-secret':
      return keyDestination('client-credentials', partner.baseUrl, partner.clientId);
    case 'webhook-secret':
    case 'webhook-secret-previous':
      return publicAddress(tunnel);
    case 'ngrok-token':
      return 'ngrok';
    case 'cloudflared-token':
      return `cloudflared ${tunnel.cloudflared.executable}`;
    case 'tunnel-token':
      return null;
    case 'ssh-private-key':
      return tunnel.ssh.host === '' ? null : `${tunnel.ssh.user}@${tunnel.ssh.host}`;
    default:
      return assertNever(name);
  }
}

/** Returns where a key of the platform goes: one origin, and for a client secret one client. */
export function keyDestination(auth: PartnerAuth, address: string, clientId: string): string | null {
  const origin = originOf(address);
  if (origin === null || auth === 'token') return origin;
  return clientId.trim() === '' ? null : `${origin} ${clientId.trim()}`;
}

/** What is read as the host ends where it ends for whoever sends: two texts that are equal here are one host there. */
function originOf(address: string): string | null {
  const [, scheme = '', host = ''] = /^(https?):[/\\]*([^/\\?#]+)/i.exec(address.trim()) ?? [];
  if (host === '') return null;
  const isHttps = scheme.toLowerCase() === 'https';
  return `${scheme}://${host.replace(isHttps ? /:443$/ : /:80$/, '')}`.toLowerCase();
}

/** Returns where the settings would send a kept secret that was typed for another place; null: it may go there. */
export function boundElsewhere(
  name: SecretName,
  settings: Pick<Settings, 'partner' | 'tunnel'>,
  bindings: SecretBindings,
): string | null {
  const [to, boundTo] = [destinationOf(name, settings), bindings[name]];
  return boundTo === undefined || boundTo === to ? null : to;
}
