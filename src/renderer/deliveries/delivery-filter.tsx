import type { JSX } from 'react';
import { DELIVERY_GROUPS, type DeliveryGroup, type DeliveryPage } from '../../shared/health/delivery.ts';
import choices from '../components/counted-choices.module.css';
import { useShop } from '../shop-context.ts';
import styles from './delivery-filter.module.css';

/** The filter of the rows; each choice shows its count. */
export function DeliveryFilter(props: {
  readonly group: DeliveryGroup | null;
  readonly counts: DeliveryPage['counts'] | null;
  readonly onGroup: (group: DeliveryGroup | null) => void;
}): JSX.Element {
  const { group, counts, onGroup } = props;
  const { deliveries } = useShop().texts;
  const all = counts === null ? null : counts.received + counts.rejected + counts.failed;
  return (
    <div className={choices['choices']} role="group" aria-label={deliveries.filterLabel}>
      {[null, ...DELIVERY_GROUPS].map((each) => (
        <button
          key={each ?? 'all'}
          type="button"
          className={`${choices['choice']} ${styles['choice']}`}
          aria-pressed={each === group}
          onClick={() => onGroup(each)}
        >
          {each === null ? deliveries.all : deliveries.groups[each]}{' '}
          <span className={`${choices['count']} ${styles['count']}`}>
            {each === null ? all : counts?.[each]}
          </span>
        </button>
      ))}
    </div>
  );
}
