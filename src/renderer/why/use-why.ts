import { useCallback, useRef, useState } from 'react';
import type { WhyAnswer, WhyQuestion } from '../../shared/orders/why.ts';
import { useShop } from '../shop-context.ts';

export type WhyState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'asking' }
  | { readonly phase: 'failed' }
  | { readonly phase: 'answered'; readonly answer: WhyAnswer };

/** Asks main why an order did not ring; an earlier question's answer is dropped. */
export function useWhy(): { readonly state: WhyState; readonly ask: (question: WhyQuestion) => void } {
  const { api } = useShop();
  const [state, setState] = useState<WhyState>({ phase: 'idle' });
  const turn = useRef(0);
  const ask = useCallback(
    (question: WhyQuestion) => {
      turn.current += 1;
      const mine = turn.current;
      const become = (next: WhyState): void => {
        if (mine === turn.current) setState(next);
      };
      setState({ phase: 'asking' });
      api['why:ask'](question)
        .then((answer) => become({ phase: 'answered', answer }))
        .catch(() => become({ phase: 'failed' }));
    },
    [api],
  );
  return { state, ask };
}
