import type { JSX } from 'react';
import { LINKS } from '../../shared/address.ts';
import type { TunnelProviderId } from '../../shared/settings/tunnel-settings.ts';
import { PageLink } from '../components/page-link.tsx';
import { PagePicture } from '../components/page-picture.tsx';
import { useShop } from '../shop-context.ts';
import { PICTURES, type PictureId } from './provider-pictures.ts';
import styles from './tunnel-form.module.css';

type Help = { readonly link?: keyof typeof LINKS; readonly picture?: PictureId };

/** What belongs to each of the provider's clicks, in their order. */
const HELP: Readonly<Record<TunnelProviderId, readonly Help[]>> = {
  none: [],
  ngrok: [{ link: 'ngrokKey' }, { picture: 'ngrokKey' }, { link: 'ngrokDomain', picture: 'ngrokDomain' }],
  cloudflared: [
    { link: 'cloudflaredProgram' },
    { link: 'cloudflareTunnels' },
    { picture: 'cloudflareKey' },
    { picture: 'cloudflareHost' },
  ],
  ssh: [],
  'own-url': [],
};

/** What to do on the provider's pages, click by click, with drawings of what to look for. */
export function ProviderHelp(props: {
  readonly provider: TunnelProviderId;
  readonly port: string;
}): JSX.Element | null {
  const { provider, port } = props;
  const { tunnelForm } = useShop().texts;
  const { name, clicks } = tunnelForm.providers[provider];
  if (clicks.length === 0) return null;
  return (
    <section className={styles['clicks']} aria-label={tunnelForm.helpWith(name)}>
      <h2 className={styles['label']}>{tunnelForm.helpWith(name)}</h2>
      <ol>
        {clicks.map((one, index) => {
          const { link, picture } = HELP[provider][index] ?? {};
          return (
            <li key={one}>
              <p>{one}</p>
              {link !== undefined && <PageLink href={LINKS[link]}>{tunnelForm.links[link]}</PageLink>}
              {picture !== undefined && (
                <PagePicture {...PICTURES[picture](port)} title={tunnelForm.pictures[picture]} />
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
