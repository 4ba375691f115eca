import type { JSX } from 'react';
import { useShop } from '../../shop-context.ts';
import styles from './section-list.module.css';
import { sectionsOf } from './sections.ts';

/** The links to the sections, with the current one marked. */
export function SectionList(props: {
  readonly current: string | null;
  readonly onChoose: (id: string) => void;
}): JSX.Element {
  const { current, onChoose } = props;
  const shop = useShop();
  const { texts } = shop;
  return (
    <nav className={styles['list']} aria-label={texts.preferences.parts}>
      {sectionsOf(shop).map(({ id, title }) => (
        <button
          key={id}
          type="button"
          className={styles['link']}
          aria-current={id === current ? 'location' : undefined}
          onClick={() => onChoose(id)}
        >
          {title(texts)}
        </button>
      ))}
    </nav>
  );
}
