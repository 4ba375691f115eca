const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * The address that all paths are added to, ending in `/v2`; null when the token must not go there: anything but https, or
 * http on this computer. Source: docs/partner-api.md, "Hosts".
 */
export function toApiUrl(baseUrl: string): string | null {
  const url = URL.parse(baseUrl.trim());
  if (url === null || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return null;
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url))) return null;
  const path = url.pathname.replace(/\/+$/, '');
  return `${url.origin}${path.endsWith('/v2') ? path : `${path}/v2`}`;
}

export function isLoopback({ hostname }: URL): boolean {
  return LOOPBACK.test(hostname);
}
