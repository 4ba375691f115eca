import { useState, type JSX } from 'react';
import { Button } from '../components/button.tsx';
import { CopyIcon } from '../components/icons.tsx';
import type { SettingsForm } from '../settings/form/use-settings-form.ts';
import { useShop } from '../shop-context.ts';
import styles from './tunnel-form.module.css';

/** The public part of this computer's key, for the server; the private part stays in the keychain. */
export function SshKey({ form }: { readonly form: SettingsForm }): JSX.Element {
  const { texts, view, api } = useShop();
  const { tunnelForm } = texts;
  const [publicKey, setPublicKey] = useState<string | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const { hostKey } = view.settings.tunnel.ssh;

  const show = async (): Promise<void> => {
    const answer = await api['tunnel:ssh-key']({ replace: false });
    setFailed(!answer.ok);
    if (answer.ok) setPublicKey(answer.publicKey);
  };
  const copy = async (): Promise<void> => {
    await show();
    const isCopied = await api['setup:copy']({ what: 'ssh-key' });
    form.say(isCopied ? 'ok' : 'error', (t) => (isCopied ? t.tunnelForm.keyCopied : t.tunnelForm.keyFailed));
  };
  const guarded = (work: () => Promise<void>) => (): void => {
    // Main has logged the reason.
    work().catch(() => setFailed(true));
  };
  const isMade = view.secrets['ssh-private-key'].present;
  return (
    <div className={styles['key']} role="group" aria-label={tunnelForm.key}>
      <p className={styles['label']}>{tunnelForm.key}</p>
      {publicKey !== null && <p className={styles['keyText']}>{publicKey}</p>}
      {hasFailed && <p role="alert">{tunnelForm.keyFailed}</p>}
      <div className={styles['row']}>
        {publicKey === null && (
          <Button onClick={guarded(show)}>{isMade ? tunnelForm.showKey : tunnelForm.makeKey}</Button>
        )}
        {(isMade || publicKey !== null) && (
          <Button icon={<CopyIcon />} onClick={guarded(copy)}>
            {tunnelForm.copyKey}
          </Button>
        )}
      </div>
      <p className={styles['label']}>{tunnelForm.hostKey}</p>
      <p className={hostKey === '' ? '' : styles['keyText']}>
        {hostKey === '' ? tunnelForm.hostKeyNone : hostKey}
      </p>
    </div>
  );
}
