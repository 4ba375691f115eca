import type { Answer } from './http-answer.ts';
import { errorAnswer, jsonAnswer } from './http-answer.ts';
import type { Shop } from '../orders/order-model.ts';
import type { Switches } from './switches.ts';

const HOUR_MS = 60 * 60_000;

export type OutletRoute = { readonly kind: 'outlet'; readonly chainId: string; readonly vendorId: string };

/** Returns whether a store is open, or a failure in its place. Source: docs/partner-api.md, "Whether the shop is open". */
export function answerOutlet(
  { chainId, vendorId }: OutletRoute,
  data: { readonly shops: readonly Shop[]; readonly switches: Switches; readonly now: number },
  tooMany: Answer,
): Answer {
  const { errorBody, outletAnswers } = data.switches;
  const isOurs = data.shops.some(
    (shop) =>
      shop.chainId === chainId && (shop.storeId === vendorId || shop.externalPartnerConfigId === vendorId),
  );
  if (!isOurs) return errorAnswer(403, 'No access to this chain or vendor', errorBody);
  switch (outletAnswers) {
    case 'forbidden':
      return errorAnswer(403, 'Forbidden', errorBody);
    case 'unauthorized':
      return errorAnswer(401, 'Unauthorized', errorBody);
    case 'rate-limited':
      return tooMany;
    case 'garbage':
      return { status: 200, body: '{"status":', type: 'application/json' };
    case 'unknown':
      return jsonAnswer(200, { status: 'PAUSED' });
    case 'CLOSED_UNTIL':
      return jsonAnswer(200, {
        status: outletAnswers,
        closed_until: new Date(data.now + 2 * HOUR_MS).toISOString(),
        closed_reason: 'TOO_BUSY',
      });
    default:
      return jsonAnswer(200, { status: outletAnswers === 'hang' ? 'OPEN' : outletAnswers });
  }
}
