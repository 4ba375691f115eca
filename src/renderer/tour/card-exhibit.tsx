import type { JSX } from 'react';
import type { Alert } from '../../shared/alert.ts';
import type { CardState } from '../../shared/card.ts';
import { Card } from '../card/card.tsx';
import { useShop } from '../shop-context.ts';
import styles from './card-exhibit.module.css';
import { Exhibit } from './exhibit.tsx';

/** The alert card, as an example. */
export function CardExhibit(props: {
  readonly nowMs: number;
  readonly alerts: readonly Alert[];
  readonly undo?: CardState['undo'];
}): JSX.Element {
  const { nowMs, alerts, undo = null } = props;
  const { api, texts } = useShop();
  return (
    <div className={styles['card']}>
      <Exhibit>
        <Card
          api={api}
          state={{ alerts, undo, digest: null, flash: false, mutedUntil: null }}
          texts={texts.card}
          nowMs={nowMs}
          watermark={null}
        />
      </Exhibit>
    </div>
  );
}
