import type { Dispatch, JSX, Ref } from 'react';
import type { Alert } from '../../../shared/orders/alert.ts';
import { Button } from '../../components/button.tsx';
import { CheckIcon } from '../../components/icons.tsx';
import { useShop } from '../../shop-context.ts';
import styles from './counter-toolbar.module.css';
import type { Scope, TabCounts } from '../list/list-model.ts';
import { OrderTabs } from './order-tabs.tsx';
import { SearchBox } from './search-box.tsx';
import type { ViewAction, ViewState } from '../view-state.ts';

/** The tabs and the search box, which choose the orders to list. */
export function CounterToolbar(props: {
  readonly view: ViewState;
  readonly scope: Scope;
  readonly counts: TabCounts;
  readonly openAlerts: readonly Alert[];
  readonly search: Ref<HTMLInputElement>;
  /** False while something may still be found, and when the result of the code check says what was. */
  readonly isCountTold: boolean;
  readonly dispatch: Dispatch<ViewAction>;
  readonly onSeen: (alertIds: readonly string[]) => void;
}): JSX.Element {
  const { view, scope, counts, openAlerts, search, isCountTold, dispatch, onSeen } = props;
  const { texts } = useShop();
  const isSearching = view.query.trim() !== '';
  return (
    <section className={styles['toolbar']} aria-label={texts.orders.tabsLabel}>
      <OrderTabs
        scope={scope}
        counts={counts}
        isSearching={isSearching}
        onScope={(next) => dispatch({ kind: 'scope', scope: next })}
      />
      <SearchBox input={search} query={view.query} onQuery={(query) => dispatch({ kind: 'query', query })} />
      <p className="hidden-text" aria-live="polite">
        {isSearching && isCountTold && texts.orders.found(counts.all.orders, view.query.trim())}
      </p>
      {openAlerts.length > 1 && !isSearching && (
        <Button icon={<CheckIcon />} onClick={() => onSeen(openAlerts.map((alert) => alert.id))}>
          {texts.card.seenAll(openAlerts.length)}
        </Button>
      )}
    </section>
  );
}
