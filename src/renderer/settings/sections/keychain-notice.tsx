import type { JSX } from 'react';
import type { Health } from '../../../shared/health.ts';
import { createLive, useLive } from '../../live.ts';
import { useShop } from '../../shop-context.ts';
import styles from '../settings-page.module.css';

/** Says that the keychain cannot be read, or has lost the keys, before anybody types a key into this page. */
export function KeychainNotice(): JSX.Element | null {
  const { api, texts } = useShop();
  const health = useLive<Health>(() =>
    createLive({
      read: () => api['health:read'](),
      listen: (apply) => api.on('health:changed', (next) => apply(() => next)),
    }),
  );
  if (health.state.phase !== 'ready') return null;
  const { code, detail } = health.state.value.partner;
  if (code !== 'keychain-unavailable' && code !== 'keys-gone') return null;
  const { sentence, remedy } = texts.health[code](detail);
  return (
    <p className={styles['repairs']} role="alert">
      <strong>{sentence}</strong> {remedy}
    </p>
  );
}
