import { useCallback, useEffect, useRef, useState } from 'react';
import type { DeliveryGroup, DeliveryPage } from '../../shared/health/delivery.ts';
import { useShop } from '../shop-context.ts';
import { withNewest, withOlder } from './delivery-model.ts';

export type Deliveries = {
  readonly phase: 'loading' | 'failed' | 'ready';
  /** null unless ready. */
  readonly page: DeliveryPage | null;
  readonly more: 'idle' | 'loading' | 'failed';
  readonly loadMore: () => void;
  readonly reload: () => void;
};

type More = { readonly group: DeliveryGroup | null; readonly state: Deliveries['more'] };
type Loaded = { readonly group: DeliveryGroup | null; readonly page: DeliveryPage | 'failed' };

/** Loads the delivery log, newest row first, and keeps it up to date while it is shown. */
export function useDeliveries(group: DeliveryGroup | null): Deliveries {
  const { api } = useShop();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [more, setMore] = useState<More>({ group, state: 'idle' });
  const [attempt, setAttempt] = useState(0);
  const isLoadingMore = useRef(false);

  useEffect(() => {
    let isWanted = true;
    const read = (): void => {
      api['deliveries:list']({ group, before: null })
        .then((newest) => {
          if (!isWanted) return;
          setLoaded((before) => {
            const known = before?.group === group && before.page !== 'failed' ? before.page : null;
            return { group, page: known === null ? newest : withNewest(known, newest) };
          });
        })
        .catch(() => {
          // Keep the rows already loaded: they help more than an error about newer ones.
          if (isWanted) {
            setLoaded((before) => (before?.group === group ? before : { group, page: 'failed' }));
          }
        });
    };
    read();
    const stop = api.on('deliveries:changed', read);
    return () => {
      isWanted = false;
      stop();
    };
    // The effect does not use `attempt`, but a change must load the log again.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [api, group, attempt]);

  const mine = loaded?.group === group ? loaded.page : null;
  const page = mine === null || mine === 'failed' ? null : mine;
  const oldest = page?.hasMore === true ? page.entries.at(-1)?.id : undefined;

  const loadMore = useCallback(() => {
    if (oldest === undefined || isLoadingMore.current) return;
    isLoadingMore.current = true;
    setMore({ group, state: 'loading' });
    api['deliveries:list']({ group, before: oldest })
      .then((older) => {
        setLoaded((before) =>
          before?.group === group && before.page !== 'failed'
            ? { group, page: withOlder(before.page, older) }
            : before,
        );
        setMore({ group, state: 'idle' });
      })
      .catch(() => setMore({ group, state: 'failed' }))
      .finally(() => {
        isLoadingMore.current = false;
      });
  }, [api, group, oldest]);

  const reload = useCallback(() => {
    setLoaded(null);
    setAttempt((before) => before + 1);
  }, []);

  return {
    phase: mine === null ? 'loading' : mine === 'failed' ? 'failed' : 'ready',
    page,
    more: more.group === group ? more.state : 'idle',
    loadMore,
    reload,
  };
}
