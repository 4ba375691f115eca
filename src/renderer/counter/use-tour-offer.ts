import { useCallback, useEffect, useState } from 'react';
import { useShop } from '../shop-context.ts';

export type TourOffer = {
  readonly isShown: boolean;
  readonly take: () => void;
  readonly decline: () => void;
};

/** Whether the counter offers the tour. What rings comes first: the offer then goes, and waits for the next window. */
export function useTourOffer(hasAlerts: boolean, onFailed: () => void): TourOffer {
  const { api, view } = useShop();
  const [isOffered, setOffered] = useState(false);
  const [wasInTheWay, setInTheWay] = useState(false);
  if (hasAlerts && !wasInTheWay) setInTheWay(true);
  const { configured } = view;
  useEffect(() => {
    if (!configured) return undefined;
    let isCurrent = true;
    api['tour:is-offered']().then(
      (offered) => {
        if (isCurrent) setOffered(offered);
      },
      // An offer that cannot be read is no trouble of the shop's.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [api, configured]);
  const answer = useCallback(
    (channel: 'window:open-tour' | 'tour:decline') => {
      setOffered(false);
      api[channel]().catch(onFailed);
    },
    [api, onFailed],
  );
  return {
    isShown: isOffered && !wasInTheWay,
    take: () => answer('window:open-tour'),
    decline: () => answer('tour:decline'),
  };
}
