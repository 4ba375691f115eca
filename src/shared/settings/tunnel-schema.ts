import { z } from 'zod';
import { isPortalPage } from '../address.ts';
import { ngrokDomainIn, unwrapped, webAddressIn } from './pasted.ts';
import { isWebAddress, line, withoutSlash } from './schema-fields.ts';
import { TUNNEL_PROVIDERS } from './tunnel-settings.ts';

const MAX_PATH = 500;
const HOST = /^[\w.:-]*$/;
const DOMAIN = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z][a-z\d-]*$/;
const USER = /^[\w.@+-]*$/;
const FINGERPRINT = /^SHA256:[A-Za-z\d+/]{43}$/;
const SOCKET_PATH = /^\/[!-~]+$/;
const REMOTE_PORT = /^(?:[\w.*-]*:)?(\d{1,5})$/;

type Mended = (mend: (pasted: string) => string) => (value: string) => string;

/** Returns the schema of the section `tunnel`. `mended`: applies a repair to what a person typed. */
export function createTunnelSchema(mended: Mended) {
  return z.object({
    provider: z.enum(TUNNEL_PROVIDERS),
    publicUrl: line()
      .transform(mended(webAddressIn))
      .transform(withoutPath)
      .refine((value) => !isPortalPage(value), { error: 'a-page', abort: true })
      .refine((value) => value === '' || isWebAddress(value), 'https-needed'),
    ngrok: z.object({
      domain: line()
        .transform(mended(ngrokDomainIn))
        .transform((value) => withoutSlash(value.toLowerCase().replace(/^https:\/\//, '')))
        .refine((value) => !isPortalPage(`https://${value}`), { error: 'a-page', abort: true })
        .refine((value) => value === '' || DOMAIN.test(value), 'not-a-domain'),
    }),
    cloudflared: z.object({ executable: line(MAX_PATH) }),
    ssh: z.object({
      host: line()
        .transform(mended(hostIn))
        .refine((value) => HOST.test(value), 'not-a-host'),
      port: z.int().min(1).max(65_535),
      user: line()
        .transform(mended(unwrapped))
        .refine((value) => USER.test(value), 'not-a-user'),
      remoteBind: line()
        .transform(mended(unwrapped))
        .refine((value) => value === '' || isRemoteBind(value), 'not-a-bind'),
      hostKey: line().refine((value) => value === '' || FINGERPRINT.test(value), 'not-a-fingerprint'),
      urlPattern: line().refine(isPattern, 'not-a-pattern'),
    }),
  });
}

function hostIn(pasted: string): string {
  return unwrapped(pasted)
    .replace(/^(?:ssh|https?):\/\//i, '')
    .replace(/\/$/, '');
}

/** Users paste the whole address from the portal. */
function withoutPath(value: string): string {
  return withoutSlash(withoutSlash(value).replace(/\/webhooks\/orders$/, ''));
}

function isRemoteBind(value: string): boolean {
  const port = Number(REMOTE_PORT.exec(value)?.[1] ?? 0);
  return SOCKET_PATH.test(value) || (port >= 1 && port <= 65_535);
}

function isPattern(value: string): boolean {
  try {
    return new RegExp(value, 'u').unicode;
  } catch {
    // A SyntaxError means that the text is no valid pattern.
    return false;
  }
}
