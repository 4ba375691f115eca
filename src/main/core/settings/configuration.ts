import type { SaveOutcome, SettingsProblem, SettingsView } from '../../../shared/ipc-contract.ts';
import type { Result } from '../../../shared/result.ts';
import { ANY_CLOUDFLARED, destinationOf, NOWHERE } from '../../../shared/secret-binding.ts';
import {
  isConfigured,
  isShopKnown,
  SECRET_NAMES,
  type SecretName,
  type SecretStatuses,
  type Settings,
} from '../../../shared/settings.ts';
import type { SecretForm } from '../../../shared/setup.ts';
import { tunnelKeyOf, type TunnelProviderId } from '../../../shared/tunnel-settings.ts';
import type { SecretVault, SettingsSaveError, VaultError } from './types.ts';

/**
 * Gives the key that one account kept for whichever provider was chosen to the one that the settings named at the start,
 * and removes it: handed on to another it would be sent to a company that it is not for. A provider that has a key of
 * its own keeps that, and where nobody has chosen yet the old one waits. Returns false when the keychain refused.
 */
async function settleOldTunnelKey(
  vault: Pick<SecretVault, 'read' | 'save' | 'forget'>,
  statuses: SecretStatuses,
  provider: TunnelProviderId,
): Promise<boolean> {
  if (provider === 'none') return true;
  const own = tunnelKeyOf(provider);
  if (own !== null && !statuses[own].present) {
    const old = await vault.read('tunnel-token');
    if (!old.ok) return false;
    if (old.value !== null && !(await vault.save(own, old.value)).ok) return false;
  }
  return (await vault.forget('tunnel-token')).ok;
}

/** The user that stands beside the secret when the portal wants basic authentication. */
const USER = 'mostrador';

/**
 * What `Authorization` holds when the secret is given to the portal as the password of a user.
 * Source: docs/partner-api.md, "Webhook".
 */
export function basicSecret(secret: string): string {
  const bytes = new TextEncoder().encode(`${USER}:${secret}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

export type SettingsStore = {
  readonly read: () => Settings;
  /** What had to be put right when the file was read. */
  readonly problems: () => readonly SettingsProblem[];
  readonly save: (settings: unknown, by?: 'typed') => Result<Settings, SettingsSaveError>;
};

/** `typed`: a person, field by field. Nothing: the app itself. */
type SettingsOrigin = 'typed' | 'file';

export type Configuration = {
  readonly settings: () => Settings;
  readonly view: () => Promise<SettingsView>;
  /** As it was told last; null before anything was. */
  readonly isConfigured: () => boolean | null;
  /** What a file or the app itself brings moves no secret to another place; see `SettingsOrigin`. */
  readonly save: (settings: unknown, by?: SettingsOrigin) => Promise<SaveOutcome>;
  readonly saveSecret: (name: SecretName, value: string) => Promise<SaveOutcome>;
  /** Reads everything and tells it to `onChanged`: at the start, and after a change that came by another way. */
  readonly apply: () => Promise<void>;
  /** Looks again as long as what was told last was told without the keychain, or without keys that a shop had. */
  readonly recheck: () => Promise<void>;
  readonly forgetSecret: (name: SecretName) => Promise<SaveOutcome>;
  /** Makes a new webhook secret; the one that the platform knows goes on being accepted. */
  readonly generateWebhookSecret: () => Promise<SaveOutcome>;
  /** For the platform's portal; no page ever sees it. */
  readonly copyWebhookSecret: (form: SecretForm) => Promise<SaveOutcome>;
};

/** `closed`: why the keychain could not be read; null when it was. */
export type FollowConfiguration = (view: SettingsView, closed: VaultError | null) => Promise<void>;

const MOVES: readonly SecretName[] = [
  'webhook-secret',
  'webhook-secret-previous',
  'ssh-private-key',
  'cloudflared-token',
];
const NO_SECRET = { present: false, last4: null, savedAt: null };
const NO_SECRETS: SecretStatuses = {
  'partner-token': NO_SECRET,
  'partner-client-secret': NO_SECRET,
  'webhook-secret': NO_SECRET,
  'webhook-secret-previous': NO_SECRET,
  'tunnel-token': NO_SECRET,
  'ssh-private-key': NO_SECRET,
  'ngrok-token': NO_SECRET,
  'cloudflared-token': NO_SECRET,
} satisfies Record<(typeof SECRET_NAMES)[number], typeof NO_SECRET>;

/**
 * Settings and secrets as one thing to read and change. Every change that was kept is told to `onChanged`; whoever only
 * reads changes nothing. While the keychain cannot be read, the secrets are those it last told of: a shop at work goes on.
 */
export function createConfiguration(deps: {
  readonly store: SettingsStore;
  readonly vault: SecretVault;
  /** A strong random secret, safe to paste into a form. */
  readonly newSecret: () => string;
  /** Puts a text where the user can paste it from. */
  readonly copy: (text: string) => void;
  /** The platform has not called yet with the current secret, which was saved then (ISO UTC; null: nobody knows). */
  readonly isPreviousInUse: (currentSavedAt: string | null) => boolean;
  readonly onChanged: FollowConfiguration;
}): Configuration {
  const { store, vault } = deps;
  const providerAtStart = store.read().tunnel.provider;
  let isOldKeySettled = false;
  let secrets = NO_SECRETS;
  /** What was told last still lacks something that may come back by itself. */
  let isWaiting = true;
  let lastTold = '';
  let toldConfigured: boolean | null = null;

  const look = async (again: boolean): Promise<{ view: SettingsView; closed: VaultError | null }> => {
    let statuses = await vault.statuses({ again });
    if (statuses.ok && statuses.value['tunnel-token'].present && !isOldKeySettled) {
      isOldKeySettled = await settleOldTunnelKey(vault, statuses.value, providerAtStart);
      statuses = await vault.statuses();
    }
    if (statuses.ok) secrets = statuses.value;
    const settings = store.read();
    if (isShopKnown(settings)) bindAll(settings);
    const configured = isConfigured(settings, secrets);
    return {
      view: { settings, secrets, boundTo: vault.bindings(), configured, problems: store.problems() },
      closed: statuses.ok ? null : statuses.error,
    };
  };
  /** Binds those of which nobody knows where they belong, as from an earlier version, to where the settings send them. */
  const bindAll = (settings: Settings): void => {
    const bound = vault.bindings();
    const free = SECRET_NAMES.filter(
      (name) => secrets[name].present && (bound[name] === undefined || bound[name] === ANY_CLOUDFLARED),
    );
    for (const name of free) vault.bind(name, destinationOf(name, settings) ?? NOWHERE);
  };
  /** The secrets of the shop's own road go where a person typed that it leads; a key of the platform has to be pasted again. */
  const moveTyped = (before: Settings, after: Settings): void => {
    for (const name of MOVES) {
      const to = destinationOf(name, after);
      if (to !== null && to !== destinationOf(name, before)) vault.bind(name, to);
    }
  };
  const view = async (): Promise<SettingsView> => (await look(false)).view;

  const tell = async ({ view: current, closed }: Awaited<ReturnType<typeof look>>): Promise<void> => {
    isWaiting = closed !== null || (!current.configured && isShopKnown(current.settings));
    lastTold = describe({ view: current, closed });
    toldConfigured = current.configured;
    await deps.onChanged(current, closed);
  };

  const changed = async (): Promise<SaveOutcome> => {
    const current = await look(false);
    await tell(current);
    return { ok: true, view: current.view };
  };

  const saveSecret = async (name: SecretName, value: string): Promise<SaveOutcome> => {
    const settings = store.read();
    const own = name === 'tunnel-token' ? tunnelKeyOf(settings.tunnel.provider) : null;
    const saved = await vault.save(own ?? name, value, destinationOf(own ?? name, settings));
    return saved.ok ? changed() : { ok: false, ...saved.error };
  };

  return {
    settings: store.read,
    view,
    isConfigured: () => toldConfigured,
    saveSecret,
    apply: async () => {
      await changed();
    },
    recheck: async () => {
      if (!isWaiting) return;
      const current = await look(true);
      if (isWaiting && describe(current) !== lastTold) await tell(current);
    },
    save: async (settings, by) => {
      const before = store.read();
      if (by === 'file') {
        await look(false);
        bindAll(before);
      }
      const saved = by === 'typed' ? store.save(settings, by) : store.save(settings);
      if (saved.ok && by === 'typed') moveTyped(before, saved.value);
      return saved.ok ? changed() : { ok: false, ...saved.error };
    },
    forgetSecret: async (name) => {
      const forgotten = await vault.forget(name);
      return forgotten.ok ? changed() : { ok: false, ...forgotten.error };
    },
    copyWebhookSecret: async (form) => {
      const secret = await vault.read('webhook-secret');
      if (!secret.ok) return { ok: false, ...secret.error };
      if (secret.value === null) return { ok: false, code: 'secret-missing', detail: null };
      deps.copy(form === 'basic' ? basicSecret(secret.value) : secret.value);
      return { ok: true, view: await view() };
    },
    generateWebhookSecret: async () => {
      const current = await vault.read('webhook-secret');
      if (!current.ok) return { ok: false, ...current.error };
      // A new one that the platform was never given takes no place from the one that it knows.
      const previous = await vault.read('webhook-secret-previous');
      if (!previous.ok) return { ok: false, ...previous.error };
      const statuses = await vault.statuses();
      if (!statuses.ok) return { ok: false, ...statuses.error };
      const { savedAt } = statuses.value['webhook-secret'];
      const isKnown = previous.value === null || !deps.isPreviousInUse(savedAt);
      if (current.value !== null && isKnown) {
        const to = destinationOf('webhook-secret-previous', store.read());
        const kept = await vault.save('webhook-secret-previous', current.value, to);
        if (!kept.ok) return { ok: false, ...kept.error };
      }
      return saveSecret('webhook-secret', deps.newSecret());
    },
  };
}

function describe(found: { readonly view: SettingsView; readonly closed: VaultError | null }): string {
  return JSON.stringify(found);
}
