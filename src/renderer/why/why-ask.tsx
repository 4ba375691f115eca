import { useEffect, useRef, type JSX } from 'react';
import { Button } from '../components/button.tsx';
import { useShop } from '../shop-context.ts';
import { useWhy } from './use-why.ts';
import { WhySentenceText } from './why-sentence-text.tsx';
import styles from './why.module.css';

/** The question about one order that is open already. */
export function WhyAsk({ code, orderId }: { readonly code: string; readonly orderId: string }): JSX.Element {
  const { texts } = useShop();
  const { state, ask } = useWhy();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The answer stands below the button, which may be the last thing in sight.
    if (state.phase === 'answered') box.current?.scrollIntoView({ block: 'nearest' });
  }, [state]);
  return (
    <div ref={box} className={styles['ask']}>
      <Button aria-disabled={state.phase === 'asking'} onClick={() => ask({ code, orderId })}>
        {texts.why.title}
      </Button>
      <WhySentenceText state={state} />
    </div>
  );
}
