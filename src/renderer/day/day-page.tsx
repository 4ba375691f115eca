import { useState, type JSX } from 'react';
import type { DayChoice, DayReport } from '../../shared/orders/day.ts';
import { Part } from '../components/boundary.tsx';
import { Button } from '../components/button.tsx';
import { FullMessage } from '../components/full-message.tsx';
import { useShop } from '../shop-context.ts';
import { DayChoices } from './day-choices.tsx';
import { DayFigures } from './day-figures.tsx';
import { DayHours } from './day-hours.tsx';
import { daysText } from './day-text.ts';
import { DayOutages } from './day-outages.tsx';
import styles from './day-page.module.css';
import { useDay, type Day } from './use-day.ts';

/** Shows what happened in a day or in some days: to read, to print and to save. */
export function DayPage(): JSX.Element {
  const { texts, view, language } = useShop();
  const { day } = texts;
  const [choice, setChoice] = useState<DayChoice>({ kind: 'today' });
  const state = useDay(choice);
  const { report } = state;
  const name = view.settings.shop.name.trim();
  const days = report === null ? '' : daysText(report.range, language);

  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <div>
          <h1 className={styles['title']}>{day.title}</h1>
          <p className={styles['soft']}>{[name, days].filter((part) => part !== '').join(' · ')}</p>
        </div>
        <div className={styles['tools']}>
          <DayChoices choice={choice} report={report} onChoose={setChoice} />
          <Button onClick={() => window.print()}>{day.print}</Button>
        </div>
      </header>
      <main className={styles['main']} aria-busy={state.phase === 'loading'}>
        {report === null && state.phase === 'loading' && <FullMessage title={day.loading} isBusy />}
        {state.phase === 'failed' && (
          <FullMessage
            title={day.failedTitle}
            body={day.failedBody}
            action={{ label: texts.orders.retry, run: state.reload }}
            isError
          />
        )}
        {report !== null && state.phase !== 'failed' && (
          <Part where="day, report">
            {isEmpty(report) && <p className={styles['empty']}>{day.empty}</p>}
            <DayFigures report={report} />
            <DayHours hours={report.hours} />
            <DayOutages report={report} />
            <SaveBox state={state} />
          </Part>
        )}
      </main>
    </div>
  );
}

function SaveBox({ state }: { readonly state: Day }): JSX.Element {
  const { day } = useShop().texts;
  const { saved, isSaving, save } = state;
  return (
    <section className={styles['save']} aria-labelledby="day-save">
      <h2 id="day-save" className={styles['section']}>
        {day.save}
      </h2>
      <p className={styles['soft']}>{day.saveHint}</p>
      <div className={styles['buttons']}>
        <Button aria-disabled={isSaving} onClick={() => save('orders')}>
          {day.saveOrders}
        </Button>
        <Button aria-disabled={isSaving} onClick={() => save('alerts')}>
          {day.saveAlerts}
        </Button>
      </div>
      <p role="status" className={styles['saved']} data-tone={saved?.kind}>
        {saved?.kind === 'saved' && day.saved(saved.file)}
        {saved?.kind === 'disk-failed' && day.saveFailed}
      </p>
    </section>
  );
}

function isEmpty(report: DayReport): boolean {
  const { ready, left, cancelledBefore, cancelledAfter, seen, closedUnseen } = report;
  return ready + left + cancelledBefore + cancelledAfter + seen.count + closedUnseen === 0;
}
