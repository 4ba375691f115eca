import { DEFAULT_ALERT_SETTINGS, type AlertSettings } from './alert-settings.ts';
import { DEFAULT_COMPUTER_SETTINGS, type ComputerSettings } from './computer.ts';
import type { CountryCode } from './money.ts';
import { DEFAULT_OPENING_HOURS, type OpeningHours } from './opening-hours.ts';
import { DEFAULT_TUNNEL_SETTINGS, type TunnelSettings } from './tunnel-settings.ts';

export type Language = 'es' | 'en';
export type PartnerAuth = 'token' | 'client-credentials';

/** Everything that may be kept in a plain file. No secret, ever. */
export type Settings = {
  readonly shop: {
    readonly name: string;
    readonly chainId: string;
    readonly vendorId: string;
    readonly country: CountryCode;
    /** IANA name; empty: that of the computer. */
    readonly timeZone: string;
  };
  readonly partner: {
    /** Without `/v2` and without a slash at the end. */
    readonly baseUrl: string;
    readonly auth: PartnerAuth;
    readonly clientId: string;
    /** The name that the token has in the portal. */
    readonly tokenLabel: string;
  };
  readonly receiver: { readonly port: number };
  readonly tunnel: TunnelSettings;
  readonly alerts: AlertSettings;
  readonly hours: OpeningHours;
  readonly computer: ComputerSettings;
  readonly language: Language;
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
  computer: DEFAULT_COMPUTER_SETTINGS,
  language: 'es',
};

export const SECRET_NAMES = [
  'partner-token',
  'partner-client-secret',
  'webhook-secret',
  'webhook-secret-previous',
  // Of whichever provider was chosen, before each had its own.
  'tunnel-token',
  'ssh-private-key',
  'ngrok-token',
  'cloudflared-token',
] as const;
export type SecretName = (typeof SECRET_NAMES)[number];

/** All a window may ever learn of a secret. */
export type SecretStatus = {
  readonly present: boolean;
  readonly last4: string | null;
  /** ISO UTC. */
  readonly savedAt: string | null;
};
export type SecretStatuses = Readonly<Record<SecretName, SecretStatus>>;
/** Where each kept secret may be sent; see `destinationOf`. Without an entry: nobody knows yet, or there is none. */
export type SecretBindings = Readonly<Partial<Record<SecretName, string>>>;

/** True when there is enough to start work: a shop to ask for and a way to sign in. */
export function isConfigured(settings: Settings, secrets: SecretStatuses): boolean {
  return isShopKnown(settings) && hasSignIn(settings, secrets);
}

/** Returns whether there is a shop, whatever its keys are. */
export function isShopKnown({ shop }: Settings): boolean {
  return shop.chainId !== '' && shop.vendorId !== '';
}

/** True when there is what the chosen way to sign in needs. */
export function hasSignIn({ partner }: Settings, secrets: SecretStatuses): boolean {
  return partner.auth === 'token'
    ? secrets['partner-token'].present
    : partner.clientId !== '' && secrets['partner-client-secret'].present;
}
