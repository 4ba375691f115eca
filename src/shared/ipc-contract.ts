import type { AboutContract } from './about.ts';
import type { Alert, MuteState } from './orders/alert.ts';
import type { ToneId } from './settings/alert-settings.ts';
import type { CardState } from './orders/card.ts';
import type { ComputerView, ComputerSwitch } from './computer.ts';
import type { BackupRestored, BackupSaved } from './settings/transfer.ts';
import type { DayChoice, DayFile, DayReport, DaySaved } from './orders/day.ts';
import type { DemoCommand, DemoState } from './demo.ts';
import type { DeliveryPage, DeliveryQuery, ReprocessOutcome } from './health/delivery.ts';
import type { HandsContract } from './settings/hands.ts';
import type { Health, SoundCheck } from './health/health.ts';
import type { OrderSummary } from './orders/order.ts';
import type { OrdersContract } from './orders/orders-contract.ts';
import type { OutgoingContract, OutgoingView } from './settings/outgoing.ts';
import type { PartnerCheck, RefreshOutcome, RefreshProgress } from './partner.ts';
import type { OutletContract } from './outlet.ts';
import type { RidersContract } from './settings/riders.ts';
import type { ShortcutView } from './settings/shortcut.ts';
import type { Refused } from './settings/setting-faults.ts';
import type { Language, SecretBindings, SecretName, SecretStatuses, Settings } from './settings/settings.ts';
import type { ExportOutcome, ImportOutcome } from './settings/transfer.ts';
import type { SecretForm, SetupCopy, SetupTest, SetupView, SingleAsk } from './setup.ts';
import type { SshKeyAnswer, TunnelStatus, TunnelTest } from './tunnel.ts';
import type { TextSizeChange } from './settings/text-size.ts';
import type { WhyAnswer, WhyQuestion } from './orders/why.ts';
import type { DiagnosticsReport, DiagnosticsSaved } from './health/diagnostics.ts';

/** The windows that a page may open through main; part of the contract between pages and main. */
export type WindowContract = {
  'window:open-counter': { arg: undefined; answer: null };
  'window:open-setup': { arg: undefined; answer: null };
  'window:open-settings': { arg: undefined; answer: null };
  'window:open-about': { arg: undefined; answer: null };
  'window:open-deliveries': { arg: undefined; answer: null };
  'window:open-day': { arg: undefined; answer: null };
  /** Opens the tour for staff. After that it is not offered again. */
  'window:open-tour': { arg: undefined; answer: null };
  /** Reports a part of a page that failed to render: for the log. */
  'page:failed': { arg: { where: string; message: string }; answer: null };
  /** Returns whether the counter should offer the tour. */
  'tour:is-offered': { arg: undefined; answer: boolean };
  /** The user declined the tour: it is not offered again. */
  'tour:decline': { arg: undefined; answer: null };
};

/** Calls from pages to main about this computer; part of the contract between pages and main. */
type ComputerContract = {
  'computer:read': { arg: undefined; answer: ComputerView };
  'computer:set-login-item': { arg: { on: boolean }; answer: ComputerView };
  /** Returns whether it was saved. */
  'computer:set': { arg: { name: ComputerSwitch; on: boolean }; answer: boolean };
  'update:check': { arg: undefined; answer: null };
  'update:install': { arg: undefined; answer: null };
  'backup:save': { arg: undefined; answer: BackupSaved };
  /** Lets the user choose a backup and returns what it holds; changes nothing. */
  'backup:restore': { arg: undefined; answer: BackupRestored };
  /** Restarts the app with the backup that was read last. */
  'backup:confirm': { arg: undefined; answer: BackupRestored };
  'window:open-diagnostics': { arg: undefined; answer: null };
  'window:open-day-test': { arg: undefined; answer: null };
  'diagnostics:make': { arg: undefined; answer: DiagnosticsReport };
  'diagnostics:save': { arg: { id: number }; answer: DiagnosticsSaved };
};

/** Calls from pages to main: channel → argument and answer. Each has its schemas in `main/ipc/channels.ts`. */
export type IpcContract = AboutContract &
  ComputerContract &
  HandsContract &
  OrdersContract &
  OutgoingContract &
  OutletContract &
  RidersContract &
  WindowContract & {
    'app:info': { arg: undefined; answer: AppInfo };
    'card:read': { arg: undefined; answer: CardState };
    'card:undo': { arg: undefined; answer: null };
    /** Acknowledges all alerts of this state of the card. */
    'card:seen-all': { arg: { revision: number }; answer: null };
    'card:open-order': { arg: { orderId: string }; answer: null };
    'health:read': { arg: undefined; answer: Health };
    'settings:read': { arg: undefined; answer: SettingsView };
    'settings:save': { arg: { settings: Settings; isFromFile?: boolean | undefined }; answer: SaveOutcome };
    'settings:export': { arg: undefined; answer: ExportOutcome };
    'settings:import': { arg: undefined; answer: ImportOutcome };
    'secrets:save': { arg: { name: SecretName; value: string }; answer: SaveOutcome };
    'secrets:forget': { arg: { name: SecretName }; answer: SaveOutcome };
    'webhook-secret:generate': { arg: undefined; answer: SaveOutcome };
    'webhook-secret:copy': { arg: { form: SecretForm }; answer: SaveOutcome };
    'partner:check': { arg: undefined; answer: PartnerCheck };
    /** Returns whether it was saved. */
    'text-size:change': { arg: { to: TextSizeChange }; answer: boolean };
    'setup:read': { arg: undefined; answer: SetupView };
    /** Sends a test webhook through the public address, and plays a tone. */
    'setup:test': { arg: undefined; answer: SetupTest };
    'setup:ask-single': { arg: undefined; answer: SingleAsk };
    /** Returns false when there is nothing to copy. */
    'setup:copy': { arg: { what: SetupCopy }; answer: boolean };
    'deliveries:list': { arg: DeliveryQuery; answer: DeliveryPage };
    'deliveries:reprocess': { arg: { orderId: string }; answer: ReprocessOutcome };
    'why:ask': { arg: WhyQuestion; answer: WhyAnswer };
    'day:read': { arg: { choice: DayChoice }; answer: DayReport };
    'day:save': { arg: { choice: DayChoice; what: DayFile }; answer: DaySaved };
    'sound:report': { arg: SoundReport; answer: null };
    /** Returns null when this is no demonstration. */
    'demo:read': { arg: undefined; answer: DemoState | null };
    'demo:command': { arg: { command: DemoCommand }; answer: null };
    'demo:enter': { arg: undefined; answer: null };
    'demo:leave': { arg: undefined; answer: null };
    'sound:test': { arg: undefined; answer: SoundCheck };
    'mute:read': { arg: undefined; answer: MuteState };
    /** Mutes for so many minutes from now; 0 ends the mute. */
    'mute:set': { arg: { minutes: number }; answer: MuteState };
    'sound:preview': { arg: { tone: ToneId; volume: number }; answer: SoundCheck };
    'tunnel:status': { arg: undefined; answer: TunnelStatus };
    /** Probes this shop's public address now. */
    'tunnel:test': { arg: undefined; answer: TunnelTest };
    /** Closes and opens the connection, also after `failed`. */
    'tunnel:restart': { arg: undefined; answer: TunnelStatus };
    /** Returns the public half of the SSH key. Makes a key when there is none, or a new one when `replace`. */
    'tunnel:ssh-key': { arg: { replace: boolean }; answer: SshKeyAnswer };
    /** Pins this fingerprint, which `hostkey_mismatch` reported. */
    'tunnel:accept-host-key': { arg: { fingerprint: string }; answer: SaveOutcome };
  };

/** Events from main to every open window. */
export type IpcEvents = {
  'orders:changed': readonly OrderSummary[];
  /** All current orders: any other order is gone. */
  'orders:replaced': readonly OrderSummary[];
  'alerts:changed': readonly Alert[];
  'unclaimed:changed': readonly string[];
  'card:changed': CardState;
  'computer:changed': ComputerView;
  'health:changed': Health;
  'mute:changed': MuteState;
  'settings:changed': SettingsView;
  'shortcut:changed': ShortcutView;
  'refresh:progress': RefreshProgress;
  'refresh:done': RefreshOutcome;
  /** The user chose a toast or a tray entry: show this order. */
  'orders:show': { readonly orderId: string };
  'sound:play': SoundOrder;
  'voice:say': VoiceOrder;
  /** Cut off what is being said. */
  'voice:hush': null;
  'demo:changed': DemoState;
  'outgoing:changed': OutgoingView;
  /** A slip was printed, or could not be. */
  'paper:changed': null;
  /** The delivery log has new rows. */
  'deliveries:changed': null;
  'tunnel:changed': TunnelStatus;
};

/** Commands from main to the sound page. A `tone` of null only checks that the page responds. */
export type SoundOrder = {
  readonly id: number;
  readonly tone: ToneId | null;
  /** 0 to 1. */
  readonly volume: number;
  /** Stop the current sound. */
  readonly hush?: boolean;
};

/** The sound page's response to one `SoundOrder`. */
export type SoundReport = {
  readonly id: number;
  readonly ok: boolean;
  /** How many sound outputs the system has; null when they were not counted. */
  readonly devices: number | null;
  /** What went wrong; null when nothing did. */
  readonly detail: string | null;
};

/** A command to the page that plays the tones. Without `text` it only looks for a voice. */
export type VoiceOrder = {
  readonly id: number;
  readonly text: string;
  readonly language: Language;
  /** 0 to 1. */
  readonly volume: number;
};

export type IpcChannel = keyof IpcContract;
export type IpcEventName = keyof IpcEvents;

/** The reply to a call. `refused`: pages may not make this call, or not in this run. */
export type IpcReply =
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly code: 'refused' | 'unexpected' };

/** Sends an event to these pages, after checking it against the contract. */
export type PushToPages = <E extends IpcEventName>(
  pages: readonly { readonly send: (event: string, payload: unknown) => void }[],
  event: E,
  payload: IpcEvents[E],
) => void;

export type AppInfo = {
  readonly version: string;
  readonly platform: string;
  /** The time zone (IANA name) in which the shop's times are shown. */
  readonly timeZone: string;
  readonly language: Language;
  /** When true, every page says that its data is invented. */
  readonly demo: boolean;
};

export type SettingsView = {
  readonly settings: Settings;
  readonly secrets: SecretStatuses;
  readonly boundTo?: SecretBindings;
  /** False: the app shows the setup and keeps the receiver closed. */
  readonly configured: boolean;
  /** What had to be corrected when the file was read; may be empty. */
  readonly problems: readonly SettingsProblem[];
};

export type SettingsProblem =
  | { readonly kind: 'file-damaged'; readonly keptAs: string }
  | { readonly kind: 'section-reset'; readonly section: string };

export type SaveOutcome =
  | { readonly ok: true; readonly view: SettingsView }
  /** `refused` names the field. */
  | { readonly ok: false; readonly code: 'invalid'; readonly refused: Refused }
  | { readonly ok: false; readonly code: SaveTrouble; readonly detail: string | null };

export const SAVE_TROUBLES = [
  'keychain-unavailable',
  'keychain-locked',
  'keychain-timeout',
  'disk-failed',
  'secret-missing',
  'unexpected',
] as const;
type SaveTrouble = (typeof SAVE_TROUBLES)[number];
export type SaveErrorCode = 'invalid' | SaveTrouble;

/** What the preload script gives the page as `window.mostrador`: one function per channel, and `on`. */
export type MostradorApi = {
  readonly [C in IpcChannel]: IpcContract[C]['arg'] extends undefined
    ? () => Promise<IpcContract[C]['answer']>
    : (arg: IpcContract[C]['arg']) => Promise<IpcContract[C]['answer']>;
} & {
  /** Returns a function that ends the subscription. */
  readonly on: <E extends IpcEventName>(event: E, listener: (payload: IpcEvents[E]) => void) => () => void;
};
