import { useEffect, useLayoutEffect, useRef, useState, type JSX } from 'react';
import { Button } from '../../components/button.tsx';
import { Modal } from '../../components/modal.tsx';
import { useShop } from '../../shop-context.ts';
import styles from '../settings-page.module.css';

/** Keeps the window open while there are unsaved changes, and asks what to do with them. */
export function LeaveGuard(props: {
  readonly isDirty: boolean;
  readonly onSave: () => Promise<boolean>;
}): JSX.Element {
  const { isDirty, onSave } = props;
  const { texts } = useShop();
  /** The number of the question on the screen; null for none. Each new question gets a new number. */
  const [question, setQuestion] = useState<number | null>(null);
  const asked = useRef(0);
  const mayLeave = useRef(false);

  const isHolding = useRef(isDirty);
  useLayoutEffect(() => {
    isHolding.current = isDirty;
  }, [isDirty]);

  useEffect(() => {
    // Added at once: Chromium notices such a listener only a moment later, and until then the window closes without
    // asking.
    const hold = (event: BeforeUnloadEvent): void => {
      if (!isHolding.current || mayLeave.current) return;
      // Electron does not ask by itself: it only keeps the window open.
      event.preventDefault();
      asked.current += 1;
      setQuestion(asked.current);
    };
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, []);

  const leave = (): void => {
    mayLeave.current = true;
    window.close();
  };
  const stay = (): void => setQuestion((now) => (now === question ? null : now));
  const save = async (): Promise<void> => {
    if (await onSave()) leave();
    else stay();
  };

  if (question === null) return <></>;
  return (
    <Modal key={question} className={styles['dialog']} titleId="leave-title" onEnd={stay}>
      <h2 id="leave-title">{texts.settings.leaveTitle}</h2>
      <p>{texts.settings.leaveBody}</p>
      <div className={styles['row']}>
        <Button kind="primary" onClick={() => void save()}>
          {texts.settings.leaveSave}
        </Button>
        <Button onClick={stay}>{texts.settings.leaveStay}</Button>
        <Button onClick={leave}>{texts.settings.leaveDiscard}</Button>
      </div>
    </Modal>
  );
}
