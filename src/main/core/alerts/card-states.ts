import type { CardState } from '../../../shared/orders/card.ts';

/** A person may still look at one of this many older states of the card. */
const KEPT_STATES = 10;

/**
 * Returns the numbered states of the card, with the alerts that each of the last ones stood for: a click may come from
 * an older one.
 */
export function createCardStates(onCard: (state: CardState) => void): {
  /** Returns the number of the state that is drawn next. */
  readonly next: () => number;
  /** Draws a state that differs from the last one, or that follows a change of alerts. */
  readonly draw: (
    card: CardState,
    facts: { readonly open: readonly string[]; readonly isOfAlerts: boolean },
  ) => void;
  /** Returns the ids of all alerts that a state stood for, including those that it only counted. */
  readonly alertsOf: (revision: number) => readonly string[] | undefined;
} {
  let last = '';
  let revision = 0;
  const alerts = new Map<number, readonly string[]>();
  return {
    next: () => revision + 1,
    draw: (card, { open, isOfAlerts }) => {
      const drawn = JSON.stringify({ ...card, revision: 0 });
      if (drawn === last && !isOfAlerts) return;
      revision += 1;
      alerts.set(revision, open);
      alerts.delete(revision - KEPT_STATES);
      onCard(card);
      // Not sooner: one that could not be drawn is drawn at the next occasion.
      last = drawn;
    },
    alertsOf: (seen) => alerts.get(seen),
  };
}
