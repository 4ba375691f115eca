/** How many minutes an alert may stay unseen before a message goes out. */
export const PHONE_MINUTES = [0, 5, 10] as const;
/** In place of minutes: no message for this kind. */
export const NEVER = -1;
export type PhoneMinutes = (typeof PHONE_MINUTES)[number] | typeof NEVER;

export type PhoneSettings = {
  /** `ntfy`: a topic of the owner on an ntfy server. `post`: a POST to an address of his. */
  readonly way: 'off' | 'ntfy' | 'post';
  readonly server: string;
  readonly topic: string;
  readonly address: string;
  readonly ready: PhoneMinutes;
  /** For both kinds of cancellation, and for a status that nobody knows. */
  readonly cancelled: PhoneMinutes;
  readonly connection: PhoneMinutes;
};

export type TillSettings = {
  /** Each change of an order goes to `address`. */
  readonly post: boolean;
  readonly address: string;
  /** The newest state of each order lies as a file in `folder`. */
  readonly files: boolean;
  readonly folder: string;
  /** `tidy`: the app's own JSON. `received`: what the platform sent. */
  readonly form: 'tidy' | 'received';
  /** First name, masked phone number and free texts go out as well. */
  readonly people: boolean;
};

export type HeartbeatSettings = {
  readonly enabled: boolean;
  readonly address: string;
  readonly method: 'GET' | 'POST';
};

/** What goes out to places that the owner typed in himself. */
export type OutgoingSettings = {
  readonly phone: PhoneSettings;
  readonly till: TillSettings;
  readonly heartbeat: HeartbeatSettings;
};

export const DEFAULT_OUTGOING_SETTINGS: OutgoingSettings = {
  phone: {
    way: 'off',
    server: 'https://ntfy.sh',
    topic: '',
    address: '',
    ready: 5,
    cancelled: 0,
    connection: 10,
  },
  till: { post: false, address: '', files: false, folder: '', form: 'tidy', people: false },
  heartbeat: { enabled: false, address: '', method: 'GET' },
};

/** Where stored messages go. */
export const OUTBOX_TARGETS = ['phone', 'till-post', 'till-file'] as const;
export type OutboxTarget = (typeof OUTBOX_TARGETS)[number];

/** Why nothing was delivered. */
export const OUTGOING_TROUBLES = [
  'off',
  'no-secret',
  'keychain',
  'bound-elsewhere',
  'refused',
  'busy',
  'redirect',
  'timeout',
  'dns',
  'unreachable',
  'certificate',
  'proxy',
  'garbled',
  'unknown',
  'folder-missing',
  'folder-denied',
  'disk-full',
  'too-old',
] as const;
export type OutgoingTrouble = (typeof OUTGOING_TROUBLES)[number];

/** `status`: the HTTP status when there was one. */
export type SendingFailed = { readonly trouble: OutgoingTrouble; readonly status: number | null };

/** The last try. `failed`: null when it was delivered. */
export type LastSending = { readonly at: string; readonly failed: SendingFailed | null };

export type OutgoingState = {
  readonly waiting: number;
  readonly dead: number;
  readonly last: LastSending | null;
};

export type LetterKey = { readonly id: string; readonly target: OutboxTarget };

/** A message that is not tried again by itself. */
export type DeadLetter = LetterKey & {
  /** The order's code; empty when the message is about none. */
  readonly code: string;
  readonly at: string;
  readonly failed: SendingFailed;
};

export type OutgoingView = Readonly<Record<OutboxTarget, OutgoingState>> & {
  readonly heartbeat: LastSending | null;
  /** Newest first; at most 50. */
  readonly deadLetters: readonly DeadLetter[];
};

export const OUTGOING_TESTS = ['phone', 'till-post', 'till-file', 'heartbeat'] as const;
export type OutgoingTest = (typeof OUTGOING_TESTS)[number];
export type OutgoingTestOutcome =
  { readonly ok: true; readonly ms: number } | ({ readonly ok: false } & SendingFailed);

/** Calls from pages to main about outgoing messages; part of the contract between pages and main. */
export type OutgoingContract = {
  'outgoing:read': { arg: undefined; answer: OutgoingView };
  /** Sends a test message with the saved settings, now and once. */
  'outgoing:test': { arg: { what: OutgoingTest }; answer: OutgoingTestOutcome };
  /** Puts a dead letter back among those that wait. */
  'outgoing:resend': { arg: { id: string; target: OutboxTarget }; answer: OutgoingView };
  /** Takes dead letters off the list; they are not sent. */
  'outgoing:dismiss': { arg: { letters: readonly LetterKey[] }; answer: OutgoingView };
  /** `folder`: the one that the user chose; null when the user cancelled. */
  'outgoing:choose-folder': { arg: undefined; answer: { readonly folder: string | null } };
};
