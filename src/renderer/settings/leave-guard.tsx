import { useEffect, useLayoutEffect, useRef, useState, type JSX } from 'react';
import { Button } from '../components/button.tsx';
import { useShop } from '../shop-context.ts';
import styles from './settings-page.module.css';

/** Holds the window open while something is unsaved, and asks what to do with it. */
export function LeaveGuard(props: {
  readonly isDirty: boolean;
  readonly onSave: () => Promise<boolean>;
}): JSX.Element {
  const { isDirty, onSave } = props;
  const { texts } = useShop();
  const [isAsking, setAsking] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const mayLeave = useRef(false);

  const isHolding = useRef(isDirty);
  useLayoutEffect(() => {
    isHolding.current = isDirty;
  }, [isDirty]);

  useEffect(() => {
    // There from the beginning: Chromium learns of such a listener a moment later, and until then closes without asking.
    const hold = (event: BeforeUnloadEvent): void => {
      if (!isHolding.current || mayLeave.current) return;
      // Electron shows no question of its own: it only stays open.
      event.preventDefault();
      setAsking(true);
    };
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, []);

  useEffect(() => {
    if (isAsking) dialog.current?.showModal();
  }, [isAsking]);

  const leave = (): void => {
    mayLeave.current = true;
    window.close();
  };
  const stay = (): void => dialog.current?.close();
  const save = async (): Promise<void> => {
    if (await onSave()) leave();
    else stay();
  };

  if (!isAsking) return <></>;
  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-labelledby="leave-title"
      onClose={() => setAsking(false)}
    >
      <h2 id="leave-title">{texts.settings.leaveTitle}</h2>
      <p>{texts.settings.leaveBody}</p>
      <div className={styles['row']}>
        <Button kind="primary" onClick={() => void save()}>
          {texts.settings.leaveSave}
        </Button>
        <Button onClick={stay}>{texts.settings.leaveStay}</Button>
        <Button onClick={leave}>{texts.settings.leaveDiscard}</Button>
      </div>
    </dialog>
  );
}
