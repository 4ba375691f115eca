import type { SaveOutcome, SettingsProblem, SettingsView } from '../../../shared/ipc-contract.ts';
import type { Result } from '../../../shared/result.ts';
import { ANY_CLOUDFLARED, destinationOf, NOWHERE } from '../../../shared/settings/secret-binding.ts';
import {
  isConfigured,
  isShopKnown,
  SECRET_NAMES,
  type SecretName,
  type SecretStatuses,
  type Settings,
} from '../../../shared/settings/settings.ts';
import type { SecretForm } from '../../../shared/setup.ts';
import { tunnelKeyOf, tunnelSecretOf } from '../../../shared/settings/tunnel-settings.ts';
import type { SecretVault, SettingsSaveError, VaultError } from './types.ts';

/**
 * An earlier version kept one key for all tunnel providers. This moves it to the provider that was in the settings at
 * the start, and deletes the old entry: any other provider would be a company that must not get this key. A provider
 * that already has its own key keeps it. While no provider is chosen, the old key stays. Returns false when the
 * keychain refused.
 */
async function settleOldTunnelKey(
  vault: Pick<SecretVault, 'read' | 'save' | 'forget'>,
  statuses: SecretStatuses,
  provider: Settings['tunnel']['provider'],
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

/** The user name that goes with the secret when the portal wants basic authentication. */
const USER = 'mostrador';

/**
 * Returns the value of `Authorization` when the secret is given to the portal as the password of a user.
 * Source: docs/partner-api.md, "Webhook".
 */
export function basicSecret(secret: string): string {
  const bytes = new TextEncoder().encode(`${USER}:${secret}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

export type SettingsStore = {
  readonly read: () => Settings;
  /** What had to be corrected when the file was read. */
  readonly problems: () => readonly SettingsProblem[];
  readonly save: (settings: unknown, by?: 'typed') => Result<Settings, SettingsSaveError>;
};

/** `typed`: a person changed it field by field. Absent: the app itself changed it. */
type SettingsOrigin = 'typed' | 'file';

export type Configuration = {
  readonly settings: () => Settings;
  readonly view: () => Promise<SettingsView>;
  /** Returns true when a shop is known to be set up: false until settings and secrets were read. */
  readonly isSetUp: () => boolean;
  /** Returns true when no shop is known to be set up: false until settings and secrets were read. */
  readonly needsSetup: () => boolean;
  /** Settings from a file or from the app itself never change where a secret may be sent; see `SettingsOrigin`. */
  readonly save: (settings: unknown, by?: SettingsOrigin) => Promise<SaveOutcome>;
  readonly saveSecret: (name: SecretName, value: string) => Promise<SaveOutcome>;
  /** Reads everything and calls `onChanged`: at the start, and after a change that was made elsewhere. */
  readonly apply: () => Promise<void>;
  /** Reads again while the last call of `onChanged` lacked the keychain, or any key that a shop needs. */
  readonly recheck: () => Promise<void>;
  readonly forgetSecret: (name: SecretName) => Promise<SaveOutcome>;
  /** Makes a new webhook secret. The secret that the platform knows is still accepted. */
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
  'phone-token': NO_SECRET,
  'till-secret': NO_SECRET,
} satisfies Record<(typeof SECRET_NAMES)[number], typeof NO_SECRET>;

/**
 * Reads and changes settings and secrets together. Every saved change is passed to `onChanged`; reading changes
 * nothing. While the keychain cannot be read, the last known state of the secrets is used, so that a working shop goes
 * on.
 */
export function createConfiguration(deps: {
  readonly store: SettingsStore;
  readonly vault: SecretVault;
  /** A strong random secret, safe to paste into a form. */
  readonly newSecret: () => string;
  /** Puts a text where the user can paste it from. */
  readonly copy: (text: string) => void;
  /**
   * Returns true when the platform has not called yet with the current secret, saved at this time (ISO UTC; null:
   * unknown).
   */
  readonly isPreviousInUse: (currentSavedAt: string | null) => boolean;
  readonly onChanged: FollowConfiguration;
}): Configuration {
  const { store, vault } = deps;
  const providerAtStart = store.read().tunnel.provider;
  let isOldKeySettled = false;
  let secrets = NO_SECRETS;
  /** The last call of `onChanged` lacked something that may come back by itself. */
  let isWaiting = true;
  let lastPublished = '';
  /** As last passed to `onChanged`; null before that. */
  let publishedConfigured: boolean | null = null;

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
  /** Binds secrets without a known destination, as from an earlier version, to the one in the settings. */
  const bindAll = (settings: Settings): void => {
    const bound = vault.bindings();
    const free = SECRET_NAMES.filter(
      (name) => secrets[name].present && (bound[name] === undefined || bound[name] === ANY_CLOUDFLARED),
    );
    for (const name of free) vault.bind(name, destinationOf(name, settings) ?? NOWHERE);
  };
  /** Secrets of the tunnel follow a new destination that a person typed. A key of the platform has to be pasted again. */
  const moveTyped = (before: Settings, after: Settings): void => {
    for (const name of MOVES) {
      const to = destinationOf(name, after);
      if (to !== null && to !== destinationOf(name, before)) vault.bind(name, to);
    }
  };
  const view = async (): Promise<SettingsView> => (await look(false)).view;

  const publish = async ({ view: current, closed }: Awaited<ReturnType<typeof look>>): Promise<void> => {
    isWaiting = closed !== null || (isShopKnown(current.settings) && lacksKeys(current));
    lastPublished = JSON.stringify({ view: current, closed });
    publishedConfigured = current.configured;
    await deps.onChanged(current, closed);
  };

  const changed = async (): Promise<SaveOutcome> => {
    const current = await look(false);
    await publish(current);
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
    isSetUp: () => publishedConfigured === true,
    needsSetup: () => publishedConfigured === false,
    saveSecret,
    apply: async () => {
      await changed();
    },
    recheck: async () => {
      if (!isWaiting) return;
      const current = await look(true);
      if (isWaiting && JSON.stringify(current) !== lastPublished) await publish(current);
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
      // If the platform never used the current secret, the previous one is still in use and must not be overwritten.
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

/** A keyring that is filled again may hold one key before the other, so one of them alone is not the end of waiting. */
function lacksKeys({ configured, settings: { tunnel, outgoing }, secrets }: SettingsView): boolean {
  const wanted = [
    'webhook-secret',
    tunnelSecretOf(tunnel.provider),
    outgoing.till.post ? 'till-secret' : null,
  ] as const;
  return !configured || wanted.some((name) => name !== null && !secrets[name].present);
}
