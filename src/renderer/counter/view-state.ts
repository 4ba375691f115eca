import type { OrderTab } from '../../shared/order.ts';
import { assertNever } from '../../shared/result.ts';
import type { Scope } from './list/list-model.ts';

/** What somebody chose to look at; the orders themselves are elsewhere. */
export type ViewState = {
  readonly tab: OrderTab;
  readonly query: string;
  /** Counts what was asked: the same code of the next rider is another question. */
  readonly question: number;
  /** `typing`: there may be more to come. `done`: what comes next is the next code. */
  readonly pace: 'typing' | 'settled' | 'done';
  /** What this question was answered to hand over. */
  readonly offered: readonly string[];
  /** What a search is narrowed to; without a search the tab decides. */
  readonly narrowed: Scope;
  /** The row that keys act on. */
  readonly activeId: string | null;
  readonly openId: string | null;
};

export type ViewAction =
  | { readonly kind: 'scope'; readonly scope: Scope }
  | { readonly kind: 'query'; readonly query: string }
  /** `scanned`: all that a scanner has sent by now, this text included. */
  | { readonly kind: 'type'; readonly text: string; readonly scanned?: string | null }
  | { readonly kind: 'erase' }
  /** Nothing more came for a while, or it was ended: of what stood there then, and of nothing else. */
  | { readonly kind: 'settled' | 'done'; readonly question: number; readonly query: string }
  | { readonly kind: 'offered'; readonly ids: readonly string[] }
  | { readonly kind: 'active'; readonly id: string }
  | { readonly kind: 'open'; readonly id: string }
  | { readonly kind: 'show'; readonly id: string; readonly tab: OrderTab | null }
  | { readonly kind: 'close' };

export function startView(tab: OrderTab): ViewState {
  return {
    tab,
    query: '',
    question: 0,
    pace: 'typing',
    offered: [],
    narrowed: 'all',
    activeId: null,
    openId: null,
  };
}

/** The orders to list: a search looks under every tab, so that a rider's code is found wherever it stands. */
export function scopeOf(view: ViewState): Scope {
  return view.query.trim() === '' ? view.tab : view.narrowed;
}

export function reduceView(view: ViewState, action: ViewAction): ViewState {
  switch (action.kind) {
    case 'scope':
      if (view.query.trim() !== '') return { ...view, narrowed: action.scope, activeId: null };
      return action.scope === 'all' ? view : { ...view, tab: action.scope, activeId: null };
    case 'query':
      return withQuery(view, action.query);
    case 'type': {
      const query = (view.pace === 'done' ? '' : view.query) + action.text;
      // A scanner's code stands alone, whatever was typed before it.
      const isNext = view.pace === 'done' || (action.scanned ?? query) !== query;
      return isNext ? nextQuestion(view, action.scanned ?? query) : withQuery(view, query);
    }
    case 'erase':
      return withQuery(view, view.query.slice(0, -1));
    case 'settled':
    case 'done': {
      const isSame = action.question === view.question && action.query === view.query;
      return isSame && view.pace !== 'done' ? { ...view, pace: action.kind } : view;
    }
    case 'offered':
      return { ...view, offered: [...new Set([...view.offered, ...action.ids])] };
    case 'active':
      // The detail follows the row while it is open.
      return { ...view, activeId: action.id, openId: view.openId === null ? null : action.id };
    case 'open':
      return { ...view, pace: 'done', activeId: action.id, openId: action.id };
    case 'show':
      return {
        ...startView(action.tab ?? view.tab),
        question: view.question + 1,
        pace: 'done',
        activeId: action.id,
        openId: action.id,
      };
    case 'close':
      return { ...view, openId: null };
    default:
      return assertNever(action);
  }
}

function withQuery(view: ViewState, query: string): ViewState {
  if (query === view.query) return view;
  if (view.pace === 'done' || view.query === '') return nextQuestion(view, query);
  const narrowed = query.trim() === '' ? 'all' : view.narrowed;
  return { ...view, query, narrowed, pace: 'typing', activeId: null };
}

function nextQuestion(view: ViewState, query: string): ViewState {
  return {
    ...view,
    query,
    question: view.question + 1,
    pace: 'typing',
    offered: [],
    narrowed: 'all',
    activeId: null,
    // What is open is the last rider's.
    openId: query === '' ? view.openId : null,
  };
}
