import type { Settings } from './settings.ts';

export type ExportOutcome =
  { readonly kind: 'saved'; readonly file: string } | { readonly kind: 'cancelled' | 'failed' };

/** Why a file is refused: it cannot be read, is of another kind, has an invalid part, or is too new. */
export type ImportRefusal = 'unreadable' | 'foreign' | 'damaged' | 'newer';

/** Reading a file changes nothing yet: it is shown, and saved only when the user confirms. */
export type ImportOutcome =
  | {
      readonly kind: 'read';
      readonly file: string;
      readonly settings: Settings;
      /** A program to start that the file named and that was left out. */
      readonly program?: string;
    }
  | { readonly kind: 'refused'; readonly why: ImportRefusal; readonly detail: string | null }
  | { readonly kind: 'cancelled' };
