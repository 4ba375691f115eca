import type { JSX } from 'react';
import { Button } from '../../components/button.tsx';
import { BellOffIcon } from '../../components/icons.tsx';
import { useShop } from '../../shop-context.ts';
import styles from './mute-banner.module.css';
import type { MuteControl } from '../header/use-mute.ts';

/** Says that alerts are muted, until when, and how to end it. */
export function MuteBanner(props: {
  readonly mute: MuteControl;
  /** True for one line, without the button: a code is being checked. */
  readonly isBrief: boolean;
}): JSX.Element | null {
  const { mute, isBrief } = props;
  const { texts, times } = useShop();
  if (mute.until === null) return null;
  return (
    <section className={styles['banner']} aria-label={texts.sound.mute}>
      <BellOffIcon />
      <p>
        <strong>{texts.sound.mutedUntil(times.clock(mute.until))}.</strong> {!isBrief && texts.sound.mutedBut}
      </p>
      {!isBrief && (
        <Button data-mute="end" data-focus-next='[data-mute="begin"]' onClick={() => mute.set(0)}>
          {texts.sound.unmute}
        </Button>
      )}
    </section>
  );
}
