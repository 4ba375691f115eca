import type { CountryCode } from '../../shared/orders/money.ts';
import type { PartnerError } from '../../shared/partner.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { keyDestination, NOWHERE } from '../../shared/settings/secret-binding.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import type { SignInWith } from './auth.ts';
import { partnerError } from './errors.ts';
import {
  createRouteMemory,
  isPathSegment,
  type ListRoute,
  type OrderRoute,
  type RouteMemory,
} from './routes.ts';
import { isLoopback } from '../../shared/address.ts';

/** The API's address, the credentials and the shop to ask for. */
export type Target = {
  readonly signIn: SignInWith;
  readonly chainId: string;
  readonly vendorId: string;
  readonly country: CountryCode;
};

/** Returns the target; 'not-configured' when the settings lack something, or name an address that must not get the token. */
export function toTarget({ shop, partner }: Settings): Result<Target, PartnerError> {
  const apiUrl = toApiUrl(partner.baseUrl);
  const [chainId, vendorId] = [shop.chainId.trim(), shop.vendorId.trim()];
  if (apiUrl === null) return missing('the base address must be https, or http on this computer');
  if (!isPathSegment(chainId)) return missing('no chain id');
  if (!isPathSegment(vendorId)) return missing('no vendor id');
  const { auth } = partner;
  const clientId = partner.clientId.trim();
  const destination = keyDestination(auth, partner.baseUrl, clientId) ?? NOWHERE;
  const signIn = { apiUrl, auth, clientId, destination };
  return ok({ signIn, chainId, vendorId, country: shop.country });
}

function missing(detail: string): { readonly ok: false; readonly error: PartnerError } {
  return err(partnerError('not-configured', { detail }));
}

export type Routes = { readonly list: RouteMemory<ListRoute>; readonly order: RouteMemory<OrderRoute> };

/** Returns a memory of which routes respond, kept for one host and chain; another target starts anew. */
export function createRoutesOf(): (target: Target) => Routes {
  let known: { readonly key: string; readonly routes: Routes } | null = null;
  return ({ signIn, chainId }) => {
    const key = `${signIn.apiUrl} ${chainId}`;
    if (known?.key === key) return known.routes;
    const routes = {
      list: createRouteMemory<ListRoute>(['with-orders', 'documented']),
      order: createRouteMemory<OrderRoute>(['with-chain', 'short']),
    };
    known = { key, routes };
    return routes;
  };
}

/**
 * Returns the address that all paths are added to, ending in `/v2`; null when the token must not be sent there, which only
 * https, or http on this computer, allows. Source: docs/partner-api.md, "Hosts".
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
