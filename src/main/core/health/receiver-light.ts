import type { HealthBoard } from './board.ts';
import type { ReceiverState } from '../inbound/receiver-supervisor.ts';
import type { WebhookEvidence } from '../inbound/webhook-evidence.ts';

/** Crowding is shown for this long after the last connection was closed to make room. */
const CROWDED_MS = 5 * 60_000;

export type ReceiverLight = {
  /** Sets the receiver's own state. */
  readonly set: (...state: ReceiverState) => void;
  readonly isOpen: () => boolean;
  /** Returns the state from `set`. */
  readonly own: () => ReceiverState;
  /** Strangers hold so many connections that one had to be closed. */
  readonly crowded: () => void;
  /** Updates the light; call it whenever one of its facts may have changed. */
  readonly show: () => void;
};

/**
 * Shows the light of the receiver: first whether it is open, then whether the platform uses it, then whether strangers
 * crowd it.
 */
export function createReceiverLight(deps: {
  readonly health: Pick<HealthBoard, 'set'>;
  readonly evidence: () => ReturnType<WebhookEvidence['health']>;
  readonly monotonicMs: () => number;
  readonly log: { readonly warn: (message: string) => void };
}): ReceiverLight {
  let own: ReceiverState = ['off', 'starting'];
  let crowdedMs: number | null = null;

  const show = (): void => {
    const isCrowded = crowdedMs !== null && deps.monotonicMs() - crowdedMs < CROWDED_MS;
    if (!isCrowded) crowdedMs = null;
    const [state] = own;
    const shown = state === 'ok' ? (deps.evidence() ?? (isCrowded ? CROWDED : own)) : own;
    deps.health.set('receiver', ...shown);
  };

  return {
    set: (...state) => {
      own = state;
      show();
    },
    isOpen: () => own[0] === 'ok',
    own: () => own,
    crowded: () => {
      const isNews = crowdedMs === null;
      crowdedMs = deps.monotonicMs();
      if (!isNews) return;
      deps.log.warn('Strangers hold too many connections: those that were there longest have to go.');
      show();
    },
    show,
  };
}

const CROWDED: ReceiverState = ['degraded', 'receiver-crowded'];
