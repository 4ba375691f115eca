import { useRef, type JSX, type KeyboardEvent } from 'react';
import choices from '../../components/counted-choices.module.css';
import type { OrderTab } from '../../../shared/orders/order.ts';
import { useShop } from '../../shop-context.ts';
import { ORDER_TABS, type Scope, type TabCounts } from '../list/list-model.ts';
import styles from './order-tabs.module.css';

/** Where the tab that was last open is kept. */
const KEY = 'counter.tab';

export const PANEL_ID = 'orders-panel';

export function tabId(scope: Scope): string {
  return `orders-tab-${scope}`;
}

/** One tab per state, with its count; during a search, also a tab for all states. */
export function OrderTabs(props: {
  readonly scope: Scope;
  readonly counts: TabCounts;
  readonly isSearching: boolean;
  readonly onScope: (scope: Scope) => void;
}): JSX.Element {
  const { scope, counts, isSearching, onScope } = props;
  const { texts } = useShop();
  const list = useRef<HTMLDivElement>(null);
  const scopes: readonly Scope[] = isSearching ? ['all', ...ORDER_TABS] : ORDER_TABS;

  const choose = (event: KeyboardEvent): void => {
    const at = scopes.indexOf(scope);
    const next = tabAfter(event.key, at, scopes.length);
    const chosen = next === null ? undefined : scopes[next];
    if (chosen === undefined) return;
    event.preventDefault();
    onScope(chosen);
    list.current?.querySelector<HTMLElement>(`#${tabId(chosen)}`)?.focus();
  };

  return (
    <div
      ref={list}
      className={`${choices['choices']} ${styles['tabs']}`}
      role="tablist"
      aria-label={texts.orders.tabsLabel}
      onKeyDown={choose}
    >
      {scopes.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={tabId(each)}
          className={`${choices['choice']} ${styles['tab']}`}
          data-scope={each}
          aria-selected={each === scope}
          aria-controls={PANEL_ID}
          tabIndex={each === scope ? 0 : -1}
          onClick={() => onScope(each)}
        >
          {each === 'all' ? texts.orders.everyTab : texts.orders.tabs[each]}{' '}
          <span
            className={`${choices['count']} ${styles['count']}`}
            data-unseen={counts[each].unseen > 0 ? 'true' : undefined}
          >
            {counts[each].orders}
          </span>
          {counts[each].unseen > 0 && (
            <span className="hidden-text">{texts.orders.unseenCount(counts[each].unseen)}</span>
          )}
        </button>
      ))}
    </div>
  );
}

/** Returns the tab that was last open on this computer. */
export function readTab(storage: Pick<Storage, 'getItem'>): OrderTab {
  const kept = storage.getItem(KEY);
  return ORDER_TABS.find((tab) => tab === kept) ?? 'ready';
}

export function rememberTab(storage: Pick<Storage, 'setItem'>, tab: OrderTab): void {
  storage.setItem(KEY, tab);
}

function tabAfter(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowLeft':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
