import type { SaveOutcome, SettingsProblem, SettingsView } from '../../shared/ipc-contract.ts';
import type { Result } from '../../shared/result.ts';
import {
  isConfigured,
  SECRET_NAMES,
  type SecretName,
  type SecretStatuses,
  type Settings,
} from '../../shared/settings.ts';
import type { SecretForm } from '../../shared/setup.ts';
import { basicSecret } from './basic-secret.ts';
import type { SecretVault, VaultError } from './ports.ts';

export type SettingsStore = {
  readonly read: () => Settings;
  /** What had to be put right when the file was read. */
  readonly problems: () => readonly SettingsProblem[];
  readonly save: (
    settings: unknown,
  ) => Result<Settings, { readonly code: 'invalid' | 'disk-failed'; readonly detail: string | null }>;
};

export type Configuration = {
  readonly settings: () => Settings;
  readonly view: () => Promise<SettingsView>;
  readonly save: (settings: unknown) => Promise<SaveOutcome>;
  readonly saveSecret: (name: SecretName, value: string) => Promise<SaveOutcome>;
  /** After the keychain could not be read: looks again. */
  readonly recheck: () => Promise<void>;
  /** A secret changed later than whoever changed it was told. */
  readonly noticeLate: () => Promise<void>;
  readonly forgetSecret: (name: SecretName) => Promise<SaveOutcome>;
  /** Makes a new webhook secret; the one that the platform knows goes on being accepted. */
  readonly generateWebhookSecret: () => Promise<SaveOutcome>;
  /** For the platform's portal; no page ever sees it. */
  readonly copyWebhookSecret: (form: SecretForm) => Promise<SaveOutcome>;
};

const NO_SECRET = { present: false, last4: null, savedAt: null };
const NO_SECRETS: SecretStatuses = {
  'partner-token': NO_SECRET,
  'partner-client-secret': NO_SECRET,
  'webhook-secret': NO_SECRET,
  'webhook-secret-previous': NO_SECRET,
  'tunnel-token': NO_SECRET,
  'ssh-private-key': NO_SECRET,
} satisfies Record<(typeof SECRET_NAMES)[number], typeof NO_SECRET>;

/**
 * Settings and secrets as one thing to read and change. Every change that was kept is told to `onChanged`. While the
 * keychain cannot be read, the secrets are those it last told of: a shop at work goes on.
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
  readonly onChanged: (view: SettingsView) => Promise<void>;
  readonly onVaultError: (error: VaultError | null) => void;
}): Configuration {
  const { store, vault } = deps;
  let isVaultClosed = false;
  let secrets = NO_SECRETS;

  const view = async (): Promise<SettingsView> => {
    const statuses = await vault.statuses();
    isVaultClosed = !statuses.ok;
    deps.onVaultError(statuses.ok ? null : statuses.error);
    if (statuses.ok) secrets = statuses.value;
    const settings = store.read();
    return { settings, secrets, configured: isConfigured(settings, secrets), problems: store.problems() };
  };

  const changed = async (): Promise<SaveOutcome> => {
    const current = await view();
    await deps.onChanged(current);
    return { ok: true, view: current };
  };

  const saveSecret = async (name: SecretName, value: string): Promise<SaveOutcome> => {
    const saved = await vault.save(name, value);
    return saved.ok ? changed() : { ok: false, ...saved.error };
  };

  return {
    settings: store.read,
    view,
    saveSecret,
    recheck: async () => {
      if (isVaultClosed) await changed();
    },
    noticeLate: async () => {
      await changed();
    },
    save: async (settings) => {
      const saved = store.save(settings);
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
        const kept = await vault.save('webhook-secret-previous', current.value);
        if (!kept.ok) return { ok: false, ...kept.error };
      }
      return saveSecret('webhook-secret', deps.newSecret());
    },
  };
}
