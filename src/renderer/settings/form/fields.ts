import type { CountryCode } from '../../../shared/orders/money.ts';
import { WEEKDAYS } from '../../../shared/settings/opening-hours.ts';
import {
  DEFAULT_SETTINGS,
  type Language,
  type PartnerAuth,
  type SecretName,
  type Settings,
} from '../../../shared/settings/settings.ts';
import { tunnelKeyOf, type TunnelKeyName } from '../../../shared/settings/tunnel-settings.ts';
import { toAlertFields, toAlertSettings, type AlertFields } from './alert-fields.ts';
import {
  hiddenTunnelFields,
  parsePort,
  toTunnelFields,
  toTunnelSettings,
  type TunnelFields,
} from '../../tunnel-form/tunnel-fields.ts';
import {
  hiddenOutgoingFields,
  toOutgoingFields,
  toOutgoingSettings,
  type OutgoingFields,
} from './outgoing-fields.ts';
import { hiddenPaperFields, toPaperFields, toPaperSettings, type PaperFields } from './paper-fields.ts';
import { isSameDay, toHoursFields, toOpeningHours, type HoursFields } from './hours-fields.ts';

/** The settings as typed in the form. */
export type Fields = AlertFields &
  HoursFields &
  OutgoingFields &
  PaperFields &
  TunnelFields & {
    readonly name: string;
    readonly chainId: string;
    readonly vendorId: string;
    readonly country: CountryCode;
    readonly timeZone: string;
    readonly auth: PartnerAuth;
    readonly clientId: string;
    readonly tokenLabel: string;
    readonly baseUrl: string;
    readonly port: string;
    readonly language: Language;
  };
export type FieldName = keyof Fields;

export type PartnerSecret = Extract<SecretName, 'partner-token' | 'partner-client-secret'>;
export type OutgoingSecret = Extract<SecretName, 'phone-token' | 'till-secret'>;
/** The secrets typed in the form; '' for none. Saving removes them from the page. */
export type TypedSecretName = PartnerSecret | TunnelKeyName | OutgoingSecret;
export type TypedSecrets = Readonly<Record<TypedSecretName, string>>;
export const NOTHING_TYPED: TypedSecrets = {
  'partner-token': '',
  'partner-client-secret': '',
  'ngrok-token': '',
  'cloudflared-token': '',
  'phone-token': '',
  'till-secret': '',
};

export function toFields(settings: Settings): Fields {
  const { shop, partner, receiver, alerts, hours, language } = settings;
  return {
    ...shop,
    ...partner,
    port: String(receiver.port),
    ...toAlertFields(alerts),
    ...toHoursFields(hours),
    ...toTunnelFields(settings.tunnel),
    ...toOutgoingFields(settings.outgoing),
    ...toPaperFields(settings.paper),
    language,
  };
}

/** The initial value of every field. */
export const INITIAL_FIELDS: Fields = toFields(DEFAULT_SETTINGS);

/**
 * Returns the settings with the typed values. Settings without a field stay the same; text that cannot be parsed
 * becomes a value which the settings check refuses.
 */
export function toSettings(fields: Fields, base: Settings): Settings {
  return {
    ...base,
    shop: {
      ...base.shop,
      name: fields.name.trim(),
      chainId: fields.chainId.trim(),
      vendorId: fields.vendorId.trim(),
      country: fields.country,
      timeZone: fields.timeZone,
    },
    partner: {
      ...base.partner,
      auth: fields.auth,
      clientId: fields.clientId.trim(),
      tokenLabel: fields.tokenLabel.trim(),
      baseUrl: fields.baseUrl.trim(),
    },
    tunnel: toTunnelSettings(fields, base.tunnel),
    receiver: { ...base.receiver, port: parsePort(fields.port) },
    alerts: toAlertSettings(fields, base.alerts),
    hours: toOpeningHours(fields, base.hours),
    outgoing: toOutgoingSettings(fields),
    paper: toPaperSettings(fields),
    language: fields.language,
  };
}

/** Returns the edits that differ from the saved values. Other fields then show changes made elsewhere. */
export function realEdits(edits: Partial<Fields>, base: Fields): Partial<Fields> {
  return Object.fromEntries(
    Object.entries(edits).filter(([name, value]) => !isFieldName(name, base) || !isSame(base[name], value)),
  );
}

/** Returns only those edits whose fields are visible with the current choices. */
export function onScreen(edits: Partial<Fields>, fields: Fields): Partial<Fields> {
  const hidden = new Set<string>([
    ...hiddenTunnelFields(fields.tunnelProvider),
    ...hiddenOutgoingFields(fields),
    ...hiddenPaperFields(fields.paperWay),
    ...(fields.auth === 'token' ? ['clientId'] : []),
    ...(fields.quiet ? [] : ['quietFrom', 'quietTo']),
    ...(fields.hours ? [] : WEEKDAYS),
  ]);
  return Object.fromEntries(Object.entries(edits).filter(([name]) => !hidden.has(name)));
}

function isSame(one: Fields[FieldName], other: Fields[FieldName]): boolean {
  return typeof one === 'object' && typeof other === 'object' ? isSameDay(one, other) : one === other;
}

function isFieldName(name: string, fields: Fields): name is FieldName {
  return Object.hasOwn(fields, name);
}

/** Returns the secrets that the current choices need: only those have a field on the page. */
export function secretsOnScreen(fields: Fields): readonly TypedSecretName[] {
  const key = tunnelKeyOf(fields.tunnelProvider);
  return [
    secretOf(fields.auth),
    ...(key === null ? [] : [key]),
    ...(fields.phoneWay === 'off' ? [] : (['phone-token'] as const)),
    ...(fields.tillPost ? (['till-secret'] as const) : []),
  ];
}

/** Returns the secret that a sign-in method needs. */
export function secretOf(auth: PartnerAuth): PartnerSecret {
  return auth === 'token' ? 'partner-token' : 'partner-client-secret';
}
