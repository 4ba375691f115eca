import { useCallback, useEffect, useState } from 'react';
import type { DeliveryEntry } from '../../shared/health/delivery.ts';
import { useShop } from '../shop-context.ts';

const SHOWN_MS = 8_000;

/** Processes the order of a row again and shows the result for a while. */
export function useReprocess(): {
  readonly busyId: number | null;
  readonly notice: string;
  readonly run: (entry: DeliveryEntry) => void;
} {
  const { api, texts } = useShop();
  const [busyId, setBusyId] = useState<number | null>(null);
  const [notice, setNotice] = useState('');

  useEffect(() => {
    if (notice === '') return undefined;
    const timer = setTimeout(() => setNotice(''), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice]);

  const run = useCallback(
    ({ id, orderId, code }: DeliveryEntry) => {
      if (orderId === null) return;
      setBusyId(id);
      setNotice('');
      const prefix = code === null ? '' : `${texts.orderDetail.title(code)}: `;
      api['deliveries:reprocess']({ orderId })
        .then((outcome) => setNotice(prefix + texts.deliveries.reprocessed(outcome)))
        .catch(() => setNotice(prefix + texts.deliveries.reprocessFailed))
        .finally(() => setBusyId(null));
    },
    [api, texts],
  );
  return { busyId, notice, run };
}
