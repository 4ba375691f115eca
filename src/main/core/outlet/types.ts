import type { OutletState } from '../../../shared/outlet.ts';
import type { PartnerError } from '../../../shared/partner.ts';
import type { Result } from '../../../shared/result.ts';

/** One answer of the platform. `unknown`: it answered, but nothing that can be understood. */
export type OutletAnswer = {
  readonly state: OutletState | 'unknown';
  /** What it said in place of a known state, shortened; null: nothing. */
  readonly said: string | null;
  /** When the shop opens again, ISO UTC; null: it did not say. */
  readonly until: string | null;
  /** Its code for the reason, or what somebody wrote. */
  readonly reason: string | null;
};

/** Asks the platform whether the shop is open. Rejects only when aborted. */
export type AskOutlet = (signal?: AbortSignal) => Promise<Result<OutletAnswer, PartnerError>>;
