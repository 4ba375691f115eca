import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefreshOutcome, RefreshProgress } from '../../shared/partner.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import { useShop } from '../shop-context.ts';

const NOTICE_MS = 8_000;

type Notice = {
  readonly tone: 'ok' | 'error';
  readonly sentence: string;
  readonly remedy: string;
};

export type Refresh = {
  readonly isBusy: boolean;
  readonly progress: RefreshProgress | null;
  readonly notice: Notice | null;
  /** ISO UTC of the last answer; null before the first. */
  readonly lastAt: string | null;
  readonly run: () => void;
  readonly dismiss: () => void;
};

/** What a refresh found, in one sentence. */
function refreshNotice(outcome: RefreshOutcome, texts: Texts): Notice {
  if (!outcome.ok) return { tone: 'error', ...texts.errors.partner[outcome.error.code] };
  const found = [
    ...(outcome.added > 0 ? [texts.alerts.newOrders(outcome.added)] : []),
    ...(outcome.changed > 0 ? [texts.alerts.changedOrders(outcome.changed)] : []),
  ];
  return { tone: 'ok', sentence: found.length === 0 ? texts.alerts.noNews : found.join(', '), remedy: '' };
}

/** Asks PedidosYa for news and says what came of it. Runs that others started only move the time of the last answer. */
export function useRefresh(): Refresh {
  const { api, texts } = useShop();
  const [isAsking, setAsking] = useState(false);
  const [progress, setProgress] = useState<RefreshProgress | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [lastAt, setLastAt] = useState<string | null>(null);
  const asking = useRef(false);

  useEffect(() => {
    const stopProgress = api.on('refresh:progress', (next) => setProgress(next.running ? next : null));
    const stopDone = api.on('refresh:done', (outcome) => {
      setProgress(null);
      if (outcome.ok) setLastAt(outcome.at);
    });
    return () => {
      stopProgress();
      stopDone();
    };
  }, [api]);

  useEffect(() => {
    if (notice?.tone !== 'ok') return undefined;
    const timer = setTimeout(() => setNotice(null), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [notice]);

  const run = useCallback(() => {
    if (asking.current) return;
    asking.current = true;
    setAsking(true);
    setNotice(null);
    api['orders:refresh']()
      .then((outcome) => {
        setNotice(refreshNotice(outcome, texts));
        if (outcome.ok) setLastAt(outcome.at);
      })
      .catch(() => setNotice({ tone: 'error', ...texts.orders.refreshFailed }))
      .finally(() => {
        asking.current = false;
        setAsking(false);
        setProgress(null);
      });
  }, [api, texts]);

  const dismiss = useCallback(() => setNotice(null), []);
  return { isBusy: isAsking || progress !== null, progress, notice, lastAt, run, dismiss };
}
