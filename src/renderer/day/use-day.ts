import { useEffect, useState } from 'react';
import type { DayChoice, DayFile, DayReport, DaySaved } from '../../shared/orders/day.ts';
import { useShop } from '../shop-context.ts';

/** News come in bursts: the figures follow at this pace. */
const FOLLOW_MS = 5_000;

export type Day = {
  readonly phase: 'loading' | 'failed' | 'ready';
  /** The last report, also while another one is read; null before the first. */
  readonly report: DayReport | null;
  readonly reload: () => void;
  readonly isSaving: boolean;
  readonly saved: DaySaved | null;
  readonly save: (what: DayFile) => void;
};

type Loaded = { readonly choice: DayChoice; readonly attempt: number; readonly isFailed: boolean };
type Save = { readonly choice: DayChoice; readonly outcome: DaySaved | null };

/** Reads the report of some days, follows what happens meanwhile, and saves its files. */
export function useDay(choice: DayChoice): Day {
  const { api } = useShop();
  const [report, setReport] = useState<DayReport | null>(null);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [lastSave, setLastSave] = useState<Save | null>(null);

  useEffect(() => {
    let isWanted = true;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const read = async (): Promise<void> => {
      timer = null;
      const next = await api['day:read']({ choice }).catch(() => null);
      if (!isWanted) return;
      if (next !== null) setReport(next);
      setLoaded({ choice, attempt, isFailed: next === null });
    };
    const follow = (): void => {
      timer ??= setTimeout(() => void read(), FOLLOW_MS);
    };
    void read();
    const stops = [
      api.on('orders:changed', follow),
      api.on('orders:replaced', follow),
      api.on('alerts:changed', follow),
    ];
    return () => {
      isWanted = false;
      if (timer !== null) clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [api, choice, attempt]);

  const isSaving = lastSave !== null && lastSave.outcome === null;
  const save = async (what: DayFile): Promise<void> => {
    if (isSaving) return;
    setLastSave({ choice, outcome: null });
    const outcome = await api['day:save']({ choice, what }).catch((): DaySaved => ({ kind: 'disk-failed' }));
    setLastSave({ choice, outcome });
  };
  const isLoaded = loaded?.choice === choice && loaded.attempt === attempt;
  return {
    phase: isLoaded ? (loaded.isFailed ? 'failed' : 'ready') : 'loading',
    report,
    reload: () => setAttempt((before) => before + 1),
    isSaving,
    saved: lastSave?.choice === choice ? lastSave.outcome : null,
    save: (what) => void save(what),
  };
}
