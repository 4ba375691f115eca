import { assertNever } from '../../../shared/result.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { TunnelError } from '../../../shared/tunnel.ts';

/** Services whose host name changes at every start. */
const PASSING_NAMES = ['trycloudflare.com', 'lhr.life', 'lhr.rocks', 'loca.lt', 'free.pinggy.link'] as const;

/**
 * Returns why this tunnel cannot be started; null when nothing prevents it. The portal stores one fixed address, so a
 * provider whose address changes at every start is refused.
 */
export function checkTunnel({ provider, publicUrl, ngrok, ssh }: Settings['tunnel']): TunnelError | null {
  switch (provider) {
    case 'none':
      return null;
    case 'ngrok':
      return missing({ domain: ngrok.domain });
    case 'own-url':
    case 'cloudflared':
      return missing({ publicUrl }) ?? passing(publicUrl);
    case 'ssh':
      return (
        missing({ host: ssh.host, user: ssh.user, remoteBind: ssh.remoteBind, publicUrl }) ??
        passing(publicUrl)
      );
    default:
      return assertNever(provider);
  }
}

function missing(fields: Readonly<Record<string, string>>): TunnelError | null {
  const empty = Object.entries(fields).find(([, value]) => value === '');
  return empty === undefined ? null : { code: 'not_configured', detail: empty[0] };
}

function passing(publicUrl: string): TunnelError | null {
  const { hostname } = new URL(publicUrl);
  const isPassing = PASSING_NAMES.some((name) => hostname === name || hostname.endsWith(`.${name}`));
  return isPassing ? { code: 'address_changes', detail: hostname } : null;
}
