import { useMemo, type JSX } from 'react';
import { Button } from '../../../components/button.tsx';
import { useShop } from '../../../shop-context.ts';
import { ChangesTable, FileNotes } from './import-preview.tsx';
import { Help, Section } from '../section.tsx';
import { settingsChanges } from '../../form/settings-changes.ts';
import { StatusLine } from '../../../components/status-line.tsx';
import styles from './transfer-section.module.css';
import type { SettingsForm } from '../../form/use-settings-form.ts';
import { useTransfer, type Transfer } from './use-transfer.ts';

/** Saves the settings to a file and imports them from one. */
export function TransferSection({ form }: { readonly form: SettingsForm }): JSX.Element {
  const { texts } = useShop();
  const words = texts.preferences;
  const transfer = useTransfer(form);
  return (
    <Section title={words.transfer}>
      <Help>{words.transferHint}</Help>
      <div className={styles['row']}>
        <Button onClick={transfer.export}>{words.exportLabel}</Button>
        <Button onClick={transfer.import}>{words.importLabel}</Button>
        {transfer.canUndo && <Button onClick={transfer.undo}>{words.undo}</Button>}
      </div>
      <StatusLine said={transfer.said} />
      {transfer.preview !== null && <Preview transfer={transfer} preview={transfer.preview} />}
    </Section>
  );
}

/** Shows what would change, before anything is changed. */
function Preview(props: {
  readonly transfer: Transfer;
  readonly preview: NonNullable<Transfer['preview']>;
}): JSX.Element {
  const { transfer, preview } = props;
  const { texts, view } = useShop();
  const words = texts.preferences;
  const changes = useMemo(
    () => settingsChanges(view.settings, preview.settings, texts),
    [view, preview, texts],
  );
  return (
    <section className={styles['preview']} aria-label={words.previewTitle(preview.file)}>
      <h3 className={styles['title']}>{words.previewTitle(preview.file)}</h3>
      <ChangesTable changes={changes} />
      <FileNotes {...preview} />
      <footer className={styles['foot']}>
        {changes.length > 0 && (
          <Button kind="primary" onClick={transfer.apply}>
            {words.apply}
          </Button>
        )}
        <Button onClick={transfer.cancel}>{words.cancel}</Button>
      </footer>
    </section>
  );
}
