import type { JSX } from 'react';
import { useShop } from '../shop-context.ts';
import styles from './section-list.module.css';
import { sectionsOf } from './sections.ts';

/** The way to each section. */
export function SectionList({ onChoose }: { readonly onChoose: (id: string) => void }): JSX.Element {
  const shop = useShop();
  const { texts } = shop;
  return (
    <nav className={styles['list']} aria-label={texts.preferences.parts}>
      {sectionsOf(shop).map(({ id, title }) => (
        <button key={id} type="button" className={styles['link']} onClick={() => onChoose(id)}>
          {title(texts)}
        </button>
      ))}
    </nav>
  );
}
