import type { JSX } from 'react';
import { Button } from '../../components/button.tsx';
import { useShop } from '../../shop-context.ts';
import styles from './tour-offer.module.css';
import type { TourOffer } from './use-tour-offer.ts';

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
