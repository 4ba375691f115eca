import type { JSX } from 'react';
import type { DeliveryPage } from '../../shared/delivery.ts';
import { Button } from '../components/button.tsx';
import { useShop } from '../shop-context.ts';
import styles from './deliveries-page.module.css';

/** Says how many requests were refused in a day, what that means, and whether there is anything to do. */
export function AttackNote(props: {
  readonly lastDay: DeliveryPage['lastDay'];
  readonly onSettings: () => void;
}): JSX.Element {
  const { lastDay, onSettings } = props;
  const { texts } = useShop();
  const { sentence, advice } = texts.deliveries.attack(lastDay);
  const { wrongSecret, noSecret, received } = lastDay;
  const isOurs = noSecret > 0 || (wrongSecret > 0 && received === 0);
  if (advice === '') return <p className={styles['attack']}>{sentence}</p>;
  return (
    <details className={styles['attack']} data-tone={isOurs ? 'warn' : undefined} open={isOurs}>
      <summary>{sentence}</summary>
      <p>{advice}</p>
      {wrongSecret + noSecret > 0 && <Button onClick={onSettings}>{texts.orders.openSettings}</Button>}
    </details>
  );
}
