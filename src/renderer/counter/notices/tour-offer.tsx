import { useEffect, useState, type JSX } from 'react';
import { Button } from '../../components/button.tsx';
import { useShop } from '../../shop-context.ts';
import styles from './tour-offer.module.css';

export type TourOffer = {
  readonly isShown: boolean;
  readonly take: () => void;
  readonly decline: () => void;
};

/**
 * Decides whether the counter offers the tour. Alerts come first: an alert hides the offer until the window is opened
 * again.
 */
export function useTourOffer(facts: {
  /** True once orders and alerts are loaded. */
  readonly isReady: boolean;
  readonly hasAlerts: boolean;
  readonly onFailed: () => void;
}): TourOffer {
  const { isReady, hasAlerts, onFailed } = facts;
  const { api, view } = useShop();
  const [isOffered, setOffered] = useState(false);
  const [wasInTheWay, setInTheWay] = useState(false);
  if (hasAlerts && !wasInTheWay) setInTheWay(true);
  const { configured } = view;
  useEffect(() => {
    if (!configured) return undefined;
    let isCurrent = true;
    api['tour:is-offered']().then(
      (offered) => {
        if (isCurrent) setOffered(offered);
      },
      // A failed read only means no offer: the shop has no reason to see an error.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [api, configured]);
  const answer = (channel: 'window:open-tour' | 'tour:decline'): void => {
    setOffered(false);
    api[channel]().catch(onFailed);
  };
  return {
    isShown: isReady && isOffered && !wasInTheWay,
    take: () => answer('window:open-tour'),
    decline: () => answer('tour:decline'),
  };
}

/** Offers the tour to new staff. Below the list, which therefore does not move when the offer goes. */
export function TourOfferStrip({ offer }: { readonly offer: TourOffer }): JSX.Element | null {
  const { tour } = useShop().texts;
  if (!offer.isShown) return null;
  return (
    <section className={styles['strip']} aria-label={tour.open}>
      <p className={styles['words']}>{tour.offer}</p>
      <div className={styles['buttons']}>
        <Button onClick={offer.take}>{tour.take}</Button>
        <Button kind="quiet" onClick={offer.decline}>
          {tour.decline}
        </Button>
      </div>
    </section>
  );
}
