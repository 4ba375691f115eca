import { useEffect, useRef, useState, type JSX } from 'react';
import { Button } from '../../components/button.tsx';
import { useShop } from '../../shop-context.ts';
import styles from '../settings-page.module.css';

/** A button that asks for confirmation, in its own place, before something is lost. */
export function ConfirmButton(props: {
  readonly label: string;
  readonly question: string;
  readonly confirm: string;
  readonly onConfirm: () => void;
}): JSX.Element {
  const { label, question, confirm, onConfirm } = props;
  const { texts } = useShop();
  const [isAsking, setAsking] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const wasAsking = useRef(isAsking);
  useEffect(() => {
    // The button that was pressed has gone: the focus stays in its place.
    if (isAsking !== wasAsking.current) box.current?.querySelector('button')?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  return (
    <div ref={box} className={styles['asks']}>
      {isAsking ? (
        <div className={styles['confirm']} role="group" aria-label={question}>
          <p>{question}</p>
          <div className={styles['row']}>
            <Button onClick={() => setAsking(false)}>{texts.settings.cancel}</Button>
            <Button
              kind="primary"
              onClick={() => {
                setAsking(false);
                onConfirm();
              }}
            >
              {confirm}
            </Button>
          </div>
        </div>
      ) : (
        <Button onClick={() => setAsking(true)}>{label}</Button>
      )}
    </div>
  );
}
