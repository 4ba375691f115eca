import { useCallback, useEffect, useRef, useState } from 'react';
import { isCancelled, type RefreshOutcome, type RefreshProgress } from '../../../shared/partner.ts';
import { partnerTrouble } from '../../../shared/texts/errors.ts';
import type { Texts } from '../../../shared/texts/texts.ts';
import { useShop } from '../../shop-context.ts';

const NOTICE_MS = 8_000;
/** Most syncs end before anybody could read their progress. */
const SHOW_PROGRESS_AFTER_MS = 1_000;

type Notice = {
  readonly tone: 'ok' | 'error';
  readonly sentence: string;
  readonly remedy: string;
};

export type Refresh = {
  readonly isBusy: boolean;
  /** Progress of a sync that takes long, no matter what started it. */
  readonly progress: RefreshProgress | null;
  readonly notice: Notice | null;
  readonly run: () => void;
  /** Does the same and resolves to true when PedidosYa answered. */
  readonly ask: () => Promise<boolean>;
  /** Stops the current sync, no matter what started it. */
  readonly stop: () => void;
  readonly dismiss: () => void;
};

/** Returns in one sentence what the refresh found. */
function refreshNotice(outcome: RefreshOutcome, texts: Texts): Notice {
  if (isCancelled(outcome)) return { tone: 'ok', ...texts.alerts.stopped };
  if (!outcome.ok) return { tone: 'error', ...partnerTrouble(texts, outcome.error) };
  const found = [
    ...(outcome.added > 0 ? [texts.alerts.newOrders(outcome.added)] : []),
    ...(outcome.changed > 0 ? [texts.alerts.changedOrders(outcome.changed)] : []),
  ];
  return { tone: 'ok', sentence: found.length === 0 ? texts.alerts.noNews : found.join(', '), remedy: '' };
}

/** Starts a sync with PedidosYa and says what it found. For a sync started elsewhere only the progress is shown. */
export function useRefresh(): Refresh {
  const { api, texts } = useShop();
  const [isAsking, setAsking] = useState(false);
  const [progress, setProgress] = useState<RefreshProgress | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const asking = useRef<Promise<boolean> | null>(null);

  useEffect(() => {
    let latest: RefreshProgress | null = null;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const end = (): void => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      latest = null;
      setProgress(null);
    };
    const stopProgress = api.on('refresh:progress', (next) => {
      if (!next.running) {
        end();
        return;
      }
      const isShown = timer === null && latest !== null;
      if (latest === null) {
        timer = setTimeout(() => {
          timer = null;
          setProgress(latest);
        }, SHOW_PROGRESS_AFTER_MS);
      }
      latest = next;
      if (isShown) setProgress(next);
    });
    const stopDone = api.on('refresh:done', end);
    return () => {
      stopProgress();
      stopDone();
      if (timer !== null) clearTimeout(timer);
    };
  }, [api]);

  useEffect(() => {
    if (notice?.tone !== 'ok') return undefined;
    const timer = setTimeout(() => setNotice(null), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [notice]);

  const ask = useCallback((): Promise<boolean> => {
    if (asking.current !== null) return asking.current;
    setAsking(true);
    setNotice(null);
    const answer = api['orders:refresh']()
      .then((outcome) => {
        setNotice(refreshNotice(outcome, texts));
        return outcome.ok;
      })
      .catch(() => {
        setNotice({ tone: 'error', ...texts.orders.refreshFailed });
        return false;
      })
      .finally(() => {
        asking.current = null;
        setAsking(false);
        setProgress(null);
      });
    asking.current = answer;
    return answer;
  }, [api, texts]);
  const run = useCallback(() => void ask(), [ask]);

  const stop = useCallback(() => {
    api['orders:cancel-refresh']()
      .then((wasRunning) => {
        if (wasRunning) setNotice({ tone: 'ok', ...texts.alerts.stopped });
      })
      .catch(() => setNotice({ tone: 'error', ...texts.orders.stopFailed }));
  }, [api, texts]);

  const dismiss = useCallback(() => setNotice(null), []);
  return { isBusy: isAsking || progress !== null, progress, notice, run, ask, stop, dismiss };
}
