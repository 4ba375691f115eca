import { useEffect, useMemo, useRef, useState, type Dispatch } from 'react';
import { useShop } from '../../shop-context.ts';
import { checkCode, isDoubtful, offeredBy, type CodeCheck } from './code-check.ts';
import type { OrderBook } from '../list/order-book.ts';
import { isCodeLike, mayGrow } from '../list/search.ts';
import type { ViewAction, ViewState } from '../view-state.ts';

/** A code that may go on is judged when nothing more has come for so long. */
const SETTLED_MS = 500;
/** After so long, what comes next is the next code: at once almost for a whole one, later for half a one or a name. */
const NEXT_AFTER_MS = { whole: 800, part: 2_000, words: 5_000 } as const;

/** How far PedidosYa was asked about a code that only an old order has. */
export type Asking = 'asking' | 'answered' | 'failed';

export type CodeAnswer = {
  /** What the code that stands in the search box means, typed to its end or not; null: it is no code. */
  readonly judged: CodeCheck | null;
  /** The same, once it can be shown: nobody is to see what half a code would mean. */
  readonly shown: CodeCheck | null;
  /** null: there was no need. */
  readonly asking: Asking | null;
};

/** Judges the code in the search box, again with all news, and asks PedidosYa when what is known is too old. */
export function useCodeCheck(deps: {
  readonly view: ViewState;
  readonly dispatch: Dispatch<ViewAction>;
  readonly book: OrderBook;
  readonly isReady: boolean;
  /** Answers whether PedidosYa could be asked. */
  readonly ask: () => Promise<boolean>;
}): CodeAnswer {
  const { view, dispatch, book, isReady, ask } = deps;
  const { query, question, pace, offered } = view;
  const { clock } = useShop();
  const isAsked = isReady && query.trim() !== '';

  const judged = useMemo(
    () => (isAsked ? checkCode({ query, book, nowMs: clock.now(), offered }) : null),
    [isAsked, query, book, clock, offered],
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

/** Asks once for each question. */
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
