import { useEffect, useState } from 'react';
import { useShop } from '../../shop-context.ts';

export type TourOffer = {
  readonly isShown: boolean;
  readonly take: () => void;
  readonly decline: () => void;
};

/** Whether the counter offers the tour. What rings comes first: the offer then goes, and waits for the next window. */
export function useTourOffer(facts: {
  /** Orders and alerts are known. */
  readonly isReady: boolean;
  readonly hasAlerts: boolean;
  readonly onFailed: () => void;
}): TourOffer {
  const { isReady, hasAlerts, onFailed } = facts;
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
  const answer = (channel: 'window:open-tour' | 'tour:decline'): void => {
    setOffered(false);
    api[channel]().catch(onFailed);
  };
  return {
    isShown: isReady && isOffered && !wasInTheWay,
    take: () => answer('window:open-tour'),
    decline: () => answer('tour:decline'),
  };
}
