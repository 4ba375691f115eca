import type { OrderTab } from '../../shared/orders/order.ts';
import { assertNever } from '../../shared/result.ts';
import type { Scope } from './list/list-model.ts';

/** What staff chose to look at; the orders themselves are not part of it. */
export type ViewState = {
  readonly tab: OrderTab;
  readonly query: string;
  /** Numbers the searches: the same code from the next rider is a new question. */
  readonly question: number;
  /** `typing`: more characters may follow. `done`: the next character starts a new search. */
  readonly pace: 'typing' | 'settled' | 'done';
  /** The orders that the result of this question allowed to hand over. */
  readonly offered: readonly string[];
  /** Of several orders with the same code, the one that staff chose by its name. */
  readonly picked: string | null;
  /** True when staff look at the list although a code is being checked. */
  readonly isListed: boolean;
  /** The tab that limits a search; without a search, `tab` counts. */
  readonly narrowed: Scope;
  /** The row that keys act on. */
  readonly activeId: string | null;
  readonly openId: string | null;
};

export type ViewAction =
  | { readonly kind: 'scope'; readonly scope: Scope }
  | { readonly kind: 'query'; readonly query: string }
  /**
   * `scanned`: everything that a scanner has sent so far, including this text. `goesOn`: it was pressed so soon after the
   * last character that it belongs to the same code, however late a busy computer tells of it.
   */
  | {
      readonly kind: 'type';
      readonly text: string;
      readonly scanned?: string | null;
      readonly goesOn?: boolean;
    }
  | { readonly kind: 'erase' }
  /** Typing paused, or the search was ended. Ignored when question or query have changed since then. */
  | { readonly kind: 'settled' | 'done'; readonly question: number; readonly query: string }
  | { readonly kind: 'offered'; readonly ids: readonly string[] }
  | { readonly kind: 'pick'; readonly id: string }
  | { readonly kind: 'list' }
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
    picked: null,
    isListed: false,
    narrowed: 'all',
    activeId: null,
    openId: null,
  };
}

/** Returns which orders to list: a search looks under every tab, because a rider's code may be in any. */
export function scopeOf(view: ViewState): Scope {
  return view.query.trim() === '' ? view.tab : view.narrowed;
}

export function reduceView(view: ViewState, action: ViewAction): ViewState {
  switch (action.kind) {
    case 'scope':
      if (view.query.trim() !== '')
        return { ...view, narrowed: action.scope, isListed: true, activeId: null };
      return action.scope === 'all' ? view : { ...view, tab: action.scope, activeId: null };
    case 'query':
      return withQuery(view, visible(action.query));
    case 'type': {
      const isNew = view.pace === 'done' && action.goesOn !== true;
      const query = (isNew ? '' : view.query) + action.text;
      // A scanned code replaces whatever was typed before it.
      const isNext = isNew || (action.scanned ?? query) !== query;
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
    case 'pick':
      return { ...view, pace: 'done', picked: action.id, activeId: action.id };
    case 'list':
      return { ...view, isListed: true };
    case 'active':
      // An open detail follows the active row.
      return {
        ...view,
        isListed: true,
        activeId: action.id,
        openId: view.openId === null ? null : action.id,
      };
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
      return { ...view, isListed: true, openId: null };
    default:
      return assertNever(action);
  }
}

/** No code, name or product is longer; a whole page that is pasted would keep the keys waiting for seconds. */
const MAX_QUERY_CHARS = 200;

/** Returns a pasted text without what nobody sees: a direction mark shows 1284 as 4821. */
function visible(text: string): string {
  return text
    .slice(0, MAX_QUERY_CHARS)
    .replace(/\p{Cf}/gu, '')
    .replace(/\s/gu, ' ')
    .replace(/\p{Cc}/gu, '');
}

function withQuery(view: ViewState, query: string): ViewState {
  if (query === view.query) return view;
  if (view.pace === 'done' || view.query === '') return nextQuestion(view, query);
  const narrowed = query.trim() === '' ? 'all' : view.narrowed;
  return { ...view, query, narrowed, pace: 'typing', picked: null, isListed: false, activeId: null };
}

function nextQuestion(view: ViewState, query: string): ViewState {
  return {
    ...view,
    query,
    question: view.question + 1,
    pace: 'typing',
    offered: [],
    picked: null,
    isListed: false,
    narrowed: 'all',
    activeId: null,
    // The open order belongs to the previous rider: close it.
    openId: query === '' ? view.openId : null,
  };
}
