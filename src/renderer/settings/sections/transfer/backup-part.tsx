import { useMemo, useState, type JSX } from 'react';
import type { BackupRead, BackupRestored, BackupSaved } from '../../../../shared/settings/transfer.ts';
import { assertNever } from '../../../../shared/result.ts';
import type { Texts } from '../../../../shared/texts/texts.ts';
import { Button } from '../../../components/button.tsx';
import { useShop } from '../../../shop-context.ts';
import styles from '../computer-section.module.css';
import { ChangesTable, FileNotes } from './import-preview.tsx';
import { settingsChanges } from '../../form/settings-changes.ts';
import page from '../../settings-page.module.css';
import transfer from './transfer-section.module.css';

type Result = BackupSaved | BackupRestored;

/** Saves everything except the keys to one file, and restores it on another computer. */
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
        <Button onClick={() => run(api['backup:restore'])}>{words.restore}</Button>
      </div>
      {result?.kind === 'read' && (
        <Preview
          backup={result}
          onYes={() => run(api['backup:confirm'])}
          onNo={() => setResult({ kind: 'cancelled' })}
        />
      )}
      <p className={isBad ? styles['bad'] : styles['result']} aria-live="polite">
        {result !== null && resultWords(result, texts)}
      </p>
    </div>
  );
}

/** Shows what the backup contains and would change, before anything is changed. */
function Preview(props: {
  readonly backup: BackupRead;
  readonly onYes: () => void;
  readonly onNo: () => void;
}): JSX.Element {
  const { backup, onYes, onNo } = props;
  const { texts, view, times } = useShop();
  const { computer, preferences } = texts;
  const title = preferences.previewTitle(backup.file);
  const changes = useMemo(
    () => settingsChanges(view.settings, backup.settings, texts),
    [view, backup, texts],
  );
  return (
    <section className={transfer['preview']} aria-label={title}>
      <h3 className={transfer['title']}>{title}</h3>
      <p>
        {computer.backup.found(`${times.day(backup.madeAt)} ${times.clock(backup.madeAt)}`, backup.orders)}
      </p>
      <ChangesTable changes={changes} />
      <FileNotes settings={backup.settings} program={backup.program} />
      <p>{computer.backup.restoreSure}</p>
      <footer className={transfer['foot']}>
        <Button kind="primary" onClick={onYes}>
          {computer.backup.restoreYes}
        </Button>
        <Button onClick={onNo}>{preferences.cancel}</Button>
      </footer>
    </section>
  );
}

function resultWords(result: Result, texts: Texts): string {
  const words = texts.computer.backup;
  switch (result.kind) {
    case 'read':
      return '';
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
