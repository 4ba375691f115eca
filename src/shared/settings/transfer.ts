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

export type BackupSaved =
  | { readonly kind: 'saved'; readonly file: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'disk-failed' };

/** The contents of a backup. Reading it changes nothing yet. */
export type BackupRead = {
  readonly kind: 'read';
  readonly file: string;
  /** ISO UTC. */
  readonly madeAt: string;
  readonly orders: number;
  readonly settings: Settings;
  /** A program to start that the backup named and that is left out. */
  readonly program?: string;
};

export type BackupRestored =
  | BackupRead
  /** The app restarts with the contents of the backup. */
  | { readonly kind: 'restarts' }
  | { readonly kind: 'cancelled' }
  /** `newer`: a newer version of the app made it. */
  | { readonly kind: 'refused'; readonly why: 'damaged' | 'newer' | 'not-a-backup' | 'disk-failed' };
