import type { JSX, ReactNode } from 'react';
import { Button } from '../components/button.tsx';
import { CopyIcon } from '../components/icons.tsx';
import { useShop } from '../shop-context.ts';
import styles from './step-panel.module.css';

/** A value to paste into the portal, shown exactly as the portal needs it. */
export function CopyBox(props: {
  readonly label: string;
  readonly value: ReactNode;
  readonly onCopy: () => void;
}): JSX.Element {
  const { label, value, onCopy } = props;
  const { texts } = useShop();
  return (
    <div className={styles['copyBox']} role="group" aria-label={label}>
      <div className={styles['copyWhat']}>
        <p className={styles['noteTitle']}>{label}</p>
        <p className={styles['copyValue']}>{value}</p>
      </div>
      <Button icon={<CopyIcon />} onClick={onCopy}>
        {texts.settings.copy}
      </Button>
    </div>
  );
}
