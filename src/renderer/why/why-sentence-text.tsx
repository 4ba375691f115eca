import type { JSX } from 'react';
import { useShop } from '../shop-context.ts';
import type { WhyState } from './use-why.ts';
import { whySentence } from './why-sentence.ts';
import styles from './why.module.css';

/** The answer, in the place where it is heard and seen. */
export function WhySentenceText({ state }: { readonly state: WhyState }): JSX.Element {
  const { texts, times, clock } = useShop();
  return (
    <p className={styles['sentence']} role="status" data-phase={state.phase}>
      {state.phase === 'asking' && texts.why.asking}
      {state.phase === 'failed' && texts.why.failed}
      {state.phase === 'answered' && whySentence(state.answer, { texts, times, nowMs: clock.now() })}
    </p>
  );
}
