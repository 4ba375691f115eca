import type { Result } from '../../../shared/result.ts';
import type { ExportOutcome, ImportOutcome } from '../../../shared/settings/transfer.ts';

type Copy = Omit<Extract<ImportOutcome, { kind: 'read' }>, 'kind' | 'file'>;
type Refusal = Omit<Extract<ImportOutcome, { kind: 'refused' }>, 'kind'>;

export type SettingsTransfer = {
  readonly exportSettings: () => Promise<ExportOutcome>;
  /** Only reads: the page asks to save. */
  readonly importSettings: () => Promise<ImportOutcome>;
};

/** Returns how settings are written to a file that the user chooses, and read from one. */
export function createSettingsTransfer(deps: {
  /** Both return null when the user chose no file. */
  readonly chooseNew: () => Promise<string | null>;
  readonly chooseExisting: () => Promise<string | null>;
  /** Returns the name of a file as the user knows it. */
  readonly nameOf: (file: string) => string;
  readonly write: (file: string) => Promise<void>;
  /** Returns null for a file that is too big to be a copy. */
  readonly read: (file: string) => Promise<string | null>;
  readonly parse: (text: string) => Result<Copy, Refusal>;
  readonly log: { readonly error: (message: string, detail?: unknown) => void };
}): SettingsTransfer {
  const { nameOf, log } = deps;
  return {
    exportSettings: async () => {
      const file = await deps.chooseNew();
      if (file === null) return { kind: 'cancelled' };
      try {
        await deps.write(file);
        return { kind: 'saved', file: nameOf(file) };
      } catch (error) {
        log.error('The copy of the settings could not be written', error);
        return { kind: 'failed' };
      }
    },
    importSettings: async () => {
      const file = await deps.chooseExisting();
      if (file === null) return { kind: 'cancelled' };
      try {
        const text = await deps.read(file);
        if (text === null) return { kind: 'refused', why: 'foreign', detail: null };
        const copy = deps.parse(text);
        return copy.ok
          ? { kind: 'read', file: nameOf(file), ...copy.value }
          : { kind: 'refused', ...copy.error };
      } catch (error) {
        log.error('The copy of the settings could not be read', error);
        return { kind: 'refused', why: 'unreadable', detail: null };
      }
    },
  };
}
