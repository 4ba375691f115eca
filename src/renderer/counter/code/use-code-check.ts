import { useEffect, useMemo, useRef, useState, type Dispatch } from 'react';
import { useShop } from '../../shop-context.ts';
import { checkCode, isDoubtful, offeredBy, type CodeCheck } from './code-check.ts';
import type { OrderBook } from '../list/order-book.ts';
import { NEXT_CODE_MS } from '../keys/key-rhythm.ts';
import { isCodeLike, mayGrow } from '../list/search.ts';
import type { ViewAction, ViewState } from '../view-state.ts';

/** A code that could still get longer is checked after this pause in typing. */
const SETTLED_MS = 500;
/** After this pause the next character starts a new search: soon after a whole code, later after part of one or a name. */
const NEXT_AFTER_MS = { whole: NEXT_CODE_MS, part: 2_000, words: 5_000 } as const;

/** State of the question to PedidosYa about a code that only an old order has. */
export type Asking = 'asking' | 'answered' | 'failed';

export type CodeAnswer = {
  /** The result for the text in the search box, even while it is being typed; null when it is not a code. */
  readonly judged: CodeCheck | null;
  /** The same once it may be shown: the result for part of a code would mislead staff. */
  readonly shown: CodeCheck | null;
  /** null when PedidosYa did not have to be asked. */
  readonly asking: Asking | null;
};

/** Checks the code in the search box, and again whenever an order changes. Asks PedidosYa when the data is too old. */
export function useCodeCheck(deps: {
  readonly view: ViewState;
  readonly dispatch: Dispatch<ViewAction>;
  readonly book: OrderBook;
  readonly isReady: boolean;
  /** Resolves to true when PedidosYa answered. */
  readonly ask: () => Promise<boolean>;
}): CodeAnswer {
  const { view, dispatch, book, isReady, ask } = deps;
  const { query, question, pace, offered, picked } = view;
  const { clock } = useShop();
  const isAsked = isReady && query.trim() !== '';

  const judged = useMemo(
    () => (isAsked ? checkCode({ query, book, nowMs: clock.now(), offered, picked }) : null),
    [isAsked, query, book, clock, offered, picked],
  );
  const kind = useMemo(() => {
    if (!isAsked) return null;
    if (judged === null && !isCodeLike(query, book.values())) return 'words';
    return mayGrow(query, book.values()) ? 'part' : 'whole';
  }, [isAsked, judged, query, book]);
  const shown = kind === 'part' && pace === 'typing' ? null : judged;

  useEffect(() => {
    if (kind === null) return undefined;
    const settled = setTimeout(() => dispatch({ kind: 'settled', question, query }), SETTLED_MS);
    const done = setTimeout(() => dispatch({ kind: 'done', question, query }), NEXT_AFTER_MS[kind]);
    return () => {
      clearTimeout(settled);
      clearTimeout(done);
    };
  }, [kind, query, question, dispatch]);

  useEffect(() => {
    const ids = offeredBy(shown);
    if (ids.some((id) => !offered.includes(id))) dispatch({ kind: 'offered', ids });
  }, [shown, offered, dispatch]);

  return { judged, shown, asking: useAsking(isDoubtful(shown) ? question : null, ask) };
}

/** Asks PedidosYa once for each question. */
function useAsking(question: number | null, ask: () => Promise<boolean>): Asking | null {
  const [answer, setAnswer] = useState<{ readonly to: number; readonly asking: Asking } | null>(null);
  const last = useRef<number | null>(null);
  useEffect(() => {
    if (question === null || last.current === question) return;
    last.current = question;
    void ask().then((isAnswered) => setAnswer({ to: question, asking: isAnswered ? 'answered' : 'failed' }));
  }, [question, ask]);
  if (question === null) return null;
  return answer?.to === question ? answer.asking : 'asking';
}
