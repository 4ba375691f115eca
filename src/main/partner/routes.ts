import type { PartnerError } from '../../shared/partner.ts';
import { err, type Result } from '../../shared/result.ts';

export type ListRoute = 'with-orders' | 'documented';
export type OrderRoute = 'with-chain' | 'short';

/** The two shapes of the list, the working one first. Source: docs/partner-api.md, "Order list". */
export const LIST_ROUTES: Readonly<Record<ListRoute, (chainId: string, vendorId: string) => string>> = {
  'with-orders': (chainId, vendorId) => `/chains/${segment(chainId)}/vendors/${segment(vendorId)}/orders`,
  documented: (chainId, vendorId) => `/chains/${segment(chainId)}/vendors/${segment(vendorId)}`,
};

/** The two shapes of one order. Source: docs/partner-api.md, "One order". */
export const ORDER_ROUTES: Readonly<Record<OrderRoute, (chainId: string, orderId: string) => string>> = {
  'with-chain': (chainId, orderId) => `/chains/${segment(chainId)}/orders/${segment(orderId)}`,
  short: (_, orderId) => `/orders/${segment(orderId)}`,
};

/** Whether the shop is open. Source: docs/partner-api.md, "Whether the shop is open". */
export function outletRoute(chainId: string, vendorId: string): string {
  return `/chains/${segment(chainId)}/vendors/${segment(vendorId)}/status`;
}

function segment(text: string): string {
  return encodeURIComponent(text);
}

/** Returns false for text that a URL would resolve as `.` or `..`, in any encoding. */
export function isPathSegment(text: string): boolean {
  return text !== '' && text !== '.' && text !== '..';
}

export type RouteMemory<R extends string> = {
  /** Asks by the shape that answered before, else by the first one; falls back to the other. */
  readonly ask: <T>(
    askBy: (route: R) => Promise<Result<T, PartnerError>>,
  ) => Promise<Result<T, PartnerError>>;
};

/**
 * Remembers which of several URL shapes answers. A shape that never answered is doubted on any 404 and on an answer that
 * is not what was asked for; one that did only on a 404 without a body. Source: docs/partner-api.md, "Errors".
 */
export function createRouteMemory<R extends string>(routes: readonly R[]): RouteMemory<R> {
  let proven: R | null = null;

  return {
    ask: async (askBy) => {
      const trusted = proven;
      const order = trusted === null ? routes : [trusted, ...routes.filter((route) => route !== trusted)];
      const failures: PartnerError[] = [];
      for (const route of order) {
        const answer = await askBy(route);
        if (answer.ok) {
          proven = route;
          return answer;
        }
        failures.push(answer.error);
        if (!isDoubtful(answer.error, route === trusted)) break;
      }
      return err(chooseFailure(failures));
    },
  };
}

function isDoubtful({ code, status, isRouteMissing }: PartnerError, isProven: boolean): boolean {
  if (isProven) return isRouteMissing;
  return status === 404 || (code === 'bad-response' && status === 200);
}

// A refusal from an existing route says more than a 404 from a missing one.
function chooseFailure(failures: readonly PartnerError[]): PartnerError {
  const [first, ...others] = failures;
  if (first === undefined) throw new Error('No route was asked');
  return first.isRouteMissing ? (others.find((error) => !error.isRouteMissing) ?? first) : first;
}
