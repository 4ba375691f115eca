import { useState, type JSX } from 'react';
import { Button } from '../../components/button.tsx';
import { FullMessage } from '../../components/full-message.tsx';
import { useShop } from '../../shop-context.ts';
import styles from './day-test.module.css';
import { DayTest } from './day-test.tsx';
import { useSetup } from '../use-setup.ts';

/** The test of the day in a window of its own, for whoever opens the shop. */
export function DayTestPage(): JSX.Element {
  const { api, texts } = useShop();
  const { test: words } = texts.setup;
  const { state, readAgain } = useSetup();
  const [phase, setPhase] = useState<'idle' | 'testing' | 'failed'>('idle');
  const isTesting = phase === 'testing';
  const run = (): void => {
    if (isTesting) return;
    setPhase('testing');
    api['setup:test']().then(
      () => {
        readAgain();
        setPhase('idle');
      },
      // Main has logged the reason.
      () => setPhase('failed'),
    );
  };
  if (state.phase === 'failed') {
    return <FullMessage title={texts.orders.failedTitle} body={texts.orders.failedBody} isError />;
  }
  const test = state.phase === 'ready' ? state.value.test : null;
  return (
    <main className={styles['page']}>
      <h1 className={styles['title']}>{words.title}</h1>
      <p>{words.intro}</p>
      <div className={styles['run']}>
        <Button kind="primary" aria-disabled={isTesting} onClick={run}>
          {test === null ? words.send : words.again}
        </Button>
        {phase === 'failed' && <p role="alert">{words.failed}</p>}
      </div>
      <DayTest test={test} isTesting={isTesting} />
    </main>
  );
}
