import type { PartnerError } from '../../partner.ts';
import type { ErrorText } from '../errors.ts';
import type { Texts } from '../texts.ts';

/** What is to be said of a call that failed: with the name of what stands in the way, when it has one. */
export function partnerTrouble(
  { errors, network }: Texts,
  { code, detail, isRouteMissing }: PartnerError,
): ErrorText {
  if (isRouteMissing) return errors.routeMissing;
  return code === 'proxy' || code === 'certificate' ? network[code](detail) : errors.partner[code];
}
