import type { JSX } from 'react';
import { DEMO_STEPS, type DemoCommand, type DemoState } from '../../shared/demo.ts';
import { Button } from '../components/button.tsx';
import { useShop } from '../shop-context.ts';
import styles from './demo-strip.module.css';

/**
 * Says that all data is invented, what happens now and what to look at, and offers the way out. With `state` null it
 * leaves out what happens now.
 */
export function DemoStrip({ state }: { readonly state: DemoState | null }): JSX.Element {
  const { api, texts } = useShop();
  const { demo } = texts;
  const run = (command: DemoCommand): void => void api['demo:command']({ command });
  const scene = state?.phase === 'playing' ? state.scene : null;
  const isLast = scene?.step === DEMO_STEPS.at(-1);
  return (
    <section className={styles['strip']} aria-label={demo.title}>
      <p className={styles['mark']}>{demo.watermark}</p>
      <div className={styles['buttons']}>
        {scene !== null && (
          <span className={styles['progress']}>
            {demo.progress(DEMO_STEPS.indexOf(scene.step) + 1, DEMO_STEPS.length)}
          </span>
        )}
        {scene !== null && !isLast && (
          <>
            <Button kind="quiet" onClick={() => run(scene.isPaused ? 'resume' : 'pause')}>
              {scene.isPaused ? demo.resume : demo.pause}
            </Button>
            <Button kind="quiet" onClick={() => run('next')}>
              {demo.next}
            </Button>
          </>
        )}
        {state !== null && state.phase !== 'starting' && (
          <Button kind="quiet" onClick={() => run('restart')}>
            {demo.restart}
          </Button>
        )}
        <Button onClick={() => void api['demo:leave']()}>{demo.leave}</Button>
      </div>
      <div className={styles['caption']} role="status">
        <Caption state={state} />
      </div>
    </section>
  );
}

function Caption({ state }: { readonly state: DemoState | null }): JSX.Element | null {
  const { demo } = useShop().texts;
  if (state?.phase === 'starting') return <p>{demo.starting}</p>;
  if (state?.phase !== 'playing') return null;
  const { what, look } = demo.captions[state.scene.step](state.scene.codes);
  return (
    <>
      <p className={styles['what']}>{what} </p>
      <p>{look}</p>
    </>
  );
}
