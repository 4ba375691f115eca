import { isLoopback } from '../../shared/loopback.ts';

/**
 * The address that all paths are added to, ending in `/v2`; null when the token must not go there: anything but https, or
 * http on this computer. Source: docs/partner-api.md, "Hosts".
 */
export function toApiUrl(baseUrl: string): string | null {
  const url = URL.parse(baseUrl.trim());
  if (url === null || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return null;
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) return null;
  const path = url.pathname.replace(/\/+$/, '');
  return `${url.origin}${path.endsWith('/v2') ? path : `${path}/v2`}`;
}
