import { useState, type JSX } from 'react';
import type { BackupRestored, BackupSaved } from '../../shared/computer.ts';
import { assertNever } from '../../shared/result.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import { Button } from '../components/button.tsx';
import { useShop } from '../shop-context.ts';
import styles from './computer-section.module.css';
import { ConfirmButton } from './confirm-button.tsx';
import page from './settings-page.module.css';

type Result = BackupSaved | BackupRestored;

/** Everything but the keys in one file, out of this computer and into another. */
export function BackupPart(): JSX.Element {
  const { api, texts } = useShop();
  const words = texts.computer.backup;
  const [result, setResult] = useState<Result | null>(null);
  const run = (work: () => Promise<Result>): void => {
    setResult(null);
    work()
      .then(setResult)
      .catch(() => setResult({ kind: 'disk-failed' }));
  };
  const isBad = result?.kind === 'refused' || result?.kind === 'disk-failed';
  return (
    <div className={styles['part']} data-field>
      <h3>{words.title}</h3>
      <p className={styles['soft']}>{words.hint}</p>
      <div className={page['row']}>
        <Button onClick={() => run(api['backup:save'])}>{words.save}</Button>
        <ConfirmButton
          label={words.restore}
          question={words.restoreSure}
          confirm={words.restoreYes}
          onConfirm={() => run(api['backup:restore'])}
        />
      </div>
      <p className={isBad ? styles['bad'] : styles['result']} aria-live="polite">
        {result !== null && resultWords(result, texts)}
      </p>
    </div>
  );
}

function resultWords(result: Result, texts: Texts): string {
  const words = texts.computer.backup;
  switch (result.kind) {
    case 'saved':
      return words.saved(result.file);
    case 'cancelled':
      return words.cancelled;
    case 'disk-failed':
      return words.diskFailed;
    case 'restarts':
      return words.restarts;
    case 'refused':
      return words.refusals[result.why];
    default:
      return assertNever(result);
  }
}
