import { useEffect, useRef, useState, type JSX } from 'react';
import { MUTE_MINUTES } from '../../../shared/mute.ts';
import { Button } from '../../components/button.tsx';
import { BellIcon } from '../../components/icons.tsx';
import { useShop } from '../../shop-context.ts';
import styles from './mute-menu.module.css';
import type { MuteControl } from './use-mute.ts';

/** For how long to mute; gone while something is muted, when the banner takes its place. */
export function MuteMenu({ mute }: { readonly mute: MuteControl }): JSX.Element | null {
  const { texts } = useShop();
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!isOpen) return undefined;
    box.current?.querySelector<HTMLElement>('[role="group"] button')?.focus();
    const closeOutside = (event: PointerEvent): void => {
      if (event.target instanceof Node && box.current?.contains(event.target) !== true) setOpen(false);
    };
    window.addEventListener('pointerdown', closeOutside);
    return () => window.removeEventListener('pointerdown', closeOutside);
  }, [isOpen]);

  if (mute.until !== null) return null;
  return (
    <div
      ref={box}
      className={styles['box']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.preventDefault();
        setOpen(false);
        box.current?.querySelector('button')?.focus();
      }}
    >
      <Button
        kind="quiet"
        icon={<BellIcon />}
        label={texts.sound.mute}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <div className={styles['menu']} role="group" aria-label={texts.sound.mute}>
          <p className={styles['title']}>{texts.sound.mute}</p>
          {MUTE_MINUTES.map((minutes) => (
            <Button
              key={minutes}
              onClick={() => {
                setOpen(false);
                mute.set(minutes);
              }}
            >
              {texts.sound.minutes(minutes)}
            </Button>
          ))}
          <p className={styles['note']}>{texts.sound.mutedBut}</p>
        </div>
      )}
    </div>
  );
}
