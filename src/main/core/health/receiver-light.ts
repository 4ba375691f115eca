import type { HealthBoard } from './board.ts';
import type { ReceiverState } from '../inbound/receiver-supervisor.ts';
import type { WebhookEvidence } from '../inbound/webhook-evidence.ts';

/** So long after a stranger had to go for another one, that is no longer told. */
const CROWDED_MS = 5 * 60_000;

export type ReceiverLight = {
  /** How the receiver stands by itself. */
  readonly set: (...state: ReceiverState) => void;
  readonly isOpen: () => boolean;
  /** What it was set to. */
  readonly own: () => ReceiverState;
  /** Strangers hold so many connections that one had to go. */
  readonly crowded: () => void;
  /** Shows what became different; call it whenever something may have. */
  readonly show: () => void;
};

/** The light of the receiver: whether it is open, then whether the platform uses it, then who else does. */
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
