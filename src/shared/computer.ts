import type { Settings } from './settings.ts';
import type { InstallBlock, UpdateState } from './update.ts';

/** Whether the app starts when somebody signs in to this computer, as read back from the system. */
export type LoginItem =
  | { readonly kind: 'on' }
  | { readonly kind: 'off' }
  /** It is entered, and yet it would not start. */
  | { readonly kind: 'blocked'; readonly why: LoginItemBlock }
  /** The system could not be asked or refused. */
  | { readonly kind: 'failed' };

export const LOGIN_ITEM_BLOCKS = [
  'switched-off',
  'needs-approval',
  'program-missing',
  'other-program',
] as const;
/**
 * `switched-off`: in the system's own list of programs that start. `needs-approval`: macOS asks in System Settings.
 * `program-missing`: what is entered is not there any more. `other-program`: another copy of the app is entered.
 */
export type LoginItemBlock = (typeof LOGIN_ITEM_BLOCKS)[number];

export const COMPUTER_SWITCHES = ['keepAwake', 'automaticUpdates'] as const;
export type ComputerSwitch = (typeof COMPUTER_SWITCHES)[number];

/** What is kept in the settings of it. */
export type ComputerSettings = Readonly<Record<ComputerSwitch, boolean>>;

export const DEFAULT_COMPUTER_SETTINGS: ComputerSettings = { keepAwake: true, automaticUpdates: true };

export type ComputerView = ComputerSettings & {
  readonly loginItem: LoginItem;
  /** Whether the computer is being kept from going to sleep right now. */
  readonly isKeptAwake: boolean;
  readonly update: UpdateState;
  readonly installBlock: InstallBlock;
};

export type BackupSaved =
  | { readonly kind: 'saved'; readonly file: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'disk-failed' };

/** A backup that was read, and nothing changed by it yet. */
export type BackupRead = {
  readonly kind: 'read';
  readonly file: string;
  /** ISO UTC. */
  readonly madeAt: string;
  readonly orders: number;
  readonly settings: Settings;
  /** A program to start that it named, and that is left out. */
  readonly program?: string;
};

export type BackupRestored =
  | BackupRead
  /** The app starts again with what the backup holds. */
  | { readonly kind: 'restarts' }
  | { readonly kind: 'cancelled' }
  /** `newer`: a newer version of the app made it. */
  | { readonly kind: 'refused'; readonly why: 'damaged' | 'newer' | 'not-a-backup' | 'disk-failed' };
