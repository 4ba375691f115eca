import type { JSX } from 'react';
import { FullMessage } from '../../components/full-message.tsx';
import { useShop } from '../../shop-context.ts';
import type { CounterData } from '../use-counter-data.ts';
import type { Scope } from './list-model.ts';

/** Says why there is no list: it is being read, could not be, the shop is not set up, or nothing is in it. */
export function ListMessage(props: {
  readonly data: CounterData;
  readonly scope: Scope;
  /** The words that are searched for; null without any, and for a code, whose verdict stands elsewhere. */
  readonly query: string | null;
  /** False while the words may still be found. */
  readonly isSearchOver: boolean;
  readonly onSettings: () => void;
}): JSX.Element {
  const { data, scope, query, isSearchOver, onSettings } = props;
  const { texts, view } = useShop();
  const { orders } = texts;
  if (data.phase === 'loading') return <FullMessage title={orders.loading} isBusy />;
  if (data.phase === 'failed') {
    const action = { label: orders.retry, run: data.reload };
    return <FullMessage title={orders.failedTitle} body={orders.failedBody} action={action} isError />;
  }
  if (!view.configured && data.book.size === 0) {
    const action = { label: orders.openSettings, run: onSettings };
    return <FullMessage title={orders.setupTitle} body={orders.setupBody} action={action} />;
  }
  if (query === null) return <FullMessage {...orders.empty[scope]} />;
  return isSearchOver ? (
    <FullMessage {...orders.notFound(query)} />
  ) : (
    <FullMessage title={orders.searching(query)} isBusy />
  );
}
