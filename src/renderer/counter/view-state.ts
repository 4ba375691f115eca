import type { OrderTab } from '../../shared/order.ts';
import { assertNever } from '../../shared/result.ts';
import type { Scope } from './list-model.ts';

/** What somebody chose to look at; the orders themselves are elsewhere. */
export type ViewState = {
  readonly tab: OrderTab;
  readonly query: string;
  /** What a search is narrowed to; without a search the tab decides. */
  readonly narrowed: Scope;
  /** The row that keys act on. */
  readonly activeId: string | null;
  readonly openId: string | null;
};

export type ViewAction =
  | { readonly kind: 'scope'; readonly scope: Scope }
  | { readonly kind: 'query'; readonly query: string }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'erase' }
  | { readonly kind: 'active'; readonly id: string }
  | { readonly kind: 'open'; readonly id: string }
  | { readonly kind: 'show'; readonly id: string; readonly tab: OrderTab | null }
  | { readonly kind: 'close' };

export function startView(tab: OrderTab): ViewState {
  return { tab, query: '', narrowed: 'all', activeId: null, openId: null };
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
    case 'type':
      return withQuery(view, view.query + action.text);
    case 'erase':
      return withQuery(view, view.query.slice(0, -1));
    case 'active':
      // The detail follows the row while it is open.
      return { ...view, activeId: action.id, openId: view.openId === null ? null : action.id };
    case 'open':
      return { ...view, activeId: action.id, openId: action.id };
    case 'show':
      return { ...startView(action.tab ?? view.tab), activeId: action.id, openId: action.id };
    case 'close':
      return { ...view, openId: null };
    default:
      return assertNever(action);
  }
}

function withQuery(view: ViewState, query: string): ViewState {
  if (query === view.query) return view;
  const narrowed = query.trim() === '' ? 'all' : view.narrowed;
  return { ...view, query, narrowed, activeId: null };
}
