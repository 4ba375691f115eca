import type { JSX } from 'react';
import { useShop } from '../shop-context.ts';
import { TOUR_PAGES, type TourPageId } from './tour-pages.ts';
import styles from './tour-rail.module.css';

/** Every page of the tour; any of them can be opened at any time. */
export function TourRail(props: {
  readonly page: TourPageId;
  readonly onPage: (page: TourPageId) => void;
}): JSX.Element {
  const { page, onPage } = props;
  const { tour } = useShop().texts;
  return (
    <nav className={styles['rail']} aria-label={tour.pagesLabel}>
      <ol>
        {TOUR_PAGES.map((id, index) => (
          <li key={id}>
            <button
              type="button"
              className={styles['step']}
              aria-current={id === page ? 'step' : undefined}
              onClick={() => onPage(id)}
            >
              <span className={styles['mark']} aria-hidden="true">
                {index + 1}
              </span>
              <span className={styles['name']}>{tour.pages[id]}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
