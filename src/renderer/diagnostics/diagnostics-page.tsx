import { useState, type JSX } from 'react';
import type { DiagnosticsSaved, ReportFile } from '../../shared/health/diagnostics.ts';
import { assertNever } from '../../shared/result.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import { Button } from '../components/button.tsx';
import { FullMessage } from '../components/full-message.tsx';
import { useShop } from '../shop-context.ts';
import styles from './diagnostics-page.module.css';
import { ReportFiles } from './report-files.tsx';
import { useReport } from './use-report.ts';

/** Shows everything that a report for support contains, before it is saved. */
export function DiagnosticsPage(): JSX.Element {
  const { api, texts } = useShop();
  const { diagnostics } = texts;
  const report = useReport();
  const [chosen, setChosen] = useState<ReportFile['id']>('about');
  const files = report.report?.files ?? [];
  const file = files.find(({ id }) => id === chosen) ?? files[0];

  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1 className={styles['title']}>{diagnostics.title}</h1>
        <p>{diagnostics.intro}</p>
        <p className={styles['soft']}>{diagnostics.leavesOut}</p>
        <Button onClick={() => void api['window:open-day-test']()}>{texts.setup.test.title}</Button>
      </header>
      {report.phase === 'making' && <FullMessage title={diagnostics.making} isBusy />}
      {report.phase === 'failed' && (
        <FullMessage
          title={diagnostics.failedTitle}
          body={diagnostics.failedBody}
          action={{ label: texts.orders.retry, run: report.make }}
          isError
        />
      )}
      {file !== undefined && (
        <main className={styles['main']}>
          <ReportFiles files={files} chosen={file.id} onChoose={setChosen} />
          <section className={styles['content']}>
            <h2 className={styles['hint']}>{diagnostics.files[file.id].hint}</h2>
            <pre className={styles['text']} tabIndex={0} aria-label={diagnostics.contentLabel(file.name)}>
              {file.text}
            </pre>
          </section>
        </main>
      )}
      {file !== undefined && (
        <footer className={styles['foot']}>
          <p className={styles['result']} role="status" data-tone={report.saved?.kind}>
            {report.saved !== null && savedWords(report.saved, texts)}
          </p>
          <Button onClick={report.make}>{diagnostics.again}</Button>
          <Button kind="primary" aria-disabled={report.isSaving} onClick={report.save}>
            {report.isSaving ? diagnostics.saving : diagnostics.save}
          </Button>
        </footer>
      )}
    </div>
  );
}

function savedWords(saved: DiagnosticsSaved, { diagnostics }: Texts): string {
  switch (saved.kind) {
    case 'saved':
      return diagnostics.saved(saved.file);
    case 'cancelled':
      return diagnostics.cancelled;
    case 'outdated':
      return diagnostics.outdated;
    case 'disk-failed':
      return diagnostics.diskFailed;
    default:
      return assertNever(saved);
  }
}
