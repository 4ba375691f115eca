import { useCallback, useEffect, useState } from 'react';
import type { DiagnosticsReport, DiagnosticsSaved } from '../../shared/health/diagnostics.ts';
import { useShop } from '../shop-context.ts';

export type Report = {
  readonly phase: 'making' | 'failed' | 'ready';
  /** null unless ready. */
  readonly report: DiagnosticsReport | null;
  readonly isSaving: boolean;
  /** The result of saving; null before. */
  readonly saved: DiagnosticsSaved | null;
  readonly make: () => void;
  readonly save: () => void;
};

type Made = { readonly attempt: number; readonly report: DiagnosticsReport | null };

/** Loads a report from main for review, and saves it unchanged. */
export function useReport(): Report {
  const { api } = useShop();
  const [attempt, setAttempt] = useState(0);
  const [made, setMade] = useState<Made | null>(null);
  const [saved, setSaved] = useState<DiagnosticsSaved | null>(null);
  const [isSaving, setSaving] = useState(false);

  useEffect(() => {
    let isWanted = true;
    const take = (report: DiagnosticsReport | null): void => {
      if (isWanted) setMade({ attempt, report });
    };
    // Main has logged the reason.
    api['diagnostics:make']().then(take, () => take(null));
    return () => {
      isWanted = false;
    };
  }, [api, attempt]);

  const mine = made?.attempt === attempt ? made : null;
  const report = mine?.report ?? null;
  const make = useCallback(() => {
    setSaved(null);
    setAttempt((before) => before + 1);
  }, []);
  const save = (): void => {
    if (report === null || isSaving) return;
    setSaving(true);
    setSaved(null);
    api['diagnostics:save']({ id: report.id })
      .then(setSaved)
      .catch(() => setSaved({ kind: 'disk-failed' }))
      .finally(() => setSaving(false));
  };
  return {
    phase: mine === null ? 'making' : report === null ? 'failed' : 'ready',
    report,
    isSaving,
    saved,
    make,
    save,
  };
}
