import { DEFAULT_ALERT_SETTINGS, type AlertSettings } from './alert-settings.ts';
import { DEFAULT_COMPUTER_SETTINGS, type ComputerSettings } from '../computer.ts';
import { DEFAULT_HANDS_SETTINGS, type HandsSettings } from './hands.ts';
import type { CountryCode } from '../orders/money.ts';
import { DEFAULT_OPENING_HOURS, type OpeningHours } from './opening-hours.ts';
import { DEFAULT_PAPER_SETTINGS, type PaperSettings } from './paper.ts';
import { NO_OUTLET_WATCH, type OutletSettings } from '../outlet.ts';
import { NO_RIDERS_SCREEN, type RidersSettings } from './riders.ts';
import { USUAL_TEXT_SIZE } from './text-size.ts';
import { DEFAULT_OUTGOING_SETTINGS, type OutgoingSettings } from './outgoing.ts';
import { DEFAULT_TUNNEL_SETTINGS, type TunnelSettings } from './tunnel-settings.ts';

export type Language = 'es' | 'en';
export type PartnerAuth = 'token' | 'client-credentials';

/** Everything that may be saved in a plain file. Never a secret. */
export type Settings = {
  readonly shop: {
    readonly name: string;
    readonly chainId: string;
    readonly vendorId: string;
    readonly country: CountryCode;
    /** IANA name; empty: the computer's own time zone. */
    readonly timeZone: string;
  };
  readonly partner: {
    /** Without `/v2` and without a slash at the end. */
    readonly baseUrl: string;
    readonly auth: PartnerAuth;
    readonly clientId: string;
    /** The name of the token in the portal. */
    readonly tokenLabel: string;
  };
  readonly receiver: { readonly port: number };
  readonly tunnel: TunnelSettings;
  readonly alerts: AlertSettings;
  readonly hours: OpeningHours;
  readonly hands: HandsSettings;
  readonly computer: ComputerSettings;
  readonly outgoing: OutgoingSettings;
  readonly paper: PaperSettings;
  readonly language: Language;
  readonly riders: RidersSettings;
  readonly outlet: OutletSettings;
  /** In percent, for every window. */
  readonly textSize: number;
};

export const DEFAULT_SETTINGS: Settings = {
  shop: { name: '', chainId: '', vendorId: '', country: 'uy', timeZone: '' },
  partner: {
    baseUrl: 'https://pedidosya.partner.deliveryhero.io',
    auth: 'token',
    clientId: '',
    tokenLabel: '',
  },
  receiver: { port: 4765 },
  tunnel: DEFAULT_TUNNEL_SETTINGS,
  alerts: DEFAULT_ALERT_SETTINGS,
  hours: DEFAULT_OPENING_HOURS,
  hands: DEFAULT_HANDS_SETTINGS,
  computer: DEFAULT_COMPUTER_SETTINGS,
  outgoing: DEFAULT_OUTGOING_SETTINGS,
  paper: DEFAULT_PAPER_SETTINGS,
  language: 'es',
  riders: NO_RIDERS_SCREEN,
  outlet: NO_OUTLET_WATCH,
  textSize: USUAL_TEXT_SIZE,
};

export const SECRET_NAMES = [
  'partner-token',
  'partner-client-secret',
  'webhook-secret',
  'webhook-secret-previous',
  // The one key of earlier versions, for whichever provider was chosen.
  'tunnel-token',
  'ssh-private-key',
  'ngrok-token',
  'cloudflared-token',
  'phone-token',
  'till-secret',
] as const;
export type SecretName = (typeof SECRET_NAMES)[number];

/** Everything that a window may know about a secret. */
export type SecretStatus = {
  readonly present: boolean;
  readonly last4: string | null;
  /** ISO UTC. */
  readonly savedAt: string | null;
};
export type SecretStatuses = Readonly<Record<SecretName, SecretStatus>>;
/** Where each saved secret may be sent; see `destinationOf`. Without an entry: not known yet, or no such secret. */
export type SecretBindings = Readonly<Partial<Record<SecretName, string>>>;

/** Returns true when work can begin: there is a shop and a way to sign in. */
export function isConfigured(settings: Settings, secrets: SecretStatuses): boolean {
  return isShopKnown(settings) && hasSignIn(settings, secrets);
}

/** Returns whether there is a shop, with or without keys. */
export function isShopKnown({ shop }: Settings): boolean {
  return shop.chainId !== '' && shop.vendorId !== '';
}

/** Returns true when everything that the chosen sign-in needs is there. */
export function hasSignIn({ partner }: Settings, secrets: SecretStatuses): boolean {
  return partner.auth === 'token'
    ? secrets['partner-token'].present
    : partner.clientId !== '' && secrets['partner-client-secret'].present;
}
