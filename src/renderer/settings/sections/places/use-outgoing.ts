import { useState } from 'react';
import type {
  LetterKey,
  OutgoingTest,
  OutgoingTestOutcome,
  OutgoingView,
} from '../../../../shared/settings/outgoing.ts';
import { createLive, useLive } from '../../../live.ts';
import { useShop } from '../../../shop-context.ts';

export type Outgoing = {
  /** null until main has answered. */
  readonly view: OutgoingView | null;
  readonly resend: (letter: LetterKey) => void;
  readonly dismiss: (letters: readonly LetterKey[]) => void;
};

/** Loads what was sent, what waits and what could not be delivered. */
export function useOutgoing(): Outgoing {
  const { api } = useShop();
  const { state, live } = useLive<OutgoingView>(() =>
    createLive({
      read: () => api['outgoing:read'](),
      listen: (apply) => api.on('outgoing:changed', (next) => apply(() => next)),
    }),
  );
  // The page shows what main knows; a call that fails leaves the letters where they are.
  const follow = (answer: Promise<OutgoingView>): void => {
    answer.then(
      (next) => live.apply(() => next),
      () => void live.reload(),
    );
  };
  return {
    view: state.phase === 'ready' ? state.value : null,
    resend: ({ id, target }) => follow(api['outgoing:resend']({ id, target })),
    dismiss: (letters) =>
      follow(api['outgoing:dismiss']({ letters: letters.map(({ id, target }) => ({ id, target })) })),
  };
}

export type OutgoingTrial = {
  readonly isBusy: boolean;
  readonly outcome: OutgoingTestOutcome | null;
  readonly run: () => void;
};

/** Sends a test message, and keeps what became of it. */
export function useOutgoingTest(what: OutgoingTest): OutgoingTrial {
  const { api } = useShop();
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<OutgoingTestOutcome | null>(null);
  return {
    isBusy,
    outcome,
    run: () => {
      setBusy(true);
      setOutcome(null);
      api['outgoing:test']({ what })
        .then(setOutcome, () => setOutcome({ ok: false, trouble: 'unknown', status: null }))
        .finally(() => setBusy(false));
    },
  };
}
