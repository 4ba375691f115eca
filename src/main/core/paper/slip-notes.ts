import type { Now } from '../../../shared/time.ts';
import type { OrderSlipKind, SlipKey, SlipStore } from './types.ts';

export type SlipNotes = {
  /** What is printed by itself now. */
  readonly kinds: () => readonly OrderSlipKind[];
  /** The settings may have changed. */
  readonly follow: () => void;
  /** Follows them now when that failed before. */
  readonly followLate: () => void;
  /** A slip came out as a copy. */
  readonly printed: (slip: SlipKey) => void;
  /** Returns whether a slip came out though the store does not know of it; notes it when that works by now. */
  readonly isOut: (slip: SlipKey) => boolean;
};

/**
 * Keeps what is printed by itself in step with the store, which alone knows what waited before it was switched on: until
 * the store has noted that, nothing is printed by itself. Remembers what came out while the store failed.
 */
export function createSlipNotes(deps: {
  readonly slips: Pick<SlipStore, 'follow' | 'end'>;
  /** What the settings say. */
  readonly chosen: () => readonly OrderSlipKind[];
  readonly now: Now;
  /** Returns `otherwise` when `work` throws. */
  readonly attempt: <T>(what: string, work: () => T, otherwise: T) => T;
}): SlipNotes {
  const { slips, chosen, now, attempt } = deps;
  let followed: readonly OrderSlipKind[] = [];
  let isLate = false;
  const unnoted = new Set<string>();

  const follow = (): void => {
    const next = chosen();
    isLate = !attempt('noting what is printed by itself', () => done(() => slips.follow(next)), false);
    followed = isLate ? [] : next;
  };
  const printed = (slip: SlipKey): void => {
    const isNoted = attempt('noting a copy', () => done(() => slips.end(slip, 'printed', now())), false);
    if (isNoted) unnoted.delete(keyOf(slip));
    else unnoted.add(keyOf(slip));
  };
  return {
    kinds: () => {
      const wanted = chosen();
      return followed.filter((kind) => wanted.includes(kind));
    },
    follow,
    followLate: () => {
      if (isLate) follow();
    },
    printed,
    isOut: (slip) => {
      if (!unnoted.has(keyOf(slip))) return false;
      printed(slip);
      return true;
    },
  };
}

function done(work: () => void): true {
  work();
  return true;
}

function keyOf({ orderId, kind }: SlipKey): string {
  return `${orderId}:${kind}`;
}
