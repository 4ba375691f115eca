import type { AlertSettings, ToneId } from '../../../shared/settings/alert-settings.ts';
import type { Now } from '../../../shared/time.ts';
import type { OrderStore } from '../orders/types.ts';
import type { Shown } from './what-is-shown.ts';

/** No other kind uses this tone by default. */
const TONE: ToneId = 'marimba';
/** A bag that waits is no emergency. */
const LOUDNESS = 0.8;

/** What people say about bags that nobody comes for. */
export type UnclaimedPages = {
  /** Somebody saw these orders' bags: they are shown again after the minutes in the settings. */
  readonly seen: (orderIds: readonly string[]) => void;
  /** Nobody wants to be reminded of this order any more, or again. */
  readonly silence: (orderId: string, isSilenced: boolean) => void;
  /** Returns the orders that nobody wants to be reminded of. */
  readonly silenced: () => readonly string[];
};

/** Plays the tone of bags that nobody comes for, and keeps what people say about them. */
export function createReminders(deps: {
  readonly store: Pick<OrderStore, 'remind'>;
  readonly now: Now;
  readonly onTone: (tone: ToneId, volume: number) => void;
  /** The orders that nobody wants to be reminded of have changed. */
  readonly onSilenced: (orderIds: readonly string[]) => void;
  readonly log: { readonly error: (message: string, detail?: unknown) => void };
  /** Shows everything anew. */
  readonly showNow: () => void;
}): {
  readonly follow: (shown: Pick<Shown, 'remind' | 'silenced'>, settings: AlertSettings) => void;
  readonly pages: UnclaimedPages;
} {
  const { store, now } = deps;
  let silenced: readonly string[] = [];

  /** Stored before the tone, so that no later start plays it again. */
  const remind = (orderIds: readonly string[], { volume }: AlertSettings): void => {
    if (orderIds.length === 0) return;
    try {
      store.remind(orderIds, { toldAt: now() });
      if (volume > 0) deps.onTone(TONE, (volume / 100) * LOUDNESS);
    } catch (error) {
      deps.log.error('Could not note that somebody is told of a bag', error);
    }
  };

  return {
    follow: (shown, settings) => {
      remind(shown.remind, settings);
      if (shown.silenced.join() === silenced.join()) return;
      silenced = shown.silenced;
      deps.onSilenced(silenced);
    },
    pages: {
      seen: (orderIds) => {
        store.remind(orderIds, { seenAt: now() });
        deps.showNow();
      },
      silence: (orderId, isSilenced) => {
        store.remind([orderId], { silencedAt: isSilenced ? now() : null });
        deps.showNow();
      },
      silenced: () => silenced,
    },
  };
}
