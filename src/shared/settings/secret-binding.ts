import { assertNever } from '../result.ts';
import type { PartnerAuth, SecretBindings, SecretName, Settings } from './settings.ts';
import { publicAddress } from './tunnel-settings.ts';

/** The binding of a secret that was saved before its destination was known. */
export const NOWHERE = '';

/** The binding that an earlier version gave Cloudflare's token: any program. */
export const ANY_CLOUDFLARED = 'cloudflared';

/** Returns where the settings would send a secret; null when they name no destination. */
export function destinationOf(
  name: SecretName,
  { partner, tunnel, outgoing }: Pick<Settings, 'partner' | 'tunnel' | 'outgoing'>,
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
    case 'phone-token':
      return originOf(outgoing.phone.way === 'post' ? outgoing.phone.address : outgoing.phone.server);
    case 'till-secret':
      return originOf(outgoing.till.address);
    default:
      return assertNever(name);
  }
}

/** Returns the destination of a platform key: one origin, and for a client secret also one client. */
export function keyDestination(auth: PartnerAuth, address: string, clientId: string): string | null {
  const origin = originOf(address);
  if (origin === null || auth === 'token') return origin;
  return clientId.trim() === '' ? null : `${origin} ${clientId.trim()}`;
}

/** Reads the host exactly as the code that sends does: two equal texts here are the same host there. */
function originOf(address: string): string | null {
  const [, scheme = '', host = ''] = /^(https?):[/\\]*([^/\\?#]+)/i.exec(address.trim()) ?? [];
  if (host === '') return null;
  const isHttps = scheme.toLowerCase() === 'https';
  return `${scheme}://${host.replace(isHttps ? /:443$/ : /:80$/, '')}`.toLowerCase();
}

/** Returns where the settings would send a saved secret that was typed for another place; null: it may be sent. */
export function boundElsewhere(
  name: SecretName,
  settings: Pick<Settings, 'partner' | 'tunnel' | 'outgoing'>,
  bindings: SecretBindings,
): string | null {
  const [to, boundTo] = [destinationOf(name, settings), bindings[name]];
  return boundTo === undefined || boundTo === to ? null : to;
}
