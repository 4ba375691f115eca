import type { JSX } from 'react';
import { TONE_KINDS, type ToneKind } from '../../shared/orders/alert.ts';
import { Button } from '../components/button.tsx';
import { PlayIcon } from '../components/icons.tsx';
import { StatusLine } from '../components/status-line.tsx';
import { usePreview, type Preview } from '../settings/form/use-preview.ts';
import { useShop } from '../shop-context.ts';
import styles from './sounds-page.module.css';
import body from './tour-body.module.css';
import { useOpenWindow } from './use-open-window.ts';

/** Shows each kind of alert with its colour, its meaning and the tone that this shop has set. */
export function SoundsPage(): JSX.Element {
  const { texts, view } = useShop();
  const { volume, escalateAfterMinutes } = view.settings.alerts;
  const { sounds, openFailed } = texts.tour;
  const preview = usePreview();
  const settings = useOpenWindow('window:open-settings');
  return (
    <>
      <p className={body['intro']}>{sounds.intro}</p>
      <ul className={styles['kinds']}>
        {TONE_KINDS.map((kind) => (
          <Kind key={kind} kind={kind} preview={preview} />
        ))}
      </ul>
      <StatusLine said={preview.said} />
      <div className={body['notes']}>
        {escalateAfterMinutes > 0 && <p>{sounds.insists(escalateAfterMinutes)}</p>}
        <p>{sounds.muted}</p>
        <p>
          {texts.preferences.volume}: <strong>{texts.preferences.percent(volume)}</strong>.{' '}
          {volume === 0 && texts.preferences.volumeZero}
        </p>
        <p className={body['soft']}>{settings.hasFailed ? openFailed : sounds.change}</p>
      </div>
      <div>
        <Button onClick={() => void settings.open()}>{texts.orders.openSettings}</Button>
      </div>
    </>
  );
}

function Kind({ kind, preview }: { readonly kind: ToneKind; readonly preview: Preview }): JSX.Element {
  const { texts, view } = useShop();
  const { volume, tones } = view.settings.alerts;
  const { sounds } = texts.tour;
  const words = texts.preferences;
  const label = kind === 'cancelled' ? texts.orders.doNotHandOver : texts.card.label[kind];
  return (
    <li className={styles['kind']} data-kind={kind}>
      <div className={styles['words']}>
        <h2 className={styles['label']}>{label}</h2>
        <p>{sounds.meanings[kind]}</p>
        <p className={styles['tone']}>{sounds.tone(words.tones[tones[kind]])}</p>
      </div>
      <Button
        icon={<PlayIcon />}
        label={words.listenTo(label)}
        aria-disabled={preview.isBusy}
        onClick={() => preview.play(tones[kind], volume)}
      >
        {words.listen}
      </Button>
    </li>
  );
}
