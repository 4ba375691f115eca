import type { JSX } from 'react';
import { LINKS } from '../../shared/links.ts';
import { PageLink } from '../components/page-link.tsx';
import { PagePicture } from '../components/page-picture.tsx';
import { useShop } from '../shop-context.ts';
import styles from './step-panel.module.css';

/** Where in the portal things stand: the clicks, numbered as in the picture. */
export function PortalHelp({ place }: { readonly place: 'keys' | 'webhook' }): JSX.Element {
  const { setup } = useShop().texts;
  const { clicks, picture } = setup.portalPages[place];
  return (
    <section className={styles['clicks']} aria-label={setup.portal}>
      <h2 className={styles['noteTitle']}>{setup.portal}</h2>
      <PageLink href={LINKS.portal}>{setup.openPortal}</PageLink>
      <ol>
        {clicks.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ol>
      <PagePicture {...picture} />
    </section>
  );
}
