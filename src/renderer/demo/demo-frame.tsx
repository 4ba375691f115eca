import type { JSX, ReactNode } from 'react';
import type { DemoState } from '../../shared/demo.ts';
import { FullMessage } from '../components/full-message.tsx';
import { createLive, useLive } from '../live.ts';
import { useShop } from '../shop-context.ts';
import styles from './demo-frame.module.css';
import { DemoStrip } from './demo-strip.tsx';
import { Button } from '../components/button.tsx';

/** The frame around every page of the demonstration: nobody may mistake its data for real orders. */
export function DemoFrame(props: {
  /** True for the counter: only there the strip explains what happens. */
  readonly isCounter: boolean;
  readonly children: ReactNode;
}): JSX.Element {
  const { isCounter, children } = props;
  const { api, texts } = useShop();
  const { demo } = texts;
  const live = useLive<DemoState | null>(() =>
    createLive({
      read: () => api['demo:read'](),
      listen: (apply) => api.on('demo:changed', (next) => apply(() => next)),
    }),
  );
  const state = live.state.phase === 'ready' ? live.state.value : null;
  const trouble = state?.phase === 'stopped' ? demo.trouble[state.cause] : null;
  return (
    <>
      <DemoStrip state={isCounter ? state : null} />
      {isCounter && trouble !== null ? (
        <div className={styles['stopped']}>
          <FullMessage {...trouble} isError />
        </div>
      ) : (
        children
      )}
      <div className={styles['watermark']} aria-hidden="true">
        {demo.mark}
      </div>
    </>
  );
}

/** The button that starts the demonstration; not shown inside of it. */
export function DemoEntry(): JSX.Element | null {
  const { api, texts, isDemo } = useShop();
  if (isDemo) return null;
  return <Button onClick={() => void api['demo:enter']()}>{texts.demo.enter}</Button>;
}
