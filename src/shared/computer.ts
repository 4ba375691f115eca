/** Whether the app starts at login on this computer, as read back from the system. */
export type LoginItem =
  | { readonly kind: 'on' }
  | { readonly kind: 'off' }
  /** It is registered, but would not start. */
  | { readonly kind: 'blocked'; readonly why: LoginItemBlock }
  /** The system could not be read, or refused. */
  | { readonly kind: 'failed' };

export const LOGIN_ITEM_BLOCKS = [
  'switched-off',
  'needs-approval',
  'program-missing',
  'other-program',
] as const;
/**
 * `switched-off`: in the system's list of startup programs. `needs-approval`: macOS asks in System Settings.
 * `program-missing`: the registered program does not exist any more. `other-program`: another copy of the app is
 * registered.
 */
export type LoginItemBlock = (typeof LOGIN_ITEM_BLOCKS)[number];

export const COMPUTER_SWITCHES = ['keepAwake', 'automaticUpdates'] as const;
export type ComputerSwitch = (typeof COMPUTER_SWITCHES)[number];

/** The part of it that is saved in the settings. */
export type ComputerSettings = Readonly<Record<ComputerSwitch, boolean>>;

export const DEFAULT_COMPUTER_SETTINGS: ComputerSettings = { keepAwake: true, automaticUpdates: true };

export type ComputerView = ComputerSettings & {
  readonly loginItem: LoginItem;
  /** Whether the app keeps the computer awake right now. */
  readonly isKeptAwake: boolean;
  readonly update: UpdateState;
  readonly installBlock: InstallBlock;
};

export const UPDATE_FAILURES = ['offline', 'tampered', 'server', 'insecure', 'disk', 'install'] as const;
/**
 * `tampered`: the downloaded update is not the published one, or was changed since. `server`: the response is invalid.
 * `insecure`: the address is not protected, so anyone on the way could respond. `install`: the program cannot be replaced
 * where it is.
 */
export type UpdateFailure = (typeof UPDATE_FAILURES)[number];

/** The state of the app's update. Times are ISO UTC. */
export type UpdateState =
  /** This copy of the app cannot update itself. */
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'current'; readonly checkedAt: string | null }
  | { readonly kind: 'checking' }
  /** Found; it waits until the shop is closed. */
  | { readonly kind: 'found'; readonly version: string; readonly at: string }
  | { readonly kind: 'downloading'; readonly version: string; readonly percent: number }
  | { readonly kind: 'ready'; readonly version: string; readonly needsPassword: boolean }
  | { readonly kind: 'failed'; readonly why: UpdateFailure; readonly at: string };

/** Why a ready update cannot be installed now; null: it can. */
export type InstallBlock = 'open' | 'alerts' | null;
