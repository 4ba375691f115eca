import type { JSX } from 'react';
import { MUTE_MINUTES } from '../../../shared/orders/alert.ts';
import { Button } from '../../components/button.tsx';
import { BellIcon } from '../../components/icons.tsx';
import { Popover } from '../../components/popover.tsx';
import { useShop } from '../../shop-context.ts';
import styles from './mute-menu.module.css';
import type { MuteControl } from './use-mute.ts';

/** The menu of durations to mute alerts for. While alerts are muted, the banner replaces it. */
export function MuteMenu({ mute }: { readonly mute: MuteControl }): JSX.Element | null {
  const { texts } = useShop();
  if (mute.until !== null) return null;
  return (
    <Popover
      boxClassName={styles['menu']}
      edge="right"
      role="group"
      label={texts.sound.mute}
      renderButton={(button) => (
        <Button
          kind="quiet"
          icon={<BellIcon />}
          label={texts.sound.mute}
          data-mute="begin"
          data-focus-next='[data-mute="end"]'
          {...button}
        />
      )}
    >
      {(close) => (
        <>
          <p className={styles['title']}>{texts.sound.mute}</p>
          {MUTE_MINUTES.map((minutes) => (
            <Button
              key={minutes}
              onClick={() => {
                close();
                mute.set(minutes);
              }}
            >
              {texts.sound.minutes(minutes)}
            </Button>
          ))}
          <p className={styles['note']}>{texts.sound.mutedBut}</p>
        </>
      )}
    </Popover>
  );
}
