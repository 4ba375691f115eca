import type { Settings } from './settings.ts';

export type ExportOutcome =
  { readonly kind: 'saved'; readonly file: string } | { readonly kind: 'cancelled' | 'failed' };

/** Why a file is not taken: nobody can read it, it is of something else, a part of it is not valid, or too new. */
export type ImportRefusal = 'unreadable' | 'foreign' | 'damaged' | 'newer';

/** A file that was read changes nothing yet: it is shown, and saved when somebody says so. */
export type ImportOutcome =
  | {
      readonly kind: 'read';
      readonly file: string;
      readonly settings: Settings;
      /** A program to start that it named, and that was left out. */
      readonly program?: string;
    }
  | { readonly kind: 'refused'; readonly why: ImportRefusal; readonly detail: string | null }
  | { readonly kind: 'cancelled' };
