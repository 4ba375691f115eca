import type { SettingPath } from '../../shared/settings/setting-faults.ts';
import type { SecretStatuses } from '../../shared/settings/settings.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import {
  tunnelKeyOf,
  type TunnelKeyName,
  type TunnelProviderId,
  type TunnelSettings,
} from '../../shared/settings/tunnel-settings.ts';

/** The settings of the public address as typed in the form. */
export type TunnelFields = {
  readonly tunnelProvider: TunnelProviderId;
  readonly publicUrl: string;
  readonly ngrokDomain: string;
  readonly cloudflared: string;
  readonly sshHost: string;
  readonly sshPort: string;
  readonly sshUser: string;
  readonly sshBind: string;
  readonly sshPattern: string;
};
export type TunnelFieldName = keyof TunnelFields;
export type TunnelEntry = Exclude<TunnelFieldName, 'tunnelProvider'>;

/** The path of each field in the settings, which main names when it refuses a value. */
export const TUNNEL_PLACES = {
  'tunnel.provider': 'tunnelProvider',
  'tunnel.publicUrl': 'publicUrl',
  'tunnel.ngrok.domain': 'ngrokDomain',
  'tunnel.cloudflared.executable': 'cloudflared',
  'tunnel.ssh.host': 'sshHost',
  'tunnel.ssh.port': 'sshPort',
  'tunnel.ssh.user': 'sshUser',
  'tunnel.ssh.remoteBind': 'sshBind',
  'tunnel.ssh.urlPattern': 'sshPattern',
} as const satisfies Readonly<Partial<Record<SettingPath, TunnelFieldName>>>;

export function toTunnelFields({
  provider,
  publicUrl,
  ngrok,
  cloudflared,
  ssh,
}: TunnelSettings): TunnelFields {
  return {
    tunnelProvider: provider,
    publicUrl,
    ngrokDomain: ngrok.domain,
    cloudflared: cloudflared.executable,
    sshHost: ssh.host,
    sshPort: String(ssh.port),
    sshUser: ssh.user,
    sshBind: ssh.remoteBind,
    sshPattern: ssh.urlPattern,
  };
}

/** Returns the settings with the typed values. A new server address drops the saved host key. */
export function toTunnelSettings(fields: TunnelFields, base: TunnelSettings): TunnelSettings {
  const host = fields.sshHost.trim();
  const port = parsePort(fields.sshPort);
  const isSameServer = host === base.ssh.host && port === base.ssh.port;
  return {
    provider: fields.tunnelProvider,
    publicUrl: fields.publicUrl.trim(),
    ngrok: { domain: fields.ngrokDomain.trim() },
    cloudflared: { executable: fields.cloudflared.trim() },
    ssh: {
      host,
      port,
      user: fields.sshUser.trim(),
      remoteBind: fields.sshBind.trim(),
      urlPattern: fields.sshPattern.trim(),
      hostKey: isSameServer ? base.ssh.hostKey : '',
    },
  };
}

/** Returns a whole number; NaN for any other text. */
export function parsePort(text: string): number {
  return /^\d+$/.test(text.trim()) ? Number(text.trim()) : Number.NaN;
}

const NEEDED: Readonly<Record<TunnelProviderId, readonly TunnelFieldName[]>> = {
  none: [],
  'own-url': ['publicUrl'],
  ngrok: ['ngrokDomain'],
  cloudflared: ['publicUrl'],
  ssh: ['sshHost', 'sshUser', 'sshBind', 'publicUrl'],
};

const ASKED: Readonly<Record<TunnelProviderId, readonly TunnelFieldName[]>> = {
  none: [],
  'own-url': ['publicUrl'],
  ngrok: ['ngrokDomain'],
  cloudflared: ['publicUrl', 'cloudflared'],
  ssh: ['sshHost', 'sshPort', 'sshUser', 'sshBind', 'publicUrl', 'sshPattern'],
};

/** Returns the fields that a provider does not use. */
export function hiddenTunnelFields(provider: TunnelProviderId): readonly TunnelFieldName[] {
  const asked = new Set<TunnelFieldName>(['tunnelProvider', ...ASKED[provider]]);
  return Object.values<TunnelFieldName>(TUNNEL_PLACES).filter((name) => !asked.has(name));
}

/** Returns the required fields that are empty for the chosen provider. */
export function missingOfTunnel(
  fields: TunnelFields,
  typed: Readonly<Record<TunnelKeyName, string>>,
  secrets: SecretStatuses,
): Readonly<Partial<Record<TunnelFieldName | TunnelKeyName, 'required'>>> {
  const empty = NEEDED[fields.tunnelProvider].filter((name) => fields[name].trim() === '');
  const key = tunnelKeyOf(fields.tunnelProvider);
  const lacksKey = key !== null && !secrets[key].present && typed[key].trim() === '';
  const missing = lacksKey ? [...empty, key] : empty;
  return Object.fromEntries(missing.map((name) => [name, 'required' as const]));
}

/** Returns the label and the hint of each field. */
export function tunnelLabels({
  tunnelForm,
}: Texts): Readonly<Record<TunnelEntry, { readonly label: string; readonly hint?: string }>> {
  return {
    publicUrl: { label: tunnelForm.publicUrl, hint: tunnelForm.publicUrlHint },
    ngrokDomain: { label: tunnelForm.domain, hint: tunnelForm.domainHint },
    cloudflared: { label: tunnelForm.executable, hint: tunnelForm.executableHint },
    sshHost: { label: tunnelForm.host, hint: tunnelForm.hostHint },
    sshPort: { label: tunnelForm.sshPort },
    sshUser: { label: tunnelForm.user },
    sshBind: { label: tunnelForm.remoteBind, hint: tunnelForm.remoteBindHint },
    sshPattern: { label: tunnelForm.urlPattern, hint: tunnelForm.urlPatternHint },
  };
}
