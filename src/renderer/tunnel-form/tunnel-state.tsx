import type { JSX } from 'react';
import { textOf } from '../../shared/health/fact.ts';
import type { TunnelStatus } from '../../shared/tunnel.ts';
import { Button } from '../components/button.tsx';
import { createLive, useLive } from '../live.ts';
import { ConfirmButton } from '../settings/form/confirm-button.tsx';
import type { SettingsForm } from '../settings/form/use-settings-form.ts';
import { useShop } from '../shop-context.ts';
import styles from './tunnel-form.module.css';
import type { ErrorText } from '../../shared/texts/errors.ts';
import type { Texts } from '../../shared/texts/texts.ts';

/** Returns the words for the public address: its error, or else its state. */
export function tunnelWords({ state, error }: TunnelStatus, { tunnel }: Texts): ErrorText {
  return error === null ? tunnel.states[state] : tunnel.errors[error.code](error.detail);
}

/** Shows the state of the public address and what to do about it. Shows nothing while none is chosen. */
export function TunnelState(props: {
  readonly form: SettingsForm;
  /** True when the page shows the state elsewhere. */
  readonly isBrief?: boolean;
}): JSX.Element | null {
  const { form, isBrief = false } = props;
  const { texts, view, api } = useShop();
  const { tunnelForm } = texts;
  const live = useLive<TunnelStatus>(() =>
    createLive({
      read: () => api['tunnel:status'](),
      listen: (apply) => api.on('tunnel:changed', (next) => apply(() => next)),
    }),
  );
  if (live.state.phase !== 'ready' || view.settings.tunnel.provider === 'none') return null;
  const status = live.state.value;
  const { sentence, remedy } = tunnelWords(status, texts);
  const fingerprint = status.error?.code === 'hostkey_mismatch' ? textOf(status.error.detail) : null;
  const tryNow = (): void =>
    void form.ask(async () => {
      const test = await api['tunnel:test']();
      return test.ok
        ? { tone: 'ok', message: (t) => ({ sentence: t.tunnelForm.works(test.ms), remedy: '' }) }
        : { tone: 'error', message: (t) => t.tunnel.errors[test.error.code](test.error.detail) };
    });
  const reconnect = (): void =>
    void form.ask(async () => {
      await api['tunnel:restart']();
      return { tone: 'ok', message: (t) => ({ sentence: t.tunnelForm.reconnecting, remedy: '' }) };
    });
  return (
    <div
      className={isBrief ? undefined : styles['state']}
      data-state={status.state}
      role="group"
      aria-label={tunnelForm.stateLabel}
    >
      {!isBrief && <p className={styles['label']}>{sentence}</p>}
      {!isBrief && remedy !== '' && <p>{remedy}</p>}
      <div className={styles['row']}>
        <Button onClick={tryNow}>{tunnelForm.tryNow}</Button>
        <Button onClick={reconnect}>{tunnelForm.reconnect}</Button>
        {fingerprint !== null && (
          <ConfirmButton
            label={tunnelForm.acceptHostKey}
            question={tunnelForm.acceptSure(fingerprint)}
            confirm={tunnelForm.acceptYes}
            onConfirm={() =>
              void form.run(
                () => api['tunnel:accept-host-key']({ fingerprint }),
                (t) => t.tunnelForm.accepted,
              )
            }
          />
        )}
      </div>
    </div>
  );
}
