import { useState } from 'react';
import type { SaveOutcome } from '../../../../shared/ipc-contract.ts';
import type { Settings } from '../../../../shared/settings/settings.ts';
import type { ImportOutcome } from '../../../../shared/settings/transfer.ts';
import { useShop } from '../../../shop-context.ts';
import type { SettingsForm } from '../../form/use-settings-form.ts';

export type Transfer = {
  /** A copy that was read and waits for confirmation. */
  readonly preview: Extract<ImportOutcome, { readonly kind: 'read' }> | null;
  readonly said: { readonly sentence: string; readonly isFine: boolean } | null;
  readonly canUndo: boolean;
  readonly export: () => void;
  readonly import: () => void;
  readonly apply: () => void;
  readonly cancel: () => void;
  readonly undo: () => void;
};

/**
 * Saves the settings to a file and reads them back. A copy changes nothing until the user has seen what it would
 * change.
 */
export function useTransfer(form: SettingsForm): Transfer {
  const { api, texts, view } = useShop();
  const words = texts.preferences;
  const [preview, setPreview] = useState<Transfer['preview']>(null);
  const [said, setSaid] = useState<Transfer['said']>(null);
  const [before, setBefore] = useState<Settings | null>(null);

  const fail = (): void => setSaid({ sentence: texts.errors.save.unexpected.sentence, isFine: false });
  const keep = async (settings: Settings, sentence: string): Promise<boolean> => {
    const save = (): Promise<SaveOutcome> => api['settings:save']({ settings, isFromFile: true });
    const isKept = await form.run(save, () => sentence);
    setSaid(isKept ? { sentence, isFine: true } : null);
    return isKept;
  };
  const exportNow = async (): Promise<void> => {
    const outcome = await api['settings:export']();
    if (outcome.kind === 'saved') setSaid({ sentence: words.exported(outcome.file), isFine: true });
    if (outcome.kind === 'failed') setSaid({ sentence: words.exportFailed, isFine: false });
  };
  const importNow = async (): Promise<void> => {
    if (form.isDirty) {
      setSaid({ sentence: words.importUnsaved, isFine: false });
      return;
    }
    const outcome = await api['settings:import']();
    if (outcome.kind === 'cancelled') return;
    setBefore(null);
    setPreview(outcome.kind === 'read' ? outcome : null);
    setSaid(
      outcome.kind === 'refused'
        ? { sentence: words.refusals[outcome.why](outcome.detail), isFine: false }
        : null,
    );
  };
  const apply = async (): Promise<void> => {
    if (preview === null) return;
    const current = view.settings;
    if (!(await keep(preview.settings, words.imported))) return;
    setPreview(null);
    setBefore(current);
  };
  const undo = async (): Promise<void> => {
    if (before !== null && (await keep(before, words.undone))) setBefore(null);
  };

  return {
    preview,
    said,
    canUndo: before !== null,
    export: () => void exportNow().catch(fail),
    import: () => void importNow().catch(fail),
    apply: () => void apply().catch(fail),
    cancel: () => setPreview(null),
    undo: () => void undo().catch(fail),
  };
}
