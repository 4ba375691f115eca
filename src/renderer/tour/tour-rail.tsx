import type { JSX } from 'react';
import rail from '../components/rail.module.css';
import { Rail } from '../components/rail.tsx';
import { useShop } from '../shop-context.ts';
import { TOUR_PAGES, type TourPageId } from './tour-pages.ts';
import styles from './tour-rail.module.css';

/** The list of the tour's pages. */
export function TourRail(props: {
  readonly page: TourPageId;
  readonly onPage: (page: TourPageId) => void;
}): JSX.Element {
  const { page, onPage } = props;
  const { tour } = useShop().texts;
  return (
    <Rail
      label={tour.pagesLabel}
      parts={TOUR_PAGES.map((id, index) => ({
        id,
        mark: (
          <span className={`${rail['mark']} ${styles['mark']}`} aria-hidden="true">
            {index + 1}
          </span>
        ),
        words: tour.pages[id],
      }))}
      current={page}
      onChoose={onPage}
    />
  );
}
