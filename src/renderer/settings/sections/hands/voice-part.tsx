import { useState, type JSX } from 'react';
import type { VoiceCheck } from '../../../../shared/settings/hands.ts';
import { systemOf } from '../../../../shared/system.ts';
import type { Texts } from '../../../../shared/texts/texts.ts';
import { Button } from '../../../components/button.tsx';
import { CheckField } from '../../../components/check-field.tsx';
import { useShop } from '../../../shop-context.ts';
import styles from './hands-section.module.css';

/** What was tried, and what came of it. */
type Trial = { readonly isAloud: boolean; readonly check: VoiceCheck };

/** The voice that says codes. It applies at once; switched on, it says whether this computer has such a voice. */
export function VoicePart(): JSX.Element {
  const { api, texts, view, platform } = useShop();
  const words = texts.hands.voice;
  const [isBusy, setBusy] = useState(false);
  const [trial, setTrial] = useState<Trial | null>(null);
  const [hasFailed, setFailed] = useState(false);

  const tryOut = async (isAloud: boolean): Promise<void> => {
    setBusy(true);
    setTrial(null);
    const failed: VoiceCheck = { outcome: 'failed', voice: null };
    setTrial({ isAloud, check: await api['voice:try']({ aloud: isAloud }).catch(() => failed) });
    setBusy(false);
  };
  const set = async (on: boolean): Promise<void> => {
    const isSaved = await api['voice:set']({ on }).catch(() => false);
    setFailed(!isSaved);
    if (isSaved && on) await tryOut(false);
    else setTrial(null);
  };
  const isMissing = trial?.check.outcome === 'no-voice';
  return (
    <div className={styles['part']} data-field>
      <h3>{words.title}</h3>
      <CheckField
        label={words.on}
        hint={words.onHint}
        checked={view.settings.hands.voice}
        onChecked={(on) => void set(on)}
      />
      <Button aria-disabled={isBusy} onClick={() => !isBusy && void tryOut(true)}>
        {isBusy ? words.testing : words.test}
      </Button>
      <p role="status" className={trial === null && !hasFailed ? undefined : toneOf(trial)}>
        {hasFailed ? words.failed : trial === null ? '' : sentence(trial, words)}
      </p>
      {isMissing && systemOf(platform) === 'linux' && <p className={styles['soft']}>{words.linux}</p>}
    </div>
  );
}

function toneOf(trial: Trial | null): string | undefined {
  return trial?.check.outcome === 'spoken' ? styles['good'] : styles['bad'];
}

function sentence({ isAloud, check }: Trial, { outcomes }: Texts['hands']['voice']): string {
  if (check.outcome !== 'spoken') return outcomes[check.outcome];
  return outcomes[isAloud ? 'spoken' : 'found'](check.voice ?? '');
}
